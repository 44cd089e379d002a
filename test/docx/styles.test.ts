import { describe, expect, it } from 'vitest';
import { planDocx } from '../../src/docx/index.ts';
import { styleNamer } from '../../src/docx/style-names.ts';
import type { BlockLevel, ComputedStyle } from '../../src/markup/types.ts';
import { all, first, val, write } from './support/package.ts';
import { div, fonts, inlineBlock, li, p, probe, span, styled } from './support/world.ts';

const plan = (blocks: readonly BlockLevel[], more = {}) => planDocx(styled(blocks, more), fonts);
const styleNamed = (blocks: readonly BlockLevel[], name: string) =>
  plan(blocks).value?.styles.find((style) => style.name === name);

describe('style names', () => {
  it('are Word’s own for built-in styles, in any case', () => {
    const name = styleNamer();
    expect(name('Heading 1')).toEqual({ id: 'Heading1', name: 'heading 1', builtIn: true });
    expect(name('footnote text').id).toBe('FootnoteText');
    expect(name('normal').id).toBe('Normal');
  });

  it('make ids that differ by more than case', () => {
    const name = styleNamer();
    expect(name('Operative paragraph').id).toBe('OperativeParagraph');
    expect(name('operative-Paragraph').id).toBe('OperativeParagraph2');
    expect(name('执行段').id).toBe('Style');
    expect(name('序言段').id).toBe('Style2');
    expect(name('执行段').id).toBe('Style');
    expect(name('Heading1').id).toBe('Heading12');
  });
});

describe('a comma in a style name', () => {
  it('would begin an alias, so it is left out', () => {
    expect(styleNamer()('Closing line, next').name).toBe('Closing line next');
  });
});

describe('two looks of one style', () => {
  const clause = (more: Partial<ComputedStyle>, at: number) =>
    p({ docxStyle: 'Clause', ...more }, ['回顾'], { at });
  it.each([
    ['line-height', { lineHeight: 18 }],
    ['font-size', { fontSize: 12 }],
    ['font-family', { fontFamily: ['Kai', 'Roman'] }],
    ['text-indent', { textIndent: 21 }],
    ['margin-bottom', { marginBottom: 6 }],
    ['text-align', { textAlign: 'justify' }],
    ['break-inside', { breakInside: 'avoid' }],
    ['color', { color: [255, 0, 0] }],
  ] as const)('differing in %s are an error with both places', (property, more) => {
    const { value, diagnostics } = plan([clause({}, 10), clause(more, 20)]);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['docx/style-split']);
    expect(diagnostics[0]).toMatchObject({
      severity: 'error',
      message: `elements of the Word style "Clause" differ in ${property}`,
      span: { start: 20 },
      hints: [{ span: { start: 10 } }, {}],
    });
  });

  it('are told once a property, however many elements there are', () => {
    const { diagnostics } = plan([clause({}, 1), clause({ fontSize: 9 }, 2), clause({ fontSize: 9 }, 3)]);
    expect(diagnostics.length).toBe(1);
  });

  it('come from wrappers too: an inset belongs to the style', () => {
    const { diagnostics } = plan([clause({}, 1), div({ marginLeft: 20 }, [clause({}, 2)])]);
    expect(diagnostics[0]?.message).toContain('margin-left');
  });

  it('may differ in keep with next and page break before', async () => {
    const { parts } = await write(
      styled([clause({}, 1), clause({ breakAfter: 'avoid' }, 2), clause({ breakBefore: 'page' }, 3)]),
    );
    const document = parts.get('word/document.xml')!;
    expect(document.match(/<w:keepNext/g)?.length).toBe(1);
    expect(document.match(/<w:pageBreakBefore/g)?.length).toBe(1);
  });

  it('may differ in their largest character: the style’s lines are then at least so high', () => {
    const blocks = [
      p({ docxStyle: 'Symbol' }, ['/RES/75/234']),
      p({ docxStyle: 'Symbol' }, [span({ docxStyle: 'Organ letter', fontSize: 20 }, ['A'])]),
    ];
    expect(styleNamed(blocks, 'Symbol')).toMatchObject({ paragraph: { lineRule: 'atLeast', line: 320 } });
    expect(styleNamed(blocks.slice(0, 1), 'Symbol')).toMatchObject({ paragraph: { lineRule: 'exact' } });
  });
});

describe('items without a number', () => {
  it('are in a style based on the numbered ones, with numbering switched off', async () => {
    const marker = { list: 'a', level: 0, value: 1, format: 'decimal', prefix: '', suffix: '.' };
    const file = await write(
      styled([
        li(marker, { minWidth: 24 }, [p({ docxStyle: 'Clause' }, ['回顾'])]),
        p({ docxStyle: 'Clause' }, ['决定']),
      ]),
    );
    const paragraphs = all(file.root('word/document.xml'), 'w:p');
    expect(paragraphs.map((paragraph) => val(paragraph, 'w:pStyle'))).toEqual(['Clause', 'ClauseUnnumbered']);
    const style = all(file.root('word/styles.xml'), 'w:style').find(
      ({ attributes }) => attributes['w:styleId'] === 'ClauseUnnumbered',
    )!;
    expect(val(style, 'w:basedOn')).toBe('Clause');
    expect(val(style, 'w:numId')).toBe('0');
    expect(first(style, 'w:tab')?.attributes['w:val']).toBe('clear');
  });
});

