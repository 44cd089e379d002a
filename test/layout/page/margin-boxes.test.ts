import { describe, expect, test } from 'vitest';
import type { Page } from '../../../src/layout/types.ts';
import type { BlockLevel, ComputedStyle, Content, MarginBox } from '../../../src/markup/types.ts';
import { silently } from '../reading.ts';
import { border, div, doc, PLAIN, p, type Sheet, strings, world } from '../square-world.ts';

const box = (
  name: MarginBox['name'],
  content: string | readonly Content[],
  style: Partial<ComputedStyle> = {},
): MarginBox => ({
  name,
  style: { ...PLAIN, ...style },
  content: typeof content === 'string' ? [{ kind: 'text', text: content }] : content,
});

const pagesOf = (sheet: Sheet, ...blocks: readonly BlockLevel[]): readonly Page[] =>
  silently(world(doc(...blocks), sheet)).pages;

/** Words of each margin box of a page. */
const heads = ({ margins }: Page): string[] =>
  margins.map(({ items }) => items.map((item) => (item.kind === 'text' ? item.run.text : '')).join(''));

/** Left edge and baseline of the first glyph of each margin box. */
const places = ({ margins }: Page): (readonly [number, number])[] =>
  margins.flatMap(({ items }) => {
    const first = items.find((item) => item.kind === 'text');
    return first ? [[first.x, first.y] as const] : [];
  });

const string = (name: string, which: 'first' | 'start' | 'last' | 'first-except'): Content => ({
  kind: 'string',
  name,
  which,
});

describe('margin boxes', () => {
  // Eight squares of text between margins of two lines: the page area is from (20, 20) to (100, 80).
  test('stand left, centred and right over the page area', () => {
    const [page] = pagesOf(
      { boxes: [box('top-left', 'a'), box('top-center', 'b'), box('top-right', 'c')] },
      p('x'),
    );
    expect(places(page!)).toEqual([
      [20, 8],
      [55, 8],
      [90, 8],
    ]);
  });

  test('stand at the foot below the page area', () => {
    const [page] = pagesOf({ boxes: [box('bottom-right', 'a')] }, p('x'));
    expect(places(page!)).toEqual([[90, 88]]);
  });

  test('place their line at the top, in the middle or at the foot of the margin', () => {
    const at = (cellAlign: ComputedStyle['cellAlign']) =>
      places(pagesOf({ boxes: [box('top-left', 'a', { cellAlign })] }, p('x'))[0]!)[0]![1];
    expect([at('top'), at('middle'), at('bottom')]).toEqual([8, 13, 18]);
  });

  test('are aligned as their style says, else as their place is', () => {
    const [page] = pagesOf({ boxes: [box('top-left', 'a', { textAlign: 'right' })] }, p('x'));
    expect(places(page!)).toEqual([[90, 8]]);
  });

  test('have borders as rules at the edge of their padding', () => {
    const style = {
      marginBottom: 2,
      paddingBottom: 3,
      borderBottom: border(1),
      cellAlign: 'bottom',
    } as const;
    const [page] = pagesOf({ boxes: [box('top-left', 'a', style)] }, p('x'));
    const [frame] = page!.margins;
    expect(frame!.items.filter(({ kind }) => kind === 'rule')).toEqual([
      { kind: 'rule', x: 20, y: 17, width: 80, height: 1, color: [0, 0, 0] },
    ]);
    expect(places(page!)).toEqual([[20, 12]]);
  });

  test('take as many lines as their words need', () => {
    const [page] = pagesOf({ boxes: [box('top-left', 'abcdefghij', { cellAlign: 'bottom' })] }, p('x'));
    const items = page!.margins[0]!.items.filter((item) => item.kind === 'text');
    expect(items.map(({ y }) => y)).toEqual([...Array(8).fill(8), 18, 18]);
  });

  test('belong to no structure', () => {
    const [page] = pagesOf({ boxes: [box('top-left', 'abcdefghij')] }, p('x'));
    for (const item of page!.margins[0]!.items) expect(item).not.toHaveProperty('leaf');
  });

  test('differ on the first page', () => {
    const pages = pagesOf(
      { boxes: [box('top-left', 'a')], firstBoxes: [] },
      p('x'),
      p('y', { breakBefore: 'page' }),
    );
    expect(pages.map(heads)).toEqual([[], ['a']]);
  });

  test('count this page and all pages, in their counter style', () => {
    const content: readonly Content[] = [
      { kind: 'counter', name: 'page', format: 'decimal' },
      { kind: 'text', text: '/' },
      { kind: 'counter', name: 'pages', format: 'lower-roman' },
    ];
    const pages = pagesOf({ boxes: [box('bottom-left', content)] }, p('x'), p('y', { breakBefore: 'recto' }));
    expect(pages.map(heads)).toEqual([['1/iii'], ['2/iii'], ['3/iii']]);
  });

  test('tell the page of a target', () => {
    const content: readonly Content[] = [{ kind: 'target-page', target: 'y' }];
    const pages = pagesOf(
      { boxes: [box('top-left', content)] },
      p('x'),
      p('y', { breakBefore: 'page' }, { anchor: 'y' }),
    );
    expect(pages.map(heads)).toEqual([['2'], ['2']]);
  });
});

// GCPM 3, 1.1.2: page 1 sets A in its second line, page 2 sets nothing, page 3 begins with B and goes on with C.
describe('named strings', () => {
  const set = (value: string) => ({ strings: strings(['s', value]) });
  const four = (which: 'first' | 'start' | 'last' | 'first-except') =>
    pagesOf(
      { boxes: [box('top-left', [string('s', which)])] },
      p('x'),
      p('a', {}, set('A')),
      p('y', { breakBefore: 'page' }),
      div([p('b', {}, set('B')), p('c', {}, set('C'))], { breakBefore: 'page' }),
      p('z', { breakBefore: 'page' }),
    ).map((page) => heads(page)[0]);

  test.each([
    ['first', ['A', 'A', 'B', 'C']],
    ['start', ['', 'A', 'B', 'C']],
    ['last', ['A', 'A', 'C', 'C']],
    ['first-except', ['', 'A', '', 'C']],
  ] as const)('string(s, %s)', (which, values) => {
    expect(four(which)).toEqual(values);
  });

  test('set by a block without content count where it would stand', () => {
    const pages = pagesOf(
      { boxes: [box('top-left', [string('s', 'first')])] },
      p('x'),
      p('', { breakBefore: 'page' }, set('A')),
      p('y'),
    );
    expect(pages.map((page) => heads(page)[0])).toEqual(['', 'A']);
  });

  test('set by what ends the document count on its last page', () => {
    const pages = pagesOf({ boxes: [box('top-left', [string('s', 'last')])] }, p('x'), p('', {}, set('A')));
    expect(pages.map((page) => heads(page)[0])).toEqual(['A']);
  });
});
