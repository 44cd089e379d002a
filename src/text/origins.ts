import type { TextOrigin } from '../markup/types.ts';
import type { Span } from '../source.ts';
import type { Paragraph } from './types.ts';

/** Origins of the part [from, to) of a text, with offsets counted from `from`. */
export function sliceOrigins(
  origins: readonly TextOrigin[],
  from: number,
  to: number,
): readonly TextOrigin[] {
  const slice: TextOrigin[] = [];
  for (const origin of origins) {
    if (origin.at >= to) break;
    if (origin.at <= from) {
      slice.length = 0;
      slice.push({ at: 0, source: origin.source, start: origin.start + from - origin.at });
    } else {
      slice.push({ ...origin, at: origin.at - from });
    }
  }
  return slice;
}

/** Where the characters [from, to) of a paragraph stand in the file the user wrote; none for words of the template. */
export function spanOf(paragraph: Paragraph, from: number, to: number): Span | undefined {
  let span: Span | undefined;
  for (const run of paragraph.runs) {
    if (run.end <= from || run.start >= to) continue;
    const a = Math.max(from, run.start) - run.start;
    const b = Math.min(to, run.end) - run.start;
    const parts = sliceOrigins(run.origins, a, b);
    const first = parts[0];
    const last = parts.at(-1);
    if (!first || !last) continue;
    const end = last.start + (b - a - last.at);
    if (!span) span = { source: first.source, start: first.start, end };
    else if (span.source === first.source) span = { ...span, end: Math.max(span.end, end) };
  }
  return span;
}
