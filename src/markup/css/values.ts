import { POINTS_PER_UNIT, type Pt } from '../../units.ts';
import type { Color } from '../types.ts';
import { splitAtCommas, type Token } from './tokens.ts';

/**
 * Readers of property values. Each has its syntax in the notation of CSS Values 4 (for messages and `docs/css.md`)
 * and reads the whole list of component values, or nothing.
 */
export interface ValueSyntax<V> {
  readonly syntax: string;
  /** Words for "did you mean". */
  readonly keywords: readonly string[];
  read(tokens: readonly Token[]): V | undefined;
}

/** A length as written; `pt` lengths are absolute, the others wait for the font size. */
export interface Length {
  readonly value: number;
  readonly unit: 'pt' | 'em';
}

/** Size that `em` stands for, in pt. */
export const toPoints = (length: Length, fontSize: Pt): Pt =>
  length.unit === 'pt' ? length.value : length.value * fontSize;

export function readLength(token: Token | undefined): Length | undefined {
  if (token?.type === 'number') return token.value === 0 ? { value: 0, unit: 'pt' } : undefined;
  if (token?.type !== 'dimension') return undefined;
  if (token.unit === 'em') return { value: token.value, unit: 'em' };
  return Object.hasOwn(POINTS_PER_UNIT, token.unit)
    ? { value: token.value * POINTS_PER_UNIT[token.unit as keyof typeof POINTS_PER_UNIT], unit: 'pt' }
    : undefined;
}

/** A syntax of exactly one component value. */
const one = <V>(syntax: string, read: (token: Token) => V | undefined): ValueSyntax<V> => ({
  syntax,
  keywords: [],
  read: (tokens) => (tokens.length === 1 ? read(tokens[0]!) : undefined),
});

export const length: ValueSyntax<Length> = one('<length>', readLength);

export const nonNegativeLength: ValueSyntax<Length> = one('<length [0,∞]>', (token) => {
  const read = readLength(token);
  return read && read.value >= 0 ? read : undefined;
});

export const positiveInteger: ValueSyntax<number> = one('<integer [1,∞]>', (token) =>
  token.type === 'number' && Number.isInteger(token.value) && token.value >= 1 ? token.value : undefined,
);

export const string: ValueSyntax<string> = one('<string>', (token) =>
  token.type === 'string' && token.text !== '' ? token.text : undefined,
);

/** Any name of the author's own, e.g. of a page or counter style. */
export const customIdent: ValueSyntax<string> = one('<custom-ident>', (token) =>
  token.type === 'ident' ? token.name : undefined,
);

export function keyword<const K extends string>(...words: K[]): ValueSyntax<K> {
  return {
    syntax: words.join(' | '),
    keywords: words,
    read: ([token, ...rest]) =>
      token?.type === 'ident' && rest.length === 0
        ? words.find((word) => word === token.name.toLowerCase())
        : undefined,
  };
}

/** The first of several syntaxes that reads the value. */
export function either<A, B>(first: ValueSyntax<A>, second: ValueSyntax<B>): ValueSyntax<A | B> {
  return {
    syntax: `${first.syntax} | ${second.syntax}`,
    keywords: [...first.keywords, ...second.keywords],
    read: (tokens) => first.read(tokens) ?? second.read(tokens),
  };
}

/** Rewrites what a syntax read. */
export const mapped = <A, B>(syntax: ValueSyntax<A>, change: (value: A) => B): ValueSyntax<B> => ({
  ...syntax,
  read: (tokens) => {
    const value = syntax.read(tokens);
    return value === undefined ? undefined : change(value);
  },
});

// ---------------------------------------------------------------- colours

const NAMED_COLORS: Readonly<Record<string, Color>> = {
  black: [0, 0, 0],
  white: [255, 255, 255],
  gray: [128, 128, 128],
  silver: [192, 192, 192],
  red: [255, 0, 0],
  blue: [0, 0, 255],
};

