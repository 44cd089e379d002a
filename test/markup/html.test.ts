import { describe, expect, it } from 'vitest';
import { parseMarkup } from '../../src/markup/index.ts';
import type { ElementNode, TextNode } from '../../src/markup/types.ts';
import { seen, silent } from './helpers.ts';

const parse = (text: string) => parseMarkup({ id: '<markup>', text });
const faults = (text: string) => parse(text).diagnostics.map((diagnostic) => seen(text, diagnostic));
const read = (text: string): ElementNode => silent(parse(text));
const textIn = (element: ElementNode): TextNode => element.children[0] as TextNode;

describe('markup', () => {
  it('reads elements, attributes and text with their places', () => {
    const p = read('<p class="a b" id=\'x\'>字</p>');
    expect(p.name).toBe('p');
    expect([...p.attributes]).toEqual([
      ['class', 'a b'],
      ['id', 'x'],
    ]);
    expect(p.origin.template).toEqual({ source: '<markup>', start: 0, end: 22 });
    expect(textIn(p)).toEqual({ kind: 'text', text: '字', origins: [] });
  });

  it('decodes references in text and attributes', () => {
    const p = read('<p id="a&amp;b">&lt;script&gt; &#x27;&#123;{x}}&quot; &nbsp;&amp;amp;</p>');
    expect(p.attributes.get('id')).toBe('a&b');
    expect(textIn(p).text).toBe('<script> \'{{x}}" \u00a0&amp;');
  });

  it('lets void elements stand without end tag, comments and the document type vanish', () => {
    const html = read('<!doctype html><!-- <p> --><p>一<br>二</p>');
    expect(html.children).toHaveLength(3);
  });

  it('maps text through folds', () => {
    const p = read('<p data-source="a.yaml"><span data-origin="0:100,2:110">甲乙丙</span></p>');
    const span = p.children[0] as ElementNode;
    expect(textIn(span).origins).toEqual([
      { at: 0, source: 'a.yaml', start: 100 },
      { at: 2, source: 'a.yaml', start: 110 },
    ]);
    expect(span.origin.model).toEqual({ source: 'a.yaml', start: 100, end: 111 });
  });

  it('counts mapped text over inner elements', () => {
    const p = read('<p data-source="a.yaml" data-origin="0:10,3:50">甲<em>乙丙</em>丁</p>');
    expect((p.children[1] as ElementNode).origin.model).toEqual({ source: 'a.yaml', start: 11, end: 13 });
    expect((p.children[2] as TextNode).origins).toEqual([{ at: 0, source: 'a.yaml', start: 50 }]);
  });

  it('takes a span of the data for an element', () => {
    const p = read('<p data-source="a.yaml" data-origin="5-9">字</p>');
    expect(p.origin.model).toEqual({ source: 'a.yaml', start: 5, end: 9 });
    expect(textIn(p).origins).toEqual([]);
  });

  it.each([
    [
      'an unknown element',
      '<body><artcle>字</artcle></body>',
      'markup/unknown-element',
      'artcle',
      'Did you mean <article>?',
    ],
    ['an unknown attribute', '<p clas="a">字</p>', 'markup/unknown-attribute', 'clas', 'Did you mean class?'],
    [
      'an attribute of another element',
      '<p href="x">字</p>',
      'markup/unknown-attribute',
      'href',
      'Attributes of <p>: id, class, lang, role, data-origin, data-source.',
    ],
    ['an element left open', '<div><p>字</div>', 'markup/nesting', '<p>', 'Add </p> before </div>.'],
    ['the end of nothing', '<div></p></div>', 'markup/nesting', '</p>', 'Remove it, or open <p> before.'],
    ['no end at all', '<div>', 'markup/nesting', '<div>', 'Add </div>.'],
    [
      'a block in a line',
      '<p><div>字</div></p>',
      'markup/nesting',
      '<div>',
      '<p> holds text and elements of a line only.',
    ],
    [
      'an item outside a list',
      '<div><li>字</li></div>',
      'markup/nesting',
      '<li>',
      '<div> holds blocks and text, but no parts of lists and tables.',
    ],
    ['text in a list', '<ol>字</ol>', 'markup/nesting', '字', 'Put it into a <p>.'],
    ['a second root', '<p>一</p><p>二</p>', 'markup/nesting', '<p>', 'Markup has one root, <html>.'],
    [
      'an element that closes itself',
      '<p/>',
      'markup/syntax',
      '<p/>',
      'Write <p></p>: in HTML the stroke has no force.',
    ],
    ['a bare value', '<p id=x>字</p>', 'markup/syntax', 'id', 'Write id="…".'],
    ['a bare sign', '<p>1 < 2</p>', 'markup/syntax', '<', 'Write &lt; for the sign itself.'],
    [
      'a bare ampersand',
      '<p>A & B</p>',
      'markup/syntax',
      '&',
      'Write &amp; for the sign itself, &#x2026; for others.',
    ],
    [
      'a reference to a surrogate',
      '<p>&#xD800;</p>',
      'markup/syntax',
      '&#xD800;',
      'Write &amp; for the sign itself, &#x2026; for others.',
    ],
    [
      'an id twice',
      '<div><p id="a">一</p><p id="a">二</p></div>',
      'markup/duplicate-id',
      'id="a"',
      'An id stands once in a document.',
    ],
    [
      'an origin without a file',
      '<p data-origin="1-2">字</p>',
      'markup/bad-origin',
      '<p data-origin="1-2">',
      'Let the helpers `origin` and `inline` write it.',
    ],
    ['nothing', '', 'markup/empty', '', 'A template begins with <html>.'],
  ])('says where %s is', (_name, text, code, at, hint) => {
    expect(faults(text)).toContainEqual({ code, at, hint });
    expect(parse(text).value).toBeUndefined();
  });
});
