import { type Sfnt, tagAt } from './sfnt.ts';

/** What kerning adds between two neighbouring glyphs, in font units. */
export type PairKerning = (left: number, right: number) => number;

/** Scripts whose plain words need no more than pair kerning. */
export type SimpleScript = 'latn' | 'cyrl';

/**
 * Features that are off unless asked for, or that act only on combining marks and on what other features made
 * (OpenType 1.9, "Registered features"). A script with no others is set fully by advances and pair kerning.
 */
const HARMLESS: ReadonlySet<string> = new Set(
  [
    'ccmp',
    'mark',
    'mkmk',
    'dlig',
    'hlig',
    'smcp',
    'c2sc',
    'case',
    'sups',
    'subs',
    'sinf',
    'ordn',
    'frac',
  ].concat([
    'numr',
    'dnom',
    'zero',
    'lnum',
    'onum',
    'pnum',
    'tnum',
    'salt',
    'swsh',
    'titl',
    'unic',
    'afrc',
    'aalt',
    'cpsp',
  ]),
);

const PAIR_ADJUSTMENT = 2;
const EXTENSION = 9;

/**
 * Kerning between pairs of glyphs, read straight from GPOS. None where the font does anything else by default to
 * words of this script (ligatures, contextual forms, contextual kerning): those need the full shaper.
 */
export function pairKerning(sfnt: Sfnt, script: SimpleScript): PairKerning | undefined {
  if (featuresOf(sfnt.table('GSUB'), script).some(({ tag }) => !HARMLESS.has(tag))) return undefined;
  const gpos = sfnt.table('GPOS');
  const features = featuresOf(gpos, script).filter(({ tag }) => !HARMLESS.has(tag));
  if (features.some(({ tag }) => tag !== 'kern')) return undefined;
  const lookups = new Set(features.flatMap(({ lookups }) => lookups));
  const subtables: PairKerning[][] = [];
  for (const lookup of [...lookups].sort((a, b) => a - b)) {
    const pairs = pairSubtables(gpos, lookup);
    if (!pairs) return undefined;
    subtables.push(pairs);
  }
  return (left, right) => {
    let total = 0;
    for (const lookup of subtables) total += firstAnswer(lookup, left, right);
    return total;
  };
}

/** Of a lookup's subtables the first that covers the pair decides. */
function firstAnswer(lookup: readonly PairKerning[], left: number, right: number): number {
  for (const subtable of lookup) {
    const value = subtable(left, right);
    if (!Number.isNaN(value)) return value;
  }
  return 0;
}

interface Feature {
  readonly tag: string;
  readonly lookups: readonly number[];
}

/** Features of a script's default language system, or of the default script. */
function featuresOf(table: DataView, script: string): readonly Feature[] {
  if (table.byteLength < 10) return [];
  const system = languageSystem(table, script) ?? languageSystem(table, 'DFLT');
  if (system === undefined) return [];
  const list = table.getUint16(6);
  const indexes = uint16s(table, system + 6, table.getUint16(system + 4));
  const required = table.getUint16(system + 2);
  if (required !== 0xffff) indexes.push(required);
  return indexes.map((index) => {
    const record = list + 2 + 6 * index;
    const feature = list + table.getUint16(record + 4);
    return { tag: tagAt(table, record), lookups: uint16s(table, feature + 4, table.getUint16(feature + 2)) };
  });
}

function languageSystem(table: DataView, script: string): number | undefined {
  const list = table.getUint16(4);
  for (let index = 0; index < table.getUint16(list); index++) {
    const record = list + 2 + 6 * index;
    if (tagAt(table, record) !== script) continue;
    const at = list + table.getUint16(record + 4);
    const system = table.getUint16(at);
    return system === 0 ? undefined : at + system;
  }
  return undefined;
}

