import type { Lang } from '../../lang.ts';
import { parseLang } from '../../lang.ts';
import {
  capitalise,
  formatCardinal,
  formatDate,
  formatOrdinal,
  formatSessionOrdinal,
} from '../../model/grammar/index.ts';
import type { CalendarDate } from '../../model/types.ts';
import { langOf } from './say.ts';
import { type Helper, split } from './types.ts';

/**
 * A form of a number or date in the language around the call, or in that of `lang=`. What the data leave out stays
 * null, so that `say` and `lines` know it is missing.
 */
const form =
  <V>(write: (value: V, lang: Lang) => string): Helper =>
  (...given) => {
    const [[value], options] = split(given);
    const asked: unknown = options.hash?.lang;
    const lang = typeof asked === 'string' ? parseLang(asked) : undefined;
    return value === null ? null : write(value as V, lang ?? langOf(options));
  };

/** `{{date closing.date}}`: 2020年12月21日, 21 December 2020. */
export const date = form<CalendarDate>(formatDate);

/** `{{session-ordinal 75}}`: 第七十五届, Seventy-fifth. */
export const sessionOrdinal = form<number>((value, lang) => capitalise(formatSessionOrdinal(value, lang)));

/** `{{ordinal 2}}`: 第二, Second. */
export const ordinal = form<number>((value, lang) => capitalise(formatOrdinal(value, lang)));

/** `{{cardinal 12}}`: 十二, twelve. */
export const cardinal = form<number>(formatCardinal);

/** `{{nth 48}}`: the short ordinal, 48th in English; digits where the language puts its words around them. */
export const nth = form<number>((value, lang) =>
  lang === 'en' ? `${value}${englishEnding(value)}` : String(value),
);

/** 1st, 2nd, 3rd, but 11th, 12th, 13th. */
function englishEnding(value: number): string {
  const teen = Math.floor(value / 10) % 10 === 1;
  return (teen ? undefined : { 1: 'st', 2: 'nd', 3: 'rd' }[value % 10]) ?? 'th';
}
