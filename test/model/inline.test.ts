import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inline } from '../../src/model/types.ts';
import { article, file, inlineText, read, show } from './world.ts';

/** The text of one recital, quoted so that YAML does not meddle. */
const recital = (text: string, rest = '', language = 'zh'): string =>
  file(`preamble: [${JSON.stringify(text)}]`, rest).replace('language: zh', `language: ${language}`);

const inlines = (text: string, rest = '', language = 'zh'): readonly Inline[] => {
  const block = article(recital(text, rest, language)).body.find(({ kind }) => kind === 'preambular');
  return block?.kind === 'preambular' ? block.paragraphs[0]!.inlines : [];
};

const readText = (text: string, rest = '', language = 'zh') => inlineText(inlines(text, rest, language));

describe('inline marks', () => {
  it.each([
    [':lead[重申]其*认可*和**支持**', '[lead 重申]其[emphasis 认可]和[strong 支持]'],
    ['**《条约》**规定，**“甲”**，', '[strong 《条约》]规定，[strong “甲”]，'],
    [':lead[*严重*关切]', '[lead [emphasis 严重]关切]'],
    ['见[网页](https://www.un.org/zh)', '见<https://www.un.org/zh 网页>'],
    ['见[信](mailto:a@un.org)', '见<mailto:a@un.org 信>'],
  ])('reads %s', (text, expected) => {
    expect(readText(text)).toBe(expected);
  });

  it.each([
    '[各国应]（或：[各国可]）',
    '[案文](见附件)',
    '1. 甲',
    '(a) 甲',
    '- 甲',
    '+ 甲',
    '# 甲',
    '> 甲',
    '| 甲 |',
    '***',
    '---',
    '    甲'.trim(),
    '`甲`',
    'a_b_c 和 __填写__'.replaceAll(' ', ''),
    '&amp;',
    '<b>甲</b>',
    'https://www.un.org',
    '![甲]',
    '10:30',
    '比分a:b',
    '甲::乙[丙]',
    '[^',
    '[^]',
    '[x]: https://www.un.org',
    '甲\\乙',
  ])('leaves %s as text', (text) => {
    expect(readText(text)).toBe(text);
  });

  it.each([
    ['\\*甲\\*', '*甲*'],
    ['\\[^甲\\]', '[^甲]'],
    ['\\:lead[甲]', ':lead[甲]'],
    ['甲\\\\乙', '甲\\乙'],
  ])('reads the escapes of %s', (text, expected) => {
    expect(readText(text)).toBe(expected);
  });

  it('keeps braces after a mark as text', () => {
    expect(readText(':lead[甲]{.乙}')).toBe('[lead 甲]{.乙}');
  });

  it('resolves citations by the organ and language of the text', () => {
    expect(inlines('第:cite[73/291]号')[1]).toMatchObject({
      kind: 'cite',
      symbol: 'A/RES/73/291',
      text: '73/291',
      href: 'https://undocs.org/zh/A/RES/73/291',
    });
  });

  it('points to clauses by id and by place', () => {
    const { body } = article(file('operative:\n- 甲\n- { text: "第:ref[op1]段和[上文](#here)", id: here }'));
    expect(body[1]?.kind === 'clauses' && inlineText(body[1].clauses[1]!.paragraphs[0]!.inlines)).toBe(
      '第(#op1)段和<#here 上文>',
    );
  });
});

describe('blanks', () => {
  it.each([
    // Han and Latin or digits: spacing is the typesetter's.
    ['2019 年 4 月 15 日第 73/291 号', '2019年4月15日第73/291号'],
    ['应对 COVID-19 大流行', '应对COVID-19大流行'],
    ['第 :cite[73/291] 号', '第{73/291}号'],
    ['第 :lead[A] 号', '第[lead A]号'],
    // Full-width marks carry their own space.
    ['文件， 促请 （甲） 和 ，乙', '文件，促请（甲）和，乙'],
    ['题为 “变革” 的', '题为“变革”的'],
    // Latin words keep theirs.
    ['UNDP and UNEP', 'UNDP and UNEP'],
    ['57/270 B 号', '57/270 B号'],
    ['“UNDP” and “UNEP”', '“UNDP” and “UNEP”'],
    // A typed blank beside a half-width bracket is the author's.
    ['病毒病 (COVID-19)', '病毒病 (COVID-19)'],
    ['A/75/463/Add.2, 第 7 段', 'A/75/463/Add.2, 第7段'],
  ])('%s', (text, expected) => {
    expect(readText(text)).toBe(expected);
  });

  it('drops those beside note marks', () => {
    const notes = 'notes: { a: 甲 }';
    expect(readText('文件， [^a] 促请', notes)).toBe('文件，^1促请');
    expect(readText('《计划》 [^a] 的', notes)).toBe('《计划》^1的');
    expect(readText('the Plan, [^a] which', notes, 'en')).toBe('the Plan,^1 which');
  });

  it('leaves texts in Latin script alone', () => {
    const text = 'the “Plan” (of 1978), page 3 · 4';
    expect(readText(text, '', 'en')).toBe(text);
  });

  it.each(['plain', '|', '>-', 'quoted'])('lets line folds between Han characters vanish (%s)', (style) => {
    const folded = '重申\n  其决议，\n  承诺\n  COVID\n  and SARS\n  病\n  (甲)\n  乙';
    const value = style === 'plain' ? folded : style === 'quoted' ? `"${folded}"` : `${style}\n  ${folded}`;
    const { body } = article(file(`preamble:\n- ${value}`));
    expect(body[1]?.kind === 'preambular' && inlineText(body[1].paragraphs[0]!.inlines)).toBe(
      '重申其决议，承诺COVID and SARS病(甲)乙',
    );
  });

  it('tells a blank between Han characters, and keeps it', () => {
    const text = recital('重申 其决议');
    const { value, diagnostics } = read(text);
    expect(diagnostics.map((one) => show(text, one))).toEqual([
      'warning model/blank-between-han « »\n  a blank stands between two Han characters\n  → Delete the blank.',
    ]);
    expect(JSON.stringify(value)).toContain('重申 其决议');
  });
});

