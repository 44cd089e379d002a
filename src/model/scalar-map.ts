import type { Scalar } from 'yaml';

/**
 * Where each UTF-16 unit of a decoded YAML scalar stands in the file. Unit `i` comes from [starts[i], ends[i]);
 * a blank or line feed made from a line fold covers the whole fold. Both arrays have the length of `text`.
 */
export interface ScalarMap {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Where the text begins and ends in the file, without quotes and block header; used for empty stretches. */
  readonly start: number;
  readonly end: number;
}

/** Source stretch [start, end) of the decoded units [from, to). An empty stretch gives the place before `from`. */
export function sourceRange(map: ScalarMap, from: number, to: number): { start: number; end: number } {
  if (map.text.length === 0) return { start: map.start, end: map.end };
  if (to <= from) {
    const start = from < map.text.length ? map.starts[from]! : map.end;
    return { start, end: start };
  }
  return { start: map.starts[from]!, end: map.ends[Math.min(to, map.text.length) - 1]! };
}

/**
 * Decodes a scalar once more, keeping track of places (YAML 1.2.2, sections 6.5, 7.3 and 8.1). `yaml` gives the value
 * only. The rules are those of `yaml` 2.9; a property test holds the two together.
 *
 * @param source the whole file
 * @param node a scalar of `yaml.parseDocument(source, { keepSourceTokens: true })`
 */
export function scalarMap(source: string, node: Scalar): ScalarMap {
  const [start, end] = node.range ?? [0, 0];
  switch (node.type) {
    case 'QUOTE_SINGLE':
      return singleQuoted(source, start + 1, end - 1);
    case 'QUOTE_DOUBLE':
      return doubleQuoted(source, start + 1, end - 1);
    case 'BLOCK_LITERAL':
    case 'BLOCK_FOLDED':
      return block(source, node, start, end);
    default:
      return plain(source, start, end);
  }
}

/** Collects decoded units with their places. */
class Tape {
  private readonly limit: number;
  private text = '';
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  /** `limit` is the end of the scalar: the line end that `|` promises may be missing at the end of a file. */
  constructor(limit: number) {
    this.limit = limit;
  }

  /** `text` stands character by character in the file from `start`. */
  copy(source: string, start: number, end: number): void {
    for (let at = start; at < end; at++) this.put(source[at]!, at, at + 1);
  }

  /** All units of `text` come from the one stretch [start, end). */
  put(text: string, start: number, end: number): void {
    this.text += text;
    for (let unit = 0; unit < text.length; unit++) {
      this.starts.push(Math.min(start, this.limit));
      this.ends.push(Math.min(end, this.limit));
    }
  }

  done(start: number, end: number): ScalarMap {
    return {
      text: this.text,
      starts: Uint32Array.from(this.starts),
      ends: Uint32Array.from(this.ends),
      start,
      end,
    };
  }
}

interface Line {
  readonly start: number;
  /** Before the line end. */
  readonly end: number;
}

/** Lines of [start, end); LF and CRLF end a line. */
function linesOf(source: string, start: number, end: number): Line[] {
  const lines: Line[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    if (source[at] !== '\n') continue;
    lines.push({ start: from, end: at > from && source[at - 1] === '\r' ? at - 1 : at });
    from = at + 1;
  }
  lines.push({ start: from, end });
  return lines;
}

const isBlank = (unit: string | undefined): boolean => unit === ' ' || unit === '\t';

/** Flow folding (YAML 1.2.2, section 6.5): one line end is a blank, n line ends are n - 1 line feeds. */
function foldLines(
  tape: Tape,
  source: string,
  lines: readonly Line[],
  copy: (start: number, end: number) => void,
): void {
  let written: number | undefined;
  let pending = 0;
  lines.forEach((line, index) => {
    let { start, end } = line;
    const last = index === lines.length - 1;
    if (index > 0) while (start < end && isBlank(source[start])) start++;
    if (!last) while (end > start && isBlank(source[end - 1])) end--;
    if (index > 0) pending++;
    // The first and the last line count even when they are empty; empty lines between are line feeds.
    if (start === end && index > 0 && !last) return;
    if (index > 0) tape.put(pending === 1 ? ' ' : '\n'.repeat(pending - 1), written ?? start, start);
    pending = 0;
    copy(start, end);
    written = end;
  });
}

