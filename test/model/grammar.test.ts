import { describe, expect, it } from 'vitest';
import {
  capitalise,
  chineseNumeral,
  chineseNumeralDate,
  formatCardinal,
  formatDate,
  formatOrdinal,
  formatSessionOrdinal,
  parseChineseNumeral,
} from '../../src/model/grammar/index.ts';

describe('Chinese numerals', () => {
  it.each([
    [0, '零'],
    [2, '二'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [75, '七十五'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [115, '一百一十五'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [1481, '一千四百八十一'],
  ])('%i is %s', (value, text) => {
    expect(chineseNumeral(value)).toBe(text);
  });

  it('reads back every numeral that it writes', () => {
    for (let value = 0; value <= 9999; value++)
      expect(parseChineseNumeral(chineseNumeral(value))).toBe(value);
  });

  it.each([
    ['二一五九', 2159],
    ['二0二五', 2025],
    ['二〇〇五', 2005],
    ['一十五', 15],
  ])('reads %s', (text, value) => {
    expect(parseChineseNumeral(text)).toBe(value);
  });

  it.each(['', '十十', '决议', '一百五千'])('refuses %s', (text) => {
    expect(parseChineseNumeral(text)).toBeUndefined();
  });
});

describe('ordinals and cardinals', () => {
  it.each([
    ['zh-Hans', 75, '第七十五届'],
    ['zh-Hant', 76, '第七十六屆'],
    ['en', 75, 'seventy-fifth'],
    ['en', 80, 'eightieth'],
    ['en', 112, 'one hundred and twelfth'],
    ['fr', 1, 'première'],
    ['fr', 71, 'soixante et onzième'],
    ['fr', 75, 'soixante-quinzième'],
    ['fr', 80, 'quatre-vingtième'],
    ['fr', 81, 'quatre-vingt-unième'],
    ['fr', 99, 'quatre-vingt-dix-neuvième'],
    ['es', 75, '75.º'],
  ] as const)('%s session %i', (lang, value, text) => {
    expect(formatSessionOrdinal(value, lang)).toBe(text);
  });

  it('leaves the counter of sessions to sessions', () => {
    expect(formatOrdinal(2, 'zh-Hans')).toBe('第二');
    expect(formatCardinal(2, 'zh-Hans')).toBe('二');
    expect(capitalise(formatOrdinal(2, 'en'))).toBe('Second');
    expect(formatOrdinal(1022, 'en')).toBe('1022nd');
  });
});

describe('dates', () => {
  const date = { year: 2020, month: 12, day: 21 };
  it.each([
    ['zh-Hans', '2020年12月21日'],
    ['en', '21 December 2020'],
    ['fr', '21 décembre 2020'],
    ['es', '21 de diciembre de 2020'],
    ['ru', '21 декабря 2020 года'],
    ['ar', '21 كانون الأول/ديسمبر 2020'],
  ] as const)('%s', (lang, text) => {
    expect(formatDate(date, lang)).toBe(text);
  });

  it('knows the first of the month in French and numerals in Chinese', () => {
    expect(formatDate({ year: 2020, month: 1, day: 1 }, 'fr')).toBe('1er janvier 2020');
    expect(chineseNumeralDate({ year: 1966, month: 11, day: 29 })).toBe('一九六六年十一月二十九日');
  });
});
