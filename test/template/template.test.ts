import { describe, expect, it } from 'vitest';
import type { Diagnostic, Outcome } from '../../src/diagnostics.ts';
import { memoryInputs } from '../../src/inputs.ts';
import { parseMarkup } from '../../src/markup/index.ts';
import type { Document } from '../../src/model/types.ts';
import type { Source } from '../../src/source.ts';
import { openHouseStyle, renderMarkup } from '../../src/template/index.ts';
import { article, documentOf, paragraph, preambular, text } from './documents.ts';

const STRINGS =
  'organ: { general-assembly: 大会 }\nhello: "{greeting}，世界"\nlines: ["{a}", "{b}"]\nreference: { clause: "第{label}段" }\n';

/** A house style of these files, with words in Chinese. */
const open = (template: string, files: Record<string, string> = {}) =>
  openHouseStyle(
    memoryInputs({
      'style/template.hbs': template,
      'style/style.css': '',
      'style/strings.zh-Hans.yaml': STRINGS,
      ...files,
    }),
    'style',
  );

function render(
  template: string,
  document: Document = documentOf(),
  files?: Record<string, string>,
): Outcome<Source> {
  const style = open(template, files);
  return style.value ? renderMarkup(style.value, document) : { diagnostics: style.diagnostics };
}

const within = (inner: string): string => `{{#each parts}}{{#article this}}${inner}{{/article}}{{/each}}`;
const markup = (inner: string, document?: Document, files?: Record<string, string>): string => {
  const { value, diagnostics } = render(within(inner), document, files);
  expect(diagnostics).toEqual([]);
  return value!.text;
};

const only = ({ diagnostics, value }: Outcome<unknown>): Diagnostic => {
  expect(value).toBeUndefined();
  expect(diagnostics).toHaveLength(1);
  return diagnostics[0]!;
};
const pointed = (source: string, { code, span, hints }: Diagnostic) => ({
  code,
  at: span && source.slice(span.start, span.end),
  hint: hints[0]?.text,
});

describe('faults of templates', () => {
  it.each([
    [
      'three braces',
      '<p>{{{lang}}}</p>',
      'template/unescaped',
      '{{{lang}}}',
      'Write {{…}} with two braces; helpers that make markup say so themselves.',
    ],
    [
      'an ampersand',
      '<p>{{&lang}}</p>',
      'template/unescaped',
      '{{&lang}}',
      'Write {{…}} with two braces; helpers that make markup say so themselves.',
    ],
    [
      'an unknown helper',
      '<p>{{inlin lang}}</p>',
      'template/unknown-helper',
      'inlin',
      'Did you mean inline?',
    ],
    [
      'an unknown block helper',
      '{{#eech parts}}{{/eech}}',
      'template/unknown-helper',
      'eech',
      'Did you mean each?',
    ],
    [
      'an unknown helper inside another',
      '{{#if (iss lang "x")}}{{/if}}',
      'template/unknown-helper',
      'iss',
      'Did you mean is?',
    ],
    ['log', '{{log lang}}', 'template/unknown-helper', 'log', expect.any(String)],
    [
      'an unknown partial',
      '<p>{{> mast}}</p>',
      'template/unknown-partial',
      'mast',
      'Correct the name, or write partials/mast.hbs.',
    ],
    [
      'a partial outside the folder',
      '{{> ../x}}',
      'template/forbidden',
      '{{> ../x}}',
      'Write {{> name}} with a name of small letters, digits and hyphens.',
    ],
    [
      'a partial that data choose',
      '{{> (lookup . "lang")}}',
      'template/forbidden',
      '{{> (lookup . "lang")}}',
      'Write {{> name}} with a name of small letters, digits and hyphens.',
    ],
    [
      'a decorator',
      '{{* inline "x"}}',
      'template/forbidden',
      '{{* inline "x"}}',
      'Use {{> name}} and plain helpers.',
    ],
    [
      'an unknown variable',
      '<p>{{langg}}</p>',
      'template/unknown-variable',
      'langg',
      'Correct the name. Fields that data may leave out are there, as null.',
    ],
    [
      'an unknown variable given to a helper',
      '<p>{{#if langg}}x{{/if}}</p>',
      'template/unknown-variable',
      'langg',
      'Correct the name. Fields that data may leave out are there, as null.',
    ],
    [
      'a helper outside its article',
      '<p>{{organ-name}}</p>',
      'template/outside-article',
      '{{organ-name}}',
      'Put it inside {{#article this}} … {{/article}}.',
    ],
    [
      'an unknown text',
      within('{{say "helo"}}'),
      'template/unknown-string',
      '{{say "helo"}}',
      'Did you mean hello?',
    ],
    [
      'a place without a value',
      within('{{say "hello"}}'),
      'template/unfilled',
      '{{say "hello"}}',
      'Ask {{#if …}} before where the data may leave a fact out.',
    ],
    [
      'text that the data leave out',
      within('{{inline resolution.adoption.text}}'),
      'template/bad-argument',
      '{{inline resolution.adoption.text}}',
      'Ask {{#if …}} first where the data may leave it out.',
    ],
  ])('%s', (_name, template, code, at, hint) => {
    expect(pointed(template, only(render(template)))).toEqual({ code, at, hint });
  });

  it('name the line of a template that cannot be read', () => {
    const template = '<p>\n{{#if lang}}\n</p>';
    expect(only(render(template))).toMatchObject({
      code: 'template/syntax',
      span: { source: 'style/template.hbs' },
    });
    expect(only(render('{{#if lang}}{{/each}}'))).toMatchObject({
      code: 'template/syntax',
      message: "if doesn't match each",
    });
  });

  it('are found in the partial they stand in', () => {
    const files = { 'style/partials/a.hbs': '{{> b}}', 'style/partials/b.hbs': 'x {{nothing}}' };
    expect(only(render('{{> a}}', documentOf(), files)).span).toEqual({
      source: 'style/partials/b.hbs',
      start: 4,
      end: 11,
    });
  });

  it('are missing words of a language', () => {
    expect(only(render('', { ...documentOf(), lang: 'fr' }))).toMatchObject({
      code: 'template/no-strings',
      message: 'the house style style has no words for the language fr',
    });
  });

  it('are bad words', () => {
    const files = { 'style/strings.zh-Hans.yaml': 'a: "x\nb: 3' };
    expect(only(render('', documentOf(), files)).code).toBe('template/bad-strings');
    const number = { 'style/strings.zh-Hans.yaml': 'a: 3' };
    expect(only(render('', documentOf(), number))).toMatchObject({
      message: '“a” is neither a text nor a list of texts',
    });
  });
});

