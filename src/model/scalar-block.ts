import type { Scalar } from 'yaml';
import { type Line, linesOf, type ScalarMap, Tape } from './scalar-tape.ts';

interface BlockLine extends Line {
  /** Blanks at the beginning of the line. */
  readonly indent: number;
  readonly empty: boolean;
}

/** `|` and `>` (YAML 1.2.2, section 8.1). `start` is at the indicator. */
export function blockMap(source: string, node: Scalar, start: number, end: number): ScalarMap {
  const headerEnd = source.indexOf('\n', start);
  const header = /^[|>]([-+0-9]*)/.exec(source.slice(start, headerEnd < 0 ? end : headerEnd))?.[1] ?? '';
  const explicit = Number(/[0-9]/.exec(header)?.[0] ?? 0);
  const contentStart = headerEnd < 0 || headerEnd >= end ? end : headerEnd + 1;
  const lines = blockLines(source, contentStart, end);
  let used = lines.length;
  while (used > 0 && lines[used - 1]!.empty) used--;
  const tape = new Tape(end);
  if (used === 0) {
    if (header.includes('+') && contentStart < end)
      for (const line of lines.slice(0, Math.max(1, lines.length - 1)))
        tape.put('\n', line.start, line.end + 1);
    return tape.done(contentStart, end);
  }
  const first = lines.findIndex((line) => !line.empty);
  const token = node.srcToken;
  const parentIndent = token?.type === 'block-scalar' ? token.indent : 0;
  const trim = explicit ? parentIndent + explicit : lines[first]!.indent;
  for (let index = lines.length - 1; index >= used; index--)
    if (lines[index]!.indent > trim) used = index + 1;

  for (const line of lines.slice(0, first)) {
    tape.copy(source, Math.min(line.start + trim, line.start + line.indent), line.start + line.indent);
    tape.put('\n', line.end, lineEndAfter(source, line.end));
  }
  if (node.type === 'BLOCK_LITERAL') literal(tape, source, lines.slice(first, used), trim);
  else folded(tape, source, lines.slice(first, used), trim);

  const lastEnd = lines[used - 1]!.end;
  if (header.includes('+')) {
    let ended = false;
    for (const line of lines.slice(used)) {
      tape.put('\n', line.start - 1, line.start);
      tape.copy(source, Math.min(line.start + trim, line.start + line.indent), line.start + line.indent);
      ended = line.indent <= trim;
    }
    if (!ended) tape.put('\n', lastEnd, lineEndAfter(source, lastEnd));
  } else if (!header.includes('-')) tape.put('\n', lastEnd, lineEndAfter(source, lastEnd));
  return tape.done(contentStart, end);
}

function blockLines(source: string, start: number, end: number): BlockLine[] {
  if (start >= end) return [];
  return linesOf(source, start, end).map((line) => {
    let at = line.start;
    while (at < line.end && source[at] === ' ') at++;
    return { ...line, indent: at - line.start, empty: at === line.end };
  });
}

const lineEndAfter = (source: string, at: number): number =>
  source.startsWith('\r\n', at) ? at + 2 : at < source.length ? at + 1 : at;

function literal(tape: Tape, source: string, lines: readonly BlockLine[], trim: number): void {
  lines.forEach((line, index) => {
    if (index > 0) {
      const before = lines[index - 1]!.end;
      tape.put('\n', before, lineEndAfter(source, before));
    }
    tape.copy(source, line.start + Math.min(trim, line.indent), line.end);
  });
}

/** `>`: a line end between lines of equal indentation is a blank; lines indented further keep theirs. */
function folded(tape: Tape, source: string, lines: readonly BlockLine[], trim: number): void {
  let separator = '';
  let separatorStart = lines[0]?.start ?? 0;
  let afterIndented = false;
  const open = (line: BlockLine, from: number): void => {
    if (separator) tape.put(separator, separatorStart, from);
    tape.copy(source, from, line.end);
    separatorStart = line.end;
  };
  for (const line of lines) {
    const from = line.start + Math.min(trim, line.indent);
    if (line.indent > trim || source[line.start + line.indent] === '\t') {
      if (separator === ' ') separator = '\n';
      else if (!afterIndented && separator === '\n') separator = '\n\n';
      open(line, from);
      separator = '\n';
      afterIndented = true;
    } else if (line.empty) {
      if (separator === '\n') {
        tape.put('\n', separatorStart, line.end);
        separatorStart = line.end;
      } else separator = '\n';
    } else {
      open(line, from);
      separator = ' ';
      afterIndented = false;
    }
  }
}
