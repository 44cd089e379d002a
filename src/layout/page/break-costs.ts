import type { ComputedStyle } from '../../markup/types.ts';

/** A paragraph property of Word that wants the same as a break cost does (ECMA-376, 17.3.1). */
export type WordKeep = 'keepNext' | 'keepLines' | 'widowControl';

interface BreakCost {
  readonly cost: number;
  readonly word?: WordKeep;
  readonly reason: string;
}

const FORBIDDEN = Number.POSITIVE_INFINITY;

/**
 * What it costs to end a page somewhere. A page costs (1 + badness of its empty foot + these)²; a foot one quarter
 * empty has badness 100. Forbidden breaks are taken only where nothing else fits a page (CSS Fragmentation 3, 4.4).
 */
export const BREAK_COSTS = {
  betweenBlocks: { cost: 0, reason: 'A reader expects a pause there.' },
  insideParagraph: { cost: 10, reason: 'A clause is better read on one page.' },
  orphan: { cost: 300, word: 'widowControl', reason: 'Too few first lines left at the foot of a page.' },
  widow: { cost: 300, word: 'widowControl', reason: 'Too few last lines carried to the next page.' },
  afterAvoid: { cost: FORBIDDEN, word: 'keepNext', reason: 'A heading stays with what it heads.' },
  beforeAvoid: {
    cost: FORBIDDEN,
    word: 'keepNext',
    reason: 'Closing lines never stand alone. In Word the paragraph before carries the flag.',
  },
  insideAvoid: { cost: FORBIDDEN, word: 'keepLines', reason: 'The style wants the block in one piece.' },
  noteCut: { cost: 100, reason: 'A note is better read on one page.' },
  shortLastPage: { cost: 500, reason: 'A last page of one or two lines looks like a mistake.' },
} as const satisfies Record<string, BreakCost>;

/** A last page with fewer lines is short. */
export const SHORT_PAGE_LINES = 3;
/** Lines of a cut note that must stand before the cut, and go on after it. */
export const NOTE_CUT_LINES = 2;
/** Part of a page that may stay empty while a fuller page is possible. */
export const EMPTY_WINDOW = 0.3;

type LineBreakStyle = Pick<ComputedStyle, 'orphans' | 'widows' | 'breakInside'>;

/** Cost of a page end after line `done` of a paragraph of `lines` lines. */
export function costInside(style: LineBreakStyle, done: number, lines: number): number {
  if (style.breakInside === 'avoid') return BREAK_COSTS.insideAvoid.cost;
  return (
    BREAK_COSTS.insideParagraph.cost +
    (done < style.orphans ? BREAK_COSTS.orphan.cost : 0) +
    (lines - done < style.widows ? BREAK_COSTS.widow.cost : 0)
  );
}

/** Cost of a page end between two blocks, given `break-after` of one and `break-before` of the other. */
export function costBetween(avoidAfter: boolean, avoidBefore: boolean): number {
  if (avoidAfter) return BREAK_COSTS.afterAvoid.cost;
  if (avoidBefore) return BREAK_COSTS.beforeAvoid.cost;
  return BREAK_COSTS.betweenBlocks.cost;
}

/** Badness of a page of which `empty` of `height` stays empty below its text (TeX's cube, 100 at one quarter). */
export function slackBadness(empty: number, height: number): number {
  const quarters = (4 * empty) / height;
  return 100 * quarters * quarters * quarters;
}

/** What a page adds to the cost of a document. */
export const pageCost = (badness: number, breakCost: number): number => (1 + badness + breakCost) ** 2;

/**
 * The same intentions as Word's paragraph flags. `beforeAvoid` of the next block is the caller's to know: it makes
 * `keepNext` of this one.
 */
export function wordKeeps(
  style: LineBreakStyle & Pick<ComputedStyle, 'breakAfter'>,
  nextAvoidsBreakBefore: boolean,
): Readonly<Record<WordKeep, boolean>> {
  return {
    [BREAK_COSTS.afterAvoid.word]: style.breakAfter === 'avoid' || nextAvoidsBreakBefore,
    [BREAK_COSTS.insideAvoid.word]: style.breakInside === 'avoid',
    [BREAK_COSTS.orphan.word]: style.orphans > 1 || style.widows > 1,
  };
}
