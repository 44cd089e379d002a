import { describe, expect, test } from 'vitest';
import { dumpTags } from '../../src/layout/dump.ts';
import type { BlockLevel } from '../../src/markup/types.ts';
import { silently } from './reading.ts';
import { div, doc, h, li, link, marker, note, p, table, text, world } from './square-world.ts';

const tags = (...blocks: readonly BlockLevel[]): string =>
  dumpTags(silently(world(doc(...blocks), { lines: 30, squares: 20 })));

const list = (...items: readonly BlockLevel[]) => div(items, {}, { role: 'list' });

/** The tree without its words. */
const outlineOfTags = (dump: string): string[] =>
  dump
    .trimEnd()
    .split('\n')
    .filter((line) => !line.includes('"'));

describe('the structure tree', () => {
  test('holds articles and sections, and no trace of wrappers', () => {
    const article = div([div([p('a')])], {}, { role: 'article' });
    const section = div([p('b')], {}, { role: 'section' });
    expect(tags(article, section)).toBe(`Document lang=zh-Hans
  Art
    P
      "a"
  Sect
    P
      "b"
`);
  });

  test('leaves out what has no words', () => {
    expect(tags(p(''), div([], {}, { role: 'section' }), p('a'))).toBe(`Document lang=zh-Hans
  P
    "a"
`);
  });

  test('says the language where it changes', () => {
    const english = { ...text('b'), lang: 'en' as const };
    const span = { ...link('', '', { children: [english], lang: 'en', role: 'emphasis' }) };
    const { href: _href, ...inline } = span;
    expect(tags(p(['a', inline]), p('c', {}, { lang: 'fr' }))).toBe(`Document lang=zh-Hans
  P
    "a"
    Span lang=en
      "b"
  P lang=fr
    "c"
`);
  });

  test('a wrapper in another language passes it on', () => {
    expect(tags(div([p('a', {}, { lang: 'en' })], {}, { lang: 'en' }))).toBe(`Document lang=zh-Hans
  P lang=en
    "a"
`);
  });

  test('emphasis leaves no trace of its own', () => {
    const { href: _href, ...emphasis } = link('', 'b', { role: 'emphasis' });
    expect(tags(p(['a', emphasis]))).toBe(`Document lang=zh-Hans
  P
    "a"
    "b"
`);
  });
});

describe('lists', () => {
  test('are L, LI, Lbl and LBody, and nest', () => {
    const inner = list(li(marker('(a)', 'outside', 'lower-alpha'), [p('c')]));
    expect(tags(list(li(marker('1.'), [p('a'), inner, p('d')]), li(marker('2.'), [p('b')])))).toBe(
      `Document lang=zh-Hans
  L numbering=Decimal
    LI
      Lbl
        "1."
      LBody
        P
          "a"
        L numbering=LowerAlpha
          LI
            Lbl
              "(a)"
            LBody
              P
                "c"
        P
          "d"
    LI
      Lbl
        "2."
      LBody
        P
          "b"
`,
    );
  });

  test('inside markers are labels too, not words of the paragraph', () => {
    expect(tags(list(li(marker('1.', 'inside'), [p('a')])))).toBe(`Document lang=zh-Hans
  L numbering=Decimal
    LI
      Lbl
        "1."
      LBody
        P
          "a"
`);
  });

  test('end at a heading and begin again after it', () => {
    const items = list(li(marker('1.'), [p('a')]), h('B'), li(marker('2.'), [p('c')]));
    expect(outlineOfTags(tags(items)).filter((line) => /^ {2}\w/.test(line))).toEqual([
      '  L numbering=Decimal',
      '  H1',
      '  L numbering=Decimal',
    ]);
  });

  test('of one after another are two', () => {
    const dump = tags(list(li(marker('1.'), [p('a')])), list(li(marker('1.'), [p('b')])));
    expect(outlineOfTags(dump).filter((line) => /^ {2}L /.test(line))).toHaveLength(2);
  });

  test.each([
    ['decimal', 'Decimal'],
    ['upper-alpha', 'UpperAlpha'],
    ['lower-roman', 'LowerRoman'],
    ['disc', 'Disc'],
    // PDF has no value for Chinese numerals; Matterhorn 16-002 wants one of the numbered ones.
    ['simp-chinese-informal', 'Decimal'],
  ])('with %s markers have ListNumbering %s', (format, numbering) => {
    expect(tags(li(marker('1.', 'outside', format), [p('a')]))).toContain(`L numbering=${numbering}\n`);
  });

  test('without markers have ListNumbering None', () => {
    expect(tags(list(li(undefined, [p('a')])))).toBe(`Document lang=zh-Hans
  L numbering=None
    LI
      LBody
        P
          "a"
`);
  });
});

