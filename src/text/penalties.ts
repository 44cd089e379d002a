import { FORBIDDEN, FORCED } from './types.ts';

/**
 * A rule says what a line end costs at each place that `at` matches. `between`: a zero-width match is the place itself.
 * `inside`: every place within the match. Costs merge by maximum; a cost never makes a forbidden place legal.
 */
interface PenaltyRule {
  readonly name: string;
  readonly where: 'between' | 'inside';
  readonly at: RegExp;
  readonly cost: number;
  readonly reason: string;
}

/** Units and classifiers that stay with the numeral before them. */
const UNITS = '年月日号次段页卷章条款项节届期册份名个人国元亿万千百点时分秒票周岁度倍例种家所宗件';

/** Before the bracketed year or session of a resolution. */
const BEFORE_YEAR = /(?<=[0-9])(?=\((?:[0-9]{4}|[IVXLC]+)\))/;
const BEFORE_YEAR_HERE = new RegExp(BEFORE_YEAR, 'y');

/** Whether the bracket at `at` opens the year or session of a resolution: 1509(2003), 2006(XIX). */
export function isBeforeYear(text: string, at: number): boolean {
  BEFORE_YEAR_HERE.lastIndex = at;
  return BEFORE_YEAR_HERE.test(text);
}

export const PENALTY_RULES: readonly PenaltyRule[] = [
  {
    name: 'numeral-unit',
    where: 'between',
    at: new RegExp(`(?<=[0-9])(?=[${UNITS}])`, 'g'),
    cost: FORBIDDEN,
    reason: 'a numeral stays with its unit: 12|月 (CLREQ 3.1.5.2)',
  },
  {
    name: 'symbol-classifier',
    where: 'between',
    at: /(?<=[0-9](?:\)|\]| ?[A-Z]|\([^()]{1,8}\)))(?=[号次段页卷章条款项])/g,
    cost: FORBIDDEN,
    reason: 'so does a symbol that ends in a part letter or a year: 57/270 B|号, 1483(2003)|号',
  },
  {
    name: 'label-classifier',
    where: 'between',
    at: /(?<=\([a-z]{1,4}\)|[㈠-㈩])(?=[项目款段])/g,
    cost: FORBIDDEN,
    reason: 'and a letter in brackets: (a)|项',
  },
  {
    name: 'label-in-label',
    where: 'between',
    at: /(?<=\([a-z]{1,4}\))(?=\([ivx]{1,5}\))/g,
    cost: FORBIDDEN,
    reason: 'labels of two levels are one reference: (d)|(i)',
  },
  {
    name: 'reference-label',
    where: 'between',
    at: /(?<=[0-9][款段条项])(?=\([a-z0-9]{1,4}\)|[㈠-㈩])/g,
    cost: 150,
    reason: 'a paragraph and its letter are one reference: 第10段|(d)',
  },
  {
    name: 'ordinal-prefix',
    where: 'between',
    at: /(?<=第)(?=[0-9])/g,
    cost: FORBIDDEN,
    reason: '第 stays with its numeral',
  },
  {
    name: 'ordinal-prefix-han',
    where: 'between',
    at: /(?<=第)(?=[一二三四五六七八九十〇○百千])/g,
    cost: 500,
    reason: 'the same with Chinese numerals, where the line has a choice',
  },
  {
    name: 'han-number',
    where: 'inside',
    at: /[一二三四五六七八九十〇○百千0]{2,}(?=[年月日届次号条款项段章节])/g,
    cost: 200,
    reason: 'a number in Chinese numerals reads best in one line',
  },
  {
    name: 'han-numeral-unit',
    where: 'between',
    at: /(?<=[一二三四五六七八九十〇○百千])(?=[年月日届次号条款项段章节])/g,
    cost: 200,
    reason: 'as numeral-unit, for Chinese numerals',
  },
  {
    name: 'resolution-year',
    where: 'between',
    at: new RegExp(BEFORE_YEAR, 'g'),
    cost: 400,
    reason:
      'the year or session of a resolution may go to the next line, but rather not: 1509|(2003), 2006|(XIX)',
  },
  {
    name: 'point-of-point',
    where: 'between',
    at: /(?<=[0-9)])(?=[㈠-㈩])/g,
    cost: 500,
    reason: 'the name of a sub-paragraph reads best in one line: 第10段(d)㈠',
  },
  {
    name: 'year-month',
    where: 'between',
    at: /(?<=[0-9]年)(?=[0-9]{1,2}月)/g,
    cost: 300,
    reason: 'a date may be broken after the year, but rather not',
  },
  {
    name: 'month-day',
    where: 'between',
    at: /(?<=[0-9]月)(?=[0-9]{1,2}日)/g,
    cost: 300,
    reason: 'the same after the month',
  },
  {
    name: 'han-year-month',
    where: 'between',
    at: /(?<=[一二三四五六七八九十〇○0][年月])(?=[一二三四五六七八九十]{1,3}[月日])/g,
    cost: 100,
    reason: 'a date in Chinese numerals is long; it may be broken between its parts',
  },
  {
    name: 'symbol-part',
    where: 'inside',
    at: /[0-9]+\/[0-9]+ [A-Z](?![A-Za-z])/g,
    cost: FORBIDDEN,
    reason: 'the part letter belongs to the number: 57/270 B',
  },
  {
    name: 'grouped-digits',
    where: 'inside',
    at: /[0-9]{1,3}(?:[ \u00a0][0-9]{3})+(?![0-9])/g,
    cost: FORBIDDEN,
    reason: 'blanks group digits in UN style: 12 500',
  },
  {
    name: 'short-title',
    where: 'inside',
    at: /《[^《》]{1,4}》/g,
    cost: 100,
    reason: 'a short title reads best in one line',
  },
];

/** Document symbols, treaty numbers, decimals: word characters with a digit or solidus and inner punctuation. */
const SYMBOL = /[A-Za-z0-9][A-Za-z0-9./()[\]-]*[A-Za-z0-9)\]]/g;
/** A line may end after a solidus where nothing else does. */
const AFTER_SOLIDUS = 2000;
const URL_SOLIDUS = 50;

/** Raises costs (a place per UTF-16 offset) by the rules of the table. */
export function applyPenalties(text: string, costs: Float64Array): void {
  for (const rule of PENALTY_RULES) {
    for (const match of text.matchAll(rule.at)) {
      if (rule.where === 'between') raise(costs, match.index, rule.cost);
      else
        for (let at = match.index + 1; at < match.index + match[0].length; at++) raise(costs, at, rule.cost);
    }
  }
  for (const match of text.matchAll(SYMBOL)) {
    if (!/[0-9/]/.test(match[0]) || !/[./()[\]-]/.test(match[0])) continue;
    const isUrl =
      text.startsWith('://', match.index + match[0].length) || text.slice(0, match.index).endsWith('://');
    for (let i = 1; i < match[0].length; i++) {
      if (isBeforeYear(text, match.index + i)) continue;
      const afterSolidus = match[0][i - 1] === '/';
      raise(costs, match.index + i, afterSolidus ? (isUrl ? URL_SOLIDUS : AFTER_SOLIDUS) : FORBIDDEN);
    }
  }
}

function raise(costs: Float64Array, at: number, cost: number): void {
  const current = costs[at];
  if (current !== undefined && current !== FORCED && cost > current) costs[at] = cost;
}
