import type { Article, Block, Clause, Document, Inline, Paragraph } from '../../src/model/types.ts';
import type { Span } from '../../src/source.ts';

/** Small documents for the tests of template and markup, in the form the model gives them. */

let offset = 0;
export const at = (length = 1): Span => {
  offset += length + 10;
  return { source: 'data.yaml', start: offset - length, end: offset };
};

/** Text of the data, standing somewhere in `data.yaml`. */
export const text = (words: string): Inline => ({
  kind: 'text',
  text: words,
  origins: [{ at: 0, source: 'data.yaml', start: at(words.length).start }],
});

export const lead = (words: string): Inline => ({ kind: 'lead', children: [text(words)] });

export const paragraph = (...inlines: Inline[]): Paragraph => ({ inlines, origin: at() });

export const preambular = (...inlines: Inline[]): Block => ({
  kind: 'preambular',
  paragraphs: [paragraph(...inlines)],
  origin: at(),
});

export const clause = (id: string, value: number, level: number, more: Partial<Clause> = {}): Clause => ({
  id,
  value,
  level,
  paragraphs: [paragraph(lead('决定'), text('采取行动；'))],
  origin: at(),
  ...more,
});

export const plainNumbering = { style: 'default', start: 1 } as const;

export const clauses = (...list: Clause[]): Block => ({
  kind: 'clauses',
  list: 'operative',
  continued: false,
  numbering: plainNumbering,
  clauses: list,
  origin: at(),
});

/** A General Assembly resolution with every part of the opening and the closing, and nothing in its body. */
export function article(more: Partial<Article> = {}): Article {
  return {
    kind: 'resolution',
    id: 'a-res-75-234',
    lang: 'zh-Hans',
    publication: {
      organ: 'general-assembly',
      symbol: 'A/RES/75/234',
      session: { number: 75, kind: 'regular' },
      agenda: [{ item: '25', subItem: 'b', title: [text('南南合作促进发展')] }],
    },
    resolution: {
      number: '75/234',
      title: [text('南南合作')],
      titleText: '南南合作',
      adoption: { date: { year: 2020, month: 12, day: 21 } },
      source: {
        kind: 'committee-report',
        committee: 2,
        reports: [
          { symbol: 'A/75/463/Add.2', href: 'https://undocs.org/zh/A/75/463/Add.2', paragraphs: ['7'] },
        ],
      },
    },
    body: [],
    annexes: [],
    closing: {
      form: 'date-and-meeting',
      date: { year: 2020, month: 12, day: 21 },
      meeting: 48,
      lines: [],
      origin: at(),
    },
    notes: [],
    origin: at(),
    ...more,
  };
}

export const documentOf = (...parts: Article[]): Document => ({
  lang: 'zh-Hans',
  style: 'un-resolution',
  parts: parts.length > 0 ? parts : [article()],
});

/** One of every block, inline and note. */
export function everything(): Document {
  return documentOf(
    article({
      body: [
        { kind: 'organ-line', origin: at() },
        preambular(
          lead('回顾'),
          text('第'),
          {
            kind: 'cite',
            symbol: 'A/RES/73/291',
            text: '73/291',
            href: 'https://undocs.org/zh/A/RES/73/291',
            origins: [{ at: 0, source: 'data.yaml', start: 900 }],
            origin: at(),
          },
          text('号决议，'),
          { kind: 'note', note: 'annex', number: 1, origin: at() },
        ),
        { kind: 'heading', id: 'h', level: 1, label: '一', text: [text('总则')], origin: at() },
        { kind: 'heading', level: 2, text: [text('目标')], origin: at() },
        { kind: 'heading', level: 3, text: [text('细目')], origin: at() },
        clauses(
          clause('op1', 1, 0, {
            items: {
              numbering: plainNumbering,
              items: [
                clause('op1-a', 1, 1, {
                  items: { numbering: plainNumbering, items: [clause('op1-a-i', 1, 2)] },
                }),
                clause('op1-b', 2, 1),
              ],
            },
            tail: [paragraph(text('并为此努力；'))],
          }),
          clause('op2', 2, 0, {
            paragraphs: [
              paragraph(text('见'), { kind: 'ref', target: 'op1-b', origin: at() }, text('。')),
              paragraph(
                { kind: 'emphasis', children: [text('又')] },
                { kind: 'strong', children: [text('及')] },
              ),
            ],
          }),
        ),
        {
          kind: 'unnumbered',
          paragraphs: [paragraph(text('通过如下宣言：'))],
          items: { numbering: { style: 'upper-roman', start: 1 }, items: [clause('u1', 1, 1)] },
          tail: [paragraph(text('完。'))],
          origin: at(),
        },
        {
          kind: 'embedded',
          id: 'declaration',
          title: [text('宣言')],
          subtitle: [text('序')],
          body: [
            {
              kind: 'article',
              id: 'art1',
              value: 1,
              title: [text('宗旨')],
              body: [{ kind: 'paragraph', paragraphs: [paragraph(text('人人有责。'))], origin: at() }],
              origin: at(),
            },
          ],
          origin: at(),
        },
        {
          kind: 'table',
          caption: [text('表1')],
          header: [[text('甲')], [text('乙')]],
          rows: [[[text('1')], [text('2')]]],
          origin: at(),
        },
      ],
      annexes: [
        {
          id: 'annex-1',
          title: [text('名单')],
          body: [{ kind: 'paragraph', paragraphs: [paragraph(text('全文。'))], origin: at() }],
          origin: at(),
        },
      ],
      notes: [{ id: 'annex', number: 1, paragraphs: [[text('见附件。')]], origin: at() }],
    }),
  );
}
