import { describe, expect, it } from 'vitest';
import { childrenOf } from '../../src/markup/children.ts';
import { dumpStyledTree, formatCounter, masterFor } from '../../src/markup/index.ts';
import type { BlockBox, NoteBox, StyledBox, TableBox } from '../../src/markup/types.ts';
import { blocks, firstBlock, inlinesOf, style, texts, tryStyle } from './helpers.ts';

const everyBox = (box: StyledBox): readonly StyledBox[] => [box, ...childrenOf(box).flatMap(everyBox)];
const wordsOf = (box: StyledBox): string =>
  texts(box)
    .map(({ text }) => text)
    .join('');

describe('boxes', () => {
  it('are numbered in document order', () => {
    const styled = style(
      '',
      '<h1>题</h1><ol><li value="1"><p>甲<em>乙</em></p></li></ol><table><tr><td>丙</td></tr></table>',
    );
    const ids = everyBox(styled.root).map(({ id }) => id);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are anonymous around lines between blocks, with initial values for what is not inherited', () => {
    const div = firstBlock('div { margin-top: 9pt; color: red }', '<div>\n甲<p>乙</p>丙\n</div>');
    const inner = div.content.kind === 'blocks' ? div.content.blocks : [];
    expect(inner.map(wordsOf)).toEqual(['甲', '乙', '丙']);
    expect([inner[0]!.role, inner[0]!.style.marginTop, inner[0]!.style.color]).toEqual([
      'none',
      0,
      [255, 0, 0],
    ]);
  });

  it('are not made by white space between blocks, nor by display: none', () => {
    const styled = style(
      '.no { display: none }',
      '\n <p>甲</p>\n <p class="no">乙</p> <p>丙<em class="no">丁</em></p>\n',
    );
    expect(blocks(styled).map(wordsOf)).toEqual(['甲', '丙']);
  });

  it('join touching texts of the data, and keep words of the template apart', () => {
    const body =
      '<p data-source="a"><span data-origin="0:5">甲</span><span data-origin="0:9">乙</span>丙</p>';
    expect(inlinesOf(firstBlock('', body))).toMatchObject([
      {
        text: '甲乙',
        origins: [
          { at: 0, start: 5 },
          { at: 1, start: 9 },
        ],
      },
      { text: '丙', origins: [] },
    ]);
  });

  it('break lines in pre', () => {
    const kinds = inlinesOf(firstBlock('p { white-space: pre }', '<p>a  b\nc</p>')).map(({ kind }) => kind);
    expect(kinds).toEqual(['text', 'line-break', 'text']);
  });

  it('find where they came from in the element around them', () => {
    const p = firstBlock('', '<p data-source="a" data-origin="3-8">甲<em>乙</em></p>');
    expect(inlinesOf(p)[1]).toMatchObject({ origin: { model: { source: 'a', start: 3, end: 8 } } });
  });

  it('may not be blocks in a line', () => {
    const { value, diagnostics } = tryStyle(
      'span { display: block }',
      '<p><em>甲<span class="b">乙</span></em></p>',
    );
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'markup/block-in-line', message: '<span> is block, but stands in a line of text' },
    ]);
  });
});

describe('generated content', () => {
  it('comes before and after, from text, attributes and symbols', () => {
    const css =
      'a::before { content: "(" attr(href) } a::after { content: target-counter(attr(href), page) ")" }';
    const [link] = inlinesOf(firstBlock(css, '<p><a href="#x" id="x">甲</a></p>'));
    expect(childrenOf(link!)).toMatchObject([
      { kind: 'text', text: '(', generated: true },
      { kind: 'text', text: '#x', generated: true },
      { kind: 'text', text: '甲', generated: false },
      { kind: 'content', content: [{ kind: 'target-page', target: 'x' }] },
      { kind: 'text', text: ')', generated: true },
    ]);
  });

  it('comes before the text of a block too', () => {
    expect(wordsOf(firstBlock('p::before { content: "— " }', '<p>甲</p>'))).toBe('— 甲');
  });

  it('sets strings from text without notes, and from attributes', () => {
    const css = 'h1 { string-set: title content() "!", short attr(data-short-title) }';
    const body =
      '<h1 data-short-title="短">长<br>题<span role="doc-footnote" id="n" data-number="1">注</span></h1>';
    expect(firstBlock(css, body).strings).toEqual([
      { name: 'title', value: '长 题!' },
      { name: 'short', value: '短' },
    ]);
  });
});

