import type { Lang } from '../lang.ts';
import { type BlankClass, blankClass } from './characters.ts';

/** One character of a paragraph without its marks, or a note mark (`character` is empty). */
export interface Sign {
  readonly character: string;
  readonly kind: 'text' | 'note' | 'ref';
  /** Where it stands in the paragraph. */
  readonly from: number;
  readonly to: number;
}

/** What is to be done about a run of blanks. */
export interface BlankVerdict {
  /** Offsets of blanks to leave out. */
  readonly drop: ReadonlySet<number>;
  /** Runs of blanks between two Han characters: kept, but told. */
  readonly betweenHan: readonly { readonly from: number; readonly to: number }[];
}

type Side = BlankClass | 'note' | 'edge';
type Rule = 'drop' | 'fold' | 'tell' | 'keep';

/**
 * What happens to blanks between two neighbours. Spacing in Chinese is the typesetter's, so a blank that only parts
 * scripts is dropped on reading. `fold`: dropped if it comes from a line fold of the file, else kept; `tell`: the same,
 * and a kept one is told. Rows are tried in order, left and right may be exchanged, the rest is kept.
 */
const RULES: readonly { readonly a: readonly Side[]; readonly b: readonly Side[]; readonly rule: Rule }[] = [
  // 又 重申: neither a blank of typography nor a word space; the author must say.
  { a: ['han'], b: ['han'], rule: 'tell' },
  // 第 73 号: the quarter em between Han and Latin is the typesetter's.
  { a: ['han'], b: ['word'], rule: 'drop' },
  // 文件， 促请: full-width marks carry their own space.
  { a: ['wide'], b: ['han', 'word', 'wide', 'ambiguous', 'other'], rule: 'drop' },
  // 题为 “变革: as above; but in “A” or “B” the blanks are word spaces.
  { a: ['ambiguous'], b: ['han', 'ambiguous'], rule: 'drop' },
  // 病毒病 (COVID-19): a typed blank is the author's; a fold was never meant as one.
  { a: ['han', 'ambiguous'], b: ['other'], rule: 'fold' },
];

function ruleFor(left: Side, right: Side): Rule {
  // A note mark is part of what it follows: no blank before it in any language.
  if (right === 'note') return 'drop';
  const row = RULES.find(({ a, b }) => (has(a, left) && has(b, right)) || (has(a, right) && has(b, left)));
  return row?.rule ?? 'keep';
}

/** Set in full-width squares: beside one, a note mark needs no blank. */
const isSquare = (side: Side): boolean => side === 'han' || side === 'wide' || side === 'ambiguous';

const has = (sides: readonly Side[], side: Side): boolean => sides.includes(side);

/**
 * Judges each run of U+0020. `isFold` tells whether the blank at an offset stands for a line end of the file. A note
 * mark lets the blank after it see the character that the mark follows.
 */
export function judgeBlanks(
  signs: readonly Sign[],
  lang: Lang,
  isFold: (offset: number) => boolean,
): BlankVerdict {
  const drop = new Set<number>();
  const betweenHan: { from: number; to: number }[] = [];
  for (let index = 0; index < signs.length; index++) {
    if (signs[index]?.character !== ' ') continue;
    const before = index - 1;
    const run: Sign[] = [];
    while (signs[index]?.character === ' ') run.push(signs[index++]!);
    const left = leftOf(signs, before, lang);
    const right = sideOf(signs[index], lang);
    const afterNote = signs[before]?.kind === 'note';
    const rule = afterNote && isSquare(right) ? 'drop' : ruleFor(left, right);
    const folded = run.some(({ from }) => isFold(from));
    if (rule === 'drop' || (folded && (rule === 'fold' || rule === 'tell')))
      for (const { from } of run) drop.add(from);
    else if (rule === 'tell') betweenHan.push({ from: run[0]!.from, to: run.at(-1)!.to });
  }
  return { drop, betweenHan };
}

/** What stands before a run of blanks, looking through note marks and blanks before them. */
function leftOf(signs: readonly Sign[], index: number, lang: Lang): Side {
  for (let at = index; at >= 0; at--) {
    const sign = signs[at]!;
    if (sign.kind !== 'note' && sign.character !== ' ') return sideOf(sign, lang);
  }
  return 'edge';
}

function sideOf(sign: Sign | undefined, lang: Lang): Side {
  if (!sign) return 'edge';
  if (sign.kind === 'note') return 'note';
  return sign.kind === 'ref' ? 'word' : blankClass(sign.character, lang);
}
