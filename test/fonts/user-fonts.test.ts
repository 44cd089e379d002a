import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFontBook } from '../../src/fonts/index.ts';
import { readUserFonts } from '../../src/fonts/user-fonts.ts';
import { fileInputs, type Inputs, memoryInputs } from '../../src/inputs.ts';
import { ROOT } from '../support/fonts.ts';

const file = (path: string): Uint8Array => new Uint8Array(readFileSync(join(ROOT, 'node_modules', path)));
const regular = file('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf');
const italic = file('@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf');

const facesOf = (files: Record<string, Uint8Array>) => {
  const { value, diagnostics } = readUserFonts(memoryInputs(prefixed(files)), '/own');
  return { faces: value?.map(({ facts }) => facts), codes: diagnostics.map(({ code }) => code), diagnostics };
};

const prefixed = (files: Record<string, Uint8Array>): Record<string, Uint8Array> =>
  Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`/own/${name}`, bytes]));

test('a face is known by what its file says', () => {
  const { faces, codes } = facesOf({ 'a.ttf': italic, 'readme.txt': new Uint8Array() });
  expect(codes).toEqual([]);
  expect(faces).toEqual([
    {
      id: 'user-tinos-italic',
      family: 'Tinos',
      weight: 400,
      style: 'italic',
      script: 'latin',
      wordName: 'Tinos',
    },
  ]);
});

test('a face with ideographs owns the ambiguous characters', () => {
  const song = file('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf');
  expect(facesOf({ 'song.ttf': song }).faces?.[0]).toMatchObject({ family: 'Noto Serif SC', script: 'cjk' });
});

test('all faces of a collection', () => {
  const { faces, codes } = facesOf({ 'both.ttc': collection([regular, italic]) });
  expect(codes).toEqual([]);
  expect(faces?.map(({ style }) => style)).toEqual(['normal', 'italic']);
});

test.each([
  ['installable', 0x0000, []],
  ['preview and print', 0x0004, []],
  ['restricted licence', 0x0002, ['fonts/embedding-forbidden']],
  ['no subsetting', 0x0104, ['fonts/embedding-forbidden']],
  ['bitmaps only', 0x0204, ['fonts/embedding-forbidden']],
] as const)('fsType %s is respected', (_, fsType, codes) => {
  expect(facesOf({ 'a.ttf': withFsType(regular, fsType) }).codes).toEqual(codes);
});

test.each<[what: string, bytes: Uint8Array, code: string]>([
  ['WOFF2', file('@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff2'), 'fonts/web-font'],
  ['text', new TextEncoder().encode('this is not a font at all'), 'fonts/not-a-font'],
  ['nothing', new Uint8Array(), 'fonts/not-a-font'],
  ['a font cut short', regular.slice(0, 100_000), 'fonts/damaged'],
  ['a directory cut short', regular.slice(0, 40), 'fonts/damaged'],
])('%s is refused with %s', (_, bytes, code) => {
  const { faces, codes, diagnostics } = facesOf({ 'a.ttf': bytes });
  expect(codes).toEqual([code]);
  expect(faces).toEqual([]);
  expect(diagnostics[0]?.hints).not.toEqual([]);
});

test('a table cut in the middle of a font is told as damage', () => {
  const broken = regular.slice();
  setTable(broken, 'cmap', { length: 6 });
  expect(facesOf({ 'a.ttf': broken }).codes).toEqual(['fonts/damaged']);
});

test('a user’s family takes the place of the shipped one', () => {
  const own = memoryInputs(prefixed({ 'tinos.ttf': regular }));
  const shipped = fileInputs();
  const inputs: Inputs = {
    ...shipped,
    list: own.list,
    open: (path) => (path.startsWith('/own') ? own.open(path) : shipped.open(path)),
  };
  const book = openFontBook(inputs, { root: ROOT, userFonts: '/own' }).value!;
  expect(book.chain(['Tinos'], 700, 'normal')[0]?.id).toBe('user-tinos-regular');
});

test('a folder that is not there is an error', () => {
  expect(readUserFonts(memoryInputs({}), '/own').diagnostics[0]?.code).toBe('input/not-found');
});

// ---------------------------------------------------------------- font surgery

/** Offset of a table's record in the directory of a plain font. */
function recordOf(font: Uint8Array, tag: string): number {
  const view = new DataView(font.buffer, font.byteOffset);
  for (let record = 12; record < 12 + 16 * view.getUint16(4); record += 16)
    if (String.fromCharCode(...font.subarray(record, record + 4)) === tag) return record;
  throw new Error(`no table ${tag}`);
}

function setTable(font: Uint8Array, tag: string, { length }: { length: number }): void {
  new DataView(font.buffer).setUint32(recordOf(font, tag) + 12, length);
}

function withFsType(font: Uint8Array, fsType: number): Uint8Array {
  const copy = font.slice();
  const view = new DataView(copy.buffer);
  view.setUint16(view.getUint32(recordOf(copy, 'OS/2') + 8) + 8, fsType);
  return copy;
}

/** A font collection: a header, then each font with the offsets of its tables moved. */
function collection(fonts: readonly Uint8Array[]): Uint8Array {
  const header = new DataView(new ArrayBuffer(12 + 4 * fonts.length));
  header.setUint32(0, 0x74746366);
  header.setUint16(4, 1);
  header.setUint32(8, fonts.length);
  const pieces: Uint8Array[] = [];
  let at = header.byteLength;
  for (const [index, font] of fonts.entries()) {
    const moved = font.slice();
    const view = new DataView(moved.buffer);
    for (let record = 12; record < 12 + 16 * view.getUint16(4); record += 16)
      view.setUint32(record + 8, view.getUint32(record + 8) + at);
    header.setUint32(12 + 4 * index, at);
    pieces.push(moved);
    at += moved.length;
  }
  return Uint8Array.from(Buffer.concat([new Uint8Array(header.buffer), ...pieces]));
}
