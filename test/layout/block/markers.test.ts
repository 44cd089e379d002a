import { describe, expect, test } from 'vitest';
import type { BlockLevel } from '../../../src/markup/types.ts';
import { firstPage, linesOn } from '../reading.ts';
import { div, doc, li, marker, note, p, table, world } from '../square-world.ts';

const page = (...blocks: readonly BlockLevel[]) => linesOn(firstPage(world(doc(...blocks), { lines: 20 })));

describe('an outside marker', () => {
  test('ends where the content begins', () => {
    expect(page(li(marker('12.'), [p('ab')], { marginLeft: 40 }))).toEqual(['10,0 12.ab']);
  });

  test('keeps its own right margin to the content', () => {
    const label = marker('1.');
    const spaced = { ...label, box: { ...label.box, style: { ...label.box.style, marginRight: 5 } } };
    expect(page(li(spaced, [p('ab')], { marginLeft: 40 }))).toEqual(['15,0 1.', '40,0 ab']);
  });

  test('stands in the first line of the first paragraph, however deep', () => {
    const nested = li(marker('1.'), [div([p('ab/cd')], { marginLeft: 10 }), p('ef')], { marginLeft: 20 });
    expect(page(nested)).toEqual(['0,0 1.', '30,0 ab', '30,10 cd', '20,20 ef']);
  });

  test('of an item that begins with an item stands beside that one’s', () => {
    const inner = li(marker('a.'), [p('b')], { marginLeft: 20 });
    expect(page(li(marker('1.'), [inner], { marginLeft: 20 }))).toEqual(['0,0 1.a.b']);
  });

  test('of an item without text makes a line of its own', () => {
    expect(
      page(li(marker('1.'), [p('')], { marginLeft: 20 }), li(marker('2.'), [p('b')], { marginLeft: 20 })),
    ).toEqual(['0,0 1.', '0,10 2.b']);
  });

  test('hangs beside a table', () => {
    const cells = table([30, 30], [[{ blocks: [p('a')] }, { blocks: [p('b')] }]]);
    expect(page(li(marker('1.'), [cells], { marginLeft: 20 }))).toEqual(['0,0 1.a', '50,0 b']);
  });
});

describe('an inside marker', () => {
  test('begins the first line of the first paragraph', () => {
    const item = li(marker('1.', 'inside'), [div([p('abcdefg')]), p('h')], { marginLeft: 20 });
    expect(page(item)).toEqual(['20,0 1.abcd', '20,10 efg', '20,20 h']);
  });

  test('hangs where no paragraph could take it', () => {
    const cells = table([30], [[{ blocks: [p('a')] }]]);
    expect(page(li(marker('1.', 'inside'), [cells], { marginLeft: 20 }))).toEqual(['0,0 1.a']);
  });
});

describe('the mark of a note', () => {
  const notesOf = (...notes: Parameters<typeof note>[]) => {
    const { notes: frame } = firstPage(world(doc(p(['a', ...notes.map((args) => note(...args))]))));
    return linesOn({ body: frame! } as Parameters<typeof linesOn>[0]);
  };

  test('hangs left of the note’s text and is raised', () => {
    const own = note(1, ['xy/z'], { paddingLeft: 10 });
    const raised = { ...own, marker: { ...own.marker, style: { ...own.marker.style, verticalAlign: 3 } } };
    const { notes } = firstPage(world(doc(p(['a', raised]))));
    const [mark, first] = notes!.items.filter((item) => item.kind === 'text');
    expect([mark!.x - notes!.x, first!.x - notes!.x]).toEqual([0, 10]);
    expect(first!.y - mark!.y).toBe(3);
  });

  test('inside begins the first line', () => {
    const own = note(1, ['abcdefgh']);
    const inside = { ...own.marker, style: { ...own.marker.style, listStylePosition: 'inside' as const } };
    const { notes } = firstPage(world(doc(p(['a', { ...own, marker: inside }]))));
    expect(
      linesOn({ body: notes! } as Parameters<typeof linesOn>[0]).map((line) => line.split(' ')[1]),
    ).toEqual(['1abcdefg', 'h']);
  });

  test('margins between notes collapse, and vanish at the head of the area', () => {
    expect(
      notesOf([1, ['x'], { marginTop: 4, marginBottom: 3 }], [2, ['y'], { marginTop: 4, marginBottom: 3 }]),
    ).toEqual(['-10,6 1x', '-10,20 2y']);
  });
});
