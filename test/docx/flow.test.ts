import { describe, expect, it } from 'vitest';
import { flatten } from '../../src/docx/flow.ts';
import { lint } from './support/lint.ts';
import { all, type Element, first, textOf, write } from './support/package.ts';
import { cell, div, p, styled, table } from './support/world.ts';

const place = { left: 0, right: 0, width: 400 };
const words = (blocks: Parameters<typeof flatten>[0]) =>
  flatten(blocks, place).map((leaf) => ({
    gap: leaf.gap,
    left: leaf.place.left,
    width: leaf.place.width,
    keep: leaf.keepNext,
    before: leaf.breakBefore,
  }));

describe('flattening', () => {
  it('adds up insets of wrappers', () => {
    const blocks = [
      div({ marginLeft: 20, marginRight: 30 }, [
        div({ paddingLeft: 10, borderLeft: { width: 1, color: [0, 0, 0] } }, [p({}, ['甲'])]),
      ]),
    ];
    expect(words(blocks)).toMatchObject([{ left: 31, width: 339 }]);
  });

  it('takes a wrapper’s width', () => {
    expect(words([div({ marginLeft: 50, width: 200 }, [p({}, ['甲'])])])).toMatchObject([
      { left: 50, width: 200 },
    ]);
  });

  it('collapses margins to the largest that meet', () => {
    const blocks = [
      p({ marginBottom: 6 }, ['甲']),
      div({ marginTop: 18, marginBottom: 3 }, [p({ marginTop: 4, marginBottom: 9 }, ['乙'])]),
      p({}, ['丙']),
    ];
    expect(words(blocks).map(({ gap }) => gap)).toEqual([0, 18, 9]);
  });

  it('lets padding part margins', () => {
    const blocks = [
      p({ marginBottom: 6 }, ['甲']),
      div({ paddingTop: 5, marginTop: 10 }, [p({ marginTop: 4 }, ['乙'])]),
    ];
    expect(words(blocks).map(({ gap }) => gap)).toEqual([0, 19]);
  });

  it('moves breaks and keeps of wrappers to their first and last paragraphs', () => {
    const blocks = [
      div({ breakInside: 'avoid' }, [p({}, ['甲']), p({}, ['乙']), p({}, ['丙'])]),
      div({ breakBefore: 'page', breakAfter: 'avoid' }, [p({}, ['丁']), p({}, ['戊'])]),
    ];
    expect(words(blocks).map(({ keep }) => keep)).toEqual([true, true, false, false, true]);
    expect(words(blocks).map(({ before }) => before)).toEqual(['auto', 'auto', 'auto', 'page', 'auto']);
  });

  it('keeps a paragraph with one that must not begin a page', () => {
    const blocks = [p({}, ['甲']), p({}, ['乙']), p({ breakBefore: 'avoid' }, ['丙'])];
    expect(words(blocks).map(({ keep }) => keep)).toEqual([false, true, false]);
  });

  it('drops blocks that show nothing', () => {
    expect(
      words([p({}, []), p({ borderTop: { width: 1, color: [0, 0, 0] } }, []), p({}, ['甲'])]).length,
    ).toBe(2);
  });

  it('names a paragraph by its own style, an ancestor’s, or its role', () => {
    const blocks = [
      p({ docxStyle: 'A' }, ['甲']),
      div({ docxStyle: 'B' }, [p({}, ['乙'])]),
      p({}, ['丙']),
      p({ bookmarkLevel: 2 }, ['丁'], { role: 'heading' }),
    ];
    const names = flatten(blocks, place).map((leaf) => leaf.kind === 'paragraph' && leaf.styleName);
    expect(names).toEqual(['A', 'B', 'Normal', 'heading 2']);
  });
});

describe('space in the file', () => {
  const spacing = (paragraph: Element) => first(paragraph, 'w:spacing')?.attributes;

  it('is the styles’, but where a wrapper or table asks for more', async () => {
    const clause = { docxStyle: 'Clause', marginBottom: 6 } as const;
    const file = await write(
      styled([
        p(clause, ['甲']),
        p(clause, ['乙']),
        div({ marginTop: 20 }, [p(clause, ['丙'])]),
        table({ marginTop: 15, marginBottom: 8 }, [100], [[cell({}, [p({ docxStyle: 'Cell' }, ['丁'])])]]),
        p(clause, ['戊']),
      ]),
    );
    expect(all(file.root('word/document.xml'), 'w:p').map(spacing)).toEqual([
      undefined,
      undefined,
      { 'w:before': '400', 'w:after': '300' },
      undefined,
      { 'w:before': '160' },
    ]);
  });
});

describe('tables', () => {
  const line = { width: 0.5, color: [0, 0, 0] } as const;
  const rule = { width: 1.5, color: [0, 0, 0] } as const;
  const text = { docxStyle: 'Cell' } as const;

  it('are fixed, with cells that end in paragraphs', async () => {
    const file = await write(
      styled([
        div({ marginLeft: 20 }, [
          table(
            { marginLeft: 5 },
            [100, 50],
            [
              [cell({}, []), cell({ paddingLeft: 4 }, [p(text, ['甲'])])],
              [cell({}, [table({}, [60], [[cell({}, [p(text, ['乙'])])]])], 2)],
            ],
          ),
        ]),
      ]),
    );
    const document = file.root('word/document.xml');
    expect(lint(file)).toEqual([]);
    expect(first(document, 'w:tblInd')?.attributes['w:w']).toBe('500');
    expect(first(document, 'w:tblLayout')?.attributes['w:type']).toBe('fixed');
    expect(all(document, 'w:tcW').map(({ attributes }) => attributes['w:w'])).toEqual([
      '2000',
      '1000',
      '3000',
      '1200',
    ]);
    expect(all(document, 'w:gridSpan').length).toBe(1);
    expect(textOf(document)).toBe('甲乙');
  });

  it('draw borders of table and rows on the cells at their edges', async () => {
    const row = (...cells: ReturnType<typeof cell>[]) => cells;
    const plain = () => cell({}, [p(text, ['甲'])]);
    const file = await write(
      styled([
        table(
          { borderTop: rule, borderLeft: line },
          [50, 50],
          [row(plain(), plain()), row(plain(), cell({ borderTop: line }, [p(text, ['乙'])]))],
        ),
      ]),
    );
    const sides = all(file.root('word/document.xml'), 'w:tcPr').map((properties) =>
      (first(properties, 'w:tcBorders')?.children ?? []).map(
        (side) => typeof side === 'object' && `${side.name} ${side.attributes['w:sz']}`,
      ),
    );
    expect(sides).toEqual([['w:top 12', 'w:left 4'], ['w:top 12'], ['w:left 4'], ['w:top 4']]);
  });

  it('that touch are kept apart', async () => {
    const one = () => table({}, [50], [[cell({}, [p(text, ['甲'])])]]);
    const file = await write(styled([one(), one()]));
    const body = first(file.root('word/document.xml'), 'w:body')!;
    expect(body.children.map((child) => typeof child === 'object' && child.name)).toEqual([
      'w:tbl',
      'w:p',
      'w:tbl',
      'w:sectPr',
    ]);
  });
});
