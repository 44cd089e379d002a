import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hinted } from '../../src/docx/hint.ts';
import { el, visibleXml, xmlPart } from '../../src/docx/xml.ts';
import { lint } from './support/lint.ts';
import { all, first, textOf, write } from './support/package.ts';
import { fonts, p, span, styled } from './support/world.ts';

const paragraph = async (...words: Parameters<typeof p>[1]) => {
  const file = await write(styled([p({ docxStyle: 'Clause' }, words)]));
  expect(lint(file)).toEqual([]);
  return { file, document: file.root('word/document.xml') };
};

describe('text', () => {
  it('shows what XML cannot hold', async () => {
    expect(visibleXml('a\u0001b\u001fc\ufffed\ud800e')).toBe('a\u2401b\u241fc\ufffdd\ufffde');
    expect(visibleXml('𠀀\t\n')).toBe('𠀀\t\n');
    const { document } = await paragraph('甲\u0000乙');
    expect(textOf(document)).toBe('甲\u2400乙');
  });

  it('is well-formed whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const xml = xmlPart(el('t', { a: text }, text));
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
        expect(Buffer.from(xml).toString()).toBe(xml);
        expect(xml.match(/</g)?.length).toBe(xml.includes('</t>') ? 3 : 2);
      }),
    );
  });

  it('makes elements of what Word writes as elements', async () => {
    const { document } = await paragraph('甲\t乙\u00ad丙\u2011丁\n戊');
    const run = (name: string) => all(document, name).length;
    expect(['w:tab', 'w:softHyphen', 'w:noBreakHyphen', 'w:br'].map(run)).toEqual([1, 1, 1, 1]);
  });

  it('is never taken for a placeholder or a page number of the library', async () => {
    const words = ['{default-bullet-numbering-0}', 'CURRENT', 'TOTAL_PAGES', '{op-0}', '$1 $& %1'];
    for (const word of words) {
      const { document } = await paragraph(word);
      expect(textOf(document)).toBe(word);
      expect(all(document, 'w:fldChar')).toEqual([]);
    }
  });

  it('of another language says which', async () => {
    const french = { ...span({}, ['accord']), lang: 'fr' as const };
    const { document } = await paragraph('甲', {
      ...french,
      children: french.children.map((child) => ({ ...child, lang: 'fr' as const })),
    });
    expect(all(document, 'w:lang').map(({ attributes }) => attributes)).toEqual([{ 'w:val': 'fr-FR' }]);
  });
});

describe('the font hint', () => {
  const chain = fonts.chain(['Song', 'Roman'], 400, 'normal');
  const hints = (text: string) =>
    hinted(text, 'zh-Hans', chain, fonts).map(({ text: part, eastAsian }) =>
      eastAsian ? `<${part}>` : part,
    );

  it.each([
    ['大会决议', ['大会决议']],
    ['题为“变革”的议程', ['<题为“变革”的议程>']],
    ['A/RES/75/234', ['A/RES/75/234']],
    ['2015——2030 年', ['<2015——2030 年>']],
    ['caf\u00e9', ['caf\u00e9']],
    ['“l\u2019eau”是', ['<“l>', '\u2019eau', '<”是>']],
    ['Côte d\u2019Ivoire——科特迪瓦', ['Côte d\u2019Ivoire', '<——科特迪瓦>']],
    ['', ['']],
  ])('of %s', (text, expected) => {
    expect(hints(text)).toEqual(expected);
  });

  it('loses no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '甲', '“', '’', 'é', '—', ' ') }), (text) => {
        expect(
          hinted(text, 'zh-Hans', chain, fonts)
            .map(({ text: part }) => part)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('stands on runs that need it and is no formatting', async () => {
    const { document } = await paragraph('题为“变革”');
    expect(first(document, 'w:rPr')?.children).toMatchObject([
      { name: 'w:rFonts', attributes: { 'w:hint': 'eastAsia' } },
    ]);
  });
});

describe('links', () => {
  const link = (href: string) => span({ color: [0, 0, 255] }, ['70/1'], { role: 'link', href });

  it('lead outside by https, http and mailto', async () => {
    for (const url of ['https://undocs.org/zh/A/RES/70/1?a=1&b=2', 'http://un.org', 'mailto:x@un.org']) {
      const { file, document } = await paragraph(link(url));
      const id = first(document, 'w:hyperlink')?.attributes['r:id'];
      const relation = all(file.root('word/_rels/document.xml.rels'), 'Relationship').find(
        ({ attributes }) => attributes.Id === id,
      );
      expect(relation?.attributes).toMatchObject({ Target: url, TargetMode: 'External' });
      expect(first(document, 'w:rStyle')?.attributes['w:val']).toBe('Hyperlink');
    }
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    '\\\\host\\share',
    'data:text/html,x',
    'ftp://x',
    'https://a b',
  ])('to %s are plain text and a warning', async (href) => {
    const { file, document } = await paragraph(link(href));
    expect(all(document, 'w:hyperlink')).toEqual([]);
    expect(textOf(document)).toBe('70/1');
    expect(file.diagnostics).toMatchObject([{ code: 'docx/unsafe-link', severity: 'warning' }]);
    expect([...file.parts.values()].join('')).not.toContain(href);
  });
});
