import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A finished file as pdf.js reads it. */
export const openPdf = (bytes: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({ data: bytes.slice(), verbosity: 0 }).promise;

interface TagNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly lang?: string;
  readonly children?: readonly TagNode[];
}

/** A page's tag tree with the text of its leaves, indented; marked content of other pages is not in it. */
export async function tagTree(document: PDFDocumentProxy, page: number): Promise<string> {
  const proxy = await document.getPage(page);
  const { items } = await proxy.getTextContent({ includeMarkedContent: true });
  const texts = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((entry) => entry !== undefined);
      if (id !== undefined) texts.set(id, (texts.get(id) ?? '') + item.str);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push('id' in item && typeof item.id === 'string' ? item.id : undefined);
  }
  const lines: string[] = [];
  const walk = (node: TagNode, depth: number): void => {
    const indent = '  '.repeat(depth);
    if (node.type === 'content') lines.push(`${indent}"${texts.get(node.id ?? '') ?? ''}"`);
    else if (node.type !== undefined) lines.push(`${indent}(${node.type})`);
    else lines.push(`${indent}${node.role}${node.lang === undefined ? '' : ` lang=${node.lang}`}`);
    for (const child of node.children ?? []) walk(child, depth + 1);
  };
  walk((await proxy.getStructTree()) as TagNode, 0);
  return `${lines.join('\n')}\n`;
}

/** Text of all pages with white space that touches Han or full-width characters taken away. */
export const comparable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/ ?([\p{Script=Han}\u3000-\u303f\uff00-\uffef]) ?/gu, '$1')
    .trim();

/** An uncompressed file as text: a dictionary on one line, texts decoded, binary streams by their length. */
export const readable = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .split(/(\nstream\n[\s\S]*?\nendstream\n)/)
    .map((part, index) => (index % 2 === 1 ? readableStream(part) : readableObjects(part)))
    .join('')
    .replace(/\nxref[\s\S]*?trailer/, '\nxref …\ntrailer');

function readableStream(stream: string): string {
  const text = Buffer.from(stream, 'latin1').toString('utf8');
  return /[\x00-\x08]/.test(stream) ? `\nstream\n… ${stream.length - 19} bytes …\nendstream\n` : text;
}

const readableObjects = (objects: string): string =>
  objects
    .replace(/\(\xfe\xff((?:\\.|[^\\)])*)\)/gs, (_, written: string) => `(${utf16(written)})`)
    .replace(/(?<=<<)\n|\n(?=>>)/g, '')
    .replace(/(?<!obj)\n(?=\/)/g, ' ');

/** Text of a literal string without its mark. */
const utf16 = (written: string): string =>
  Buffer.from(
    written.replace(/\\(.)/gs, (_, escaped: string) => ESCAPES[escaped] ?? escaped),
    'latin1',
  )
    .swap16()
    .toString('utf16le');

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
