import { strFromU8, unzipSync } from 'fflate';
import { parseDocument } from 'htmlparser2';
import type { Diagnostic } from '../../../src/diagnostics.ts';
import { writeDocx } from '../../../src/docx/index.ts';
import type { StyledDocument } from '../../../src/markup/types.ts';
import { fonts } from './world.ts';

type Parsed = ReturnType<typeof parseDocument>['children'][number];

/** An element of a part, for questions about a finished file. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** A finished Word file, read back. */
export interface Package {
  readonly bytes: Uint8Array;
  readonly parts: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
  root(path: string): Element;
}

/** Writes a document and reads the file back. Fails on errors. */
export async function write(document: StyledDocument): Promise<Package> {
  const { value, diagnostics } = await writeDocx(document, fonts);
  if (!value) throw new Error(`not written: ${diagnostics.map(({ message }) => message).join('; ')}`);
  const parts = new Map(Object.entries(unzipSync(value)).map(([path, data]) => [path, strFromU8(data)]));
  const root = (path: string): Element => {
    const xml = parts.get(path);
    if (xml === undefined) throw new Error(`no part ${path}`);
    return parse(xml);
  };
  return { bytes: value, parts, diagnostics, root };
}

export function parse(xml: string): Element {
  const convert = (node: Parsed): Element | string | undefined => {
    if (node.type === 'text') return (node as unknown as { data: string }).data;
    if (node.type !== 'tag') return undefined;
    const { name, attribs, children } = node as unknown as {
      name: string;
      attribs: Record<string, string>;
      children: Parsed[];
    };
    return {
      name,
      attributes: attribs,
      children: children.map(convert).filter((child) => child !== undefined),
    };
  };
  const top = parseDocument(xml, { xmlMode: true }).children.map(convert);
  const root = top.find((node): node is Element => typeof node === 'object');
  if (!root) throw new Error('no root element');
  return root;
}

/** All elements of a name below an element, in document order. */
export const all = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...all(child, name)],
  );

export const first = (element: Element, name: string): Element | undefined => all(element, name)[0];

/** `w:val` of the first element of a name below an element. */
export const val = (element: Element, name: string): string | undefined =>
  first(element, name)?.attributes['w:val'];

/** Visible text: characters and tabs, no field codes. */
export const textOf = (element: Element): string =>
  element.children
    .map((child) => {
      if (typeof child === 'string') return element.name === 'w:t' ? child : '';
      if (child.name === 'w:tab' && element.name === 'w:r') return '\t';
      return textOf(child);
    })
    .join('');

/** One element a line, indented; text stays with its element. For golden files. */
export function pretty(xml: string): string {
  const print = (node: Element, depth: number): string => {
    const indent = '  '.repeat(depth);
    // Namespaces are the library's long list, the same in each part.
    const attributes = Object.entries(node.attributes)
      .filter(([name]) => !name.startsWith('xmlns') && name !== 'mc:Ignorable')
      .map(([name, value]) => ` ${name}="${value}"`)
      .join('');
    if (node.children.length === 0) return `${indent}<${node.name}${attributes}/>\n`;
    if (node.children.every((child) => typeof child === 'string'))
      return `${indent}<${node.name}${attributes}>${node.children.join('')}</${node.name}>\n`;
    const inner = node.children
      .map((child) => (typeof child === 'string' ? `${indent}  ${child}\n` : print(child, depth + 1)))
      .join('');
    return `${indent}<${node.name}${attributes}>\n${inner}${indent}</${node.name}>\n`;
  };
  return print(parse(xml), 0);
}
