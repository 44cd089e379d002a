import type { Span } from '../source.ts';
import type { MarkupNode, TextOrigin } from './types.ts';

/**
 * `data-origin` says where in the data file an element came from, `data-source` (on it or an ancestor) which file:
 * - `120-180`: the element is made from these offsets;
 * - `0:120,14:140`: the same, and each text offset before a colon stands at the source offset after it, and so on to
 *   the next pair. Offsets count the element's own text, before white-space processing.
 */
export type DataOrigin =
  | { readonly kind: 'span'; readonly start: number; readonly end: number }
  | { readonly kind: 'text'; readonly segments: readonly (readonly [at: number, start: number])[] };

/** Reads a `data-origin`; none if it is not of either form. */
export function readDataOrigin(text: string): DataOrigin | undefined {
  const span = /^(\d+)-(\d+)$/.exec(text);
  if (span) return { kind: 'span', start: Number(span[1]), end: Number(span[2]) };
  if (!/^\d+:\d+(?:,\d+:\d+)*$/.test(text)) return undefined;
  const segments = text.split(',').map((pair) => pair.split(':').map(Number) as [number, number]);
  return { kind: 'text', segments };
}

/** Origins of a text node that begins at offset `from` of an element with these segments. */
export function originsOf(
  segments: readonly (readonly [at: number, start: number])[],
  source: string,
  from: number,
  length: number,
): readonly TextOrigin[] {
  const origins: TextOrigin[] = [];
  for (const [at, start] of segments) {
    if (at >= from + length) break;
    const origin = { at: Math.max(0, at - from), source, start: start + Math.max(0, from - at) };
    if (origin.at === 0) origins.length = 0;
    origins.push(origin);
  }
  return origins;
}

/** The stretch of the source that a text of this length came from. */
function spanOfOrigins(origins: readonly TextOrigin[], length: number): Span | undefined {
  const first = origins[0];
  const last = origins.at(-1);
  return first && last
    ? { source: first.source, start: first.start, end: last.start + length - last.at }
    : undefined;
}

/** An element that only wraps mapped text came from where its text came from. */
export function modelOf(children: readonly MarkupNode[]): Span | undefined {
  const [only, ...rest] = children;
  return only?.kind === 'text' && rest.length === 0
    ? spanOfOrigins(only.origins, only.text.length)
    : undefined;
}
