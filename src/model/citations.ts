import type { Lang } from '../lang.ts';
import { parseChineseNumeral } from './grammar/index.ts';
import type { OrganKind } from './types.ts';

/** What a citation stands for. */
export interface Citation {
  /** As printed on the document, e.g. `A/RES/73/291`, `S/RES/1483 (2003)`. */
  readonly symbol: string;
  /** The document in the language of the citing text. */
  readonly href: string;
}

interface Row {
  readonly matches: RegExp;
  /** Organs in whose texts the short form has this meaning; absent = any. */
  readonly under?: readonly OrganKind[];
  /** The symbol, or none after all. Groups are those of `matches`. */
  readonly symbol: (groups: readonly string[]) => string | undefined;
  readonly reason: string;
}

/** Organs of whose documents undocs.org knows the symbols: the first element of a symbol. */
const SERIES =
  'A|S|E|T|ST|DP|TD|UNEP|HSP|FCCC|CEDAW|CCPR|CRC|CAT|CERD|CRPD|CMW|CED|HRI|ID|LC|PBC|SPLOS|NPT|CD|ECE|JIU|HS';

/**
 * What a citation means, tried in order. Short forms are those of the Assembly's own lists of resolutions
 * (facts/un-editorial-rules); each row gives its reason.
 */
const ROWS: readonly Row[] = [
  {
    matches: new RegExp(`^((?:${SERIES})(?:/[A-Za-z0-9.()-]+)+(?: \\([0-9A-Z]+\\))?)$`),
    symbol: ([symbol]) => symbol,
    reason: 'A full document symbol stands for itself.',
  },
  {
    matches: /^((?:19|20)\d\d\/\d{1,3})$/,
    under: ['general-assembly', 'ecosoc', 'security-council', 'other'],
    symbol: ([number]) => `E/RES/${number}`,
    reason: 'Year / number is how the Economic and Social Council has numbered since 1978.',
  },
  {
    matches: /^((?:S-|ES-)?\d{1,3})\/(\d{1,3})(?: ?([A-Z]))?$/,
    under: ['general-assembly', 'security-council', 'ecosoc', 'other'],
    symbol: ([session, number, letter]) =>
      Number(number) > 400 ? undefined : `A/RES/${session}/${number}${letter ? ` ${letter}` : ''}`,
    reason:
      'Session / number is how the General Assembly has numbered since its thirty-first session. Numbers above 400 are decisions, which are no documents of their own. In texts of the Human Rights Council the form is ambiguous, since the Council numbers alike: there a full symbol is needed.',
  },
  {
    matches: /^(\d{1,4}) ?\(((?:19|20)\d\d)\)$/,
    symbol: ([number, year]) => `S/RES/${number} (${year})`,
    reason: 'Number (year) is how the Security Council numbers.',
  },
  {
    matches: /^(\d{1,4})(?: ?([A-Z]))? ?\(((?:S-|ES-)?[IVXL]+)\)$/,
    symbol: ([number, , session]) => `A/RES/${number} (${session})`,
    reason:
      'Number (session in Roman numerals) is how the General Assembly numbered to its thirtieth session. The lettered parts of a number are one document.',
  },
  {
    matches: /^([〇零0一二三四五六七八九十百千]+)[(（]([一二三四五六七八九十]{1,3})[)）]$/,
    symbol: ([number, session]) => chineseSymbol(number ?? '', session ?? ''),
    reason: 'Chinese texts of the first sessions number in Chinese numerals: 二一五九(二十一).',
  },
  {
    matches: /^([〇零0一二三四五六七八九十百千]+)[(（]([〇一二三四五六七八九]{4})[)）]$/,
    symbol: ([number, year]) => {
      const value = parseChineseNumeral(number ?? '');
      return value ? `S/RES/${value} (${parseChineseNumeral(year ?? '')})` : undefined;
    },
    reason: 'Early Chinese texts of the Security Council number so: 四(一九四六).',
  },
];

/** Sessions of the Assembly that had Roman numerals. */
const LAST_ROMAN_SESSION = 30;

function chineseSymbol(number: string, session: string): string | undefined {
  const value = parseChineseNumeral(number);
  const ordinal = parseChineseNumeral(session);
  if (!value || !ordinal || ordinal > LAST_ROMAN_SESSION) return undefined;
  return `A/RES/${value} (${roman(ordinal)})`;
}

/** Upper-case Roman numeral of 1 to 3999. */
export function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [unit, sign] of [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const)
    while (rest >= unit) {
      text += sign;
      rest -= unit;
    }
  return text;
}

/** Language part of an address of undocs.org. */
const SITE_LANGUAGE: Readonly<Record<Lang, string>> = {
  'zh-Hans': 'zh',
  'zh-Hant': 'zh',
  en: 'en',
  fr: 'fr',
  es: 'es',
  ru: 'ru',
  ar: 'ar',
};

/**
 * The document that a citation means in a text of `organ`, or none: then it is plain text.
 * `73/291` in a text of the General Assembly is A/RES/73/291 at https://undocs.org/zh/A/RES/73/291.
 */
export function resolveCitation(cited: string, organ: OrganKind, lang: Lang): Citation | undefined {
  for (const { matches, under, symbol } of ROWS) {
    const groups = matches.exec(cited)?.slice(1);
    if (!groups || (under && !under.includes(organ))) continue;
    const found = symbol(groups);
    if (found !== undefined) return { symbol: found, href: addressOf(found, lang) };
  }
  return undefined;
}

/** Addresses hold symbols without blanks: A/RES/57/270 B is at …/A/RES/57/270B. */
const addressOf = (symbol: string, lang: Lang): string =>
  `https://undocs.org/${SITE_LANGUAGE[lang]}/${symbol.replaceAll(' ', '')}`;

/** Prefix of the symbols of each organ's own resolutions. */
const OWN_PREFIX: Readonly<Partial<Record<OrganKind, string>>> = {
  'general-assembly': 'A/RES/',
  'security-council': 'S/RES/',
  ecosoc: 'E/RES/',
  'human-rights-council': 'A/HRC/RES/',
};

/** Symbol of a resolution from its organ and number, or none where the number has no known form. */
export function resolutionSymbol(number: string, organ: OrganKind): string | undefined {
  const prefix = OWN_PREFIX[organ];
  if (!prefix) return undefined;
  if (organ === 'human-rights-council')
    return /^(?:S-)?\d{1,2}\/\d{1,3}$/.test(number) ? `${prefix}${number}` : undefined;
  const found = resolveCitation(number, organ, 'en')?.symbol;
  return found?.startsWith(prefix) ? found : undefined;
}
