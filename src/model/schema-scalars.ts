import * as z from 'zod/mini';
import { type Lang, parseLang } from '../lang.ts';
import type { CalendarDate } from './types.ts';

// A file is compiled anew for each run: code generation at run time would cost more than it saves.
z.config({ jitless: true });

/**
 * How the JSON Schema shows a scalar. Data are read as text (see `Tree`), so that `75.10` stays what was typed;
 * editors parse YAML by its core schema and must be told what they will find.
 */
export type ScalarType = 'text' | 'text-or-number' | 'integer' | 'boolean' | 'date';

/** What a failed rule says; `issues.ts` makes a diagnostic of it. */
export interface RuleFault {
  readonly code: `model/${string}`;
  readonly message: string;
  readonly expected?: string;
  readonly reason?: string;
  readonly hint?: string;
}

/** A check that names its own diagnostic: `issues.ts` finds `fault` in the issue's `params`. */
export const rule = <T>(holds: (value: T) => boolean, fault: (value: T) => RuleFault) =>
  z.refine<T>(holds, { params: { fault }, abort: true });

const described = (description: string, scalar: ScalarType, more: object = {}) =>
  z.meta({ description, scalar, ...more });

const notEmpty = rule<string>(
  (value) => value.trim() !== '',
  () => ({
    code: 'model/empty-text',
    message: 'the text is empty',
    hint: 'Write the text, or delete the key: what is absent is left out of the page.',
  }),
);

/** Text that may carry inline marks. */
export const text = (description: string) => z.string().check(notEmpty, described(description, 'text'));

/** A name or number kept as it was typed. */
export const word = (description: string) =>
  z.string().check(notEmpty, described(description, 'text-or-number'));

/** A name that other places of the file may point to. */
export const identifier = (description: string) =>
  z.string().check(
    rule<string>(
      (value) => /^[A-Za-z][A-Za-z0-9_-]*$/.test(value),
      (value) => ({
        code: 'model/bad-id',
        message: `‘${value}’ cannot be an id`,
        expected: 'a letter, then letters, digits, - and _ only',
        reason: 'Ids become anchors in PDF and bookmarks in Word, which allow little else.',
      }),
    ),
    described(description, 'text', { pattern: '^[A-Za-z][A-Za-z0-9_-]*$' }),
  );

export function integer(description: string, minimum: number, maximum: number) {
  return z
    .pipe(
      z.string().check(
        rule<string>(
          (value) => /^\d+$/.test(value) && Number(value) >= minimum && Number(value) <= maximum,
          (value) => ({
            code: 'model/bad-number',
            message: `‘${value}’ is not a whole number from ${minimum} to ${maximum}`,
            expected: `a whole number from ${minimum} to ${maximum}`,
          }),
        ),
      ),
      z.transform((value: string): number => Number(value)),
    )
    .check(described(description, 'integer', { minimum, maximum }));
}

export function truth(description: string) {
  return z
    .pipe(
      z.string().check(
        rule<string>(
          (value) => value === 'true' || value === 'false',
          (value) => ({
            code: 'model/bad-truth',
            message: `‘${value}’ is neither true nor false`,
            expected: 'true or false',
          }),
        ),
      ),
      z.transform((value: string): boolean => value === 'true'),
    )
    .check(described(description, 'boolean'));
}

/** Days of a month in the Gregorian calendar. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export const isCalendarDate = ({ year, month, day }: CalendarDate): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);

const parseDate = (value: string): CalendarDate | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : undefined;
};

export function date(description: string) {
  return z
    .pipe(
      z.string().check(
        rule<string>(
          (value) => parseDate(value) !== undefined,
          (value) => ({
            code: 'model/bad-date',
            message: `‘${value}’ is not a date`,
            expected: 'year-month-day, e.g. 2020-12-21',
          }),
        ),
        rule<string>(
          (value) => isCalendarDate(parseDate(value) ?? { year: 1, month: 1, day: 1 }),
          (value) => ({
            code: 'model/no-such-date',
            message: `there is no ${value} in the calendar`,
            hint: 'Check the day and the month.',
          }),
        ),
      ),
      z.transform((value: string): CalendarDate => parseDate(value) as CalendarDate),
    )
    .check(described(description, 'date'));
}

const LANGUAGES = ['zh', 'zh-Hans', 'zh-Hant', 'en', 'fr', 'es', 'ru', 'ar'] as const;

export function language(description: string) {
  return z
    .pipe(
      z.enum(LANGUAGES),
      z.transform((tag: (typeof LANGUAGES)[number]): Lang => parseLang(tag) as Lang),
    )
    .check(z.meta({ description }));
}

/** One paragraph, or a list of paragraphs. A blank line inside a text also begins a paragraph. */
export const prose = (description: string) =>
  z
    .union([
      text('One or more paragraphs; a blank line parts them.'),
      z.array(text('A paragraph.')).check(z.minLength(1)),
    ])
    .check(z.meta({ description }));
