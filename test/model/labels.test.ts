import { describe, expect, it } from 'vitest';
import { readLabel } from '../../src/model/labels.ts';
import { Counter } from '../../src/model/numbering.ts';

describe('typed labels', () => {
  it.each([
    ['7.', ['decimal 7']],
    ['(c)', ['alpha 3', 'roman 100']],
    ['（iv）', ['roman 4']],
    ['aa)', ['alpha 27']],
    ['1.a', ['alpha 1']],
    ['16.10', ['decimal 10']],
    ['第三十条', ['han 30']],
    ['一、', ['han 1']],
    ['5 bis', ['decimal 5']],
    ['5之二', ['decimal 5']],
    ['前文', []],
  ])('%s reads as %j', (label, readings) => {
    expect(readLabel(label).map(({ system, value }) => `${system} ${value}`)).toEqual(readings);
  });

  const unexpected = (labels: readonly (string | undefined)[], prefix?: string): (number | undefined)[] => {
    const counter = new Counter({ style: 'default', start: 1, ...(prefix === undefined ? {} : { prefix }) });
    return labels.map((label) => counter.take(label).unexpected);
  };

  it('pass where they count on, begin a series, repeat a number, or are words', () => {
    const nothing = (count: number) => Array.from({ length: count }, () => undefined);
    expect(unexpected(['1', '2', 'a', 'b', undefined])).toEqual(nothing(5));
    expect(unexpected(['(h)', '(i)', '(j)'])).toEqual([1, undefined, undefined]);
    expect(unexpected(['1', '1 bis', '2', '附'])).toEqual(nothing(4));
    expect(unexpected(['1.1', '1.2', '1.a'], '1.')).toEqual(nothing(3));
  });

  it('are told where they do not', () => {
    expect(unexpected([undefined, '7', undefined, '3'])).toEqual([undefined, 2, undefined, 9]);
  });
});
