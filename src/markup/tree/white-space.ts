import type { TextOrigin } from '../types.ts';

/** What stands in a line, as white-space processing sees it. */
export type Leaf =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly origins: readonly TextOrigin[];
      readonly preserve: boolean;
    }
  /** Something with a width that is no text (an inline-block, a page reference). */
  | { readonly kind: 'object' }
  /** A forced line break: white space beside it vanishes. */
  | { readonly kind: 'break' };

export interface CollapsedText {
  readonly text: string;
  readonly origins: readonly TextOrigin[];
}

interface Pending {
  readonly leaf: number;
  readonly index: number;
  newline: boolean;
}

const OBJECT = 0xfffc;

/**
 * Collapses the white space of one block's lines (CSS Text 4, section 4): each run becomes one blank; none is left at
 * the start, the end or beside a forced break; a run with a line feed between two wide characters vanishes (section
 * 4.1.3). Gives the text of each leaf, '' for those that are no text.
 */
export function collapseWhiteSpace(leaves: readonly Leaf[]): readonly CollapsedText[] {
  const kept: number[][] = leaves.map(() => []);
  let pending: Pending | undefined;
  let before = 0; // code point before the run; 0 = start of a line

  const settle = (after: number): void => {
    const vanishes = before === 0 || after === 0 || (pending?.newline && isWide(before) && isWide(after));
    if (pending && !vanishes) kept[pending.leaf]!.push(pending.index);
    pending = undefined;
    before = after;
  };

  for (const [number, leaf] of leaves.entries()) {
    if (leaf.kind !== 'text') {
      settle(leaf.kind === 'break' ? 0 : OBJECT);
      continue;
    }
    for (let index = 0; index < leaf.text.length; ) {
      const code = leaf.text.codePointAt(index)!;
      const units = code > 0xffff ? 2 : 1;
      if (!leaf.preserve && isSpace(code)) {
        pending ??= { leaf: number, index, newline: false };
        pending.newline ||= code === 0x0a || code === 0x0d;
      } else {
        settle(code);
        for (let unit = 0; unit < units; unit++) kept[number]!.push(index + unit);
      }
      index += units;
    }
  }
  // What is pending now ends the last line and vanishes.
  return leaves.map((leaf, number) => (leaf.kind === 'text' ? rebuild(leaf, kept[number]!) : NOTHING));
}

const NOTHING: CollapsedText = { text: '', origins: [] };

const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d || code === 0x0c;

/** Wide and full-width characters of UAX #11 except Hangul, between which a line feed is no blank. */
const isWide = (code: number): boolean =>
  (code >= 0x2e80 && code <= 0x312f) ||
  (code >= 0x3190 && code <= 0x4dbf) ||
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xfe30 && code <= 0xfe4f) ||
  (code >= 0xff01 && code <= 0xff60) ||
  (code >= 0xffe0 && code <= 0xffe6) ||
  (code >= 0x20000 && code <= 0x3ffff);

/** The kept characters, each white space as a blank, with origins that follow each jump. */
function rebuild(
  { text, origins, preserve }: Extract<Leaf, { kind: 'text' }>,
  kept: readonly number[],
): CollapsedText {
  if (preserve) return { text, origins };
  const result = kept.map((index) => (isSpace(text.charCodeAt(index)) ? ' ' : text[index]!)).join('');
  return { text: result, origins: kept.length === text.length ? origins : remap(origins, kept) };
}

function remap(origins: readonly TextOrigin[], kept: readonly number[]): readonly TextOrigin[] {
  const result: TextOrigin[] = [];
  let segment = -1;
  kept.forEach((index, at) => {
    const jumped = at === 0 || kept[at - 1] !== index - 1;
    let next = segment;
    while (next + 1 < origins.length && origins[next + 1]!.at <= index) next++;
    const origin = origins[next];
    if (origin && (jumped || next !== segment))
      result.push({ at, source: origin.source, start: origin.start + index - origin.at });
    segment = next;
  });
  return result;
}
