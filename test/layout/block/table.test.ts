import { describe, expect, test } from 'vitest';
import type { BlockLevel } from '../../../src/markup/types.ts';
import { firstPage, linesOn, rulesOn } from '../reading.ts';
import { border, type CellSpec, doc, note, p, table, world } from '../square-world.ts';

const cell = (words: string, style: CellSpec['style'] = {}, span = 1): CellSpec => ({
  blocks: [p(words)],
  style,
  span,
});

const page = (...blocks: readonly BlockLevel[]) => firstPage(world(doc(...blocks), { lines: 20 }));

describe('a table', () => {
  test('has columns of fixed width and rows as high as their highest cell', () => {
    const rows = [
      [cell('abc/d'), cell('e')],
      [cell('f'), cell('g')],
    ];
    expect(linesOn(page(table([30, 50], rows)))).toEqual([
      '0,0 abc',
      '0,10 d',
      '30,0 e',
      '0,20 f',
      '30,20 g',
    ]);
  });

  test('sets cells at the width inside their padding and borders', () => {
    const padded = { paddingLeft: 5, paddingRight: 5, paddingTop: 2, borderTop: border(1) };
    expect(linesOn(page(table([30], [[cell('abc', padded)]])))).toEqual(['5,3 ab', '5,13 c']);
  });

  test('lets a cell span columns', () => {
    expect(linesOn(page(table([20, 25, 20], [[cell('abcd', {}, 2), cell('e')]])))).toEqual([
      '0,0 abcd',
      '45,0 e',
    ]);
  });

  test('places cells at the top, in the middle or at the foot of the row', () => {
    const rows = [[cell('a/b/c'), cell('d', { cellAlign: 'middle' }), cell('e', { cellAlign: 'bottom' })]];
    expect(linesOn(page(table([20, 20, 20], rows))).slice(3)).toEqual(['20,10 d', '40,20 e']);
  });

  test('gives a cell its least height', () => {
    expect(linesOn(page(table([20], [[cell('a', { minHeight: 25, paddingTop: 3 })]]), p('b')))).toEqual([
      '0,3 a',
      '0,28 b',
    ]);
  });

  test('keeps margins inside its cells', () => {
    const inner = { blocks: [p('a', { marginTop: 4, marginBottom: 6 })] };
    expect(linesOn(page(table([20], [[inner]]), p('b')))).toEqual(['0,4 a', '0,20 b']);
  });

  test('draws the borders of its cells over the whole row', () => {
    const rows = [[cell('a/b'), cell('c', { borderBottom: border(2), borderLeft: border(1) })]];
    expect(rulesOn(page(table([30, 40], rows)))).toEqual(['30,18 40×2', '30,0 1×20']);
  });

  test('has margins and stands in from the left', () => {
    expect(linesOn(page(p('a'), table([20], [[cell('b')]], { marginTop: 5, marginLeft: 10 })))).toEqual([
      '0,0 a',
      '10,15 b',
    ]);
  });

  test('that is wider than the sheet is reported', () => {
    const { diagnostics } = world(doc(table([90, 60], [[cell('a'), cell('b')]])));
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['layout/block-wider-than-page', 'a table stands 50 pt over the edge of the page'],
    ]);
  });

  test('calls the notes of a row cell after cell', () => {
    const called = (number: number) => ({ blocks: [p(['a', note(number, [`n${number}`])])] });
    const { notes } = page(table([40, 40], [[called(1), called(2)]]));
    const words = notes!.items.map((item) => (item.kind === 'text' ? item.run.text : ''));
    expect(words.join('')).toBe('1n12n2');
  });
});