describe('data in templates', () => {
  const hostile = '<script>alert("1")</script>{{lang}}&amp;\'`';

  it('stay text, whatever they hold', () => {
    const document = documentOf(article({ body: [preambular(text(hostile))] }));
    const html = markup(
      '<p>{{#each body}}{{#each paragraphs}}{{inline inlines}}{{/each}}{{/each}}</p>',
      document,
    );
    expect(html).not.toContain('<script');
    const wrapped = `<div data-source="data.yaml">${html}</div>`;
    const tree = parseMarkup({ id: '<markup>', text: wrapped });
    expect(tree.diagnostics).toEqual([]);
    expect(JSON.stringify(tree.value!.children)).toContain(JSON.stringify(hostile).slice(1, -1));
  });

  it('stay text in attributes and in words', () => {
    const facts = article();
    const document = documentOf({ ...facts, resolution: { ...facts.resolution, titleText: hostile } });
    const html = markup(
      '<h1 data-short-title="{{resolution.titleText}}">{{say "hello" greeting=resolution.titleText}}</h1>',
      document,
    );
    const h1 = parseMarkup({ id: '<markup>', text: html }).value!;
    expect(h1.attributes.get('data-short-title')).toBe(hostile);
    expect(h1.children).toMatchObject([{ text: `${hostile}，世界` }]);
  });

  it('have no prototype to reach', () => {
    for (const path of ['constructor', '__proto__', 'toString', 'parts.[0].constructor'])
      expect(only(render(`{{${path}}}`)).code, path).toMatch(/^template\//);
    expect(render('{{parts.constructor}}{{lookup parts "constructor"}}').value?.text).toBe('');
  });

  it('are frozen, and say null for what is left out', () => {
    expect(markup('{{#if publication.jobNumber}}x{{else}}none{{/if}}')).toBe('none');
  });
});

describe('helpers', () => {
  it('fill words, choose a variant, and leave out lines that lack a fact', () => {
    expect(markup('{{say "hello" greeting="你好"}}')).toBe('你好，世界');
    expect(markup('{{say "organ" variant=publication.organ}}{{organ-name}}')).toBe('大会大会');
    expect(
      markup(
        '{{#each (lines "lines" a=null b="乙")}}[{{this}}]{{/each}}'.replace(
          'a=null',
          'a=publication.jobNumber',
        ),
      ),
    ).toBe('[乙]');
  });

  it('leave out a stretch of a text whose fact is missing', () => {
    const files = { 'style/strings.zh-Hans.yaml': 'when: "会议{?，{date}，}通过"' };
    const said = (date: string) => markup(`{{say "when" date=${date}}}`, documentOf(), files);
    expect([said('(date closing.date)'), said('publication.issued')]).toEqual([
      '会议，2020年12月21日，通过',
      '会议通过',
    ]);
  });

  it('write dates and numbers in the language around', () => {
    expect(markup('{{date closing.date}} {{date closing.date lang="en"}}')).toBe(
      '2020年12月21日 21 December 2020',
    );
    expect(markup('{{session-ordinal 75}} {{ordinal 2}} {{cardinal 12}} {{nth 48}}')).toBe(
      '第七十五届 第二 十二 48',
    );
  });

  it('write short ordinals in English', () => {
    const files = { 'style/strings.en.yaml': STRINGS };
    const document = { ...documentOf(article({ lang: 'en' })), lang: 'en' as const };
    expect(markup('{{nth 1}} {{nth 2}} {{nth 3}} {{nth 11}} {{nth 48}} {{nth 112}}', document, files)).toBe(
      '1st 2nd 3rd 11th 48th 112th',
    );
  });

  it('split symbols, and tell which numbers hang and what they are written in', () => {
    expect(markup('{{numerals "二一五九(二十一)"}} {{numerals "3363 (XXX)"}}')).toBe('han figures');
    expect(markup('{{symbol-organ publication.symbol}} {{symbol-rest publication.symbol}}')).toBe(
      'A /RES/75/234',
    );
    const hangs = (number: string) => markup(`{{#if (hangs "${number}")}}yes{{else}}no{{/if}}`);
    expect(['75/234', '48/16 A', '3363 (XXX)', '二一五九(二十一)'].map(hangs)).toEqual([
      'yes',
      'yes',
      'no',
      'no',
    ]);
  });

  it('carry origins: spans of elements, and texts through folds', () => {
    const facts = article({ origin: { source: 'data.yaml', start: 3, end: 9 } });
    expect(markup('<i{{source}}{{origin origin}}>', documentOf(facts))).toBe(
      '<i data-source="data.yaml" data-origin="3-9">',
    );
    const folded = paragraph({
      kind: 'text',
      text: '甲乙',
      origins: [
        { at: 0, source: 'data.yaml', start: 5 },
        { at: 1, source: 'data.yaml', start: 9 },
      ],
    });
    const document = documentOf(
      article({ body: [{ kind: 'preambular', paragraphs: [folded], origin: folded.origin }] }),
    );
    expect(markup('{{#each body}}{{#each paragraphs}}{{inline inlines}}{{/each}}{{/each}}', document)).toBe(
      '<span data-origin="0:5,1:9">甲乙</span>',
    );
  });

  it('set a note once; the same mark again leads to it', () => {
    const mark = {
      kind: 'note',
      note: 'n',
      number: 1,
      origin: { source: 'data.yaml', start: 1, end: 2 },
    } as const;
    const note = {
      id: 'n',
      number: 1,
      paragraphs: [[text('注')]],
      origin: { source: 'data.yaml', start: 20, end: 30 },
    };
    const document = documentOf(article({ body: [preambular(mark, mark)], notes: [note] }));
    const html = markup('{{#each body}}{{#each paragraphs}}{{inline inlines}}{{/each}}{{/each}}', document);
    expect(html.match(/role="doc-footnote"/g)).toHaveLength(1);
    expect(html).toContain('id="a-res-75-234-note-1" data-number="1" data-origin="20-30"');
    expect(html).toContain('<a class="note-again" href="#a-res-75-234-note-1">1</a>');
  });

  it('put the words of the style around references', () => {
    const document = documentOf(
      article({
        body: [preambular({ kind: 'ref', target: 'op3', origin: { source: 'data.yaml', start: 1, end: 2 } })],
      }),
    );
    expect(markup('{{#each body}}{{#each paragraphs}}{{inline inlines}}{{/each}}{{/each}}', document)).toBe(
      '<a class="ref" href="#a-res-75-234-op3">第<span data-label-of="a-res-75-234-op3"></span>段</a>',
    );
  });
});
