/** Identifies one input text for spans: the path as the user gave it, or `<memory>` names in tests. */
export type SourceId = string;

/** A stretch of a source in UTF-16 code units, end exclusive. */
export interface Span {
  readonly source: SourceId;
  readonly start: number;
  readonly end: number;
}

/** An input text kept for code frames. `text` has no byte-order mark; offsets of spans count in it. */
export interface Source {
  readonly id: SourceId;
  readonly text: string;
}

/** 1-based line and column (in UTF-16 code units) of an offset. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const lineStartsCache = new WeakMap<Source, readonly number[]>();

/** Offsets at which the lines of a source begin; LF, CRLF and CR end a line. */
export function lineStarts(source: Source): readonly number[] {
  const known = lineStartsCache.get(source);
  if (known) return known;
  const starts = [0];
  for (const match of source.text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  lineStartsCache.set(source, starts);
  return starts;
}

/** Line and column of an offset; offsets past the end give the end. */
export function positionAt(source: Source, offset: number): Position {
  const starts = lineStarts(source);
  const at = Math.max(0, Math.min(offset, source.text.length));
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
}
