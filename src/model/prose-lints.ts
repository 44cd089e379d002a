import type { Diagnostic } from '../diagnostics.ts';
import { isChinese, type Lang } from '../lang.ts';
import type { Span } from '../source.ts';
import type { Sign } from './blanks.ts';
import { parseChineseNumeral } from './grammar/index.ts';
import { daysIn } from './schema-scalars.ts';

type SpanOf = (from: number, to: number) => Span;

/** Editorial lints on one paragraph, blanks already judged. */
export const lintProse = (signs: readonly Sign[], lang: Lang, spanOf: SpanOf): Diagnostic[] => [
  ...noteSides(signs, lang, spanOf),
  ...dates(signs, lang, spanOf),
];

/**
 * On which side of a stop the note mark stands (un-editorial-rules, footnotes/chap-09; Chinese as in resolution
 * 75/234: 成果文件，⁴). Languages without a row are not checked.
 */
const NOTE_SIDES: Readonly<Partial<Record<Lang, { side: 'after' | 'before'; stops: string }>>> = {
  'zh-Hans': { side: 'after', stops: '，。；：！？' },
  'zh-Hant': { side: 'after', stops: '，。；：！？' },
  en: { side: 'after', stops: ',.;:!?' },
  fr: { side: 'before', stops: ',.;:!?' },
  es: { side: 'before', stops: ',.;:!?' },
};

function noteSides(signs: readonly Sign[], lang: Lang, spanOf: SpanOf): Diagnostic[] {
  const rule = NOTE_SIDES[lang];
  if (!rule) return [];
  const isStop = (sign: Sign | undefined): boolean =>
    sign?.kind === 'text' && sign.character !== '' && rule.stops.includes(sign.character);
  return signs.flatMap((sign, index) => {
    const stop = signs[rule.side === 'after' ? index + 1 : index - 1];
    if (sign.kind !== 'note' || !stop || !isStop(stop)) return [];
    // Several marks at one stop, or a stop on both sides (“etc.”): one on the right side is enough.
    if (isStop(signs[rule.side === 'after' ? index - 1 : index + 1])) return [];
    const span = spanOf(Math.min(sign.from, stop.from), Math.max(sign.to, stop.to));
    return [
      {
        code: 'model/note-side',
        severity: 'warning',
        message: `the note mark stands ${rule.side === 'after' ? 'before' : 'after'} the stop ‘${stop.character}’`,
        span,
        reason: `United Nations practice in this language sets it ${rule.side} the stop.`,
        hints: [
          { text: `Move the mark ${rule.side === 'after' ? 'behind' : 'before'} ‘${stop.character}’.` },
        ],
      } satisfies Diagnostic,
    ];
  });
}

interface DatePattern {
  readonly matches: RegExp;
  /** Numbers of year (absent = any), month and day of a match. */
  readonly read: (groups: readonly (string | undefined)[]) => { year?: number; month: number; day: number };
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const MOIS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
);

const withYear = (year: string | undefined, month: number, day: number) =>
  year === undefined ? { month, day } : { year: Number(year), month, day };

const DATES: Readonly<Partial<Record<'zh' | Lang, readonly DatePattern[]>>> = {
  zh: [
    {
      matches: /(?<!\d)(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/g,
      read: ([year, month, day]) => withYear(year, Number(month), Number(day)),
    },
    {
      matches:
        /([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/g,
      read: ([year, month, day]) => ({
        year: parseChineseNumeral(year ?? '') ?? 0,
        month: parseChineseNumeral(month ?? '') ?? 0,
        day: parseChineseNumeral(day ?? '') ?? 0,
      }),
    },
  ],
  en: [
    {
      matches: new RegExp(`(?<!\\d)(\\d{1,2}) (${MONTHS.join('|')})(?: (\\d{4}))?`, 'g'),
      read: ([day, month, year]) => withYear(year, MONTHS.indexOf(month ?? '') + 1, Number(day)),
    },
  ],
  fr: [
    {
      matches: new RegExp(`(?<!\\d)(\\d{1,2})(?:er)? (${MOIS.join('|')})(?: (\\d{4}))?`, 'g'),
      read: ([day, month, year]) => withYear(year, MOIS.indexOf(month ?? '') + 1, Number(day)),
    },
  ],
};

/** A leap year stands in for a year that is not given: 29 February exists in some year. */
const SOME_LEAP_YEAR = 2000;

function dates(signs: readonly Sign[], lang: Lang, spanOf: SpanOf): Diagnostic[] {
  const units = signs.flatMap(({ character, from }) =>
    Array.from({ length: character.length }, (_, index) => from + index),
  );
  const text = signs.map(({ character }) => character).join('');
  return (DATES[isChinese(lang) ? 'zh' : lang] ?? []).flatMap(({ matches, read }) =>
    [...text.matchAll(matches)].flatMap((match) => {
      const { year = SOME_LEAP_YEAR, month, day } = read(match.slice(1));
      if (month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)) return [];
      const from = units[match.index] ?? 0;
      const to = (units[match.index + match[0].length - 1] ?? from) + 1;
      return [
        {
          code: 'model/no-such-date',
          severity: 'warning',
          message: `there is no ${match[0]} in the calendar`,
          span: spanOf(from, to),
          hints: [{ text: 'Check the date against the source.' }],
        } satisfies Diagnostic,
      ];
    }),
  );
}
