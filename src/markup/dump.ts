import { childrenOf } from './children.ts';
import { initialComputed } from './css/cascade.ts';
import { PROPERTIES } from './css/properties.ts';
import type {
  BlockBox,
  ComputedStyle,
  Content,
  MarginBox,
  PageMaster,
  StyledBox,
  StyledDocument,
} from './types.ts';

/**
 * A styled document as text a person can review: one line a box, children indented. A style is shown as what it adds
 * to the box around it, in the field names of `ComputedStyle`; numbers are rounded to 1/1000 pt.
 */
export function dumpStyledTree(styled: StyledDocument): string {
  const lines = [`document ${styled.lang} ${quote(styled.title)}`];
  if (styled.subject !== undefined) lines.push(`subject ${quote(styled.subject)}`);
  for (const master of styled.masters) dumpMaster(master, styled.root.style, lines);
  for (const { name, basedOn, kind, style } of styled.probes) {
    const base = basedOn === undefined ? '' : ` < ${quote(basedOn)}`;
    lines.push(`style ${kind} ${quote(name)}${base}${difference(style, styled.root.style)}`);
  }
  dumpBox(styled.root, undefined, 0, lines);
  return `${lines.join('\n')}\n`;
}

function dumpBox(box: StyledBox, around: ComputedStyle | undefined, depth: number, lines: string[]): void {
  // Text has the style of the box it stands in; only marks have their own.
  const style = box.kind === 'text' && !box.generated ? '' : difference(box.style, around);
  lines.push('  '.repeat(depth) + headOf(box) + style);
  for (const child of childrenOf(box)) dumpBox(child, box.style, depth + 1, lines);
}

function headOf(box: StyledBox): string {
  if (box.kind === 'text') {
    const origin = box.origins[0];
    const from = origin ? ` @${origin.start}${box.origins.length > 1 ? '…' : ''}` : '';
    return `${box.generated ? 'generated' : 'text'} ${quote(box.text)}${from}`;
  }
  if (box.kind === 'line-break') return box.kind;
  if (box.kind === 'content') return `content ${box.content.map(pieceOf).join(' ')}`;
  const words: string[] = [box.kind];
  if (box.role !== 'none') words.push(box.role);
  words.push(...box.classes.map((name) => `.${name}`));
  if (box.anchor !== undefined) words.push(`#${box.anchor}`);
  if (box.kind === 'inline' && box.href !== undefined) words.push(`→${box.href}`);
  if (box.kind === 'note') words.push(`no. ${box.number}`);
  if (box.kind === 'table') words.push(`columns ${box.columns.map(round).join(' ')}`);
  if (box.kind === 'cell' && box.columnSpan > 1) words.push(`×${box.columnSpan}`);
  if (box.kind === 'block' && box.marker) words.push(markerOf(box.marker));
  if (box.kind === 'block' || box.kind === 'table')
    words.push(...box.strings.map(({ name, value }) => `${name}:=${quote(value)}`));
  return words.join(' ');
}

function markerOf({ marker, box }: NonNullable<BlockBox['marker']>): string {
  const { list, level, value, format, label } = marker;
  const typed = label === undefined ? '' : ' typed';
  return `marker ${quote(box.text)} (${list} level ${level}, ${format} ${value}${typed})`;
}

function dumpMaster(master: PageMaster, root: ComputedStyle, lines: string[]): void {
  const { width, height, marginTop, marginRight, marginBottom, marginLeft, footnote } = master;
  const margins = [marginTop, marginRight, marginBottom, marginLeft].map(round).join(' ');
  const which = `${master.name || 'default'} ${master.first ? 'first' : 'other'} ${master.side}`;
  lines.push(`page ${which} ${round(width)} × ${round(height)} margins ${margins}`);
  const { rule, ruleLength, paddingTop } = footnote;
  const inset = `${round(footnote.marginLeft)} ${round(footnote.marginRight)}`;
  const length = ruleLength === 'none' ? 'whole' : round(ruleLength);
  lines.push(
    `  notes above ${round(footnote.marginTop)} inset ${inset} rule ${length} × ${round(rule.width)} below ${round(paddingTop)}`,
  );
  for (const box of master.boxes) lines.push(`  ${boxLine(box, root)}`);
}

const boxLine = ({ name, content, style }: MarginBox, root: ComputedStyle): string =>
  `${name} ${content.map(pieceOf).join(' ')}${difference(style, root)}`;

function pieceOf(piece: Content): string {
  switch (piece.kind) {
    case 'text':
      return quote(piece.text);
    case 'counter':
      return `counter(${piece.name}, ${piece.format})`;
    case 'string':
      return `string(${piece.name}, ${piece.which})`;
    case 'leader':
      return `leader(${quote(piece.text)})`;
    case 'target-page':
      return `page-of(#${piece.target})`;
  }
}

/** Fields that go down from parent to child; the others begin anew in each box. */
const INHERITED: ReadonlySet<string> = new Set(
  PROPERTIES.filter(({ inherited }) => inherited).flatMap(({ fields }) => fields),
);
const INITIAL: ComputedStyle = initialComputed().style;

/** What a style adds to the one around it: inherited fields that changed, others that are not initial. */
function difference(style: ComputedStyle, around: ComputedStyle = INITIAL): string {
  const fields = Object.entries(style).flatMap(([field, value]) => {
    const before = (INHERITED.has(field) ? around : INITIAL)[field as keyof ComputedStyle];
    return shownValue(before) === shownValue(value) ? [] : [`${field} ${shownValue(value)}`];
  });
  return fields.length === 0 ? '' : ` {${fields.join('; ')}}`;
}

function shownValue(value: unknown): string {
  if (typeof value === 'number') return round(value);
  if (Array.isArray(value)) return value.map(shownValue).join(',');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(shownValue).join('/');
  return String(value);
}

const round = (value: number): string => String(Math.round(value * 1000) / 1000);
const quote = (text: string): string => JSON.stringify(text);