/** The pair subtables of a GPOS lookup; none if it is of another type. A subtable answers NaN for a pair it leaves alone. */
function pairSubtables(gpos: DataView, index: number): PairKerning[] | undefined {
  const list = gpos.getUint16(8);
  const lookup = list + gpos.getUint16(list + 2 + 2 * index);
  const subtables: PairKerning[] = [];
  for (const offset of uint16s(gpos, lookup + 6, gpos.getUint16(lookup + 4))) {
    let type = gpos.getUint16(lookup);
    let at = lookup + offset;
    if (type === EXTENSION) {
      type = gpos.getUint16(at + 2);
      at += gpos.getUint32(at + 4);
    }
    if (type !== PAIR_ADJUSTMENT) return undefined;
    subtables.push(gpos.getUint16(at) === 1 ? listedPairs(gpos, at) : classPairs(gpos, at));
  }
  return subtables;
}

/** PairPos format 1: for each first glyph a sorted list of second glyphs. */
function listedPairs(gpos: DataView, at: number): PairKerning {
  const covered = coverage(gpos, at + gpos.getUint16(at + 2));
  const [value, size] = valueLayout(gpos, at);
  return (left, right) => {
    const index = covered(left);
    if (index < 0) return Number.NaN;
    const set = at + gpos.getUint16(at + 10 + 2 * index);
    let low = 0;
    let high = gpos.getUint16(set) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const record = set + 2 + (2 + size) * middle;
      const second = gpos.getUint16(record);
      if (second === right) return value < 0 ? 0 : gpos.getInt16(record + 2 + value);
      if (second < right) low = middle + 1;
      else high = middle - 1;
    }
    return Number.NaN;
  };
}

/** PairPos format 2: a matrix of glyph classes. */
function classPairs(gpos: DataView, at: number): PairKerning {
  const covered = coverage(gpos, at + gpos.getUint16(at + 2));
  const [value, size] = valueLayout(gpos, at);
  const leftClass = classes(gpos, at + gpos.getUint16(at + 8));
  const rightClass = classes(gpos, at + gpos.getUint16(at + 10));
  const columns = gpos.getUint16(at + 14);
  return (left, right) => {
    if (covered(left) < 0) return Number.NaN;
    if (value < 0) return 0;
    return gpos.getInt16(at + 16 + size * (columns * leftClass(left) + rightClass(right)) + value);
  };
}

const X_ADVANCE = 0x0004;

/** Offset of the first glyph's advance within a pair's value records (-1 = it has none), and their size in bytes. */
function valueLayout(gpos: DataView, at: number): readonly [advance: number, size: number] {
  const first = gpos.getUint16(at + 4);
  const second = gpos.getUint16(at + 6);
  const advance = first & X_ADVANCE ? 2 * bits(first & (X_ADVANCE - 1)) : -1;
  return [advance, 2 * (bits(first) + bits(second))];
}

function bits(flags: number): number {
  let count = 0;
  for (let rest = flags; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}

/** Index of a glyph in a coverage table, -1 = not covered. */
function coverage(table: DataView, at: number): (glyph: number) => number {
  const indexes = new Map<number, number>();
  const count = table.getUint16(at + 2);
  if (table.getUint16(at) === 1) {
    for (const [index, glyph] of uint16s(table, at + 4, count).entries()) indexes.set(glyph, index);
  } else {
    for (let record = at + 4; record < at + 4 + 6 * count; record += 6) {
      const first = table.getUint16(record);
      const index = table.getUint16(record + 4);
      for (let glyph = first; glyph <= table.getUint16(record + 2); glyph++)
        indexes.set(glyph, index + glyph - first);
    }
  }
  return (glyph) => indexes.get(glyph) ?? -1;
}

/** Class of a glyph in a class definition table, 0 = none. */
function classes(table: DataView, at: number): (glyph: number) => number {
  const found = new Map<number, number>();
  if (table.getUint16(at) === 1) {
    const first = table.getUint16(at + 2);
    for (const [index, value] of uint16s(table, at + 6, table.getUint16(at + 4)).entries())
      found.set(first + index, value);
  } else {
    const count = table.getUint16(at + 2);
    for (let record = at + 4; record < at + 4 + 6 * count; record += 6)
      for (let glyph = table.getUint16(record); glyph <= table.getUint16(record + 2); glyph++)
        found.set(glyph, table.getUint16(record + 4));
  }
  return (glyph) => found.get(glyph) ?? 0;
}

function uint16s(table: DataView, at: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => table.getUint16(at + 2 * index));
}
