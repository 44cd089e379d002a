import { describe, expect, it } from 'vitest';
import { parseStyleSheet } from '../../src/markup/index.ts';
import { blocks, firstBlock, inlinesOf, seen, style, tryStyle } from './helpers.ts';

const faults = (css: string) =>
  parseStyleSheet({ id: 'style.css', text: css }).diagnostics.map((diagnostic) => seen(css, diagnostic));

describe('what the subset does not hold', () => {
  it.each([
    ['a property', 'p { colr: red }', 'css/unknown-property', 'colr', 'Did you mean color?'],
    [
      'a property without a neighbour',
      'p { transform: none }',
      'css/unknown-property',
      'transform',
      'See docs/css.md for every property.',
    ],
    [
      'a page property on an element',
      'p { size: A4 }',
      'css/unknown-property',
      'size',
      'size belongs into @page.',
    ],
    ['a keyword', 'p { text-align: centre }', 'css/bad-value', 'centre', 'Did you mean center?'],
    ['a unit', 'p { margin: 1furlong }', 'css/bad-value', '1furlong', 'Give <‘margin-top’>{1,4}.'],
    ['a length without unit', 'p { text-indent: 2 }', 'css/bad-value', '2', 'Give <length>.'],
    [
      'a negative size',
      'p { font-size: -1pt }',
      'css/bad-value',
      '-1pt',
      'Give <length [0,∞]> | <percentage>.',
    ],
    [
      'a dashed border',
      'p { border: 1pt dashed }',
      'css/bad-value',
      '1pt dashed',
      'Give none | <length> solid <color>?.',
    ],
    [
      'an element',
      'para { color: red }',
      'css/unknown-element',
      'para',
      expect.stringContaining('Elements: html'),
    ],
    [
      'a pseudo-class',
      'p:first-chld { color: red }',
      'css/unknown-selector',
      ':first-chld',
      'Did you mean :first-child?',
    ],
    [
      'a pseudo-element',
      'p::markr { color: red }',
      'css/unknown-selector',
      '::markr',
      'Did you mean ::marker?',
    ],
    ['an at-rule', '@pag { size: A4 }', 'css/unknown-at-rule', '@pag', 'Did you mean @page?'],
    [
      'a margin box',
      '@page { @top-lft { content: none } }',
      'css/unknown-at-rule',
      '@top-lft',
      'Did you mean @top-left?',
    ],
    [
      'a page selector',
      '@page :frist { margin: 0 }',
      'css/unknown-selector',
      ':frist',
      'Write @page, @page name, and after them :first, :left or :right.',
    ],
    [
      'importance',
      'p { color: red !important }',
      'css/important',
      'color: red !important',
      'Remove !important and make the selector more specific.',
    ],
    [
      'a missing colon',
      'p { color red }',
      'css/syntax',
      expect.any(String),
      'A declaration is `property: value;`, a rule `selector { … }`.',
    ],
    [
      'a rule in a rule',
      'p { color: red; & em { color: red } }',
      'css/nested-rule',
      '& em',
      'Close the rule before with }. Nesting is not in the subset.',
    ],
    [
      'a counter descriptor',
      '@counter-style a { system: extends decimal; sufix: "." }',
      'css/unknown-property',
      'sufix: "."',
      'Did you mean suffix?',
    ],
    [
      'a counter style twice',
      '@counter-style decimal { system: extends decimal }',
      'css/duplicate-counter-style',
      expect.any(String),
      'Choose another name.',
    ],
  ])('%s is an error with its place', (_name, css, code, at, hint) => {
    expect(faults(css)).toContainEqual({ code, at, hint });
  });

  it('lets the rest of the sheet speak too', () => {
    expect(faults('p { colr: red; widht: 1pt }').map(({ at }) => at)).toEqual(['colr', 'widht']);
  });
});

describe('values', () => {
  it.each([
    ['72pt', 72],
    ['1in', 72],
    ['2.54cm', 72],
    ['25.4mm', 72],
    ['96px', 72],
    ['2em', 20],
    ['0', 0],
    ['-3pt', -3],
  ])('text-indent %s is %f pt at 10 pt', (value, points) => {
    expect(firstBlock(`p { text-indent: ${value} }`, '<p>字</p>').style.textIndent).toBeCloseTo(points, 9);
  });

  it('spreads margins over the sides', () => {
    const { style: computed } = firstBlock('p { margin: 1pt 2pt 3pt }', '<p>字</p>');
    expect([computed.marginTop, computed.marginRight, computed.marginBottom, computed.marginLeft]).toEqual([
      1, 2, 3, 2,
    ]);
  });

  it('reads colours in each notation', () => {
    const colors = ['rgb(0, 73, 144)', 'rgb(0 73 144)', '#004990', '#00f', 'black'].map(
      (color) => firstBlock(`p { color: ${color} }`, '<p>字</p>').style.color,
    );
    expect(colors).toEqual([
      [0, 73, 144],
      [0, 73, 144],
      [0, 73, 144],
      [0, 0, 255],
      [0, 0, 0],
    ]);
  });

  it('gives a border the colour of the text, and none to a border that is not drawn', () => {
    const { style: computed } = firstBlock('p { color: red; border-top: 1pt solid }', '<p>字</p>');
    expect(computed.borderTop).toEqual({ width: 1, color: [255, 0, 0] });
    expect(computed.borderLeft).toEqual({ width: 0, color: [0, 0, 0] });
  });

  it('passes a line height without unit down as a factor, others as lengths', () => {
    const css = 'p { font-size: 10pt; line-height: 1.5 } p.b { line-height: 150% } em { font-size: 20pt }';
    const [a, b] = blocks(style(css, '<p><em>甲</em></p><p class="b"><em>乙</em></p>'));
    expect(inlinesOf(a!)[0]!.style.lineHeight).toBe(30);
    expect(inlinesOf(b!)[0]!.style.lineHeight).toBe(15);
  });

  it('raises text by a third of the parent’s size, and places cells by the same property', () => {
    const css = 'em { vertical-align: super; font-size: 5pt } p { font-size: 9pt; vertical-align: middle }';
    const p = firstBlock(css, '<p><em>字</em></p>');
    expect(inlinesOf(p)[0]!.style.verticalAlign).toBe(3);
    expect(p.style.cellAlign).toBe('middle');
  });
});

