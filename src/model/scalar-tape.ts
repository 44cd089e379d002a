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

/** Collects decoded units with their places. */
export class Tape {
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

export interface Line {
  readonly start: number;
  /** Before the line end. */
  readonly end: number;
}

/** Lines of [start, end); LF and CRLF end a line. */
export function linesOf(source: string, start: number, end: number): Line[] {
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

export const isBlank = (unit: string | undefined): boolean => unit === ' ' || unit === '\t';
