import { lineStarts, positionAt, type Source, type Span } from '../source.ts';
import { cells, visible } from './cells.ts';

/** Lines shown before and after the line at fault. */
const CONTEXT = 2;
/** Cells of text shown of a line; a paragraph of a resolution is often one line of a thousand characters. */
const WINDOW = 88;
/** Cells kept to the left of the fault in a line that is cut. */
const LEAD = 24;

/** One line of a code frame: its number (none = the underline), its text, and whether it is the line at fault. */
export interface FrameLine {
  readonly number?: number;
  readonly text: string;
  readonly fault: boolean;
}

/**
 * The lines around a span with an underline of carets, as wide on a terminal as the characters above it. Of a span over
 * several lines the first is underlined. Long lines are cut to a window around the span, marked with `…`.
 */
export function codeFrame(source: Source, span: Span): readonly FrameLine[] {
  const { line } = positionAt(source, span.start);
  const starts = lineStarts(source);
  const start = starts[line - 1]!;
  const text = lineText(source, line);
  const from = Math.min(span.start - start, text.length);
  const to = Math.max(from, Math.min(span.end - start, text.length));
  const window = windowAround(text, from, to);
  const frame: FrameLine[] = [];
  for (let near = Math.max(1, line - CONTEXT); near <= Math.min(starts.length, line + CONTEXT); near++) {
    if (near !== line) {
      const whole = lineText(source, near);
      // A last line without characters is only the end of the line before.
      if (near === starts.length && whole === '') continue;
      frame.push({ number: near, text: clip(whole, 0, cut(whole, 0, WINDOW)), fault: false });
      continue;
    }
    frame.push({ number: near, text: clip(text, window.from, window.to), fault: true });
    const before = (window.from > 0 ? '…' : '') + visible(text.slice(window.from, from));
    const marked = visible(text.slice(from, Math.min(to, window.to)));
    frame.push({
      text: ' '.repeat(cells(before)) + '^'.repeat(Math.max(1, cells(marked))),
      fault: true,
    });
  }
  return frame;
}

function lineText(source: Source, line: number): string {
  const starts = lineStarts(source);
  return source.text.slice(starts[line - 1], starts[line] ?? source.text.length).replace(/[\r\n]+$/, '');
}

function windowAround(text: string, from: number, to: number): { from: number; to: number } {
  if (cells(visible(text)) <= WINDOW) return { from: 0, to: text.length };
  let left = from;
  let lead = 0;
  while (left > 0 && lead < LEAD) {
    const step = isLowSurrogate(text, left - 1) && left > 1 ? 2 : 1;
    lead += cells(visible(text.slice(left - step, left)));
    left -= step;
  }
  // A fault near the end of the line leaves room on the right: show more on the left.
  const right = cut(text, left, WINDOW);
  return { from: left, to: Math.max(right, Math.min(to, right)) };
}

/** Offset up to which the text from `from` on fits into a number of cells. */
function cut(text: string, from: number, room: number): number {
  let at = from;
  let used = 0;
  for (const character of text.slice(from)) {
    used += cells(visible(character));
    if (used > room) return at;
    at += character.length;
  }
  return at;
}

const clip = (text: string, from: number, to: number): string =>
  `${from > 0 ? '…' : ''}${visible(text.slice(from, to))}${to < text.length ? '…' : ''}`;

const isLowSurrogate = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
