import { describe, expect, it } from 'vitest';
import { fileInputs } from '../../src/inputs.ts';
import { childrenOf } from '../../src/markup/children.ts';
import {
  dumpStyledTree,
  masterFor,
  parseMarkup,
  parseStyleSheet,
  styleDocument,
} from '../../src/markup/index.ts';
import type { ComputedStyle, StyledBox, StyledDocument } from '../../src/markup/types.ts';
import type { Article, Closing, Document } from '../../src/model/types.ts';
import { openHouseStyle, renderMarkup } from '../../src/template/index.ts';
import { FAMILIES, silent, style, texts } from '../markup/helpers.ts';
import { article, at, documentOf, everything, text } from './documents.ts';

const house = silent(openHouseStyle(fileInputs(), 'templates/un-resolution'));
const sheet = silent(parseStyleSheet(house.styleSheet));

function styled(document: Document): StyledDocument {
  const tree = silent(parseMarkup(silent(renderMarkup(house, document))));
  return silent(
    styleDocument(tree, [sheet], { families: FAMILIES, hasFamily: (name) => FAMILIES.includes(name) }),
  );
}

const everyBox = (box: StyledBox): readonly StyledBox[] => [box, ...childrenOf(box).flatMap(everyBox)];

/** Text of each paragraph of a class. */
function paragraphs(document: StyledDocument, name: string): readonly string[] {
  return everyBox(document.root).flatMap((box) =>
    box.kind === 'block' && box.classes.includes(name) && box.content.kind === 'inlines'
      ? [
          texts(box)
            .map(({ text: words }) => words)
            .join(''),
        ]
      : [],
  );
}

const withFacts = (more: Partial<Article['resolution']>): Document =>
  documentOf({ ...article(), resolution: { ...article().resolution, ...more } });

