import { parseChineseNumeral } from './grammar/index.ts';

/** One way to read a typed label: `i` is the ninth letter and Roman one. */
export interface LabelReading {
  readonly system: 'decimal' | 'alpha' | 'roman' | 'han';
  readonly value: number;
}

const ROMAN_DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** `bis`, `ter`, `之二`: a paragraph put in after its number was given; it counts as that number again. */
const REPEATED = /\s*(?:bis|ter|quater|quinquies|之[二三四五六七八九十])$/;

/** Marks around a number in a label: (a)  1.  一、  第一条  目标 1. */
const AROUND = /^(?:第|目标\s*|附件\s*)?[（(]?|[)）.、．:：]*(?:条|款|段|节|章)?[.、]?$/g;

/**
 * All ways to read a label as a number, none if it is a word. Of a label in parts (`1.a`) the last part counts, less
 * the list's prefix.
 */
export function readLabel(label: string, prefix = ''): LabelReading[] {
  const bare = (label.startsWith(prefix) ? label.slice(prefix.length) : label)
    .trim()
    .replace(REPEATED, '')
    .replace(AROUND, '');
  const last = /^(?:\d+\.)+([^.]+)$/.exec(bare)?.[1] ?? bare;
  const readings: LabelReading[] = [];
  if (/^\d{1,5}$/.test(last)) readings.push({ system: 'decimal', value: Number(last) });
  if (/^([A-Za-z])\1?$/.test(last))
    readings.push({
      system: 'alpha',
      value: last.toLowerCase().charCodeAt(0) - 96 + (last.length - 1) * 26,
    });
  const roman = readRoman(last.toLowerCase());
  if (roman !== undefined) readings.push({ system: 'roman', value: roman });
  const han = last === '' || /\d/.test(last) ? undefined : parseChineseNumeral(last);
  if (han !== undefined) readings.push({ system: 'han', value: han });
  return readings;
}

export const isRepeated = (label: string): boolean => REPEATED.test(label.replace(/[.、)）]+$/, ''));

function readRoman(text: string): number | undefined {
  if (!/^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(text) || text === '')
    return undefined;
  const digits = [...text].map((digit) => ROMAN_DIGITS[digit] ?? 0);
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
}
