import type { BoxId } from '../markup/types.ts';
import type { Pt } from '../units.ts';
import type { Frame, FrameItem, Page } from './types.ts';

/** An item moved. */
export const shift = (item: FrameItem, dx: Pt, dy: Pt): FrameItem => ({
  ...item,
  x: item.x + dx,
  y: item.y + dy,
});

/** Frames that hold the document's own text, in the order in which they are drawn. */
export const textFrames = (page: Page): readonly Frame[] =>
  page.notes ? [page.body, page.notes] : [page.body];

/** What is drawn of each structure leaf, joined in the order of pages. */
export function textByLeaf(pages: readonly Page[]): ReadonlyMap<BoxId, string> {
  const texts = new Map<BoxId, string>();
  for (const item of pages.flatMap((page) => textFrames(page).flatMap(({ items }) => items))) {
    if (item.kind !== 'text' || item.leaf === undefined) continue;
    texts.set(item.leaf, (texts.get(item.leaf) ?? '') + item.run.text);
  }
  return texts;
}
