import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A node of the structure tree with its text; a note's text is not part of its ancestors'. */
export interface TreeNode {
  readonly role: string;
  readonly lang?: string;
  readonly text: string;
  readonly children: readonly TreeNode[];
}

/** What pdfjs reads from a finished PDF. */
export interface ReadPdf {
  readonly pages: number;
  readonly info: Readonly<Record<string, unknown>>;
  readonly marked: boolean;
  readonly outline: readonly string[];
  /** URLs that links lead to, in page order. */
  readonly urls: readonly string[];
  /** One structure tree a page. */
  readonly trees: readonly TreeNode[];
  /** Text in reading order without notes, heads and feet; all white space removed. */
  readonly body: string;
  /** The notes, each once, in order; all white space removed. */
  readonly notes: readonly string[];
  /** Text outside the structure: heads and feet, page by page. */
  readonly artifacts: readonly string[];
}

interface StructureItem {
  readonly role?: string;
  readonly lang?: string;
  readonly children?: readonly StructureItem[];
  readonly type?: string;
  readonly id?: string;
}

/** Reads a PDF with pdfjs, by its structure tree. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
  });
  const pdf = await task.promise;
  const { info } = await pdf.getMetadata();
  const trees: TreeNode[] = [];
  const artifacts: string[] = [];
  const urls: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { byId, rest } = marked(await page.getTextContent({ includeMarkedContent: true }));
    const tree = (await page.getStructTree()) as StructureItem | null;
    if (tree) trees.push(withText(tree, byId));
    artifacts.push(rest);
    for (const annotation of await page.getAnnotations()) if (annotation.url) urls.push(annotation.url);
  }
  const outline = (await pdf.getOutline())?.map(({ title }) => title) ?? [];
  const markInfo = await pdf.getMarkInfo();
  const read: ReadPdf = {
    pages: pdf.numPages,
    info: info as Record<string, unknown>,
    marked: markInfo?.Marked === true,
    outline,
    urls,
    trees,
    body: bare(trees.map(({ text }) => text).join('')),
    notes: trees.flatMap((tree) => find(tree, 'Note')).map(({ text }) => bare(text)),
    artifacts,
  };
  await task.destroy();
  return read;
}

/** All nodes of a role, in order. */
export const find = (node: TreeNode, role: string): readonly TreeNode[] => [
  ...(node.role === role ? [node] : []),
  ...node.children.flatMap((child) => find(child, role)),
];

export const bare = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '');

type TextContent = Awaited<
  ReturnType<
    Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>['getTextContent']
  >
>;

/** Text of each marked-content sequence of the structure, and of everything outside. */
function marked(content: TextContent): { byId: Map<string, string>; rest: string } {
  const byId = new Map<string, string>();
  const open: (string | undefined)[] = [];
  let rest = '';
  for (const item of content.items) {
    if ('str' in item) {
      const id = open.findLast((one) => one !== undefined);
      if (id === undefined) rest += item.str;
      else byId.set(id, (byId.get(id) ?? '') + item.str);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id ?? undefined);
  }
  return { byId, rest };
}

function withText(item: StructureItem, byId: ReadonlyMap<string, string>): TreeNode {
  const children: TreeNode[] = [];
  let text = '';
  for (const child of item.children ?? []) {
    if (child.type === 'content') text += byId.get(child.id ?? '') ?? '';
    else if (child.role !== undefined) {
      const node = withText(child, byId);
      children.push(node);
      if (node.role !== 'Note') text += node.text;
    }
  }
  return { role: item.role ?? '', ...(item.lang ? { lang: item.lang } : {}), text, children };
}
