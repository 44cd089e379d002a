import type { ComputedStyle, Marker, StyledDocument } from '../../../src/markup/types.ts';
import { cell, div, inlineBlock, li, masters, note, p, probe, span, styled, table } from './world.ts';

/** A small resolution with one of everything a Word file must hold. */

type Look = Partial<ComputedStyle>;
const BODY_TEXT: Look = { textAlign: 'justify', marginBottom: 6, textIndent: 21 };
const look = {
  masthead: { docxStyle: 'Masthead', fontSize: 14, lineHeight: 20 },
  symbol: { docxStyle: 'Document symbol', textAlign: 'right', fontSize: 10, lineHeight: 20 },
  title: {
    docxStyle: 'heading 1',
    fontSize: 12,
    fontWeight: 700,
    bookmarkLevel: 1,
    breakAfter: 'avoid',
    marginBottom: 6,
  },
  number: { width: 40, marginLeft: -52, marginRight: 12, textAlign: 'right', fontSize: 12, fontWeight: 700 },
  organ: { ...BODY_TEXT, docxStyle: 'Organ line', fontFamily: ['Kai', 'Roman'], breakAfter: 'avoid' },
  preamble: { ...BODY_TEXT, docxStyle: 'Preambular paragraph' },
  clause: { ...BODY_TEXT, docxStyle: 'Operative paragraph' },
  item: { ...BODY_TEXT, docxStyle: 'Operative item', marginLeft: 21 },
  tail: { ...BODY_TEXT, docxStyle: 'Clause continuation', textIndent: 0 },
  lead: { docxStyle: 'Lead', fontFamily: ['Kai', 'Roman'] },
  link: { color: [5, 99, 193] },
  noteText: { docxStyle: 'footnote text', fontSize: 9, lineHeight: 13 },
  closing: { docxStyle: 'Closing line', fontFamily: ['Kai', 'Roman'], textAlign: 'right' },
} as const satisfies Record<string, Look>;

const marker = { minWidth: 24 } as const;
const clauseMark = (value: number): Omit<Marker, 'text'> => ({
  list: 'op',
  level: 0,
  value,
  format: 'decimal',
  prefix: '',
  suffix: '.',
});
const itemMark = (value: number) => ({
  list: 'op',
  level: 1,
  value,
  format: 'lower-alpha',
  prefix: '(',
  suffix: ')',
  text: `(${String.fromCharCode(96 + value)})`,
});

const hairline = { width: 0.5, color: [0, 0, 0] } as const;
const running = (first: 'symbol' | 'title', second: 'symbol' | 'title') =>
  ({
    'top-left': {
      content: [{ kind: 'string', name: first, which: 'first' }],
      style: { borderBottom: hairline, paddingBottom: 3 },
    },
    'top-right': {
      content: [{ kind: 'string', name: second, which: 'first' }],
      style: { borderBottom: hairline, paddingBottom: 3 },
    },
  }) as const;
const folio = [
  { kind: 'counter', name: 'page', format: 'decimal' },
  { kind: 'text', text: '/' },
  { kind: 'counter', name: 'pages', format: 'decimal' },
] as const;

export const resolution = (): StyledDocument =>
  styled(
    [
      table(
        { docxStyle: 'Masthead table' },
        [63, 283, 147],
        [
          [
            cell({ borderBottom: hairline }, []),
            cell({ borderBottom: hairline }, [p(look.masthead, ['联合国'])]),
            cell({ borderBottom: hairline, cellAlign: 'bottom' }, [
              p(look.symbol, [span({ docxStyle: 'Organ letter', fontSize: 20 }, ['A']), '/RES/75/234'], {
                strings: [{ name: 'symbol', value: 'A/RES/75/234' }],
              }),
            ]),
          ],
        ],
      ),
      div({ marginLeft: 63, marginRight: 63, marginTop: 12 }, [
        p(look.title, [inlineBlock(look.number, ['75/234.']), '南南合作'], {
          role: 'heading',
          strings: [{ name: 'title', value: '南南合作' }],
        }),
        p(look.organ, ['大会，']),
        p(look.preamble, [
          span(look.lead, ['重申']),
          '其题为“变革我们的世界”的第 ',
          span(look.link, ['70/1'], { role: 'link', href: 'https://undocs.org/zh/A/RES/70/1' }),
          ' 号决议，',
          note(1, [p(look.noteText, ['联合国，《条约汇编》，第 1771 卷。'])], look.preamble),
        ]),
        div({}, [
          li(clauseMark(1), marker, [p(look.clause, [span(look.lead, ['回顾']), '其成果文件；'])], {
            anchor: 'op-1',
          }),
          li(clauseMark(2), marker, [
            p(look.clause, [span(look.lead, ['决定']), '如下：']),
            li(itemMark(1), marker, [p(look.item, ['支持委员会；'])], { anchor: 'op-2-a' }),
            li(itemMark(2), marker, [p(look.item, ['提供资源；'])]),
            p(look.tail, ['并继续审议；']),
          ]),
          li(clauseMark(3), marker, [
            p(look.clause, [
              span(look.lead, ['请']),
              '秘书长报告第 ',
              span({}, ['1'], { role: 'reference', href: '#op-1' }),
              ' 段和第 ',
              span({}, ['2(a)'], { role: 'reference', href: '#op-2-a' }),
              ' 段的执行情况',
              note(2, [p(look.noteText, ['同上。'])], look.clause),
              '。',
            ]),
          ]),
        ]),
        p({ ...look.closing, marginTop: 18, docxStyle: 'Closing date', breakAfter: 'avoid' }, [
          '2020 年 12 月 21 日',
        ]),
        p(look.closing, ['第 48 次全体会议']),
      ]),
    ],
    {
      masters: masters({
        right: {
          ...running('title', 'symbol'),
          'bottom-right': { content: folio, style: { cellAlign: 'top' } },
        },
        left: {
          ...running('symbol', 'title'),
          'bottom-left': { content: folio, style: { cellAlign: 'top' } },
        },
      }),
      probes: [probe('Annex heading', { fontWeight: 700, textAlign: 'center' })],
    },
  );
