import { failed, type Outcome, ok } from '../diagnostics.ts';
import type { ByteSource } from '../inputs.ts';

/** An opened font file: its table directory, tables read when asked for (OpenType 1.9, "Organization of an OpenType Font"). */
export interface Sfnt {
  /** What the outlines are: `glyf` (TrueType) or `CFF `. */
  readonly outlines: 'truetype' | 'cff';
  has(tag: string): boolean;
  /** A whole table, read once; an absent table is empty. */
  table(tag: string): DataView;
  /** Part of a table, read each time: for `glyf`, which is nearly the whole file. */
  part(tag: string, start: number, end: number): Uint8Array;
  /** The whole file; for a font collection the whole collection. */
  readonly file: Uint8Array;
}

interface TableRecord {
  readonly offset: number;
  readonly length: number;
}

const MAGIC = {
  trueType: 0x00010000,
  appleTrueType: 0x74727565, // 'true'
  openTypeCff: 0x4f54544f, // 'OTTO'
  collection: 0x74746366, // 'ttcf'
  woff: 0x774f4646, // 'wOFF'
  woff2: 0x774f4632, // 'wOF2'
} as const;

const REQUIRED = ['cmap', 'head', 'hhea', 'hmtx', 'maxp'] as const;

/**
 * Reads the directory of a TrueType or OpenType font. `index` is the face's place in a collection (ttc).
 * Errors: `fonts/web-font` (WOFF, WOFF2), `fonts/not-a-font`, `fonts/no-such-face`, `fonts/damaged`.
 */
export function openSfnt(path: string, source: ByteSource, index = 0): Outcome<Sfnt> {
  const start = viewOf(source.slice(0, 12));
  if (start.byteLength < 12) return failed(notAFont(path));
  const magic = start.getUint32(0);
  if (magic === MAGIC.woff || magic === MAGIC.woff2) return failed(webFont(path));
  if (magic !== MAGIC.collection) return readDirectory(path, source, 0);
  const count = start.getUint32(8);
  if (index >= count) return failed(noSuchFace(path, index, count));
  return readDirectory(path, source, viewOf(source.slice(12 + 4 * index, 16 + 4 * index)).getUint32(0));
}

/** Number of faces in a font file: 1, or more in a collection. */
export function faceCount(source: ByteSource): number {
  const start = viewOf(source.slice(0, 12));
  return start.byteLength === 12 && start.getUint32(0) === MAGIC.collection ? start.getUint32(8) : 1;
}

function readDirectory(path: string, source: ByteSource, offset: number): Outcome<Sfnt> {
  const header = viewOf(source.slice(offset, offset + 12));
  if (header.byteLength < 12) return failed(notAFont(path));
  const magic = header.getUint32(0);
  if (magic !== MAGIC.trueType && magic !== MAGIC.appleTrueType && magic !== MAGIC.openTypeCff)
    return failed(notAFont(path));
  const count = header.getUint16(4);
  const records = viewOf(source.slice(offset + 12, offset + 12 + 16 * count));
  const tables = new Map<string, TableRecord>();
  for (let at = 0; at + 16 <= records.byteLength; at += 16) {
    const record = { offset: records.getUint32(at + 8), length: records.getUint32(at + 12) };
    tables.set(tagAt(records, at), record);
    if (record.offset + record.length > source.size) return failed(damaged(path, 'it is cut short'));
  }
  const missing = REQUIRED.find((tag) => !tables.has(tag));
  if (missing) return failed(damaged(path, `the table "${missing}" is missing`));
  const outlines = tables.has('CFF ') ? 'cff' : 'truetype';
  if (outlines === 'truetype' && !(tables.has('glyf') && tables.has('loca')))
    return failed(damaged(path, 'it has no outlines (a bitmap or colour font cannot be embedded)'));
  return ok(sfnt(source, tables, outlines));
}

function sfnt(
  source: ByteSource,
  tables: ReadonlyMap<string, TableRecord>,
  outlines: Sfnt['outlines'],
): Sfnt {
  const views = new Map<string, DataView>();
  const part = (tag: string, start: number, end: number): Uint8Array => {
    const record = tables.get(tag);
    if (!record) return new Uint8Array(0);
    return source.slice(record.offset + start, record.offset + Math.min(end, record.length));
  };
  return {
    outlines,
    has: (tag) => tables.has(tag),
    table: (tag) => {
      const known = views.get(tag);
      if (known) return known;
      const view = viewOf(part(tag, 0, Number.POSITIVE_INFINITY));
      views.set(tag, view);
      return view;
    },
    part,
    get file() {
      return source.slice(0, source.size);
    },
  };
}

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The four-letter tag at an offset. */
export const tagAt = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));

const webFont = (path: string) =>
  ({
    code: 'fonts/web-font',
    severity: 'error',
    message: `${path} is a web font (WOFF)`,
    reason: 'PDF and Word embed TrueType and OpenType fonts only; a WOFF file inside them shows nothing.',
    hints: [{ text: 'Use the .ttf or .otf file of the same font.' }],
  }) as const;

const notAFont = (path: string) =>
  ({
    code: 'fonts/not-a-font',
    severity: 'error',
    message: `${path} is not a TrueType or OpenType font`,
    hints: [{ text: 'Fonts are .ttf, .otf or .ttc files.' }],
  }) as const;

const noSuchFace = (path: string, index: number, count: number) =>
  ({
    code: 'fonts/no-such-face',
    severity: 'error',
    message: `${path} has no face ${index}`,
    expected: `a face index from 0 to ${count - 1}`,
    hints: [],
  }) as const;

const damaged = (path: string, fault: string) =>
  ({
    code: 'fonts/damaged',
    severity: 'error',
    message: `${path} is a damaged font: ${fault}`,
    hints: [{ text: 'Install the font again; for a font of Chancery itself, run `npm run compile`.' }],
  }) as const;
