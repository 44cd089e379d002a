import { isChinese, type Lang } from '../lang.ts';
import type { Face } from './types.ts';

/** Characters that are one code point in Chinese and in Western text but drawn differently (CLREQ 3.1.6). */
export const AMBIGUOUS: ReadonlySet<number> = new Set(
  Array.from('‘’“”—…·×°', (mark) => mark.codePointAt(0)!),
);

const APOSTROPHE = 0x2019;

/** See `FontBook.pick`. `before` and `after` are the neighbouring code points, 0 at the ends. */
export function pickFace(
  chain: readonly Face[],
  codePoint: number,
  lang: Lang,
  before: number,
  after: number,
): Face | undefined {
  const owner = AMBIGUOUS.has(codePoint) ? ownerOf(codePoint, lang, before, after) : undefined;
  let first: Face | undefined;
  for (const face of chain) {
    if (face.glyphFor(codePoint) === 0) continue;
    if (owner === undefined || face.script === owner) return face;
    first ??= face;
  }
  return first;
}

/** Whose drawing an ambiguous character takes: the language's, but the apostrophe of l’eau stays Latin in any text. */
function ownerOf(codePoint: number, lang: Lang, before: number, after: number): Face['script'] {
  if (codePoint === APOSTROPHE && isLatinLetter(before) && isLatinLetter(after)) return 'latin';
  return isChinese(lang) ? 'cjk' : 'latin';
}

/** Basic Latin, Latin-1 and Latin Extended letters. */
function isLatinLetter(codePoint: number): boolean {
  const upper = codePoint & ~0x20;
  if (upper >= 0x41 && upper <= 0x5a) return true;
  return codePoint >= 0xc0 && codePoint <= 0x24f && codePoint !== 0xd7 && codePoint !== 0xf7;
}
