import { type Helper, split } from './types.ts';

/** `{{symbol-organ "A/RES/75/234"}}`: what stands before the first stroke, which the masthead sets large. */
export const symbolOrgan: Helper = (...given) => {
  const [[symbol]] = split(given);
  return String(symbol).split('/')[0];
};

/** The symbol from its first stroke on. */
export const symbolRest: Helper = (...given) => {
  const [[symbol]] = split(given);
  return String(symbol).slice(String(symbol).split('/')[0]!.length);
};

/**
 * Whether a number hangs left of its title: the short form since session 31 (75/234, 48/16 A). Older numbers in words
 * or Roman figures are too wide and run in before the title.
 */
export const hangs: Helper = (...given) => {
  const [[number]] = split(given);
  return /^\d{1,3}\/\d{1,3}(?: [A-Z])?$/.test(String(number));
};

/** `han` for a number in Chinese numerals, 二一五九(二十一), `figures` for any other: a variant for words about it. */
export const numerals: Helper = (...given) => {
  const [[number]] = split(given);
  return /^\p{Script=Han}/u.test(String(number)) ? 'han' : 'figures';
};
