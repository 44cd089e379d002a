import { outlineRanges } from './metrics.ts';
import { type Sfnt, viewOf } from './sfnt.ts';

/** Tables of the interpreter; kept as they are because outlines call into them. */
const HINTING = ['cvt ', 'fpgm', 'prep'] as const;

/**
 * A TrueType program of `glyphs` only: glyph n of it is `glyphs[n]` (a glyph may stand twice); the parts of composite
 * glyphs are appended. It holds just what an embedded CIDFontType2 needs (ISO 32000-1, 9.9): no cmap, no names.
 */
export function subsetTrueType(
  sfnt: Sfnt,
  glyphs: readonly number[],
  trims: readonly number[] = [],
): Uint8Array {
  const cuts = cutsOf(sfnt, glyphs, trims);
  const outlines = collectOutlines(sfnt, glyphs, cuts);
  const glyf = concatenate(outlines.pieces, 4);
  const tables = new Map<string, Uint8Array>();
  for (const tag of HINTING) if (sfnt.has(tag)) tables.set(tag, copyOf(sfnt.table(tag)));
  tables.set('glyf', glyf.bytes);
  tables.set('head', head(sfnt, glyf.bytes.length));
  tables.set('hhea', horizontalHeader(sfnt, outlines.glyphs.length));
  tables.set('hmtx', horizontalMetrics(sfnt, outlines.glyphs, cuts));
  tables.set('loca', locations(glyf.offsets));
  tables.set('maxp', maximumProfile(sfnt, outlines.glyphs.length));
  return assemble(tables);
}

interface Outlines {
  /** Original glyph numbers, in the order of the subset. */
  readonly glyphs: readonly number[];
  readonly pieces: readonly Uint8Array[];
}

/** What a trimmed glyph loses of its advance, in font units, and on which side. */
interface Cut {
  readonly units: number;
  readonly atStart: boolean;
}

/** A trimmed glyph keeps half an em of its advance. */
function cutsOf(
  sfnt: Sfnt,
  glyphs: readonly number[],
  trims: readonly number[],
): readonly (Cut | undefined)[] {
  const half = sfnt.table('head').getUint16(18) / 2;
  return glyphs.map((glyph, place) => {
    const trim = trims[place] ?? 0;
    return trim === 0 ? undefined : { units: advanceOf(sfnt, glyph) - half, atStart: trim === 2 };
  });
}

function collectOutlines(
  sfnt: Sfnt,
  wanted: readonly number[],
  cuts: readonly (Cut | undefined)[],
): Outlines {
  const ranges = outlineRanges(sfnt);
  const glyphs = [...wanted];
  const placeOf = new Map<number, number>();
  // A trimmed glyph is no part of others: they want the whole one.
  for (const [place, glyph] of glyphs.entries())
    if (!placeOf.has(glyph) && !cuts[place]) placeOf.set(glyph, place);
  const pieces: Uint8Array[] = [];
  // `glyphs` grows while it is walked: a composite adds its parts, which may be composites themselves.
  for (let place = 0; place < glyphs.length; place++) {
    const [start, end] = ranges(glyphs[place]!);
    const whole = new Uint8Array(sfnt.part('glyf', start, end));
    const cut = cuts[place];
    const piece = cut?.atStart && whole.length > 0 ? shifted(whole, glyphs[place]!, -cut.units) : whole;
    for (const reference of componentReferences(piece)) {
      const view = viewOf(piece);
      const part = view.getUint16(reference);
      let partPlace = placeOf.get(part);
      if (partPlace === undefined) {
        partPlace = glyphs.push(part) - 1;
        placeOf.set(part, partPlace);
      }
      view.setUint16(reference, partPlace);
    }
    pieces.push(piece);
  }
  return { glyphs, pieces };
}

const COMPONENT = {
  wordArguments: 0x0001,
  offsets: 0x0002,
  scale: 0x0008,
  more: 0x0020,
  twoScales: 0x0040,
  matrix: 0x0080,
} as const;

/** A composite glyph of one part, set `dx` units to the right. */
function shifted(whole: Uint8Array, glyph: number, dx: number): Uint8Array {
  const from = viewOf(whole);
  const piece = new Uint8Array(18);
  const view = viewOf(piece);
  view.setInt16(0, -1);
  view.setInt16(2, from.getInt16(2) + dx);
  view.setInt16(4, from.getInt16(4));
  view.setInt16(6, from.getInt16(6) + dx);
  view.setInt16(8, from.getInt16(8));
  view.setUint16(10, COMPONENT.wordArguments | COMPONENT.offsets);
  view.setUint16(12, glyph);
  view.setInt16(14, dx);
  return piece;
}

/** Offsets in a composite glyph at which a part's glyph number stands (OpenType 1.9, "glyf"); none in a simple glyph. */
function componentReferences(piece: Uint8Array): readonly number[] {
  const view = viewOf(piece);
  if (piece.length < 10 || view.getInt16(0) >= 0) return [];
  const references: number[] = [];
  for (let at = 10; ; ) {
    const flags = view.getUint16(at);
    references.push(at + 2);
    at += flags & COMPONENT.wordArguments ? 8 : 6;
    if (flags & COMPONENT.scale) at += 2;
    else if (flags & COMPONENT.twoScales) at += 4;
    else if (flags & COMPONENT.matrix) at += 8;
    if (!(flags & COMPONENT.more)) return references;
  }
}