describe('character styles', () => {
  const lead = (children: string[], more: Partial<ComputedStyle> = {}) =>
    span({ docxStyle: 'Lead', fontFamily: ['Kai', 'Roman'], ...more }, children);

  it('say only what they change, so that one serves text and notes', () => {
    const blocks = [
      p({ docxStyle: 'Clause' }, [lead(['回顾'])]),
      p({ docxStyle: 'Note', fontSize: 9 }, [lead(['回顾'], { fontSize: 9 })]),
    ];
    expect(styleNamed(blocks, 'Lead')).toMatchObject({ kind: 'character', run: { eastAsian: '楷体' } });
    expect(plan(blocks).diagnostics).toEqual([]);
  });

  it('are split by a second look', () => {
    const blocks = [
      p({ docxStyle: 'Clause' }, [lead(['回顾']), lead(['决定'], { fontFamily: ['Song', 'Roman'] })]),
    ];
    expect(plan(blocks).diagnostics[0]?.message).toBe(
      'elements of the Word style "Lead" differ in font-family',
    );
  });

  it('join where elements nest, since a run bears one', () => {
    const blocks = [
      p({ docxStyle: 'Clause' }, [
        lead([
          '回顾',
          span({ fontFamily: ['Kai', 'Roman'], color: [0, 0, 255] }, ['70/1'], {
            role: 'link',
            href: 'https://undocs.org/A',
          }) as never,
        ]),
      ]),
    ];
    expect(styleNamed(blocks, 'Lead + Hyperlink')).toMatchObject({
      run: { eastAsian: '楷体', color: '0000FF' },
    });
  });

  it('are not made for elements that change nothing', async () => {
    const { parts } = await write(styled([p({ docxStyle: 'Clause' }, [span({}, ['回顾'])])]));
    expect(parts.get('word/document.xml')).not.toContain('w:rStyle');
  });

  it('are asked for where an unnamed element looks different', () => {
    const { diagnostics } = plan([
      p({ docxStyle: 'Clause' }, [span({ fontWeight: 700 }, ['回顾'], { classes: ['loud'], at: 7 })]),
    ]);
    expect(diagnostics).toMatchObject([
      {
        code: 'docx/unnamed-style',
        severity: 'warning',
        span: { start: 7 },
        message: expect.stringContaining('loud'),
      },
    ]);
  });
});

describe('definitions', () => {
  it('are differences from the base, switched off where the base is on', async () => {
    const base = { docxStyle: 'Annex', fontWeight: 700, marginBottom: 6 } as const;
    const file = await write(
      styled([p(base, ['附件']), p({ ...base, docxStyle: 'Annex note', fontWeight: 400 }, ['说明'])], {
        probes: [probe('Annex note', {}, { basedOn: 'Annex' })],
      }),
    );
    const style = all(file.root('word/styles.xml'), 'w:style').find(
      ({ attributes }) => attributes['w:styleId'] === 'AnnexNote',
    )!;
    expect(val(style, 'w:basedOn')).toBe('Annex');
    expect(first(style, 'w:pPr')).toBeUndefined();
    expect(first(style, 'w:b')?.attributes['w:val']).toBe('0');
  });

  it('hold every style of the sheet, used or not', () => {
    const { value } = plan([p({ docxStyle: 'Clause', marginLeft: 40 }, ['回顾'])], {
      probes: [
        probe('Annex heading', { fontWeight: 700 }),
        probe('Quiet', { fontSize: 9 }, { kind: 'character' }),
      ],
    });
    expect(value?.styles.map(({ name }) => name)).toEqual([
      'Normal',
      'Clause',
      'Annex heading',
      'Footnote separator',
      'Quiet',
    ]);
  });

  it('ignore a base that is based on itself', () => {
    const { value } = plan([p({ docxStyle: 'A' }, ['甲']), p({ docxStyle: 'B' }, ['乙'])], {
      probes: [probe('A', {}, { basedOn: 'B' }), probe('B', {}, { basedOn: 'A' })],
    });
    expect(value?.styles.filter(({ name }) => name < 'C').map(({ basedOn }) => basedOn)).toEqual([
      'Normal',
      'Normal',
    ]);
  });

  it('put headings in the outline', () => {
    const heading = p({ docxStyle: 'Heading 2', bookmarkLevel: 2 }, ['目标'], { role: 'heading' });
    expect(styleNamed([heading], 'heading 2')).toMatchObject({ id: 'Heading2', paragraph: { outline: 2 } });
  });

  it('hang a title’s number by tabs', async () => {
    const number = { width: 40, marginLeft: -52, marginRight: 12, textAlign: 'right' } as const;
    const title = p({ docxStyle: 'Resolution title', marginLeft: 63 }, [
      inlineBlock(number, ['75/234.']),
      '南南合作',
    ]);
    expect(styleNamed([title], 'Resolution title')).toMatchObject({
      paragraph: {
        left: 1260,
        firstLine: -1040,
        tabs: [
          { align: 'right', position: 1020 },
          { align: 'left', position: 1260 },
        ],
      },
    });
    const file = await write(styled([title]));
    const pieces = all(first(file.root('word/document.xml'), 'w:p')!, 'w:r').map((run) =>
      first(run, 'w:tab') ? '→' : all(run, 'w:t')[0]?.children.join(''),
    );
    expect(pieces).toEqual(['→', '75/234.', '→', '南南合作']);
  });
});
