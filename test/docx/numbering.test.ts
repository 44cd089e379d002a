import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NumberedParagraph, numberParagraphs } from '../../src/docx/numbering.ts';
import { numberingPart } from '../../src/docx/parts/numbering-part.ts';
import { formatCounter } from '../../src/markup/index.ts';
import type { Marker } from '../../src/markup/types.ts';
import { all, type Element, first, parse, val, write } from './support/package.ts';
import { li, p, styled } from './support/world.ts';

const STYLES = ['Clause', 'Item', 'SubItem'];
const LOOKS = [
  { format: 'decimal', prefix: '', suffix: '.' },
  { format: 'lower-alpha', prefix: '(', suffix: ')' },
  { format: 'lower-roman', prefix: '(', suffix: ')' },
] as const;

const numbered = (
  list: string,
  level: number,
  value: number,
  more: Partial<Marker> = {},
  style = STYLES[level]!,
): NumberedParagraph => {
  const look = { ...LOOKS[level]!, ...more };
  const text = more.label ?? `${look.prefix}${formatCounter(value, look.format)}${look.suffix}`;
  return { marker: { list, level, value, ...look, text }, style, left: 0, firstLine: 0, tab: 480, run: {} };
};

/** Word's counting, from the finished part alone (ECMA-376 17.9): written apart from the code under test. */
function labels(paragraphs: readonly NumberedParagraph[]): string[] {
  const { plan, assigned, styles } = numberParagraphs(paragraphs);
  const part = parse(numberingPart(plan));
  const attribute = (element: Element, name: string) => element.attributes[name] ?? '';
  const counters = new Map<string, Map<number, number>>();
  const begun = new Set<string>();
  return paragraphs.map(({ style }, at) => {
    const { num, level } = assigned[at] ?? styles.get(style)!;
    const instance = all(part, 'w:num').find((each) => attribute(each, 'w:numId') === String(num))!;
    const id = val(instance, 'w:abstractNumId')!;
    const abstract = all(part, 'w:abstractNum').find((each) => attribute(each, 'w:abstractNumId') === id)!;
    const counter = counters.get(id) ?? new Map<number, number>();
    counters.set(id, counter);
    const override = all(instance, 'w:lvlOverride').find(
      (each) => attribute(each, 'w:ilvl') === String(level),
    );
    const levelOf = (index: number) =>
      (index === level && override && first(override, 'w:lvl')) ||
      abstract.children
        .filter((child): child is Element => typeof child === 'object' && child.name === 'w:lvl')
        .find((each) => attribute(each, 'w:ilvl') === String(index));
    const definition = levelOf(level)!;
    const start = override && val(override, 'w:startOverride');
    const key = `${num}/${level}`;
    const last = counter.get(level);
    if (start !== undefined && !begun.has(key)) counter.set(level, Number(start));
    else counter.set(level, last === undefined ? Number(val(definition, 'w:start')) : last + 1);
    begun.add(key);
    for (const deeper of [...counter.keys()]) if (deeper > level) counter.delete(deeper);
    const formats: Record<string, string> = {
      decimal: 'decimal',
      lowerLetter: 'lower-alpha',
      lowerRoman: 'lower-roman',
    };
    return val(definition, 'w:lvlText')!
      .replace(/%(\d)/g, (_, digit: string) => {
        const index = Number(digit) - 1;
        return formatCounter(counter.get(index)!, formats[val(levelOf(index)!, 'w:numFmt')!]!);
      })
      .replaceAll('\u2060', '');
  });
}

const wanted = (paragraphs: readonly NumberedParagraph[]) => paragraphs.map(({ marker }) => marker.text);

