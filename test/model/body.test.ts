import { describe, expect, it } from 'vitest';
import { article, file, outline } from './world.ts';

const lines = (body: string, rest = ''): string[] => outline(article(file(body, rest)).body);

describe('the operative part', () => {
  it('numbers clauses from 1, after the organ line and the recitals', () => {
    expect(lines('preamble: [回顾甲，]\noperative: [决定乙；, 请丙。]')).toEqual([
      'organ line',
      'preambular: 回顾甲，',
      'clauses op from 1',
      '  1 #op1: 决定乙；',
      '  2 #op2: 请丙。',
    ]);
  });

  it('leaves a single clause without a number', () => {
    expect(lines('operative: [重申甲。]')).toEqual(['organ line', 'unnumbered: 重申甲。']);
  });

  it('numbers a single clause where the data ask for it', () => {
    expect(lines('operative:\n- text: 重申甲。\n  numbered: true')).toContain('  1 #op1: 重申甲。');
    expect(lines('numbering: { start: 5 }\noperative: [重申甲。]')).toContain('  5 #op5: 重申甲。');
  });

  it('sets several paragraphs without numbers (S/RES/4 (1946))', () => {
    expect(
      lines(`
preamble:
- 查联合国一会员国前曾依据宪章规定请求，
- organLine: 因此，安全理事会，
- 鉴于理事会中曾作谴责，
numbering: none
operative:
- 兹决定继续探讨此事；
- 为此指派一小组委员会。`),
    ).toEqual([
      'preambular: 查联合国一会员国前曾依据宪章规定请求，',
      'organ line: 因此，安全理事会，',
      'preambular: 鉴于理事会中曾作谴责，',
      'unnumbered: 兹决定继续探讨此事；',
      'unnumbered: 为此指派一小组委员会。',
    ]);
  });

  it('goes on numbering after a paragraph without a number, a heading or a table', () => {
    expect(
      lines(`
operative:
- 甲
- { text: 乙, numbered: false }
- 丙
- { heading: 丁, label: A }
- table: { header: [国家, 票], rows: [[甲国, 1], [乙国]] }
- 戊`),
    ).toEqual([
      'organ line',
      'clauses op from 1',
      '  1 #op1: 甲',
      'unnumbered: 乙',
      'clauses op continued from 2',
      '  2 #op2: 丙',
      'heading 1 “A”: 丁',
      'table: 国家 | 票 / 甲国 | 1 / 乙国 | ',
      'clauses op continued from 3',
      '  3 #op3: 戊',
    ]);
  });

  it('nests items, and sets text flush after them', () => {
    expect(
      lines(`
operative:
- text: 请各国：
  items:
  - text: 甲：
    items:
    - text: 乙：
      items:
      - text: 丙：
        items: [丁]
  - 戊
  tail: [并报告；, 此外]
- 己`),
    ).toEqual([
      'organ line',
      'clauses op from 1',
      '  1 #op1: 请各国：',
      '    default from 1',
      '    1 #op1-1: 甲：',
      '      default from 1',
      '      1 #op1-1-1: 乙：',
      '        default from 1',
      '        1 #op1-1-1-1: 丙：',
      '          default from 1',
      '          1 #op1-1-1-1-1: 丁',
      '    2 #op1-2: 戊',
      '  tail: 并报告； ¶ 此外',
      '  2 #op2: 己',
    ]);
  });

  it('takes several paragraphs in a clause from a list or from blank lines', () => {
    const text = 'operative:\n- text: [甲, 乙]\n- |\n  丙\n  丁\n\n  戊\n- 己\n\n  庚';
    expect(lines(text).slice(2)).toEqual(['  1 #op1: 甲 ¶ 乙', '  2 #op2: 丙丁 ¶ 戊', '  3 #op3: 己 ¶ 庚']);
  });

  it('keeps typed labels, and counts on from those in figures', () => {
    expect(
      lines(`
operative:
- text: 目标
  numbering: { prefix: "1." }
  items: [{ label: "1.1", text: 甲 }, { label: "1.2", text: 乙 }, { label: 1.a, text: 丙 }, { label: 1.b, text: 丁 }]
- { label: 2 之二, text: 戊, id: bis }
- 己`).slice(2),
    ).toEqual([
      '  1 #op1: 目标',
      '    default from 1',
      '    1 “1.1” #op1-1: 甲',
      '    2 “1.2” #op1-2: 乙',
      '    3 “1.a” #op1-3: 丙',
      '    4 “1.b” #op1-4: 丁',
      '  2 “2 之二” #bis: 戊',
      '  3 #op3: 己',
    ]);
  });

  it('keeps what looks like a number as it was typed', () => {
    expect(lines('operative:\n- table: { rows: [[1.10, 0x1F, 1e3, true]] }\n- 甲\n- 乙')[1]).toBe(
      'table:  / 1.10 | 0x1F | 1e3 | true',
    );
  });
});

