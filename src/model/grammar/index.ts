import type { Lang } from '../../lang.ts';
import type { CalendarDate } from '../types.ts';
import { ar, es, ru } from './digits.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Grammar } from './types.ts';
import { zhHans, zhHant } from './zh.ts';

export type { Grammar } from './types.ts';
export { chineseDigits, chineseNumeral, chineseNumeralDate, parseChineseNumeral } from './zh.ts';

const GRAMMARS: Readonly<Record<Lang, Grammar>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
  fr,
  es,
  ru,
  ar,
};

/** A date in running text: `2020年12月21日`, `21 December 2020`. No blanks between Han and digits: spacing is the typesetter's. */
export const formatDate = (date: CalendarDate, lang: Lang): string => GRAMMARS[lang].date(date);

/** A session's ordinal: `第七十五届`, `seventy-fifth`, `soixante-quinzième`. Lower case: see `capitalise`. */
export const formatSessionOrdinal = (value: number, lang: Lang): string =>
  GRAMMARS[lang].sessionOrdinal(value);

/** An ordinal: `第二` (as in 第二委员会), `second`, `deuxième`. Lower case: see `capitalise`. */
export const formatOrdinal = (value: number, lang: Lang): string => GRAMMARS[lang].ordinal(value);

/** A cardinal in words: `七十五`, `seventy-five`, `soixante-quinze`. */
export const formatCardinal = (value: number, lang: Lang): string => GRAMMARS[lang].cardinal(value);

/** First letter in upper case, the rest as it is; scripts without case are unchanged. */
export const capitalise = (text: string): string => {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
  return text === '' ? '' : first.toUpperCase() + text.slice(first.length);
};
