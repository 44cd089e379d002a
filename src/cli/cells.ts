/**
 * Ranges of code points that take two cells of a terminal: East_Asian_Width W and F (UAX #11), rounded to blocks where
 * what lies between is unassigned. In order.
 */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2329, 0x232a],
  [0x23e9, 0x23ec],
  [0x25fd, 0x25fe],
  [0x2614, 0x2615],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1aff0, 0x1b2ff],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

/**
 * Characters that would move the cursor, change colours or turn the reading order of the message around them: C0 and
 * C1 controls, bidi controls (UAX #9, 2), line and paragraph separators, zero-width marks, lone surrogates.
 */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/gu;

/** The text with all characters that a terminal would obey or hide shown as `\u{…}`. */
export const visible = (text: string): string =>
  text.replace(UNSAFE, (found) => `\\u{${found.codePointAt(0)!.toString(16).toUpperCase()}}`);

/** Number of terminal cells that a visible text takes. */
export function cells(text: string): number {
  let sum = 0;
  for (const character of text) {
    if (/^\p{M}$/u.test(character)) continue;
    sum += isWide(character.codePointAt(0)!) ? 2 : 1;
  }
  return sum;
}

const isWide = (codePoint: number): boolean =>
  codePoint >= 0x1100 && WIDE.some(([first, last]) => codePoint >= first && codePoint <= last);
