import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fileInputs, memoryInputs } from '../../src/inputs.ts';
import { loadDocument } from '../../src/model/index.ts';
import { article, inlineText, read } from './world.ts';

const SEED = 'data/a-res-75-234.zh.yaml';

describe('resolution 75/234', () => {
  const { value, diagnostics } = loadDocument(fileInputs(), SEED);
  const seed = value!.parts[0]!;

  it('is read in silence', () => {
    expect(diagnostics).toEqual([]);
  });

  it('holds the facts of the source', () => {
    expect(seed).toMatchObject({
      id: 'a-res-75-234',
      publication: {
        organ: 'general-assembly',
        symbol: 'A/RES/75/234',
        session: { number: 75, kind: 'regular' },
        agenda: [{ item: '25', subItem: 'b' }],
      },
      resolution: {
        number: '75/234',
        titleText: '南南合作',
        adoption: { date: { year: 2020, month: 12, day: 21 } },
        source: {
          kind: 'committee-report',
          committee: 2,
          reports: [{ symbol: 'A/75/463/Add.2', paragraphs: ['7'] }],
        },
      },
      closing: { form: 'date-and-meeting', date: { year: 2020, month: 12, day: 21 }, meeting: 48 },
    });
    expect(seed.publication).not.toHaveProperty('distribution');
    expect(seed.publication).not.toHaveProperty('issued');
  });

  it('has ten recitals, six clauses with leads, five notes and twenty-two citations with targets', () => {
    const clauses = seed.body.flatMap((block) => (block.kind === 'clauses' ? block.clauses : []));
    const paragraphs = [
      ...seed.body.flatMap((block) => (block.kind === 'preambular' ? block.paragraphs : [])),
      ...clauses.flatMap((clause) => clause.paragraphs),
    ];
    expect(paragraphs).toHaveLength(16);
    expect(clauses).toHaveLength(6);
    for (const { inlines } of paragraphs) expect(inlines[0]?.kind).toBe('lead');
    expect(seed.notes.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    const all = [
      ...paragraphs.map(({ inlines }) => inlines),
      ...seed.notes.flatMap((note) => note.paragraphs),
    ].flat();
    const cites = all.filter((inline) => inline.kind === 'cite');
    expect(cites).toHaveLength(22);
    for (const cite of cites)
      expect(cite.kind === 'cite' && cite.href).toMatch(/^https:\/\/undocs\.org\/zh\//);
  });

  it('leads every character back to the file', () => {
    const source = readFileSync(SEED, 'utf8');
    for (const block of seed.body)
      if (block.kind === 'preambular')
        for (const { inlines, origin } of block.paragraphs) {
          const last = inlines.at(-1);
          if (last?.kind !== 'text') throw new Error('a recital ends with text');
          const { at, start } = last.origins.at(-1)!;
          expect(source.slice(start, start + last.text.length - at)).toBe(last.text.slice(at));
          expect(source.slice(origin.start, origin.end)).toMatch(/^:lead[\s\S]*，$/);
        }
  });
});

describe('the same facts', () => {
  const yaml = `schema: chancery/resolution@1
publication: { organ: security-council, language: zh-CN }
`.replace('zh-CN', 'zh');

  it('are read from JSON', () => {
    const json = JSON.stringify({
      schema: 'chancery/resolution@1',
      publication: { organ: 'security-council', language: 'zh' },
      resolution: { number: '1518 (2003)', adoption: { meeting: 4872, vote: 'unanimous' } },
      body: { preamble: ['回顾“甲”，'], operative: ['决定乙；', '请丙。'] },
    });
    const { value, diagnostics } = loadDocument(memoryInputs({ 'a.json': json }), 'a.json');
    expect(diagnostics).toEqual([]);
    expect(value?.parts[0]).toMatchObject({
      publication: { symbol: 'S/RES/1518 (2003)' },
      resolution: { source: { kind: 'none' } },
      closing: { form: 'sentence', meeting: 4872, vote: { kind: 'unanimous' } },
    });
  });

  it('may close with a recorded vote, typed lines, or nothing', () => {
    const closing = (adoption: string) =>
      article(`${yaml}resolution:\n  number: 4 (1946)\n${adoption}body: { operative: [甲, 乙] }\n`).closing;
    expect(closing('')).toBeUndefined();
    expect(closing('  adoption: { vote: { for: 10, against: 0, abstaining: 1 } }\n')).toMatchObject({
      form: 'sentence',
      vote: { kind: 'recorded', for: 10, against: 0, abstaining: 1 },
    });
    const typed = closing('  adoption: { lines: [一九四六年四月二十九日, 第三十九次会议] }\n');
    expect(typed?.form).toBe('lines');
    expect(typed?.lines.map(inlineText)).toEqual(['一九四六年四月二十九日', '第三十九次会议']);
  });
});

describe('the rest of the masthead', () => {
  it('is taken as it is given', () => {
    const { value, diagnostics } = read(`schema: chancery/resolution@1
style: mun
publication:
  organ: other
  organName: 模拟大会
  language: zh
  symbol: MUN/7
  distribution: limited
  issued: 2020-12-30
  jobNumber: 20-17379
  originalLanguage: en
  session: { kind: special, number: 10, text: 第十届特别会议 }
  agenda: [{ item: 7.10 }]
resolution:
  number: 1/1
  adoption: { text: 大会2020年12月21日决议 }
  source: { text: "根据:cite[A/75/1]通过" }
body:
  operative:
  - text: 请秘书长报告。
    actions: [{ who: 秘书长, what: 报告, by: 2021-09-01 }, { who: 各国, what: 执行, by: 早日 }]
  - 甲
`);
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({
      style: 'mun',
      parts: [
        {
          id: 'mun-7',
          publication: {
            organName: '模拟大会',
            symbol: 'MUN/7',
            distribution: 'limited',
            issued: { year: 2020, month: 12, day: 30 },
            jobNumber: '20-17379',
            originalLanguage: 'en',
            session: { kind: 'special', number: 10, text: '第十届特别会议' },
            agenda: [{ item: '7.10' }],
          },
          resolution: { source: { kind: 'text' } },
          body: [
            { kind: 'organ-line' },
            {
              clauses: [
                {
                  actions: [
                    { who: '秘书长', what: '报告', by: { year: 2021, month: 9, day: 1 } },
                    { who: '各国', what: '执行', by: '早日' },
                  ],
                },
                { id: 'op2' },
              ],
            },
          ],
        },
      ],
    });
  });
});