describe('the house style un-resolution', () => {
  it('styles one of everything', async () => {
    await expect(dumpStyledTree(styled(everything()))).toMatchFileSnapshot('../golden/un-resolution.styled');
  });

  it('speaks English too', () => {
    const english = styled({ ...documentOf(article({ lang: 'en' })), lang: 'en' });
    expect(paragraphs(english, 'session')).toEqual(['Seventy-fifth session']);
    expect(paragraphs(english, 'source-line')).toEqual([
      '[on the report of the Second Committee (A/75/463/Add.2, para. 7)]',
    ]);
    expect(paragraphs(english, 'closing')).toEqual(['48th plenary meeting', '21 December 2020']);
  });

  it('measures 35 characters of body text, between heads that span the outer block', () => {
    const document = styled(documentOf());
    const { width, marginLeft, marginRight } = masterFor(document.masters, '', false, 'left');
    const text = everyBox(document.root).find((box) => 'classes' in box && box.classes.includes('text'))!;
    const inner = width - marginLeft - marginRight - text.style.marginLeft - text.style.marginRight;
    expect(inner).toBeCloseTo(35 * text.style.fontSize, 9);
  });

  it('gives notes the measure of the text', () => {
    const document = styled(documentOf());
    const { footnote } = masterFor(document.masters, '', true, 'right');
    const text = everyBox(document.root).find((box) => 'classes' in box && box.classes.includes('text'))!;
    expect([footnote.marginLeft, footnote.marginRight]).toEqual([
      text.style.marginLeft,
      text.style.marginRight,
    ]);
  });

  it('leaves out what the data do not say', () => {
    const bare = styled(
      documentOf({
        ...article(),
        publication: { organ: 'general-assembly', symbol: 'A/RES/75/234', agenda: [] },
        resolution: {
          number: '75/234',
          title: [text('南南合作')],
          titleText: '南南合作',
          source: { kind: 'none' },
        },
      }),
    );
    for (const name of ['session', 'agenda-item', 'adoption-line', 'source-line', 'masthead-fact'])
      expect(paragraphs(bare, name), name).toEqual([]);
  });

  it('shows the facts of issue where the data have them', () => {
    const full = styled(
      documentOf({
        ...article(),
        publication: {
          ...article().publication,
          distribution: 'general',
          issued: { year: 2021, month: 1, day: 5 },
          originalLanguage: 'en',
        },
      }),
    );
    expect(paragraphs(full, 'masthead-fact')).toEqual([
      'Distr.: General',
      '5 January 2021',
      'Chinese',
      'Original: English',
    ]);
  });

  it.each([
    ['without reference to a committee', { kind: 'without-reference' }, ['[未经发交主要委员会而通过]']],
    ['in words of the data', { kind: 'text', text: [text('[自拟]')] }, ['[自拟]']],
    [
      'of two reports',
      {
        kind: 'committee-report',
        committeeName: '全体委员会',
        reports: [
          { symbol: 'A/1', paragraphs: ['7', '8'] },
          { symbol: 'A/2', paragraphs: [] },
        ],
      },
      ['[根据全体委员会的报告(A/1, 第7、8段和A/2)通过]'],
    ],
    [
      'of no known committee',
      { kind: 'committee-report', reports: [{ symbol: 'A/1', paragraphs: [] }] },
      ['[根据报告(A/1)通过]'],
    ],
  ] as [string, Article['resolution']['source'], string[]][])(
    'writes the source %s',
    (_name, source, expected) => {
      expect(paragraphs(styled(withFacts({ source })), 'source-line')).toEqual(expected);
    },
  );

  it.each([
    ['3363 (XXX)', '3363 (XXX). 南南合作'],
    ['二一五九(二十一)', '二一五九(二十一)、南南合作'],
  ])('runs the old number %s in before its title', (number, title) => {
    expect(paragraphs(styled(withFacts({ number })), 'title')).toEqual([title]);
  });

  it.each([
    ['numbers', 'data-numbering="decimal"', ['1.1', '1.2']],
    ['numbers by default', '', ['1.1', '1.2']],
    ['letters', 'data-numbering="lower-alpha"', ['1.a', '1.b']],
  ])('lets nothing follow %s after a prefix of the data', (_, numbering, labels) => {
    const item = '<li><p class="clause">甲</p></li>';
    const list = `<ol class="level-0" ${numbering} data-prefix="1.">${item}${item}</ol>`;
    const document = style(house.styleSheet.text, list);
    const markers = everyBox(document.root).flatMap((box) =>
      box.kind === 'block' && box.marker ? [box.marker.marker.text] : [],
    );
    expect(markers).toEqual(labels);
  });

  it('shows the Security Council’s number alone, and date, meeting and vote in the closing sentence only', () => {
    const council = (closing: Partial<Closing>): StyledDocument =>
      styled(
        documentOf({
          ...article(),
          publication: { organ: 'security-council', symbol: 'S/RES/1518(2003)', agenda: [] },
          resolution: {
            number: '1518(2003)',
            adoption: { date: { year: 2003, month: 11, day: 24 } },
            source: { kind: 'none' },
          },
          closing: { form: 'sentence', meeting: 4872, lines: [], origin: at(), ...closing },
        }),
      );
    const date = { year: 2003, month: 11, day: 24 };
    const document = council({ vote: { kind: 'unanimous' } });
    expect(paragraphs(document, 'title')).toEqual(['第1518(2003)号决议']);
    expect(paragraphs(document, 'adoption-line')).toEqual([]);
    const sentences = [
      document,
      council({ date, vote: { kind: 'unanimous' } }),
      council({ vote: { kind: 'recorded', for: 10, against: 0, abstaining: 1 } }),
      council({ date }),
      council({ meeting: undefined as never }),
    ].map((one) => paragraphs(one, 'closing-sentence'));
    expect(sentences).toEqual([
      ['第4872次会议一致通过。'],
      ['2003年11月24日第4872次会议一致通过。'],
      ['第4872次会议以10票对0票、1票弃权通过。'],
      ['2003年11月24日第4872次会议通过。'],
      [],
    ]);
  });

  it('closes with lines of the data', () => {
    const closing = { ...article().closing!, form: 'lines' as const, lines: [[text('一九六六年')]] };
    expect(paragraphs(styled(documentOf({ ...article(), closing })), 'closing')).toEqual(['一九六六年']);
  });

  it('gives every paragraph a Word style, and each style one look', () => {
    const document = styled(everything());
    const probes = new Map(document.probes.map((probe) => [probe.name, probe.style]));
    const looks = (style: ComputedStyle) => {
      const { breakBefore, breakAfter, breakInside, listStyleType, listStylePosition, ...rest } = style;
      return rest;
    };
    for (const box of everyBox(document.root)) {
      if (box.kind !== 'block' || box.content.kind !== 'inlines') continue;
      const name = box.style.docxStyle;
      expect(name, box.classes.join(' ')).toBeDefined();
      expect(looks(box.style), name).toEqual(looks(probes.get(name!)!));
    }
  });
});
