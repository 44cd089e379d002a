import type { Diagnostic, Outcome } from '../../src/diagnostics.ts';
import { readDocument } from '../../src/model/index.ts';
import type { Article, Block, Clause, Document, Inline, ItemList, Paragraph } from '../../src/model/types.ts';

/** A file of the General Assembly in Chinese around a body. `rest` goes at the end, e.g. notes. */
export const file = (body: string, rest = '', head = ''): string => `schema: chancery/resolution@1
publication:
  organ: general-assembly
  language: zh
resolution:
  number: 75/1
${head}body:
${indent(body)}
${rest}`;

const indent = (text: string): string =>
  text
    .replace(/^\n+|\s+$/g, '')
    .split('\n')
    .map((line) => (line === '' ? line : `  ${line}`))
    .join('\n');

export const read = (text: string): Outcome<Document> => readDocument({ id: 'test.yaml', text });

/** The only article of a file without faults; fails the test with the diagnostics otherwise. */
export function article(text: string): Article {
  const { value, diagnostics } = read(text);
  if (!value || diagnostics.length > 0)
    throw new Error(diagnostics.map((one) => show(text, one)).join('\n') || 'none');
  return value.parts[0]!;
}

/** `error model/unknown-key «prambule» message → hint`. */
export function show(text: string, { severity, code, span, message, hints }: Diagnostic): string {
  const at = span ? ` «${text.slice(span.start, span.end)}»` : '';
  return `${severity} ${code}${at}\n  ${message}${hints.map((hint) => `\n  → ${hint.text}`).join('')}`;
}

/** Inlines as text: [lead], {cite}, ^note number, (#ref), *…*. */
export const inlineText = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
          return inline.text;
        case 'cite':
          return `{${inline.text}}`;
        case 'note':
          return `^${inline.number}`;
        case 'ref':
          return `(#${inline.target})`;
        case 'link':
          return `<${inline.href} ${inlineText(inline.children)}>`;
        default:
          return `[${inline.kind} ${inlineText(inline.children)}]`;
      }
    })
    .join('');

const prose = (paragraphs: readonly Paragraph[]): string =>
  paragraphs.map(({ inlines }) => inlineText(inlines)).join(' ¶ ');

const itemLines = (items: ItemList | undefined, pad: string): string[] =>
  items
    ? [
        `${pad}${items.numbering.style} from ${items.numbering.start}`,
        ...items.items.flatMap((item) => clauseLines(item, pad)),
      ]
    : [];

function clauseLines({ id, value, label, paragraphs, items, tail }: Clause, pad: string): string[] {
  return [
    `${pad}${value}${label === undefined ? '' : ` “${label}”`} #${id}: ${prose(paragraphs)}`,
    ...itemLines(items, `${pad}  `),
    ...(tail ? [`${pad}tail: ${prose(tail)}`] : []),
  ];
}

/** Blocks as lines of text, for eyes. */
export function outline(blocks: readonly Block[], pad = ''): string[] {
  return blocks.flatMap((block) => blockLines(block, pad));
}

function blockLines(block: Block, pad: string): string[] {
  switch (block.kind) {
    case 'organ-line':
      return [`${pad}organ line${block.text ? `: ${inlineText(block.text)}` : ''}`];
    case 'preambular':
    case 'paragraph':
      return [`${pad}${block.kind}: ${prose(block.paragraphs)}`];
    case 'unnumbered':
      return [
        `${pad}unnumbered: ${prose(block.paragraphs)}`,
        ...itemLines(block.items, `${pad}  `),
        ...(block.tail ? [`${pad}tail: ${prose(block.tail)}`] : []),
      ];
    case 'clauses':
      return [
        `${pad}clauses ${block.list}${block.continued ? ' continued' : ''} from ${block.numbering.start}`,
        ...block.clauses.flatMap((clause) => clauseLines(clause, `${pad}  `)),
      ];
    case 'heading':
      return [
        `${pad}heading ${block.level}${block.label === undefined ? '' : ` “${block.label}”`}: ${inlineText(block.text)}`,
      ];
    case 'article':
      return [
        `${pad}article ${block.label === undefined ? block.value : `“${block.label}”`} #${block.id}`,
        ...outline(block.body, `${pad}  `),
      ];
    case 'embedded':
      return [
        `${pad}embedded #${block.id}: ${inlineText(block.title ?? [])}`,
        ...outline(block.body, `${pad}  `),
      ];
    case 'table':
      return [
        `${pad}table: ${[block.header, ...block.rows].map((row) => row.map(inlineText).join(' | ')).join(' / ')}`,
      ];
  }
}
