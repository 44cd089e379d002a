import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import { expect, test } from 'vitest';
import { openFace } from '../../src/fonts/face.ts';
import { openSfnt } from '../../src/fonts/sfnt.ts';
import { fontkitLoader } from '../../src/fonts/shape.ts';
import type { Face } from '../../src/fonts/types.ts';
import { memorySource } from '../../src/inputs.ts';
import { ROOT } from '../support/fonts.ts';

// fontkit reads the same tables with other code: an oracle for ours.

const FILES = {
  tinos: 'node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  song: 'node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  kai: 'dist/fonts/lxgw-wenkai-500.ttf',
} as const;

function open(file: string): { face: Face; oracle: fontkit.Font } {
  const bytes = readFileSync(join(ROOT, file));
  const facts = {
    id: 'x',
    family: 'X',
    weight: 400,
    style: 'normal',
    script: 'latin',
    wordName: 'X',
  } as const;
  const sfnt = openSfnt(file, memorySource(bytes)).value!;
  const oracle = fontkit.create(bytes) as fontkit.Font;
  return { face: openFace(facts, sfnt, 0, fontkitLoader(ROOT)), oracle };
}

test.each(Object.entries(FILES))('%s: glyphs, advances and ink', (_, file) => {
  const { face, oracle } = open(file);
  for (let codePoint = 0x20; codePoint < 0x30000; codePoint += 37) {
    const glyph = oracle.glyphForCodePoint(codePoint);
    expect(face.glyphFor(codePoint)).toBe(glyph.id);
    expect(face.advanceOf(glyph.id)).toBe(glyph.advanceWidth);
  }
  for (const character of 'Aé“，国') {
    const glyph = oracle.glyphForCodePoint(character.codePointAt(0)!);
    if (glyph.id === 0) continue;
    const { minX, minY, maxX, maxY } = glyph.bbox;
    const ink = face.inkOf(glyph.id);
    // fontkit's box is that of the curve, the header's that of the outline's points at most a unit away.
    for (const [index, side] of [minX, minY, maxX, maxY].entries()) expect(ink[index]).toBeCloseTo(side, -1);
  }
});

test.each(Object.entries(FILES))('%s: metrics', (_, file) => {
  const { face, oracle } = open(file);
  expect(face).toMatchObject({
    unitsPerEm: oracle.unitsPerEm,
    ascent: oracle.ascent,
    descent: oracle.descent,
  });
  expect(face.descriptor).toMatchObject({
    postScriptName: oracle.postscriptName,
    capHeight: oracle.capHeight,
    italicAngle: oracle.italicAngle,
  });
});

test('kerning of every pair of letters, digits and marks in Tinos', () => {
  const { face, oracle } = open(FILES.tinos);
  const characters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,-/()“”’Éàñ '];
  for (const left of characters) {
    const text = characters.map((right) => left + right).join('');
    const run = oracle.layout(text);
    expect([...face.shape(text).advances]).toEqual(run.positions.map(({ xAdvance }) => xAdvance));
    expect([...face.shape(text).glyphs]).toEqual(run.glyphs.map(({ id }) => id));
  }
});

test('Cyrillic is kerned as well', () => {
  const { face, oracle } = open(FILES.tinos);
  const text = 'РЕЗОЛЮЦИЯ Генеральной Ассамблеи';
  expect([...face.shape(text).advances]).toEqual(
    oracle.layout(text).positions.map(({ xAdvance }) => xAdvance),
  );
});

test('a combining mark goes to the full shaper and stays in its letter’s cluster', () => {
  const { face } = open(FILES.tinos);
  const shaped = face.shape('aq\u0301b');
  expect([...shaped.clusters]).toEqual([0, 1, 2, 3]);
  expect(shaped.advances[2]).toBe(0);
});

test('a subset draws what the font draws', () => {
  const { face, oracle } = open(FILES.tinos);
  const wanted = [...'AéÅfi☺'].map((character) => face.glyphFor(character.codePointAt(0)!));
  const glyphs = [0, ...wanted, wanted[0]!];
  const subset = fontkit.create(Buffer.from(face.subset(glyphs).bytes)) as fontkit.Font;
  for (const [place, glyph] of glyphs.entries()) {
    expect(subset.getGlyph(place).path.toSVG()).toBe(oracle.getGlyph(glyph).path.toSVG());
    expect(subset.getGlyph(place).advanceWidth).toBe(oracle.getGlyph(glyph).advanceWidth);
  }
});

test('a subset of many glyphs uses long offsets', () => {
  const { face, oracle } = open(FILES.song);
  const glyphs = [0, ...Array.from({ length: 900 }, (_, index) => face.glyphFor(0x4e00 + 7 * index))];
  const subset = fontkit.create(Buffer.from(face.subset(glyphs).bytes)) as fontkit.Font;
  for (const place of [0, 1, 500, 900])
    expect(subset.getGlyph(place).path.toSVG()).toBe(oracle.getGlyph(glyphs[place]!).path.toSVG());
});
