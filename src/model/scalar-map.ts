import type { Scalar } from 'yaml';
import { blockMap } from './scalar-block.ts';
import { isBlank, type Line, linesOf, type ScalarMap, Tape } from './scalar-tape.ts';

export { type ScalarMap, sourceRange } from './scalar-tape.ts';

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
      return blockMap(source, node, start, end);
    default:
      return plain(source, start, end);
  }
}

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