export const color: ValueSyntax<Color> = {
  ...one('<color>', readColor),
  keywords: Object.keys(NAMED_COLORS),
};

function readColor(token: Token): Color | undefined {
  if (token.type === 'ident') {
    const name = token.name.toLowerCase();
    return Object.hasOwn(NAMED_COLORS, name) ? NAMED_COLORS[name] : undefined;
  }
  if (token.type === 'hash') return readHex(token.text);
  if (token.type !== 'function' || token.name !== 'rgb') return undefined;
  const groups = splitAtCommas(token.args);
  const parts = groups.length === 3 ? groups.map((group) => group[0]) : token.args;
  const channels = parts.map((part) =>
    part?.type === 'number' && part.value >= 0 && part.value <= 255 ? part.value : Number.NaN,
  );
  return channels.length === 3 && !channels.some(Number.isNaN)
    ? [channels[0]!, channels[1]!, channels[2]!]
    : undefined;
}

function readHex(digits: string): Color | undefined {
  if (!/^(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(digits)) return undefined;
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const at = (start: number): number => Number.parseInt(full.slice(start, start + 2), 16);
  return [at(0), at(2), at(4)];
}

// ---------------------------------------------------------------- borders

/** `undefined` colour = currentColor. Width 0 = no border. */
export interface BorderValue {
  readonly width: Length;
  readonly color: Color | undefined;
}

/** `none` or width, style (`solid` only) and colour in any order (CSS Backgrounds 3, section 3.4). */
export const border: ValueSyntax<BorderValue> = {
  syntax: 'none | <length> solid <color>?',
  keywords: ['none', 'solid'],
  read(tokens) {
    if (tokens.length === 1 && tokens[0]!.type === 'ident' && tokens[0]!.name === 'none')
      return { width: { value: 0, unit: 'pt' }, color: undefined };
    const width = tokens.map((token) => readLength(token)).filter((found) => found !== undefined);
    const colors = tokens.map((token) => readColor(token)).filter((found) => found !== undefined);
    const solid = tokens.filter((token) => token.type === 'ident' && token.name === 'solid');
    const complete = width.length === 1 && width[0]!.value >= 0 && solid.length === 1 && colors.length <= 1;
    return complete && tokens.length === 2 + colors.length
      ? { width: width[0]!, color: colors[0] }
      : undefined;
  },
};

// ---------------------------------------------------------------- fonts

/** Family names, quoted or as a row of identifiers (CSS Fonts 4, section 2.1). */
export const familyList: ValueSyntax<readonly string[]> = {
  syntax: '[ <string> | <custom-ident>+ ]#',
  keywords: [],
  read(tokens) {
    const families: string[] = [];
    for (const group of splitAtCommas(tokens)) {
      const name =
        group.length === 1 && group[0]!.type === 'string'
          ? group[0]!.text
          : group.map((token) => (token.type === 'ident' ? token.name : '')).join(' ');
      if (!/^\S+(?: \S+)*$/.test(name) || group.length === 0) return undefined;
      families.push(name);
    }
    return families;
  },
};

/** `normal` 400, `bold` 700 or a number (CSS Fonts 4, section 2.2). */
export const fontWeight: ValueSyntax<number> = either(
  mapped(keyword('normal', 'bold'), (word) => (word === 'bold' ? 700 : 400)),
  one('<number [1,1000]>', (token) =>
    token.type === 'number' && token.value >= 1 && token.value <= 1000 ? token.value : undefined,
  ),
);

/** A share of another length: 1 = 100 %. */
export interface Factor {
  readonly factor: number;
}

export const percentage: ValueSyntax<Factor> = one('<percentage>', (token) =>
  token.type === 'percentage' ? { factor: token.value / 100 } : undefined,
);

export const plainNumber: ValueSyntax<Factor> = one('<number [0,∞]>', (token) =>
  token.type === 'number' && token.value >= 0 ? { factor: token.value } : undefined,
);
