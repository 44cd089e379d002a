import { compareText } from '../diagnostics.ts';
import type { LaidOut } from '../layout/types.ts';
import type { PdfFile } from './file.ts';
import { framesOf } from './glyph-codes.ts';
import { name, type PdfDict, type PdfRef, type PdfValue } from './objects.ts';

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

/** The catalog's `Names` entry: a name tree sorted by name (ISO 32000-1, 7.9.6 and 12.3.2.3). */
export function writeAnchors(
  file: PdfFile,
  anchors: ReturnType<typeof findAnchors>,
  pages: readonly PdfRef[],
): PdfDict | undefined {
  if (anchors.size === 0) return undefined;
  const sorted = [...anchors].sort(([a], [b]) => compareText(a, b));
  const names = sorted.flatMap(([key, { page, x, y }]): PdfValue[] => [
    key,
    [pages[page]!, name('XYZ'), x, y, null],
  ]);
  return { Dests: file.add({ Names: names }) };
}
