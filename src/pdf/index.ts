import { type Diagnostic, failed, type Outcome, ok } from '../diagnostics.ts';
import type { FontBook } from '../fonts/types.ts';
import type { LaidOut } from '../layout/types.ts';
import { findAnchors, writeAnchors } from './anchors.ts';
import { checkConformance } from './conformance.ts';
import { drawPage } from './content.ts';
import { latin1, PdfFile } from './file.ts';
import { type PdfFont, writeFont } from './fonts.ts';
import { assignCodes } from './glyph-codes.ts';
import { writeLinks } from './links.ts';
import { writeInfo, writeMetadata } from './metadata.ts';
import { name, type PdfDict } from './objects.ts';
import { writeOutline } from './outline.ts';
import { writeOutputIntent } from './output-intent.ts';
import { leafOwners, writeStructure } from './structure.ts';

/**
 * Writes a laid out document as a tagged PDF 1.7 file that claims PDF/A-2a and PDF/UA-1. Equal documents give equal
 * bytes. `compressed: false` gives a file whose objects can be read as text, for tests.
 * Errors: `pdf/unsafe-link`, `pdf/missing-anchor`, `pdf/untagged-text`. Warnings: those of `conformance.ts`.
 */
export async function writePdf(
  laidOut: LaidOut,
  fonts: FontBook,
  options: { readonly compressed?: boolean } = {},
): Promise<Outcome<Uint8Array>> {
  const file = new PdfFile({ compressed: options.compressed ?? true });
  const { claims, diagnostics } = checkConformance(laidOut);

  // Fonts first: they are most of the bytes, and are compressed beside everything below.
  const written = new Map<string, PdfFont>();
  for (const [id, codes] of assignCodes(laidOut))
    written.set(id, writeFont(file, fonts.face(id), codes, `F${written.size + 1}`));
  const resources = file.add({
    Font: Object.fromEntries(Array.from(written.values(), ({ resource, ref }) => [resource, ref])),
  });

  const owners = leafOwners(laidOut.structure, laidOut.lang);
  const untagged = findUntagged(laidOut, owners);
  if (untagged) return failed(untagged);
  const contents = laidOut.pages.map((page) =>
    drawPage(page, {
      fontOf: ({ run }) => written.get(run.face)!,
      ownerOf: (leaf) => owners.get(leaf)!,
    }),
  );

  const pages = laidOut.pages.map(() => file.reserve());
  const anchors = findAnchors(laidOut);
  const links = writeLinks(file, laidOut, pages, new Set(anchors.keys()), pages.length);
  if (!links.value) return { diagnostics: links.diagnostics };
  const annotations = links.value;

  const tree = file.reserve();
  for (const [index, { width, height }] of laidOut.pages.entries()) {
    const onPage = annotations.filter(({ page }) => page === index).map(({ ref }) => ref);
    file.set(pages[index]!, {
      Type: name('Page'),
      Parent: tree,
      MediaBox: [0, 0, width, height],
      Resources: resources,
      Contents: file.addStream({}, latin1(contents[index]!.operators)),
      Annots: onPage.length > 0 ? onPage : undefined,
      StructParents: index,
      Tabs: name('S'),
    });
  }
  file.set(tree, { Type: name('Pages'), Kids: pages, Count: pages.length });

  const outline = writeOutline(file, laidOut, pages);
  const catalog: PdfDict = {
    Type: name('Catalog'),
    Pages: tree,
    Lang: laidOut.lang,
    MarkInfo: { Marked: true },
    StructTreeRoot: writeStructure(file, { root: laidOut.structure, pages, contents, annotations }),
    ViewerPreferences: { DisplayDocTitle: true },
    PageLabels: { Nums: [0, { S: name('D') }] },
    Names: writeAnchors(file, anchors, pages),
    Outlines: outline,
    PageMode: outline && name('UseOutlines'),
    Metadata: writeMetadata(file, laidOut, claims),
    OutputIntents: [writeOutputIntent(file)],
  };
  const bytes = await file.finish(file.add(catalog), writeInfo(file, laidOut));
  return ok(bytes, diagnostics);
}

/** Text that says which leaf it belongs to, and no element has that leaf: readers that speak would skip it. */
function findUntagged(laidOut: LaidOut, owners: ReadonlyMap<number, unknown>): Diagnostic | undefined {
  for (const page of laidOut.pages)
    for (const frame of [page.body, ...(page.notes ? [page.notes] : []), ...page.margins])
      for (const item of frame.items)
        if (item.kind === 'text' && item.leaf !== undefined && !owners.has(item.leaf))
          return {
            code: 'pdf/untagged-text',
            severity: 'error',
            message: `page ${page.number} holds text that no structure element owns: ${item.run.text}`,
            reason: 'This is a fault of Chancery itself, not of your document.',
            hints: [{ text: 'Please report it with the document.' }],
          };
  return undefined;
}
