import { describe, expect, test } from 'vitest';
import { costBetween, costInside, pageCost, slackBadness } from '../../../src/layout/page/break-costs.ts';
import { BREAK_COSTS, wordKeeps } from '../../../src/markup/break-costs.ts';

const style = { orphans: 2, widows: 2, breakInside: 'auto', breakAfter: 'auto' } as const;

describe('a page end inside a paragraph', () => {
  test.each([
    [2, 4, 3, 'two and two'],
    [1, 4, 303, 'an orphan'],
    [3, 4, 303, 'a widow'],
    [1, 2, 603, 'both at once'],
  ])('after line %i of %i costs %i: %s', (done, lines, cost) => {
    expect(costInside(style, done, lines)).toBe(cost);
  });

  test('costs what the style asks to keep together', () => {
    expect(costInside({ ...style, orphans: 3, widows: 1 }, 2, 3)).toBe(303);
    expect(costInside({ ...style, orphans: 1, widows: 1 }, 1, 2)).toBe(3);
    expect(costInside({ ...style, breakInside: 'avoid' }, 2, 4)).toBe(Number.POSITIVE_INFINITY);
  });
});

test('a page end between blocks is free, but not after a heading or before closing lines', () => {
  expect(costBetween(false, false)).toBe(0);
  expect(costBetween(true, false)).toBe(Number.POSITIVE_INFINITY);
  expect(costBetween(false, true)).toBe(Number.POSITIVE_INFINITY);
});

test('a page one quarter empty has badness 100, one half empty eight times as much', () => {
  expect([0, 10, 20].map((empty) => slackBadness(empty, 40))).toEqual([0, 100, 800]);
});

test('what is bad on one page counts more than the same shared by two', () => {
  expect(pageCost(100, 0)).toBeGreaterThan(2 * pageCost(50, 0));
});

describe('Word’s flags', () => {
  const none = { keepNext: false, keepLines: false, widowControl: true };

  test('follow from the same style', () => {
    expect(wordKeeps(style, false)).toEqual(none);
    expect(wordKeeps({ ...style, breakAfter: 'avoid' }, false)).toEqual({ ...none, keepNext: true });
    expect(wordKeeps({ ...style, breakInside: 'avoid' }, false)).toEqual({ ...none, keepLines: true });
    expect(wordKeeps({ ...style, orphans: 1, widows: 1 }, false)).toEqual({ ...none, widowControl: false });
  });

  test('keep a paragraph with closing lines that must not stand alone', () => {
    expect(wordKeeps(style, true)).toEqual({ ...none, keepNext: true });
  });

  test('are named by the rows whose intention they carry', () => {
    const named = Object.entries(BREAK_COSTS).flatMap(([row, cost]) =>
      'word' in cost ? [[row, cost.word]] : [],
    );
    expect(named).toEqual([
      ['orphan', 'widowControl'],
      ['widow', 'widowControl'],
      ['afterAvoid', 'keepNext'],
      ['beforeAvoid', 'keepNext'],
      ['insideAvoid', 'keepLines'],
    ]);
  });
});
