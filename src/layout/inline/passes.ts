import { FINISHING, type Item } from '../../text/index.ts';
import type { Pt } from '../../units.ts';
import { type BreakOptions, type BrokenLine, breakLines } from './knuth-plass.ts';

/** One rung of the ladder: what is tried when the rung before found no legal set of breaks. */
interface Pass {
  readonly name: 'normal' | 'hyphens' | 'loose' | 'emergency' | 'overfull';
  readonly tolerance: number;
  readonly hyphens: boolean;
  /** Emergency stretch a line, in em. */
  readonly emergency: number;
  readonly acceptOverfull: boolean;
}

export const PASSES: readonly Pass[] = [
  { name: 'normal', tolerance: 1, hyphens: false, emergency: 0, acceptOverfull: false },
  { name: 'hyphens', tolerance: 2, hyphens: true, emergency: 0, acceptOverfull: false },
  { name: 'loose', tolerance: 4, hyphens: true, emergency: 0, acceptOverfull: false },
  { name: 'emergency', tolerance: 4, hyphens: true, emergency: 1, acceptOverfull: false },
  {
    name: 'overfull',
    tolerance: Number.POSITIVE_INFINITY,
    hyphens: true,
    emergency: 1,
    acceptOverfull: true,
  },
];

/** Right margin that ragged lines may use, in em: a line shorter than that is as bad as a justified one at ratio 1. */
const RAGGED_STRETCH = 3;

export interface Broken {
  readonly items: readonly Item[];
  readonly lines: readonly BrokenLine[];
  readonly pass: Pass['name'];
}

/**
 * Breaks a paragraph's items, trying the rungs of the ladder in turn. Always answers: the last rung sets a line that
 * fits nowhere as it is.
 * @param em font size of the paragraph, pt
 */
export function breakParagraph(body: readonly Item[], measure: Pt, em: Pt, justified: boolean): Broken {
  const items = [...withoutTrailingBreaks(body), ...FINISHING];
  const shared = {
    measure,
    rigid: !justified,
    lastLine: (width: Pt) => runtDemerits(width, em),
  };
  for (const pass of PASSES) {
    const options: BreakOptions = {
      ...shared,
      tolerance: pass.tolerance,
      hyphens: pass.hyphens,
      extraStretch: (pass.emergency + (justified ? 0 : RAGGED_STRETCH)) * em,
      acceptOverfull: pass.acceptOverfull,
    };
    const lines = breakLines(items, options);
    if (lines) return { items, lines, pass: pass.name };
  }
  return { items, lines: [], pass: 'overfull' };
}

/** Dearer the shorter a last line is below three em (CLREQ 3.4.4; the hard limit of two characters is a forbidden break). */
function runtDemerits(width: Pt, em: Pt): number {
  const short = 1 - width / (3 * em);
  return short > 0 ? (1 + 100 * short) ** 2 : 0;
}

/** Glue or a blank before the paragraph's end would be an invisible line of its own. */
function withoutTrailingBreaks(items: readonly Item[]): readonly Item[] {
  let end = items.length;
  while (end > 0 && items[end - 1]?.type !== 'box') end -= 1;
  return items.slice(0, end);
}