describe('labels of lists', () => {
  const CSS = `
    @counter-style clause { system: extends decimal; suffix: "." }
    @counter-style letter { system: extends lower-alpha; prefix: "("; suffix: ")" }
    ol { list-style-type: clause } ol ol { list-style-type: letter }
    li::marker { min-width: 2em }`;
  const labels = (body: string) =>
    everyBox(style(CSS, body).root).flatMap((box) =>
      box.kind === 'block' && box.marker ? [box.marker.marker] : [],
    );

  it('have list, level, value, format, prefix, suffix and text', () => {
    const found = labels(
      '<ol data-list="op"><li value="3"><p>甲</p><ol><li value="2"><p>乙</p></li></ol></li></ol>',
    );
    expect(found).toEqual([
      { list: 'op', level: 0, value: 3, format: 'decimal', prefix: '', suffix: '.', text: '3.' },
      { list: 'op', level: 1, value: 2, format: 'lower-alpha', prefix: '(', suffix: ')', text: '(b)' },
    ]);
  });

  it('count on without values, and begin again in another list', () => {
    expect(
      labels('<ol><li>甲</li><li>乙</li></ol><ol><li>丙</li></ol>').map(({ list, text }) => [list, text]),
    ).toEqual([
      ['list-1', '1.'],
      ['list-1', '2.'],
      ['list-2', '1.'],
    ]);
  });

  it('take a typed label and a prefix of the data', () => {
    expect(
      labels('<ol data-prefix="1."><li value="2">甲</li><li value="3" data-label="1.a">乙</li></ol>'),
    ).toMatchObject([
      { prefix: '1.', text: '1.2.' },
      { label: '1.a', text: '1.a' },
    ]);
  });

  it('stand in a box with the style of ::marker, before the content', () => {
    const ol = firstBlock(CSS, '<ol><li><p>甲</p></li></ol>');
    const [li] = childrenOf(ol) as BlockBox[];
    expect(li!.marker!.box).toMatchObject({ text: '1.', generated: true, style: { minWidth: 20 } });
    expect(li!.marker!.box.id).toBe(li!.id + 1);
  });

  it('are none for list-style-type: none, and a fault for a style nobody defined', () => {
    const bare = childrenOf(
      firstBlock('ol { list-style-type: none }', '<ol><li>甲</li></ol>'),
    )[0] as BlockBox;
    expect(bare.marker).toBeUndefined();
    expect(tryStyle('ol { list-style-type: clauze }', '<ol><li>甲</li></ol>').diagnostics).toMatchObject([
      { code: 'css/unknown-counter-style', message: 'there is no counter style “clauze”' },
    ]);
  });

  it('give references their words, through levels and ahead of their place', () => {
    const body =
      '<p>见<a class="ref" href="#b">第<span data-label-of="b"></span>段</a></p><ol><li><p>甲</p><ol><li id="b"><p>乙</p></li></ol></li></ol>';
    const p = firstBlock(CSS, body);
    expect(wordsOf(p)).toBe('见第1(a)段');
    expect(inlinesOf(p)[1]).toMatchObject({ role: 'reference', href: '#b' });
  });

  it.each([
    ['decimal', 12, '12'],
    ['lower-alpha', 27, 'aa'],
    ['upper-alpha', 52, 'AZ'],
    ['lower-roman', 1994, 'mcmxciv'],
    ['upper-roman', 0, '0'],
    ['cjk-decimal', 20, '二〇'],
    ['simp-chinese-informal', 20, '二十'],
  ])('%s writes %i as %s', (format, value, text) => {
    expect(formatCounter(value, format)).toBe(text);
  });
});

describe('links and references', () => {
  it.each([
    ['a link to nowhere', '<a href="#x">甲</a>', 'markup/dangling-link'],
    ['a script', '<a href="javascript:alert(1)">甲</a>', 'markup/unsafe-link'],
    ['a file', '<a href="file:///etc/passwd">甲</a>', 'markup/unsafe-link'],
    ['a reference without target', '<span data-label-of="x"></span>', 'markup/no-label'],
    ['a reference to a plain paragraph', '<span data-label-of="p"></span>', 'markup/no-label'],
  ])('%s is an error at its place in the data', (_name, inline, code) => {
    const { value, diagnostics } = tryStyle('', `<p id="p" data-source="a" data-origin="3-8">${inline}</p>`);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code, span: { source: 'a', start: 3, end: 8 } }]);
  });
});

