import type { Sfnt } from './sfnt.ts';
import type { FaceDescriptor } from './types.ts';

/** Vertical metrics, style and permission of a font, from head, hhea, OS/2 and post. Lengths in font units. */
export interface FontMetrics {
  readonly unitsPerEm: number;
  readonly glyphCount: number;
  readonly ascent: number;
  readonly descent: number;
  readonly weight: number;
  readonly italic: boolean;
  /** Embedding permission bits (OpenType 1.9, OS/2 fsType); 0 = installable. */
  readonly embedding: number;
  readonly descriptor: FaceDescriptor;
}

export function readMetrics(sfnt: Sfnt): FontMetrics {
  const head = sfnt.table('head');
  const hhea = sfnt.table('hhea');
  const os2 = sfnt.table('OS/2');
  const post = sfnt.table('post');
  const known = os2.byteLength >= 78;
  const unitsPerEm = head.getUint16(18);
  const ascent = hhea.getInt16(4);
  return {
    unitsPerEm,
    glyphCount: sfnt.table('maxp').getUint16(4),
    ascent,
    descent: hhea.getInt16(6),
    weight: known ? os2.getUint16(4) : 400,
    italic: (head.getUint16(44) & 2) !== 0 || (known && (os2.getUint16(62) & 1) !== 0),
    embedding: known ? os2.getUint16(8) : 0,
    descriptor: {
      postScriptName: readName(sfnt, 6).replace(/[^A-Za-z0-9-]/g, '') || 'Font',
      bbox: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
      italicAngle: post.byteLength >= 8 ? post.getInt32(4) / 65536 : 0,
      capHeight: known && os2.getUint16(0) >= 2 && os2.byteLength >= 90 ? os2.getInt16(88) : ascent,
      fixedPitch: post.byteLength >= 16 && post.getUint32(12) !== 0,
      serif: known && isSerif(os2.getUint8(32), os2.getUint8(33)),
    },
  };
}

/** PANOSE: Latin text family (2) with a serif style of cove to triangle (2 to 10). */
const isSerif = (family: number, style: number): boolean => family === 2 && style >= 2 && style <= 10;

/** Advance widths from hmtx; glyphs behind the last metric share its advance. */
export function advances(sfnt: Sfnt): (glyph: number) => number {
  const hmtx = sfnt.table('hmtx');
  const last = sfnt.table('hhea').getUint16(34) - 1;
  return (glyph) => hmtx.getUint16(4 * Math.min(glyph, last));
}

/** Where each glyph's outline lies in `glyf`: [start, end), empty for blanks. */
export function outlineRanges(sfnt: Sfnt): (glyph: number) => readonly [start: number, end: number] {
  const loca = sfnt.table('loca');
  const long = sfnt.table('head').getInt16(50) === 1;
  const at = (index: number): number => (long ? loca.getUint32(4 * index) : 2 * loca.getUint16(2 * index));
  return (glyph) => [at(glyph), at(glyph + 1)];
}

const WINDOWS = 3;
const ENGLISH_US = 0x409;

/** A string of the name table, English where there is one; '' if absent. */
export function readName(sfnt: Sfnt, id: number): string {
  const name = sfnt.table('name');
  if (name.byteLength < 6) return '';
  const storage = name.getUint16(4);
  let found = '';
  for (let index = 0; index < name.getUint16(2); index++) {
    const record = 6 + 12 * index;
    if (name.getUint16(record) !== WINDOWS || name.getUint16(record + 6) !== id) continue;
    const start = storage + name.getUint16(record + 10);
    const text = utf16(name, start, name.getUint16(record + 8));
    if (name.getUint16(record + 4) === ENGLISH_US) return text;
    found ||= text;
  }
  return found;
}

function utf16(view: DataView, start: number, length: number): string {
  let text = '';
  for (let at = start; at + 1 < start + length && at + 1 < view.byteLength; at += 2)
    text += String.fromCharCode(view.getUint16(at));
  return text;
}
