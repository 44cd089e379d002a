import { describe, expect, it } from 'vitest';
import { lint } from './support/lint.ts';
import { all, first, type Package, textOf, val, write } from './support/package.ts';
import { inlineBlock, masters, p, styled } from './support/world.ts';

const clause = { docxStyle: 'Clause' } as const;
const text = (words: string) => [{ kind: 'text', text: words }] as const;
const string = (name: string) => [{ kind: 'string', name, which: 'first' }] as const;
const line = { width: 0.5, color: [0, 0, 0] } as const;

/** Text and style of each head of the last section by kind of page. */
function edge(file: Package, kind: 'header' | 'footer') {
  const relations = all(file.root('word/_rels/document.xml.rels'), 'Relationship');
  const section = all(file.root('word/document.xml'), 'w:sectPr').at(-1)!;
  return Object.fromEntries(
    all(section, `w:${kind}Reference`).map(({ attributes }) => {
      const target = relations.find((each) => each.attributes.Id === attributes['r:id'])?.attributes.Target;
      const root = file.root(`word/${target}`);
      return [attributes['w:type'], `${val(root, 'w:pStyle')}: ${textOf(root)}`];
    }),
  );
}
const codes = (file: Package) =>
  [...file.parts.keys()]
    .filter((path) => /word\/(?:header|footer)\d/.test(path))
    .flatMap((path) => all(file.root(path), 'w:instrText').map(({ children }) => children.join('').trim()));

describe('heads and feet', () => {
  it('are told apart only where pages differ', async () => {
    const right = { 'top-right': { content: text('甲') } };
    const file = await write(
      styled([p(clause, ['正文'])], { masters: masters({ right, left: right, first: right }) }),
    );
    expect(edge(file, 'header')).toEqual({ default: 'Header: \t甲' });
    expect(file.parts.get('word/settings.xml')).not.toContain('evenAndOddHeaders');
    expect(first(file.root('word/document.xml'), 'w:titlePg')).toBeUndefined();
  });

  it('stand on alternate sides, and not on the first page', async () => {
    const file = await write(
      styled([p(clause, ['正文'])], {
        masters: masters({
          right: { 'top-left': { content: text('甲') }, 'top-right': { content: text('乙') } },
          left: { 'top-left': { content: text('乙') }, 'top-right': { content: text('甲') } },
        }),
      }),
    );
    expect(edge(file, 'header')).toEqual({
      default: 'Header: 甲\t乙',
      even: 'Header: 乙\t甲',
      first: 'HeaderEmpty: ',
    });
    expect(file.parts.get('word/settings.xml')).toContain('evenAndOddHeaders');
    expect(lint(file)).toEqual([]);
  });

  it('draw their line by the style, which empty ones lack', async () => {
    const box = { content: text('甲'), style: { borderBottom: line, paddingBottom: 4 } };
    const file = await write(
      styled([p(clause, ['正文'])], {
        masters: masters({ right: { 'top-left': box }, left: { 'top-left': box } }),
      }),
    );
    const style = (id: string) =>
      all(file.root('word/styles.xml'), 'w:style').find(({ attributes }) => attributes['w:styleId'] === id)!;
    expect(first(style('Header'), 'w:bottom')?.attributes).toEqual({
      'w:val': 'single',
      'w:sz': '4',
      'w:space': '4',
      'w:color': 'auto',
    });
    expect(first(style('HeaderEmpty'), 'w:bottom')?.attributes).toEqual({ 'w:val': 'nil' });
  });

  it('count pages by fields with results', async () => {
    const content = [
      { kind: 'counter', name: 'page', format: 'decimal' },
      { kind: 'text', text: '/' },
      { kind: 'counter', name: 'pages', format: 'decimal' },
    ] as const;
    const file = await write(
      styled([p(clause, ['正文'])], {
        masters: masters({ right: { 'bottom-right': { content } }, left: { 'bottom-left': { content } } }),
      }),
    );
    expect(codes(file)).toEqual(['PAGE', 'NUMPAGES', 'PAGE', 'NUMPAGES']);
    expect(edge(file, 'footer')).toEqual({
      default: 'Footer: \t1/1',
      even: 'Footer: 1/1',
      first: 'FooterEmpty: ',
    });
  });

  it('have a tab to the middle where a box stands there', async () => {
    const file = await write(
      styled([p(clause, ['正文'])], {
        masters: masters({
          right: { 'top-center': { content: text('中') } },
          left: { 'top-left': { content: text('左') } },
        }),
      }),
    );
    expect(edge(file, 'header')).toMatchObject({ default: 'Header: \t中', even: 'Header: 左' });
  });

  it('stand where the margin box does, the text where the margin ends, on every kind of page', async () => {
    const head = { content: text('甲'), style: { marginBottom: 20, lineHeight: 12 } };
    const pages = masters({ right: { 'top-left': head }, left: { 'top-left': head } }).map((each) =>
      each.first ? { ...each, marginTop: 34 } : each,
    );
    const file = await write(styled([p(clause, ['正文'])], { masters: pages }));
    const margins = first(file.root('word/document.xml'), 'w:pgMar')!.attributes;
    const style = (id: string) =>
      first(
        all(file.root('word/styles.xml'), 'w:style').find(
          ({ attributes }) => attributes['w:styleId'] === id,
        )!,
        'w:spacing',
      )!.attributes;
    expect(margins).toMatchObject({ 'w:top': '680', 'w:header': '660' });
    const { 'w:before': before, 'w:after': after, 'w:line': height } = style('Header');
    // Head: 72 pt margin − 20 pt below − 12 pt line = 40 pt from the edge; text 72 pt from it.
    expect(660 + Number(before)).toBe(800);
    expect(660 + Number(before) + Number(height) + Number(after)).toBe(1440);
    expect(660 + Number(style('HeaderEmpty')['w:line'])).toBeLessThanOrEqual(680);
  });
});

