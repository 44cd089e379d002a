import type { Sfnt } from './sfnt.ts';

/** Glyph of a code point, 0 = none. */
export type CharacterMap = (codePoint: number) => number;

/** Preference among the subtables a font offers: [platform, encoding, format], best first (OpenType 1.9, "cmap"). */
const PREFERENCE = [
  [3, 10, 12],
  [0, 4, 12],
  [0, 6, 12],
  [3, 1, 4],
  [0, 3, 4],
] as const;

/** The Unicode character map of a font; nothing is mapped where the font has none. */
export function characterMap(sfnt: Sfnt): CharacterMap {
  const cmap = sfnt.table('cmap');
  for (const [platform, encoding, format] of PREFERENCE) {
    const at = findSubtable(cmap, platform, encoding, format);
    if (at !== undefined) return format === 12 ? segmentedCoverage(cmap, at) : segmentToDelta(cmap, at);
  }
  return () => 0;
}

function findSubtable(
  cmap: DataView,
  platform: number,
  encoding: number,
  format: number,
): number | undefined {
  const count = cmap.getUint16(2);
  for (let record = 4; record < 4 + 8 * count; record += 8) {
    if (cmap.getUint16(record) !== platform || cmap.getUint16(record + 2) !== encoding) continue;
    const at = cmap.getUint32(record + 4);
    if (cmap.getUint16(at) === format) return at;
  }
  return undefined;
}

/** Format 12: sorted groups (first, last, glyph of first). */
function segmentedCoverage(cmap: DataView, at: number): CharacterMap {
  const groups = cmap.getUint32(at + 12);
  const first = at + 16;
  return (codePoint) => {
    let low = 0;
    let high = groups - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = first + 12 * middle;
      if (codePoint < cmap.getUint32(group)) high = middle - 1;
      else if (codePoint > cmap.getUint32(group + 4)) low = middle + 1;
      else return cmap.getUint32(group + 8) + codePoint - cmap.getUint32(group);
    }
    return 0;
  };
}

/** Format 4: parallel arrays of last, first, delta and range offset; the Basic Multilingual Plane only. */
function segmentToDelta(cmap: DataView, at: number): CharacterMap {
  const doubled = cmap.getUint16(at + 6);
  const lasts = at + 14;
  const firsts = lasts + doubled + 2;
  const deltas = firsts + doubled;
  const offsets = deltas + doubled;
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    let low = 0;
    let high = doubled / 2 - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cmap.getUint16(lasts + 2 * middle) < codePoint) low = middle + 1;
      else high = middle;
    }
    const segment = 2 * low;
    const first = cmap.getUint16(firsts + segment);
    if (codePoint < first) return 0;
    const delta = cmap.getUint16(deltas + segment);
    const offset = cmap.getUint16(offsets + segment);
    if (offset === 0) return (codePoint + delta) & 0xffff;
    const glyph = cmap.getUint16(offsets + segment + offset + 2 * (codePoint - first));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}
