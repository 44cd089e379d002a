import type { CalendarDate } from '../types.ts';
import type { Grammar } from './types.ts';

const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Integers that `chineseNumeral` spells: above, the United Nations writes digits too. */
const LARGEST = 9999;

/**
 * A cardinal from 0 to 9999 in ordinary Chinese numerals: 10 = 十, 75 = 七十五, 108 = 一百零八, 1481 = 一千四百八十一.
 * Other values, and fractions, are given in digits.
 */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > LARGEST) return String(value);
  if (value === 0) return '零';
  let text = '';
  let skipped = false;
  for (const [unit, sign] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      skipped = text !== '';
      continue;
    }
    if (skipped) text += '零';
    skipped = false;
    // 十五, but 一百一十五: the 一 before 十 is left out only at the beginning.
    text += digit === 1 && unit === 10 && text === '' ? sign : `${DIGITS[digit]}${sign}`;
  }
  return text;
}

/** Digit by digit, as years are read: 1966 = 一九六六, 2005 = 二〇〇五. */
export const chineseDigits = (value: number): string =>
  [...String(value)].map((digit) => DIGITS[Number(digit)] ?? digit).join('');

/** A date in Chinese numerals, as in resolutions of the first sessions: 一九六六年十一月二十九日. */
export const chineseNumeralDate = ({ year, month, day }: CalendarDate): string =>
  `${chineseDigits(year)}年${chineseNumeral(month)}月${chineseNumeral(day)}日`;

/** The number that Chinese numerals stand for (`二一五九`, `二十一`, `二0二五`), or none. */
export function parseChineseNumeral(text: string): number | undefined {
  if (/^[〇零一二三四五六七八九0-9]+$/.test(text))
    return Number([...text].map((sign) => digitValue(sign)).join(''));
  if (!/^[零一二三四五六七八九十百千]+$/.test(text)) return undefined;
  let sum = 0;
  let digit = 0;
  for (const sign of text) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[sign];
    if (unit === undefined) digit = digitValue(sign);
    else {
      sum += (digit || 1) * unit;
      digit = 0;
    }
  }
  const value = sum + digit;
  return chineseNumeral(value) === text || chineseNumeral(value) === text.replace(/^一十/, '十')
    ? value
    : undefined;
}

const digitValue = (sign: string): number =>
  sign === '零' ? 0 : DIGITS.includes(sign) ? DIGITS.indexOf(sign) : Number(sign);

const chinese = (sessionCounter: string): Grammar => ({
  date: ({ year, month, day }) => `${year}年${month}月${day}日`,
  cardinal: chineseNumeral,
  ordinal: (value) => `第${chineseNumeral(value)}`,
  sessionOrdinal: (value) => `第${chineseNumeral(value)}${sessionCounter}`,
});

export const zhHans = chinese('届');
export const zhHant = chinese('屆');