function plain(source: string, start: number, end: number): ScalarMap {
  const tape = new Tape(end);
  foldLines(tape, source, linesOf(source, start, end), (from, to) => tape.copy(source, from, to));
  return tape.done(start, end);
}

function singleQuoted(source: string, start: number, end: number): ScalarMap {
  const tape = new Tape(end);
  foldLines(tape, source, linesOf(source, start, end), (from, to) => {
    for (let at = from; at < to; at++) {
      if (source[at] === "'" && source[at + 1] === "'" && at + 1 < to) {
        tape.put("'", at, at + 2);
        at++;
      } else tape.put(source[at]!, at, at + 1);
    }
  });
  return tape.done(start, end);
}

/** Single-character escapes (YAML 1.2.2, section 5.7). */
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
};

const HEX_LENGTH: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function doubleQuoted(source: string, start: number, end: number): ScalarMap {
  const tape = new Tape(end);
  let at = start;
  while (at < end) {
    const unit = source[at]!;
    if (unit === '\\') at = unescapeAt(tape, source, at, end);
    else if (isBlank(unit) || unit === '\n' || (unit === '\r' && source[at + 1] === '\n')) {
      let after = at;
      while (after < end && isBlank(source[after])) after++;
      const folds = source[after] === '\n' || (source[after] === '\r' && source[after + 1] === '\n');
      if (folds && after < end) at = foldQuoted(tape, source, at, after, end);
      else {
        tape.copy(source, at, after);
        at = after;
      }
    } else {
      tape.put(unit, at, at + 1);
      at++;
    }
  }
  return tape.done(start, end);
}

/** A line fold in double quotes: `blanks` is where it begins, `lineEnd` where its first line end stands. */
function foldQuoted(tape: Tape, source: string, blanks: number, lineEnd: number, end: number): number {
  let lines = 0;
  let at = lineEnd;
  while (at < end) {
    const unit = source[at];
    if (unit === '\r' && source[at + 1] !== '\n') break;
    if (unit === '\n') lines++;
    else if (!isBlank(unit) && unit !== '\r') break;
    at++;
  }
  tape.put(lines === 1 ? ' ' : '\n'.repeat(lines - 1), blanks, at);
  return at;
}

/** Reads the escape at `at`; gives the place after it. */
function unescapeAt(tape: Tape, source: string, at: number, end: number): number {
  const sign = source[at + 1] ?? '';
  const simple = ESCAPES[sign];
  if (simple !== undefined) {
    tape.put(simple, at, at + 2);
    return at + 2;
  }
  if (sign === '\n' || (sign === '\r' && source[at + 2] === '\n')) {
    let after = at + (sign === '\n' ? 2 : 3);
    while (after < end && isBlank(source[after])) after++;
    return after;
  }
  const digits = HEX_LENGTH[sign];
  if (digits !== undefined) {
    const after = at + 2 + digits;
    const code = Number.parseInt(source.slice(at + 2, after), 16);
    tape.put(code <= 0x10ffff ? String.fromCodePoint(code) : source.slice(at, after), at, after);
    return after;
  }
  tape.copy(source, at, at + 2);
  return at + 2;
}

interface BlockLine extends Line {
  /** Blanks at the beginning of the line. */
  readonly indent: number;
  readonly empty: boolean;
}

/** `|` and `>` (YAML 1.2.2, section 8.1). `start` is at the indicator. */
function block(source: string, node: Scalar, start: number, end: number): ScalarMap {
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
