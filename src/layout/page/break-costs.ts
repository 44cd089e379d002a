import { BREAK_COSTS, type LineBreakStyle } from '../../markup/index.ts';

/** A last page with fewer lines is short. */
export const SHORT_PAGE_LINES = 3;
/** Lines of a cut note that must stand before the cut, and go on after it. */
export const NOTE_CUT_LINES = 2;
/** Part of a page that may stay empty while a fuller page is possible. */
export const EMPTY_WINDOW = 0.3;

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
