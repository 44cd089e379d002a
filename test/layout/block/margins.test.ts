import { describe, expect, test } from 'vitest';
import type { BlockLevel } from '../../../src/markup/types.ts';
import { firstPage, linesOn, rulesOn } from '../reading.ts';
import { border, div, doc, p, world } from '../square-world.ts';

/** The lines of one tall page that begins with a line `a` of its own, so that margins after it count. */
const below = (...blocks: readonly BlockLevel[]): string[] =>
  linesOn(firstPage(world(doc(p('a'), ...blocks), { lines: 40 }))).slice(1);

// CSS 2.2, 8.3.1, case by case.
describe('margins that adjoin collapse', () => {
  test('between siblings to the larger', () => {
    expect(below(p('b', { marginBottom: 6 }), p('c', { marginTop: 10 }))).toEqual(['0,10 b', '0,30 c']);
  });

  test('of a parent and its first child', () => {
    expect(below(div([p('b', { marginTop: 12 })], { marginTop: 5 }))).toEqual(['0,22 b']);
  });

  test('of a parent and its last child', () => {
    expect(below(div([p('b', { marginBottom: 12 })], { marginBottom: 5 }), p('c'))).toEqual([
      '0,10 b',
      '0,32 c',
    ]);
  });

  test('through any depth', () => {
    const deep = div([div([p('b', { marginBottom: 4 })], { marginBottom: 9 })], { marginBottom: 1 });
    expect(below(deep, div([p('c', { marginTop: 7 })]))).toEqual(['0,10 b', '0,29 c']);
  });

  test('through a block without content', () => {
    expect(below(p('', { marginTop: 8, marginBottom: 14 }), p('b', { marginTop: 3 }))).toEqual(['0,24 b']);
  });

  test('a negative one is taken off the largest positive', () => {
    expect(below(p('b', { marginBottom: 10 }), p('c', { marginTop: -4 }))).toEqual(['0,10 b', '0,26 c']);
  });

  test('of negative ones the lowest counts', () => {
    expect(below(p('b', { marginBottom: -2 }), p('c', { marginTop: -5 }))).toEqual(['0,10 b', '0,15 c']);
  });
});

describe('margins do not collapse', () => {
  test('across padding', () => {
    expect(below(div([p('b', { marginTop: 6 })], { marginTop: 5, paddingTop: 3 }))).toEqual(['0,24 b']);
    expect(below(div([p('b', { marginBottom: 6 })], { marginBottom: 5, paddingBottom: 3 }), p('c'))).toEqual([
      '0,10 b',
      '0,34 c',
    ]);
  });

  test('across a border', () => {
    expect(below(div([p('b', { marginTop: 6 })], { marginTop: 5, borderTop: border(1) }))).toEqual([
      '0,22 b',
    ]);
  });

  test('of a last child with a parent of least height', () => {
    const parent = div([p('b', { marginBottom: 6 })], { minHeight: 30, marginBottom: 5 });
    expect(below(parent, p('c'))).toEqual(['0,10 b', '0,45 c']);
  });
});

describe('least height', () => {
  test('is filled up below the content', () => {
    expect(below(p('b', { minHeight: 25 }), p('c'))).toEqual(['0,10 b', '0,35 c']);
  });

  test('does nothing to content that is higher', () => {
    expect(below(p('b/b/b', { minHeight: 25 }), p('c')).at(-1)).toBe('0,40 c');
  });

  test('holds for a block without content, below its margin', () => {
    expect(below(p('', { marginTop: 5, minHeight: 20 }), p('c'))).toEqual(['0,35 c']);
  });
});

describe('horizontally', () => {
  test('margins, borders and padding of nested blocks add up', () => {
    const outer = { marginLeft: 3, borderLeft: border(1), paddingLeft: 6 };
    expect(below(div([p('b', { marginLeft: 10 })], outer))).toEqual(['20,10 b']);
  });

  test('they narrow the measure on both sides', () => {
    // Eight squares less two and a half on each side leave three.
    const narrow = { marginLeft: 20, paddingLeft: 5, marginRight: 20, paddingRight: 5 };
    expect(below(div([p('bcdef')], narrow))).toEqual(['25,10 bcd', '25,20 ef']);
  });

  test('a negative margin hangs a block out', () => {
    expect(below(div([p('b', { marginLeft: -10 })], { marginLeft: 10 }))).toEqual(['0,10 b']);
  });

  test('a width of its own sets the measure', () => {
    expect(below(p('bcd', { width: 20 }))).toEqual(['0,10 bc', '0,20 d']);
  });
});

describe('borders', () => {
  test('are rules around content and padding', () => {
    const box = {
      borderTop: border(1),
      borderBottom: border(2),
      paddingTop: 3,
      paddingBottom: 4,
      marginLeft: 10,
    };
    const page = firstPage(world(doc(p('b', box)), { lines: 40 }));
    expect(linesOn(page)).toEqual(['10,4 b']);
    expect(rulesOn(page)).toEqual(['10,0 70×1', '10,18 70×2']);
  });

  test('at the sides go along everything inside, margins too, and no further', () => {
    const box = div([p('b', { marginBottom: 5 }), p('c')], { borderLeft: border(1), marginTop: 5 });
    const page = firstPage(world(doc(p('a'), box, p('d', { marginTop: 5 })), { lines: 40 }));
    // b, the margin between, c: one stretch from 15 to 40.
    expect(rulesOn(page)).toEqual(['0,15 1×10', '0,25 1×5', '0,30 1×10']);
  });

  test('at the sides go on after a page end without the margin that vanished there', () => {
    const inner = Array.from({ length: 7 }, (_, index) => p(`${index}`, { marginTop: 5 }));
    const { value } = world(doc(div(inner, { borderLeft: border(1) })), { lines: 6 });
    const [, second] = value!.pages;
    expect(rulesOn(second!)[0]).toBe('0,0 1×10');
  });
});

describe('a block wider than the sheet', () => {
  test('is reported once, not for each block inside it', () => {
    const { diagnostics } = world(doc(div([p('b'), div([p('c')])], { marginLeft: -30 })));
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'a block stands 10 pt over the edge of the page',
    ]);
  });

  test('may stand in the page margin in silence', () => {
    expect(world(doc(p('b', { marginLeft: -20, marginRight: -20 }))).diagnostics).toEqual([]);
  });

  test('of which padding takes all the width is reported, and its text still set', () => {
    const { value, diagnostics } = world(doc(p('bc', { paddingLeft: 50, paddingRight: 50 })));
    expect(diagnostics[0]?.message).toBe(
      'a block has no width left: its margins and padding take 20 pt more than there is',
    );
    expect(linesOn(value!.pages[0]!)).toEqual(['50,0 b', '50,10 c']);
  });
});
