import { FINISHING, FORBIDDEN, type Item } from '../../text/index.ts';
import type { Pt } from '../../units.ts';
import { type BreakOptions, type BrokenLine, breakLines, leastLooseness } from './knuth-plass.ts';

/** One rung of the ladder: what is tried when the rung before found no legal set of breaks. */
interface Pass {
  readonly name: 'normal' | 'least' | 'hyphens' | 'emergency' | 'overfull';
  /** Largest looseness; `least` = the least that the loosest line must have, but no more than this. */
  readonly tolerance: number;
  readonly least: boolean;
  readonly hyphens: boolean;
  /** Whether places dearer than `LAST_RESORT` may be taken. */
  readonly resort: boolean;
  readonly acceptOverfull: boolean;
}

/** Costs from here on (a break inside a document symbol) are worse than a line four times as loose as it should be. */
export const LAST_RESORT = 1000;

const REST = { least: false, hyphens: true, resort: true, acceptOverfull: false };

export const PASSES: readonly Pass[] = [
  { ...REST, name: 'normal', tolerance: 1, hyphens: false, resort: false },
  { ...REST, name: 'least', tolerance: 4, hyphens: false, resort: false, least: true },
  { ...REST, name: 'hyphens', tolerance: 4, least: true },
  { ...REST, name: 'emergency', tolerance: Number.POSITIVE_INFINITY, least: true },
  { ...REST, name: 'overfull', tolerance: Number.POSITIVE_INFINITY, acceptOverfull: true },
];

/** Right margin that ragged lines may use, in em: a line shorter than that is as bad as a justified one at ratio 1. */
const RAGGED_STRETCH = 3;

export interface Broken {
  readonly items: readonly Item[];
  readonly lines: readonly BrokenLine[];
  readonly pass: Pass['name'];
}

/**
 * Breaks a paragraph's items, trying the rungs of the ladder in turn. Where no set of breaks is good, the worst gap is
 * the least that any legal set reaches. Always answers: the last rung sets a line that fits nowhere as it is.
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
    const bounds: BreakOptions = {
      ...shared,
      tolerance: pass.tolerance,
      hyphens: pass.hyphens,
      dearest: pass.resort ? FORBIDDEN : LAST_RESORT,
      extraStretch: justified ? 0 : RAGGED_STRETCH * em,
      acceptOverfull: pass.acceptOverfull,
    };
    const options = pass.least ? { ...bounds, tolerance: leastTolerance(items, bounds) } : bounds;
    const lines = breakLines(items, options);
    if (lines) return { items, lines, pass: pass.name };
  }
  return { items, lines: [], pass: 'overfull' };
}

/** Sums of the two solvers may differ in the last digit. */
const HAIR = 1e-9;

const leastTolerance = (items: readonly Item[], options: BreakOptions): number =>
  Math.min(options.tolerance, leastLooseness(items, options) + HAIR);

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
