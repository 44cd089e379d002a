import { compareText } from '../diagnostics.ts';
import type { LaidOut } from '../layout/types.ts';
import { add, type PdfDocument, type PdfRef, type PdfValue, text } from './document.ts';
import { framesOf } from './glyph-codes.ts';

/** Named destinations by name; of two anchors of one name the first counts. */
export function findAnchors(
  laidOut: LaidOut,
): ReadonlyMap<string, { readonly page: number; readonly x: number; readonly y: number }> {
  const anchors = new Map<string, { page: number; x: number; y: number }>();
  for (const [page, { height, ...rest }] of laidOut.pages.entries())
    for (const { items } of framesOf({ height, ...rest }))
      for (const item of items)
        if (item.kind === 'anchor' && !anchors.has(item.name))
          anchors.set(item.name, { page, x: item.x, y: height - item.y });
  return anchors;
}

/**
 * The tree of named destinations (ISO 32000-1, 7.9.6 and 12.3.2.3), none if there are no names. pdfkit's own would put
 * the names in the order of the locale; readers look for them in the order of their bytes.
 */
export function writeAnchors(
  document: PdfDocument,
  anchors: ReturnType<typeof findAnchors>,
  pages: readonly PdfRef[],
): PdfRef | undefined {
  if (anchors.size === 0) return undefined;
  const sorted = [...anchors].sort(([a], [b]) => compareWritten(a, b));
  const names = sorted.flatMap(([key, { page, x, y }]): PdfValue[] => [
    text(key),
    [pages[page]!, 'XYZ', x, y, null],
  ]);
  return add(document, { Names: names });
}

/** All that is not ASCII is written with the mark of UTF-16 before it, whose bytes come behind ASCII's. */
function compareWritten(a: string, b: string): number {
  const marked = (key: string): number => (/^[\0-\x7f]*$/.test(key) ? 0 : 1);
  return marked(a) - marked(b) || compareText(a, b);
}
