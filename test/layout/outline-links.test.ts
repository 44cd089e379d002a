import { describe, expect, test } from 'vitest';
import type { OutlineEntry } from '../../src/layout/types.ts';
import { silently } from './reading.ts';
import { div, doc, h, link, marker, note, p, world } from './square-world.ts';

const titles = (entries: readonly OutlineEntry[]): unknown[] =>
  entries.map(({ title, page, children }) =>
    children.length > 0 ? [`${title} ${page}`, titles(children)] : `${title} ${page}`,
  );

describe('the outline', () => {
  test('nests bookmarks by level and tells their pages', () => {
    const { outline } = silently(
      world(
        doc(
          h('A'),
          h('B', { bookmarkLevel: 2 }),
          p('x', { breakAfter: 'page' }),
          h('C', { bookmarkLevel: 2 }),
          p('y'),
          h('D'),
        ),
      ),
    );
    expect(titles(outline)).toEqual([['A 1', ['B 1', 'C 2']], 'D 2']);
  });

  test('leaves no gap where a level is skipped', () => {
    const { outline } = silently(
      world(doc(h('A', { bookmarkLevel: 2 }), h('B', { bookmarkLevel: 4 }), h('C'))),
    );
    expect(titles(outline)).toEqual([['A 1', ['B 1']], 'C 1']);
  });

  test('has the y of each entry’s first line on the sheet', () => {
    const { outline } = silently(world(doc(p('a'), h('B', { marginTop: 5 }))));
    expect(outline).toEqual([{ title: 'B', page: 1, y: 35, children: [] }]);
  });

  test('takes marker and words, without note marks', () => {
    const heading = h(['南南', note(1, ['x']), '合作'], {}, { marker: marker('75/234. ') });
    expect(titles(silently(world(doc(heading))).outline)).toEqual(['75/234. 南南合作 1']);
  });

  test('puts a blank for the gap after a number, none after a full-width mark', () => {
    const numbered = (label: string) => h('合作', {}, { marker: marker(label) });
    const { outline } = silently(world(doc(numbered('75/234.'), numbered('一、'))));
    expect(titles(outline)).toEqual(['75/234. 合作 1', '一、合作 1']);
  });

  test('leaves out what is not drawn', () => {
    expect(silently(world(doc(h(''), p('a')))).outline).toEqual([]);
  });
});

describe('links', () => {
  test('have a target and the words they stand on', () => {
    const inner = link('#b', 'x');
    const outer = link('https://undocs.org/A/RES/73/291', '73/291');
    const { links } = silently(world(doc(p([outer, inner]), p('b', {}, { anchor: 'b' })), { squares: 20 }));
    expect(links.get(outer.id)).toEqual({
      target: { kind: 'uri', uri: 'https://undocs.org/A/RES/73/291' },
      text: '73/291',
    });
    expect(links.get(inner.id)).toEqual({ target: { kind: 'anchor', name: 'b' }, text: 'x' });
  });

  test('mark all the text they stand on', () => {
    const outer = link('https://undocs.org', 'abcdefghij');
    const { pages } = silently(world(doc(p([outer]))));
    const drawn = pages[0]!.body.items.filter((item) => item.kind === 'text');
    expect(drawn.every((item) => item.link === outer.id)).toBe(true);
  });

  test('inside notes count too', () => {
    const inside = link('https://undocs.org/A/75/371', 'x');
    const { links } = silently(world(doc(p(['a', note(1, [p([inside])])]))));
    expect([...links.keys()]).toEqual([inside.id]);
  });

  test('without a target in the document are reported, at their place', () => {
    const span = { source: 'a.yaml', start: 3, end: 5 };
    const { diagnostics } = world(doc(p([link('#nowhere', 'x', { origin: { model: span } })])));
    expect(diagnostics).toMatchObject([{ code: 'layout/missing-target', severity: 'warning', span }]);
  });
});

describe('anchors', () => {
  test('of blocks stand where the block begins', () => {
    const { pages } = silently(world(doc(p('a'), div([p('b')], { marginTop: 5 }, { anchor: 'x' }))));
    expect(pages[0]!.body.items.filter(({ kind }) => kind === 'anchor')).toEqual([
      { kind: 'anchor', name: 'x', x: 20, y: 35 },
    ]);
  });

  test('of inline boxes stand in their line', () => {
    const here = link('https://undocs.org', 'c', { anchor: 'x' });
    const { pages } = silently(world(doc(p(['ab', here]))));
    expect(pages[0]!.body.items.filter(({ kind }) => kind === 'anchor')).toEqual([
      { kind: 'anchor', name: 'x', x: 40, y: 28 },
    ]);
  });

  test('of what has no words stand at what is last', () => {
    const { pages } = silently(world(doc(p('a'), p('', {}, { anchor: 'x' }))));
    expect(pages[0]!.body.items.some((item) => item.kind === 'anchor' && item.name === 'x')).toBe(true);
  });
});