describe('the organ line', () => {
  it('may be left out or worded', () => {
    expect(lines('organLine: false\noperative: [甲, 乙]')[0]).toBe('clauses op from 1');
    expect(lines('organLine: 大会第一委员会，\noperative: [甲, 乙]')[0]).toBe('organ line: 大会第一委员会，');
  });

  it('may stand between operative paragraphs', () => {
    expect(lines('operative:\n- 甲\n- organLine: true\n- 乙').map((line) => line.trim())).toEqual([
      'clauses op from 1',
      '1 #op1: 甲',
      'organ line',
      'clauses op continued from 2',
      '2 #op2: 乙',
    ]);
  });
});

describe('sections and parts', () => {
  it('goes on numbering through sections with preambles of their own (S/RES/687 (1991))', () => {
    expect(
      lines(`
preamble: [回顾，]
operative: [申明；]
sections:
- label: A
  operative: [要求；]
- label: B
  heading: 边界
  preamble: [注意到，]
  operative: [请求；]
  sections:
  - heading: 细则
    operative: [再请求；]`),
    ).toEqual([
      'organ line',
      'preambular: 回顾，',
      'clauses op from 1',
      '  1 #op1: 申明；',
      'heading 1 “A”: ',
      'clauses op continued from 2',
      '  2 #op2: 要求；',
      'heading 1 “B”: 边界',
      'preambular: 注意到，',
      'clauses op continued from 3',
      '  3 #op3: 请求；',
      'heading 2: 细则',
      'clauses op continued from 4',
      '  4 #op4: 再请求；',
    ]);
  });

  it('begins anew where a section says so', () => {
    expect(
      lines(`
sections:
- { heading: 一, operative: [甲, 乙] }
- { heading: 二, numbering: { start: 1 }, operative: [丙, 丁] }`),
    ).toEqual([
      'organ line',
      'heading 1: 一',
      'clauses op from 1',
      '  1 #op1: 甲',
      '  2 #op2: 乙',
      'heading 1: 二',
      'clauses op-2 from 1',
      '  1 #op-2-1: 丙',
      '  2 #op-2-2: 丁',
    ]);
  });

  it('gives each part an organ line and numbers of its own', () => {
    expect(
      lines(`
parts:
- label: A
  title: 甲
  preamble: [回顾，]
  operative: [乙；, 丙。]
- label: B
  operative: [丁。]`),
    ).toEqual([
      'heading 1 “A”: 甲',
      'organ line',
      'preambular: 回顾，',
      'clauses part-1-op from 1',
      '  1 #part-1-op1: 乙；',
      '  2 #part-1-op2: 丙。',
      'heading 1 “B”: ',
      'organ line',
      'unnumbered: 丁。',
    ]);
  });
});

describe('texts inside and after', () => {
  const declaration = `
operative: [通过以下宣言。]
embedded:
- title: 宣言
  content:
  - heading: 序言
  - 鉴于甲，
  - clauses: [我们，, 联合国。]
  - 插入
  - { clauses: [再者。], continued: true }
annexes:
- title: 公约
  content:
  - article: 人人平等。
  - article:
    - 人人有权：
    - clauses: [{ text: 生命, items: [甲] }, 自由]
    title: 权利
    id: rights
  - { article: 末条。, label: 末条 }
- { label: 附件二, subtitle: 表, content: [{ text: [一, 二], id: both }] }`;

  it('puts an embedded text before the closing, with lists that may go on', () => {
    expect(lines(declaration)).toEqual([
      'organ line',
      'unnumbered: 通过以下宣言。',
      'embedded #embedded-1: 宣言',
      '  heading 2: 序言',
      '  paragraph: 鉴于甲，',
      '  clauses embedded-1-list-1 from 1',
      '    1 #embedded-1-p1: 我们，',
      '    2 #embedded-1-p2: 联合国。',
      '  paragraph: 插入',
      '  clauses embedded-1-list-1 continued from 3',
      '    3 #embedded-1-p3: 再者。',
    ]);
  });

  it('numbers the articles of an annex', () => {
    const { annexes } = article(file(declaration));
    expect(annexes.map(({ id }) => id)).toEqual(['annex-1', 'annex-2']);
    expect(outline(annexes[0]!.body)).toEqual([
      'article 1 #annex-1-article-1',
      '  paragraph: 人人平等。',
      'article 2 #rights',
      '  paragraph: 人人有权：',
      '  clauses annex-1-list-1 from 1',
      '    1 #annex-1-p1: 生命',
      '      default from 1',
      '      1 #annex-1-p1-1: 甲',
      '    2 #annex-1-p2: 自由',
      'article “末条” #annex-1-article-3',
      '  paragraph: 末条。',
    ]);
    expect(outline(annexes[1]!.body)).toEqual(['paragraph: 一 ¶ 二']);
  });
});
