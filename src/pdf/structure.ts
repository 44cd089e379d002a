import { compareText } from '../diagnostics.ts';
import type { Lang } from '../lang.ts';
import type { StructureNode } from '../layout/types.ts';
import type { BoxId } from '../markup/types.ts';
import type { LeafOwner, PageContent } from './content.ts';
import { add, type PdfDict, type PdfDocument, type PdfRef, type PdfValue, set, text } from './document.ts';
import type { LinkAnnotation } from './links.ts';

/** The element that holds each leaf, with the language in force there. */
export function leafOwners(root: StructureNode, lang: Lang): ReadonlyMap<BoxId, LeafOwner> {
  const owners = new Map<BoxId, LeafOwner>();
  const walk = (node: StructureNode, inherited: Lang): void => {
    const own = node.lang ?? inherited;
    for (const kid of node.kids)
      if (kid.kind === 'leaf') owners.set(kid.leaf, { type: node.type, lang: own });
      else walk(kid, own);
  };
  walk(root, lang);
  return owners;
}

interface StructureInput {
  readonly root: StructureNode;
  readonly pages: readonly PdfRef[];
  readonly contents: readonly PageContent[];
  readonly annotations: readonly LinkAnnotation[];
}

/** A piece of marked content: where a leaf, or part of it, is drawn. */
interface Mark {
  readonly page: number;
  readonly identifier: number;
}

/**
 * Writes the structure tree (ISO 32000-1, 14.7) and returns its root. Keys of the parent tree: page n (from 0) has n,
 * annotation n has the number of pages + n. Elements with nothing drawn below them are left out, save table cells,
 * which hold their column's place.
 *
 * The objects are written here rather than by a library's helper so that elements nest exactly as layout says: a note
 * belongs right behind its reference although it is drawn at the foot, and a paragraph may go on over pages.
 */
export function writeStructure(
  document: PdfDocument,
  { root, pages, contents, annotations }: StructureInput,
): PdfRef {
  const marks = marksOf(contents);
  const treeRoot = document.getStructTreeRoot();
  const markParents: PdfRef[][] = contents.map(() => []);
  const linkParents = new Map<PdfRef, PdfRef>();
  const identifiers: [string, PdfRef][] = [];

  const isDrawn = (node: StructureNode): boolean =>
    node.kids.some((kid) => (kid.kind === 'leaf' ? marks.has(kid.leaf) : isDrawn(kid)));

  const writeElement = (node: StructureNode, parent: PdfRef, attributes: PdfDict | undefined): PdfRef => {
    const ref = document.ref({});
    const kids: PdfValue[] = [];
    let home: number | undefined;
    for (const [index, kid] of node.kids.entries()) {
      if (kid.kind === 'node') {
        if (isDrawn(kid) || isCell(kid)) kids.push(writeElement(kid, ref, attributesOf(kid, node, index)));
        continue;
      }
      for (const { page, identifier } of marks.get(kid.leaf) ?? []) {
        home ??= page;
        markParents[page]![identifier] = ref;
        kids.push(page === home ? identifier : { Type: 'MCR', Pg: pages[page]!, MCID: identifier });
      }
    }
    if (node.type === 'Link')
      for (const annotation of annotations) {
        if (annotation.link !== node.box) continue;
        linkParents.set(annotation.ref, ref);
        kids.push({ Type: 'OBJR', Obj: annotation.ref, Pg: pages[annotation.page]! });
      }
    const identifier = node.type === 'Note' ? `note-${node.box}` : undefined;
    if (identifier !== undefined) identifiers.push([identifier, ref]);
    set(ref, {
      Type: 'StructElem',
      S: node.type,
      P: parent,
      Pg: home === undefined ? undefined : pages[home],
      ID: identifier === undefined ? undefined : text(identifier),
      Lang: node.lang && text(node.lang),
      A: attributes,
      K: kids.length === 1 ? kids[0] : kids,
    });
    return ref;
  };

  const top = writeElement(root, treeRoot, undefined);
  const annotationParents = annotations.map(({ ref, link }) => linkParents.get(ref) ?? untagged(link));
  const numbers = [...markParents.map((parents) => add(document, parents)), ...annotationParents];
  Object.assign(treeRoot.data, {
    K: [top],
    ParentTree: add(document, { Nums: numbers.flatMap((parents, key) => [key, parents]) }),
    ParentTreeNextKey: numbers.length,
    IDTree: identifiers.length === 0 ? undefined : add(document, nameTree(identifiers)),
  });
  return treeRoot;
}

function marksOf(contents: readonly PageContent[]): ReadonlyMap<BoxId, readonly Mark[]> {
  const marks = new Map<BoxId, Mark[]>();
  for (const [page, { leaves }] of contents.entries())
    for (const [identifier, leaf] of leaves.entries()) {
      const ofLeaf = marks.get(leaf);
      if (ofLeaf) ofLeaf.push({ page, identifier });
      else marks.set(leaf, [{ page, identifier }]);
    }
  return marks;
}

const isCell = (node: StructureNode): boolean => node.type === 'TD' || node.type === 'TH';

/**
 * Attributes of tables 347 (lists) and 349 (tables). `index` is the node's place among its parent's kids: a header cell
 * before a row's first data cell heads the row, in a row of header cells only it heads its column.
 */
function attributesOf(node: StructureNode, parent: StructureNode, index: number): PdfDict | undefined {
  if (node.listNumbering) return { O: 'List', ListNumbering: node.listNumbering };
  if (!isCell(node)) return undefined;
  const headsRow = parent.kids.slice(index).some((kid) => kid.kind === 'node' && kid.type === 'TD');
  const scope = node.type === 'TH' ? (headsRow ? 'Row' : 'Column') : undefined;
  const span = node.columnSpan !== undefined && node.columnSpan > 1 ? node.columnSpan : undefined;
  return scope || span ? { O: 'Table', Scope: scope, ColSpan: span } : undefined;
}

const nameTree = (entries: readonly [string, PdfRef][]): PdfDict => ({
  Names: [...entries].sort(([a], [b]) => compareText(a, b)).flatMap(([key, ref]) => [text(key), ref]),
});

function untagged(link: BoxId): never {
  throw new Error(`the link box ${link} has no element in the structure`);
}