describe('running titles', () => {
  const heads = {
    right: { 'top-left': { content: string('title') } },
    left: { 'top-right': { content: string('title') } },
  };
  const titled = (style: string, words: Parameters<typeof p>[1], value = '南南合作') =>
    styled([p({ docxStyle: style }, words, { strings: [{ name: 'title', value }] }), p(clause, ['正文'])], {
      masters: masters(heads),
    });

  it('cite the paragraph they come from by its style', async () => {
    const file = await write(titled('Short title', ['南南合作']));
    expect(codes(file)).toEqual(['STYLEREF "Short title"', 'STYLEREF "Short title"']);
    expect(edge(file, 'header').default).toBe('Header: 南南合作');
  });

  it('cite a character style where a number stands before the title or the style is built in', async () => {
    const number = inlineBlock({ width: 40, marginLeft: -52, marginRight: 12 }, ['75/234.']);
    const file = await write(titled('heading 1', [number, '南南合作']));
    expect(codes(file)[0]).toBe('STYLEREF "heading 1 text"');
    expect(lint(file)).toEqual([]);
  });

  it('are plain text where no style holds just them', async () => {
    const shortened = await write(titled('Short title', ['关于南南合作的决议']));
    expect(codes(shortened)).toEqual([]);
    expect(edge(shortened, 'header').default).toBe('Header: 南南合作');
    const twice = await write(titled('Clause', ['南南合作']));
    expect(codes(twice)).toEqual([]);
  });
});

describe('sections', () => {
  it('begin with each page type, on the side asked for, with the first page of the document alone apart', async () => {
    const pages = [
      ...masters({
        right: { 'top-left': { content: text('甲') } },
        left: { 'top-left': { content: text('甲') } },
      }),
    ];
    const wide = pages.map((each) => ({ ...each, name: 'wide', width: 841.9, height: 595.3 }));
    const file = await write(
      styled(
        [
          p(clause, ['甲']),
          p({ ...clause, page: 'wide' }, ['乙']),
          p({ ...clause, breakBefore: 'recto' }, ['丙']),
        ],
        { masters: [...pages, ...wide] },
      ),
    );
    const sections = all(file.root('word/document.xml'), 'w:sectPr');
    expect(sections.map((section) => val(section, 'w:type'))).toEqual(['nextPage', 'nextPage', 'oddPage']);
    expect(sections.map((section) => first(section, 'w:pgSz')?.attributes['w:w'])).toEqual([
      '11906',
      '16838',
      '11906',
    ]);
    expect(sections.map((section) => all(section, 'w:titlePg').length)).toEqual([1, 0, 0]);
    expect(lint(file)).toEqual([]);
  });
});