/** Pieces end to end, each begun at a multiple of `step`; one more offset than pieces. */
function concatenate(pieces: readonly Uint8Array[], step: number): { bytes: Uint8Array; offsets: number[] } {
  const offsets = [0];
  let size = 0;
  for (const piece of pieces) {
    size += Math.ceil(piece.length / step) * step;
    offsets.push(size);
  }
  const bytes = new Uint8Array(size);
  for (const [index, piece] of pieces.entries()) bytes.set(piece, offsets[index]!);
  return { bytes, offsets };
}

/** Largest `glyf` that short offsets (halved, 16 bits) reach. */
const SHORT_REACH = 2 * 0xffff;

function head(sfnt: Sfnt, glyfSize: number): Uint8Array {
  const copy = copyOf(sfnt.table('head'));
  viewOf(copy).setUint32(8, 0); // checkSumAdjustment, set when the file is whole
  viewOf(copy).setInt16(50, glyfSize > SHORT_REACH ? 1 : 0);
  return copy;
}

function locations(offsets: readonly number[]): Uint8Array {
  const long = offsets.at(-1)! > SHORT_REACH;
  const bytes = new Uint8Array(offsets.length * (long ? 4 : 2));
  const view = viewOf(bytes);
  for (const [index, offset] of offsets.entries())
    if (long) view.setUint32(4 * index, offset);
    else view.setUint16(2 * index, offset / 2);
  return bytes;
}

function horizontalHeader(sfnt: Sfnt, count: number): Uint8Array {
  const copy = copyOf(sfnt.table('hhea'));
  viewOf(copy).setUint16(34, count);
  return copy;
}

const advanceOf = (sfnt: Sfnt, glyph: number): number =>
  sfnt.table('hmtx').getUint16(4 * Math.min(glyph, sfnt.table('hhea').getUint16(34) - 1));

function horizontalMetrics(
  sfnt: Sfnt,
  glyphs: readonly number[],
  cuts: readonly (Cut | undefined)[],
): Uint8Array {
  const hmtx = sfnt.table('hmtx');
  const full = sfnt.table('hhea').getUint16(34);
  const bytes = new Uint8Array(4 * glyphs.length);
  const view = viewOf(bytes);
  for (const [place, glyph] of glyphs.entries()) {
    const cut = cuts[place];
    const bearing = hmtx.getInt16(glyph < full ? 4 * glyph + 2 : 4 * full + 2 * (glyph - full));
    view.setUint16(4 * place, advanceOf(sfnt, glyph) - (cut?.units ?? 0));
    view.setInt16(4 * place + 2, bearing - (cut?.atStart ? cut.units : 0));
  }
  return bytes;
}

function maximumProfile(sfnt: Sfnt, count: number): Uint8Array {
  const copy = copyOf(sfnt.table('maxp'));
  const view = viewOf(copy);
  view.setUint16(4, count);
  // A shifted glyph is a composite of one more level than its part.
  view.setUint16(28, Math.max(1, view.getUint16(28)));
  view.setUint16(30, view.getUint16(30) + 1);
  view.setUint16(10, Math.max(view.getUint16(6), view.getUint16(10)));
  view.setUint16(12, Math.max(view.getUint16(8), view.getUint16(12)));
  return copy;
}

const copyOf = (view: DataView): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset, view.byteLength).slice();

/** The font file around the tables (OpenType 1.9, "Table Directory"); `tables` is in the order of the tags. */
function assemble(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const count = tables.size;
  const { bytes: body, offsets } = concatenate([...tables.values()], 4);
  const bodyAt = 12 + 16 * count;
  const file = new Uint8Array(bodyAt + body.length);
  file.set(body, bodyAt);
  const view = viewOf(file);
  const log = Math.floor(Math.log2(count));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, count);
  view.setUint16(6, 16 << log);
  view.setUint16(8, log);
  view.setUint16(10, 16 * count - (16 << log));
  let index = 0;
  let headAt = 0;
  for (const [tag, table] of tables) {
    const record = 12 + 16 * index;
    const at = bodyAt + offsets[index]!;
    for (let letter = 0; letter < 4; letter++) view.setUint8(record + letter, tag.charCodeAt(letter));
    view.setUint32(record + 4, checksum(view, at, bodyAt + offsets[index + 1]!));
    view.setUint32(record + 8, at);
    view.setUint32(record + 12, table.length);
    if (tag === 'head') headAt = at;
    index++;
  }
  view.setUint32(headAt + 8, (0xb1b0afba - checksum(view, 0, file.length)) >>> 0);
  return file;
}

function checksum(view: DataView, start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; at += 4) sum = (sum + view.getUint32(at)) | 0;
  return sum >>> 0;
}
