import type { ComputedStyle } from './types.ts';

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
  insideParagraph: {
    cost: 3,
    reason: 'A clause is better read on one page, but not for a foot emptier than two or three lines.',
  },
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

/** What decides about page ends inside a block. */
export type LineBreakStyle = Pick<ComputedStyle, 'orphans' | 'widows' | 'breakInside'>;

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