describe('notes', () => {
  const NOTE =
    '<span class="note" role="doc-footnote" id="n" data-number="2"><span class="t">见<em>附件</em>。</span></span>';

  it('stand at their call, with two marks and blocks', () => {
    const css =
      '.t { display: block } .note { font-size: 9pt } .note::footnote-call { vertical-align: super }';
    const p = firstBlock(`p { font-size: 12pt } ${css}`, `<p>甲${NOTE}乙</p>`);
    const note = inlinesOf(p)[1] as NoteBox;
    expect(note).toMatchObject({ kind: 'note', note: 'n', number: 2, role: 'note', style: { fontSize: 9 } });
    expect(note.call).toMatchObject({ text: '2', style: { fontSize: 12, verticalAlign: 4 } });
    expect(note.marker).toMatchObject({ text: '2', style: { fontSize: 9 } });
    expect(note.children.map(wordsOf)).toEqual(['见附件。']);
  });

  it('do not count as text in the line: a fold beside them vanishes between wide characters', () => {
    const p = firstBlock('.t { display: block }', `<p>甲\n${NOTE}\n乙</p>`);
    expect(wordsOf(p)).toBe('甲乙');
  });

  it('show what content says', () => {
    const css = '.note::footnote-call { content: "[" counter(footnote, lower-roman) "]" }';
    const note = inlinesOf(firstBlock(css, `<p>${NOTE}</p>`))[0] as NoteBox;
    expect([note.call.text, note.marker.text]).toEqual(['[ii]', '2']);
  });

  it('need an id and a number', () => {
    expect(tryStyle('', '<p><span role="doc-footnote" id="n">注</span></p>').diagnostics).toMatchObject([
      { code: 'markup/bad-note' },
    ]);
  });
});

describe('tables', () => {
  const table = (css: string, body: string) =>
    blocks(style(`@page { size: 400pt 400pt; margin: 50pt } ${css}`, body))[0] as TableBox;

  it('have the widths of the first row’s cells; the rest is shared', () => {
    const body = '<table><tr><td class="a">甲</td><td>乙</td><td>丙</td></tr></table>';
    expect(table('.a { width: 60pt }', body).columns).toEqual([60, 120, 120]);
  });

  it('fill the block around them, less its edges', () => {
    const body = '<table><tr><td>甲</td><td>乙</td></tr></table>';
    expect(table('table { margin-left: 20pt } body { margin-right: 30pt }', body).columns).toEqual([
      125, 125,
    ]);
  });

  it('scale widths that do not fill them', () => {
    const body = '<table><tr><td class="a">甲</td><td class="b">乙</td></tr></table>';
    expect(table('.a { width: 50pt } .b { width: 100pt }', body).columns).toEqual([100, 200]);
  });

  it('join columns, and refuse rows of another length', () => {
    const wide = '<table><tr><td>甲</td><td>乙</td></tr><tr><td colspan="2">丙</td></tr></table>';
    expect(table('', wide).rows[1]!.cells[0]!.columnSpan).toBe(2);
    const uneven = '<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>';
    expect(tryStyle('', uneven).diagnostics).toMatchObject([{ code: 'markup/uneven-table' }]);
  });

  it('have roles, but those for layout leave none', () => {
    const roles = (open: string) =>
      everyBox(table('', `${open}<tr><th>甲</th><td>乙</td></tr></table>`)).map((box) =>
        'role' in box ? box.role : '',
      );
    expect(roles('<table>')).toEqual([
      'table',
      'table-row',
      'table-header',
      'none',
      '',
      'table-cell',
      'none',
      '',
    ]);
    expect(roles('<table role="presentation">')).toEqual([
      'layout-table',
      'none',
      'none',
      'none',
      '',
      'none',
      'none',
      '',
    ]);
  });
});