describe('origins', () => {
  it('lead each character back to the file, over folds and escapes', () => {
    const text = file('preamble:\n- "\\u91cd申 2019\n  年\\t甲".'.replace('".', '"').replace('\\t', ''));
    const block = article(text).body[1];
    const inline = block?.kind === 'preambular' ? block.paragraphs[0]!.inlines[0] : undefined;
    if (inline?.kind !== 'text') throw new Error('no text');
    expect(inline.text).toBe('重申2019年甲');
    const found = inline.origins.map(({ at, start }) => `${at}:${text.slice(start, start + 2)}`);
    expect(found).toEqual(['0:\\u', '1:申 ', '2:20', '6:年甲']);
  });

  it('hold for any mixture of marks: a character that needs no escape is at its place', () => {
    const piece = fc.constantFrom(
      '甲',
      '乙，',
      'ab',
      ' ',
      '\n  ',
      '*',
      '**',
      ':lead[',
      ']',
      '[^n]',
      ':cite[70/1]',
      '\\*',
      '“',
      '1.',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 30 }), (pieces) => {
        const text = file(`preamble:\n- "甲${pieces.join('').replaceAll('\\', '\\\\')}"`, 'notes: { n: 注 }');
        const { value } = read(text);
        const visit = (inline: Inline): void => {
          if ('children' in inline) inline.children.forEach(visit);
          if (inline.kind !== 'text' && inline.kind !== 'cite') return;
          inline.origins.forEach(({ at, start }, index) => {
            const end = inline.origins[index + 1]?.at ?? inline.text.length;
            const stretch = inline.text.slice(at, end);
            // A blank may stand for a line end.
            const found = text.slice(start, start + stretch.length);
            if (stretch !== ' ') expect(found.replaceAll('\n', ' ')).toBe(stretch);
          });
        };
        for (const block of value?.parts[0]?.body ?? [])
          if (block.kind === 'preambular') for (const { inlines } of block.paragraphs) inlines.forEach(visit);
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});

describe('notes', () => {
  const notes = 'notes:\n  a: 甲[^c]\n  b: 乙\n  c: 丙\n';

  it('are numbered by first call, those called in notes next', () => {
    const { notes: found } = article(file('operative:\n- 一，[^a]\n- 二，[^b]', notes));
    expect(found.map(({ id, number }) => `${number} ${id}`)).toEqual(['1 a', '2 c', '3 b']);
  });

  it('are counted from the title on', () => {
    const text = file('operative:\n- 一[^b]', 'notes: { a: 甲, b: 乙 }').replace(
      'number: 75/1',
      'number: 75/1\n  title: 题[^a]',
    );
    const { resolution, notes: found } = article(text);
    expect(resolution.titleText).toBe('题');
    expect(found.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('are set anew, refused or marked alike when called again', () => {
    const again = (rule: string) =>
      read(file('operative:\n- 一[^b]\n- 二[^b]', `notes: { b: 乙 }\n${rule}`)).value?.parts[0];
    expect(again('')?.notes.map(({ id, number }) => `${number} ${id}`)).toEqual(['1 b', '2 b-2']);
    expect(again('rules: { notes: { repeat: same-mark } }')?.notes).toHaveLength(1);
    expect(again('rules: { notes: { repeat: refuse } }')).toBeUndefined();
  });

  it('may have several paragraphs', () => {
    expect(article(file('operative:\n- 一[^b]', 'notes: { b: [乙, 丙] }')).notes[0]?.paragraphs).toHaveLength(
      2,
    );
  });
});
