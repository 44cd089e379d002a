import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFontBook } from '../../src/fonts/index.ts';
import { fileInputs, type Inputs, memoryInputs } from '../../src/inputs.ts';
import { ROOT, shippedFonts } from '../support/fonts.ts';

const catalogue = readFileSync(join(ROOT, 'fonts/catalogue.yaml'), 'utf8');

test('the families of the catalogue can all be had, with the names Word knows', () => {
  const book = shippedFonts();
  const names = book.families.map((family) => [family, book.chain([family], 400, 'normal')[0]?.wordName]);
  expect(names).toEqual([
    ['Noto Serif SC', '宋体'],
    ['LXGW WenKai', '楷体'],
    ['Tinos', 'Times New Roman'],
  ]);
});

test('a chain keeps the order asked for and leaves out families it does not know', () => {
  const book = shippedFonts();
  const chain = book.chain(['Tinos', 'Nowhere', 'Noto Serif SC'], 400, 'normal');
  expect(chain.map(({ id }) => id)).toEqual(['tinos-400', 'noto-serif-sc-400']);
  expect(book.hasFamily('Nowhere')).toBe(false);
});

test.each([
  ['Tinos', 400, 'italic', 'tinos-400-italic'],
  ['Tinos', 600, 'normal', 'tinos-700'],
  ['Tinos', 900, 'italic', 'tinos-700-italic'],
  ['Noto Serif SC', 400, 'italic', 'noto-serif-sc-400'],
  ['LXGW WenKai', 700, 'normal', 'lxgw-wenkai-500'],
] as const)('%s %d %s is set in %s', (family, weight, style, id) => {
  expect(shippedFonts().chain([family], weight, style)[0]?.id).toBe(id);
});

test('of a face in use only what is asked for is read', () => {
  const { inputs, bytesOf } = countingInputs();
  const book = openFontBook(inputs, { root: ROOT }).value!;
  const [song] = book.chain(['Noto Serif SC'], 400, 'normal');
  song!.advanceOf(song!.glyphFor('国'.codePointAt(0)!));
  song!.subset([0, song!.glyphFor('国'.codePointAt(0)!)]);
  expect(bytesOf('NotoSerifSC_400Regular.ttf')).toBeLessThan(400_000);
  expect(bytesOf('NotoSerifSC_700Bold.ttf')).toBeLessThan(1000);
});

test('a package that is not installed is an error that says what to run', () => {
  const { value, diagnostics } = openFontBook(memoryInputs({ '/app/fonts/catalogue.yaml': catalogue }), {
    root: '/app',
  });
  expect(value).toBeUndefined();
  expect(new Set(diagnostics.map(({ code }) => code))).toEqual(
    new Set(['fonts/not-installed', 'fonts/not-prepared']),
  );
  for (const { hints } of diagnostics)
    expect(hints.map(({ text }) => text).join()).toContain('npm run compile');
});

test('a package is found where Node would find it: above the root as well', () => {
  const tinos = readFileSync(
    join(ROOT, 'node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'),
  );
  const inputs = memoryInputs({
    '/srv/app/node_modules/chancery/fonts/catalogue.yaml': `families:
  - {name: Tinos, role: latin, script: latin, languages: [en], word: Times New Roman, faces: [
      {face: tinos-400, weight: 400, style: normal, package: '@expo-google-fonts/tinos', file: t.ttf}]}`,
    '/srv/app/node_modules/@expo-google-fonts/tinos/t.ttf': new Uint8Array(tinos),
  });
  const { value, diagnostics } = openFontBook(inputs, { root: '/srv/app/node_modules/chancery' });
  expect(diagnostics).toEqual([]);
  expect(value!.face('tinos-400').glyphFor(0x41)).toBeGreaterThan(0);
});

test('a key the catalogue does not know is an error that names it', () => {
  const inputs = memoryInputs({ '/app/fonts/catalogue.yaml': catalogue.replace('role: song', 'rôle: song') });
  const { diagnostics } = openFontBook(inputs, { root: '/app' });
  expect(diagnostics[0]).toMatchObject({ code: 'fonts/bad-catalogue' });
  expect(diagnostics[0]?.message).toContain('families.0');
});

/** File inputs that count the bytes read of each file. */
function countingInputs(): { inputs: Inputs; bytesOf: (name: string) => number } {
  const inputs = fileInputs();
  const counts = new Map<string, number>();
  const open: Inputs['open'] = (path) => {
    const { value, diagnostics } = inputs.open(path);
    if (!value) return { diagnostics };
    const slice = (start: number, end: number): Uint8Array => {
      const piece = value.slice(start, end);
      counts.set(path, (counts.get(path) ?? 0) + piece.length);
      return piece;
    };
    return { value: { size: value.size, slice }, diagnostics };
  };
  return {
    inputs: { ...inputs, open },
    bytesOf: (name) => [...counts].find(([path]) => path.endsWith(name))?.[1] ?? 0,
  };
}

test('the Chinese dash of Song in its full-width form fills two em at the height of Han characters', () => {
  const [song] = shippedFonts().chain(['Noto Serif SC'], 400, 'normal');
  const plain = song!.shape('——');
  const wide = song!.shape('——', ['fwid']);
  const width = (shaped: typeof plain): number => shaped.advances.reduce((sum, advance) => sum + advance, 0);
  expect(width(plain)).toBeLessThan(2 * song!.unitsPerEm);
  expect(width(wide)).toBe(2 * song!.unitsPerEm);
  expect(song!.inkOf(wide.glyphs[0]!)[1]).toBeGreaterThan(song!.inkOf(plain.glyphs[0]!)[1]);
});