describe('pages', () => {
  const CSS = `
    @page { margin: 10pt 20pt; @bottom-right { content: counter(page) "/" counter(pages) } }
    @page :left { margin-left: 30pt; @bottom-right { content: none } @bottom-left { content: string(t, last); color: red } }
    @page :first { margin-top: 5pt; @bottom-right { content: none } }
    @page wide { size: A4 landscape }
    @page { @footnote { border-top: 0.5pt solid; border-clip: 6em; padding-top: 3pt } }
    section { page: wide }`;
  const styled = style(CSS, '<p>甲</p><section><p>乙</p></section>');

  it('come for each name, first or not, left and right', () => {
    expect(styled.masters.map(({ name, first, side }) => [name, first, side])).toEqual(
      ['', 'wide'].flatMap((name) =>
        [true, false].flatMap((first) => ['left', 'right'].map((side) => [name, first, side])),
      ),
    );
  });

  it('take the most specific rule for each property', () => {
    const at = (name: string, first: boolean, side: 'left' | 'right') =>
      masterFor(styled.masters, name, first, side);
    expect([at('', false, 'left').marginLeft, at('', false, 'right').marginLeft]).toEqual([30, 20]);
    expect([at('', true, 'left').marginTop, at('', false, 'left').marginTop]).toEqual([5, 10]);
    expect(at('wide', false, 'right').width).toBeCloseTo(841.89, 2);
    expect(at('unheard-of', false, 'right')).toBe(at('', false, 'right'));
  });

  it('have margin boxes where content makes them, aligned by place', () => {
    expect(masterFor(styled.masters, '', false, 'left').boxes).toMatchObject([
      {
        name: 'bottom-left',
        style: { textAlign: 'left', cellAlign: 'middle', color: [255, 0, 0] },
        content: [{ kind: 'string', name: 't', which: 'last' }],
      },
    ]);
    expect(masterFor(styled.masters, '', false, 'right').boxes).toMatchObject([
      {
        name: 'bottom-right',
        content: [
          { kind: 'counter', name: 'page' },
          { kind: 'text', text: '/' },
          { kind: 'counter', name: 'pages' },
        ],
      },
    ]);
    expect(masterFor(styled.masters, '', true, 'right').boxes).toEqual([]);
  });

  it('have a note area with its rule', () => {
    expect(styled.masters[0]!.footnote).toEqual({
      marginTop: 0,
      marginLeft: 0,
      marginRight: 0,
      paddingTop: 3,
      rule: { width: 0.5, color: [0, 0, 0] },
      ruleLength: 60,
    });
  });

  it('refuse content that needs an element', () => {
    const css = '@page { @top-left { content: attr(id) } }';
    expect(tryStyle(css, '<p>甲</p>').diagnostics).toMatchObject([{ code: 'css/bad-value' }]);
  });
});

describe('Word styles', () => {
  it('are probed from the rules, whatever the document holds', () => {
    const css = `
      p.a { -docx-style: "Clause"; text-indent: 2em }
      ol > li > p { -docx-style: "Item"; -docx-based-on: "Clause"; margin-left: 3em }
      ol { color: red }
      em { -docx-style: "Lead" }
      .note::footnote-call { -docx-style: "footnote reference"; font-size: 6pt }
      @page { @top-left { content: "x"; -docx-style: "header" } }`;
    const { probes } = style(css, '<p>甲</p>');
    expect(probes).toMatchObject([
      { name: 'Clause', kind: 'paragraph', style: { textIndent: 20 } },
      { name: 'Item', basedOn: 'Clause', kind: 'paragraph', style: { marginLeft: 30, color: [255, 0, 0] } },
      { name: 'Lead', kind: 'character', style: { fontStyle: 'italic' } },
      { name: 'footnote reference', kind: 'character', style: { fontSize: 6 } },
      { name: 'header', kind: 'paragraph' },
    ]);
  });
});

describe('the document', () => {
  it('has language and title, and says where the language is missing', () => {
    expect(style('', '<p>甲</p>')).toMatchObject({ lang: 'zh-Hans', title: '题' });
  });

  it('is plain data', () => {
    const styled = style('p { color: red }', '<p>甲</p>');
    expect(structuredClone(styled)).toEqual(styled);
  });

  it('shows as text what each box adds to the one around it', () => {
    const dump = dumpStyledTree(
      style('p { color: red; margin-top: 1pt } em { color: red }', '<p>甲<em>乙</em></p>'),
    );
    expect(dump.slice(dump.indexOf('block'))).toBe(
      [
        'block document {display block}',
        '  block paragraph {color 255,0,0; display block; marginTop 1}',
        '    text "甲"',
        '    inline emphasis {fontStyle italic}',
        '      text "乙"',
        '',
      ].join('\n'),
    );
  });
});
