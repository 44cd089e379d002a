import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { DocxPlan } from './types.ts';

type Parts = Map<string, string>;
type Patch = (parts: Parts, plan: DocxPlan) => void;

/** Repairs of the package that `docx` makes, each with its reason, in order. */
const PATCHES: readonly Patch[] = [styleSeparators, dropUnused, sortParts];

/**
 * Applies the patches and zips anew. Equal plans give equal bytes: no time of day stands in the zip, and the order of
 * its entries is fixed.
 */
export function patchPackage(bytes: Uint8Array, plan: DocxPlan): Uint8Array {
  const parts: Parts = new Map(
    Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data)]),
  );
  for (const patch of PATCHES) patch(parts, plan);
  const files: Zippable = {};
  for (const [path, text] of parts) files[path] = strToU8(text);
  return zipSync(files, { level: 6, mtime: EARLIEST, os: 3 });
}

/** The first day that a zip can say; read as local time, so the same digits stand in the file in every time zone. */
const EARLIEST = '1980-01-01T00:00:00';

/**
 * The library's separators have direct spacing, stand at the page's margin, and bear a note mark. With a style they
 * stand where the notes do.
 */
function styleSeparators(parts: Parts, { separatorStyle }: DocxPlan): void {
  change(parts, 'word/footnotes.xml', (xml) =>
    xml.replace(
      /(<w:footnote [^>]*w:type="(separator|continuationSeparator)"[^>]*>)<w:p>.*?<\/w:p>/g,
      `$1<w:p><w:pPr><w:pStyle w:val="${separatorStyle}"/></w:pPr><w:r><w:$2/></w:r></w:p>`,
    ),
  );
}

/**
 * Parts that say nothing: custom properties without any; endnotes, which bring a style nobody defined; relationships of
 * parts that have none.
 */
function dropUnused(parts: Parts): void {
  for (const path of ['docProps/custom.xml', 'word/endnotes.xml']) dropPart(parts, path);
  for (const [path, xml] of parts)
    if (path.endsWith('.rels') && !xml.includes('<Relationship ')) parts.delete(path);
}

function dropPart(parts: Parts, path: string): void {
  if (!parts.delete(path)) return;
  const slash = path.lastIndexOf('/');
  const [folder, name] = [path.slice(0, slash), path.slice(slash + 1)];
  parts.delete(`${folder}/_rels/${name}.rels`);
  const target = (owner: string) => `Target="${owner === '_rels/.rels' ? path : name}"`;
  for (const owner of ['_rels/.rels', 'word/_rels/document.xml.rels'])
    change(parts, owner, (xml) =>
      xml.replace(/<Relationship [^>]*\/>/g, (element) => (element.includes(target(owner)) ? '' : element)),
    );
  change(parts, '[Content_Types].xml', (xml) =>
    xml.replace(/<Override [^>]*\/>/g, (element) => (element.includes(`PartName="/${path}"`) ? '' : element)),
  );
}

/** Content types and the package's relationships first, as readers of streams expect; the rest by name. */
function sortParts(parts: Parts): void {
  const first = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'];
  const rank = (path: string) => (first.includes(path) ? first.indexOf(path) : first.length);
  const sorted = [...parts].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  parts.clear();
  for (const [path, text] of sorted) parts.set(path, text);
}

function change(parts: Parts, path: string, by: (xml: string) => string): void {
  const xml = parts.get(path);
  if (xml !== undefined) parts.set(path, by(xml));
}