describe('headings', () => {
  const levels = (...wanted: readonly number[]): string[] =>
    outlineOfTags(tags(...wanted.map((bookmarkLevel) => h('a', { bookmarkLevel })))).slice(1);

  // ISO 14289-1, 7.4.2.
  test.each([
    [
      [1, 2, 3, 2, 1],
      ['H1', 'H2', 'H3', 'H2', 'H1'],
    ],
    [
      [2, 2],
      ['H1', 'H1'],
    ],
    [
      [1, 3, 3],
      ['H1', 'H2', 'H2'],
    ],
    [
      [2, 1, 3],
      ['H1', 'H1', 'H2'],
    ],
    [
      [0, 0],
      ['H1', 'H1'],
    ],
  ])('of levels %j begin with H1 and skip none', (wanted, expected) => {
    expect(levels(...wanted)).toEqual(expected.map((type) => `  ${type}`));
  });

  test('hold their number as words', () => {
    expect(tags(h('b', {}, { marker: marker('75/234.') }))).toBe(`Document lang=zh-Hans
  H1
    "75/234."
    "b"
`);
  });
});

describe('notes', () => {
  test('stand once, right after their reference, wherever they are drawn', () => {
    const long = note(1, ['x/y/z', 'w']);
    const dump = dumpTags(silently(world(doc(p(['a/b/c', long, '/d'])), { lines: 6 })));
    expect(dump).toBe(`Document lang=zh-Hans
  P
    "abc"
    Reference
      "[1]"
    Note note=n1
      Lbl
        "1"
      P
        "xyz"
      P
        "w"
    "d"
`);
  });

  test('called in a note stand inside it', () => {
    const inner = note(2, ['y']);
    const dump = tags(p(['a', note(1, [p(['x', inner])])]));
    expect(outlineOfTags(dump)).toEqual([
      'Document lang=zh-Hans',
      '  P',
      '    Reference',
      '    Note note=n1',
      '      Lbl',
      '      P',
      '        Reference',
      '        Note note=n2',
      '          Lbl',
      '          P',
    ]);
  });
});

describe('links and references', () => {
  test('are Link around their words', () => {
    expect(tags(p(['a', link('https://undocs.org/x', 'b')]))).toBe(`Document lang=zh-Hans
  P
    "a"
    Link → https://undocs.org/x
      "b"
`);
  });

  test('to a clause are a Reference that holds the Link', () => {
    expect(tags(p([link('#a', 'b', { role: 'reference' })], {}, { anchor: 'a' }))).toBe(`Document lang=zh-Hans
  P
    Reference
      Link → #a
        "b"
`);
  });
});

describe('tables', () => {
  const rows = [[{ blocks: [p('a')] }, { blocks: [p('b'), p('c')] }], [{ blocks: [p('d')] }]];

  test('for layout are their paragraphs in order', () => {
    expect(outlineOfTags(tags(table([50, 50], rows)))).toEqual([
      'Document lang=zh-Hans',
      '  P',
      '  P',
      '  P',
      '  P',
    ]);
  });

  test('of data are Table, TR, TD', () => {
    expect(tags(table([50, 50], [[{ blocks: [p('a')] }, { blocks: [p('b')] }]], {}, 'table'))).toBe(
      `Document lang=zh-Hans
  Table
    TR
      TD
        P
          "a"
      TD
        P
          "b"
`,
    );
  });
});
