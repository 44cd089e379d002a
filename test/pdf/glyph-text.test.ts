import { expect, test } from 'vitest';
import { glyphSpans } from '../../src/pdf/glyph-text.ts';

/** A run of as many glyphs as clusters. */
const spans = (text: string, clusters: readonly number[]) =>
  glyphSpans({
    face: 'f',
    size: 10,
    glyphs: Uint16Array.from(clusters, (_, index) => index + 1),
    x: Float64Array.from(clusters),
    width: 10,
    text,
    clusters: Uint32Array.from(clusters),
  });

test('a glyph a character', () => {
  expect(spans('大会', [0, 1])).toEqual([{ from: 0, to: 2, texts: ['大', '会'] }]);
});

test('a ligature stands for all its letters', () => {
  expect(spans('office', [0, 1, 4, 5])).toEqual([{ from: 0, to: 4, texts: ['o', 'ffi', 'c', 'e'] }]);
});

test('a character beyond the Basic Multilingual Plane is one text', () => {
  expect(spans('𠀀a', [0, 2])).toEqual([{ from: 0, to: 2, texts: ['𠀀', 'a'] }]);
});

test('a letter and its mark as two glyphs', () => {
  expect(spans('q\u0301', [0, 0])).toEqual([{ from: 0, to: 2, texts: ['q', '\u0301'] }]);
});

test('glyphs out of step with characters are spanned by their text', () => {
  expect(spans('aक्षb', [0, 1, 1, 4])).toEqual([
    { from: 0, to: 1, texts: ['a'] },
    { from: 1, to: 3, texts: ['क्ष', 'क्ष'], actualText: 'क्ष' },
    { from: 3, to: 4, texts: ['b'] },
  ]);
});

test('a right-to-left run lists its clusters backwards', () => {
  expect(spans('אבג', [2, 1, 0])).toEqual([{ from: 0, to: 3, texts: ['ג', 'ב', 'א'] }]);
});

test('a radical copies as the ideograph it is drawn as', () => {
  expect(spans('⼤⾔', [0, 1])[0]?.texts).toEqual(['大', '言']);
});