describe('numbering', () => {
  it('is one list for all clauses, each level tied to its style', () => {
    const paragraphs = [
      numbered('op', 0, 1),
      numbered('op', 0, 2),
      numbered('op', 1, 1),
      numbered('op', 2, 1),
      numbered('op', 1, 2),
      numbered('op', 0, 3),
      numbered('op', 1, 1),
    ];
    const { plan, assigned, styles } = numberParagraphs(paragraphs);
    expect(labels(paragraphs)).toEqual(['1.', '2.', '(a)', '(i)', '(b)', '3.', '(a)']);
    expect(plan.abstracts.length).toBe(1);
    expect(plan.instances.length).toBe(1);
    expect(assigned).toEqual(paragraphs.map(() => undefined));
    expect([...styles.keys()]).toEqual(STYLES);
    expect(plan.abstracts[0]?.levels.slice(0, 3).map(({ style }) => style)).toEqual(STYLES);
  });

  it('has all nine levels, so that Tab always leads to one', () => {
    const { plan } = numberParagraphs([{ ...numbered('op', 0, 1), left: 1260, firstLine: 420, tab: 2100 }]);
    const levels = plan.abstracts[0]!.levels;
    expect(levels.map(({ text }) => text).slice(0, 5)).toEqual(['%1.', '(%2)', '(%3)', '%4.', '%5.']);
    expect(levels.map(({ level }) => level)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(levels[1]).toMatchObject({ left: 2100, firstLine: -420, tab: 2100 });
    expect(levels[2]).toMatchObject({ left: 2520, firstLine: -420, tab: 2520 });
  });

  it('goes on after headings and other paragraphs, since values say so', () => {
    const runs = [numbered('op', 0, 1), numbered('op', 0, 2), numbered('op', 0, 3)];
    expect(numberParagraphs(runs).plan.instances.length).toBe(1);
  });

  it('starts a second list of the same look with an instance of its own', () => {
    const paragraphs = [
      numbered('a', 0, 1),
      numbered('a', 0, 2),
      numbered('b', 0, 1),
      numbered('b', 0, 2),
      numbered('a', 0, 3),
    ];
    const { plan, assigned } = numberParagraphs(paragraphs);
    expect(labels(paragraphs)).toEqual(wanted(paragraphs));
    expect(plan.abstracts.length).toBe(1);
    expect(assigned.slice(0, 2)).toEqual([undefined, undefined]);
    expect(assigned.slice(2, 4)).toEqual([
      { num: 2, level: 0 },
      { num: 2, level: 0 },
    ]);
  });

  it('gives a list of another look a definition of its own', () => {
    const annex = { format: 'lower-roman', prefix: '', suffix: '.' } as const;
    const paragraphs = [
      numbered('a', 0, 1),
      numbered('b', 0, 1, annex, 'Annex'),
      numbered('b', 0, 2, annex, 'Annex'),
    ];
    const { plan } = numberParagraphs(paragraphs);
    expect(labels(paragraphs)).toEqual(['1.', 'i.', 'ii.']);
    expect(plan.abstracts.length).toBe(2);
  });

  it('starts where the model says', () => {
    expect(labels([numbered('a', 0, 5), numbered('a', 0, 6)])).toEqual(['5.', '6.']);
    expect(labels([numbered('a', 0, 1), numbered('a', 0, 4), numbered('a', 0, 5)])).toEqual([
      '1.',
      '4.',
      '5.',
    ]);
    expect(
      labels([numbered('a', 0, 1), numbered('a', 1, 3), numbered('a', 0, 2), numbered('a', 1, 1)]),
    ).toEqual(['1.', '(c)', '2.', '(a)']);
  });

  it('keeps a typed label as a label, and counts on after it', () => {
    const paragraphs = [numbered('a', 0, 1), numbered('a', 0, 2, { label: '1 之二' }), numbered('a', 0, 3)];
    expect(labels(paragraphs)).toEqual(['1.', '1 之二', '3.']);
    expect(labels([numbered('a', 0, 1, { label: '100%1.' })])).toEqual(['100%1.']);
  });

  it('writes labels out that Word cannot count, and says so', () => {
    const odd = numbered('a', 0, 1, { format: 'ethiopic-numeric' });
    const { plan, uncounted } = numberParagraphs([{ ...odd, marker: { ...odd.marker, text: '፩.' } }]);
    expect(uncounted).toEqual(['ethiopic-numeric']);
    expect(plan.abstracts[0]?.levels[0]).toMatchObject({ format: 'none', text: '፩.' });
  });

  it('gives the model’s labels for any lists whatever', () => {
    const paragraph = fc.record({
      list: fc.constantFrom('a', 'b', 'c'),
      level: fc.integer({ min: 0, max: 2 }),
      value: fc.integer({ min: 1, max: 30 }),
      suffix: fc.constantFrom('.', ')'),
      label: fc.option(fc.constantFrom('1.a', '二一五九', '%1'), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 12 }), (given) => {
        const paragraphs = given.map(({ list, level, value, suffix, label }) =>
          numbered(list, level, value, { suffix, ...(label !== undefined && { label }) }),
        );
        expect(labels(paragraphs)).toEqual(wanted(paragraphs));
      }),
      { numRuns: 300 },
    );
  });
});

describe('numbered paragraphs in the file', () => {
  const marker = { list: 'op', level: 0, format: 'decimal', prefix: '', suffix: '.' } as const;
  const clause = { docxStyle: 'Clause', textIndent: 21, marginLeft: 60 } as const;

  it('hold no number in their text, and a tab stop where the text begins', async () => {
    const file = await write(
      styled([li({ ...marker, value: 1 }, { minWidth: 24 }, [p(clause, ['回顾其决议；'])])]),
    );
    const document = file.root('word/document.xml');
    expect(all(document, 'w:t').map(({ children }) => children.join(''))).toEqual(['回顾其决议；']);
    expect(all(document, 'w:numPr')).toEqual([]);
    const level = first(file.root('word/numbering.xml'), 'w:lvl')!;
    expect(val(level, 'w:pStyle')).toBe('Clause');
    expect(first(level, 'w:tab')?.attributes['w:pos']).toBe(String((60 + 21 + 24) * 20));
    expect(first(level, 'w:ind')?.attributes).toEqual({ 'w:left': '1200', 'w:firstLine': '420' });
  });

  it('hang where the marker stands outside', async () => {
    const outside = { listStylePosition: 'outside', minWidth: 20 } as const;
    const file = await write(
      styled([li({ ...marker, value: 1 }, outside, [p({ docxStyle: 'Clause', marginLeft: 60 }, ['回顾'])])]),
    );
    const level = first(file.root('word/numbering.xml'), 'w:lvl')!;
    expect(first(level, 'w:ind')?.attributes).toEqual({ 'w:left': '1200', 'w:hanging': '400' });
  });

  it('name their level where the style is tied to another list', async () => {
    const item = (list: string, value: number) =>
      li({ ...marker, list, value }, { minWidth: 24 }, [p(clause, ['回顾'])]);
    const file = await write(styled([item('a', 1), item('b', 1)]));
    expect(
      all(file.root('word/document.xml'), 'w:numId').map(({ attributes }) => attributes['w:val']),
    ).toEqual(['2']);
  });
});
