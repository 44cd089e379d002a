import { type Diagnostic, failed, type Outcome, ok } from '../diagnostics.ts';
import type { FontBook } from '../fonts/types.ts';
import type { LaidOut } from '../layout/types.ts';
import { findAnchors, writeAnchors } from './anchors.ts';
import { checkConformance } from './conformance.ts';
import { drawPage } from './content.ts';
import { finish, openDocument } from './document.ts';
import { type PdfFont, writeFont } from './fonts.ts';
import { assignCodes } from './glyph-codes.ts';
import { writeLinks } from './links.ts';
import { infoOf, metadataOf } from './metadata.ts';
import { writeOutline } from './outline.ts';
import { openOutputIntent } from './output-intent.ts';
import { leafOwners, writeStructure } from './structure.ts';
import { latin1 } from './syntax.ts';

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
  const owners = leafOwners(laidOut.structure, laidOut.lang);
  const untagged = findUntagged(laidOut, owners);
  if (untagged) return failed(untagged);
  const { claims, diagnostics } = checkConformance(laidOut);
  const document = openDocument({
    compressed: options.compressed ?? true,
    lang: laidOut.lang,
    info: infoOf(laidOut),
  });

  const written = new Map<string, PdfFont>();
  for (const [id, codes] of assignCodes(laidOut, (id) => fonts.face(id).canTrim === true))
    written.set(id, writeFont(document, fonts.face(id), codes, `F${written.size + 1}`));
  const resources = Object.fromEntries(Array.from(written.values(), ({ resource, ref }) => [resource, ref]));

  const contents = laidOut.pages.map((page) =>
    drawPage(page, {
      fontOf: ({ run }) => written.get(run.face)!,
      ownerOf: (leaf) => owners.get(leaf)!,
    }),
  );
  const pages = laidOut.pages.map(({ width, height }, index) => {
    document.addPage({ size: [width, height], margin: 0 });
    const { page } = document;
    Object.assign(page.fonts, resources);
    page.write(latin1(contents[index]!.operators));
    return page.dictionary;
  });

  const anchors = findAnchors(laidOut);
  const links = writeLinks(document, laidOut, pages, new Set(anchors.keys()), pages.length);
  if (!links.value) return { diagnostics: links.diagnostics };
  const annotations = links.value;
  for (const [index, { data }] of pages.entries()) {
    const onPage = annotations.filter(({ page }) => page === index).map(({ ref }) => ref);
    if (onPage.length > 0) data.Annots = onPage;
    data.StructParents = index;
  }
  writeStructure(document, { root: laidOut.structure, pages, contents, annotations });

  const outputIntent = openOutputIntent(document);
  const outline = writeOutline(document, laidOut, pages);
  const catalog = {
    PageLabels: { Nums: [0, { S: 'D' }] },
    Outlines: outline,
    PageMode: outline && 'UseOutlines',
    OutputIntents: [outputIntent],
  };
  document.appendXML(metadataOf(laidOut, claims));
  const destinations = writeAnchors(document, anchors, pages);
  return ok(finish(document, { catalog, destinations, last: outputIntent }), diagnostics);
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
