import type { LaidOut, OutlineEntry } from '../layout/types.ts';
import { type PdfDocument, type PdfRef, set, text } from './document.ts';

/** The document outline (ISO 32000-1, 12.3.3), all entries open; none where the document has no headings. */
export function writeOutline(
  document: PdfDocument,
  laidOut: LaidOut,
  pages: readonly PdfRef[],
): PdfRef | undefined {
  if (laidOut.outline.length === 0) return undefined;
  const root = document.ref({});
  const writeLevel = (entries: readonly OutlineEntry[], parent: PdfRef): Level => {
    const refs = entries.map(() => document.ref({}));
    let count = entries.length;
    for (const [index, entry] of entries.entries()) {
      const below = entry.children.length > 0 ? writeLevel(entry.children, refs[index]!) : undefined;
      const height = laidOut.pages[entry.page - 1]?.height ?? 0;
      count += below?.count ?? 0;
      set(refs[index]!, {
        Title: text(entry.title),
        Parent: parent,
        Prev: refs[index - 1],
        Next: refs[index + 1],
        First: below?.first,
        Last: below?.last,
        Count: below?.count,
        Dest: [pages[entry.page - 1]!, 'XYZ', null, height - entry.y, null],
      });
    }
    return { first: refs[0]!, last: refs.at(-1)!, count };
  };
  const { first, last, count } = writeLevel(laidOut.outline, root);
  set(root, { Type: 'Outlines', First: first, Last: last, Count: count });
  return root;
}

interface Level {
  readonly first: PdfRef;
  readonly last: PdfRef;
  /** Entries of this level and all below it. */
  readonly count: number;
}