describe('the cascade', () => {
  const colorOf = (css: string, body: string) => firstBlock(css, body).style.color;
  const RED = [255, 0, 0];
  const BLUE = [0, 0, 255];

  it('prefers the more specific selector, then the later rule', () => {
    expect(colorOf('p.a { color: red } p { color: blue }', '<p class="a">字</p>')).toEqual(RED);
    expect(colorOf('p { color: red } p { color: blue }', '<p>字</p>')).toEqual(BLUE);
    expect(colorOf('#x { color: red } p.a.b { color: blue }', '<p id="x" class="a b">字</p>')).toEqual(RED);
  });

  it('passes inherited properties down and begins the others anew', () => {
    const p = firstBlock('body { color: red; margin-top: 9pt }', '<p>字</p>');
    expect([p.style.color, p.style.marginTop]).toEqual([RED, 0]);
  });

  it('obeys inherit and initial', () => {
    const css = 'div { color: red; margin: 1pt 2pt } p.a { margin: inherit } p.b { color: initial }';
    const [div] = blocks(style(css, '<div><p class="a">甲</p><p class="b">乙</p></div>'));
    const [a, b] = div!.kind === 'block' && div!.content.kind === 'blocks' ? div!.content.blocks : [];
    expect([a!.style.marginTop, a!.style.marginLeft]).toEqual([1, 2]);
    expect(b!.style.color).toEqual([0, 0, 0]);
  });

  it.each([
    ['p.a', true],
    ['p.b', false],
    ['[class]', true],
    ['[class="a"]', true],
    ['[id^="op"]', true],
    ['[id~="op1"]', true],
    ['[lang|="zh"]', false],
    ['div > p', true],
    ['body > p', false],
    ['body p', true],
    ['h1 + p', true],
    ['h1 ~ p', true],
    ['p + p', false],
    ['p:first-child', false],
    ['p:last-child', true],
    ['p:lang(zh)', true],
    ['p:lang(en)', false],
    ['html p', true],
    [':root p', true],
    ['*', true],
    ['section div > p.a', true],
  ])('%s selects the paragraph: %s', (selector, selects) => {
    const body = '<section><div><h1>题</h1><p class="a" id="op1">字</p></div></section>';
    const styled = style(`${selector} { widows: 7 } h1 { widows: 1 } div { widows: 1 }`, body);
    const section = blocks(styled)[0]!;
    const div =
      section.kind === 'block' && section.content.kind === 'blocks' ? section.content.blocks[0]! : undefined;
    const p = div?.kind === 'block' && div.content.kind === 'blocks' ? div.content.blocks[1]! : undefined;
    expect(p!.style.widows === 7).toBe(selects);
  });
});

describe('custom properties', () => {
  it('are inherited and put in, with fallbacks, in shorthands too', () => {
    const css = 'body { --a: 2pt; --b: var(--a) 4pt } p { margin: var(--b); text-indent: var(--c, 3pt) }';
    const p = firstBlock(css, '<p>字</p>');
    expect([p.style.marginTop, p.style.marginLeft, p.style.textIndent]).toEqual([2, 4, 3]);
  });

  it.each([
    [
      'an unknown name',
      'body { --size: 1pt } p { font-size: var(--sise) }',
      'css/unknown-variable',
      'Did you mean --size?',
    ],
    [
      'a circle',
      'p { --a: var(--b); --b: var(--a); font-size: var(--a) }',
      'css/variable-cycle',
      'Give one of the properties of the circle a value of its own.',
    ],
    [
      'a value of the wrong kind',
      'p { --a: red; font-size: var(--a) }',
      'css/bad-value',
      'Give <length [0,∞]> | <percentage>.',
    ],
  ])('%s is an error at the declaration, said once', (_name, css, code, hint) => {
    const { value, diagnostics } = tryStyle(css, '<p>甲</p><p>乙</p>');
    expect(value).toBeUndefined();
    expect(diagnostics.map((diagnostic) => seen(css, diagnostic))).toEqual([
      { code, at: expect.stringContaining('font-size'), hint },
    ]);
  });
});

describe('font families', () => {
  it('warns of a family nobody has, and refuses a stack without any', () => {
    const some = tryStyle('p { font-family: Tino, "Noto Serif SC" }', '<p>字</p>');
    expect(some.value).toBeDefined();
    expect(some.diagnostics).toMatchObject([
      { code: 'css/unknown-font-family', severity: 'warning', hints: [{ text: 'Did you mean “Tinos”?' }] },
    ]);
    const none = tryStyle('p { font-family: Arial }', '<p>字</p>');
    expect(none.value).toBeUndefined();
  });
});
