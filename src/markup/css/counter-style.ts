import type { Atrule, CssNode } from 'css-tree';
import type { Diagnostic } from '../../diagnostics.ts';
import { chineseDigits, chineseNumeral } from '../../model/grammar/index.ts';
import type { Span } from '../../source.ts';
import { nearest } from '../../suggest.ts';
import { type Token, tokenise } from './tokens.ts';
import type { CounterStyle } from './types.ts';

/** A predefined counter style (CSS Counter Styles 3, section 6): how a value is written, and what follows it. */
interface Predefined {
  readonly suffix: string;
  write(value: number): string;
}

/** `lower-alpha` and its kin have no zero and no negatives: CSS falls back to decimal. */
const orDecimal = (from: number, to: number, write: (value: number) => string) => (value: number) =>
  value >= from && value <= to ? write(value) : String(value);

const PREDEFINED: Readonly<Record<string, Predefined>> = {
  decimal: { suffix: '. ', write: String },
  'lower-alpha': { suffix: '. ', write: orDecimal(1, Number.MAX_SAFE_INTEGER, letters) },
  'upper-alpha': {
    suffix: '. ',
    write: orDecimal(1, Number.MAX_SAFE_INTEGER, (value) => letters(value).toUpperCase()),
  },
  'lower-roman': { suffix: '. ', write: orDecimal(1, 3999, (value) => roman(value).toLowerCase()) },
  'upper-roman': { suffix: '. ', write: orDecimal(1, 3999, roman) },
  'cjk-decimal': { suffix: '、', write: orDecimal(0, Number.MAX_SAFE_INTEGER, chineseDigits) },
  'simp-chinese-informal': { suffix: '、', write: orDecimal(0, 9999, chineseNumeral) },
};

export const PREDEFINED_COUNTER_STYLES: readonly string[] = Object.keys(PREDEFINED);

/** a … z, aa, ab … (bijective base 26). */
function letters(value: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  return text;
}

const ROMAN = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [sign, worth] of ROMAN) {
    text += sign.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return text;
}

/** A counter style with everything it takes from the one it extends. */
export interface ResolvedCounterStyle {
  /** Name of the predefined algorithm: `Marker.format`. */
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Follows `extends` to a predefined style; none if the name leads nowhere. */
export function resolveCounterStyle(
  name: string,
  styles: ReadonlyMap<string, CounterStyle>,
): ResolvedCounterStyle | undefined {
  let prefix: string | undefined;
  let suffix: string | undefined;
  let at = name;
  // A chain longer than the number of styles goes round in a circle.
  for (let step = 0; step <= styles.size; step++) {
    const own = styles.get(at);
    if (!own) {
      const predefined = Object.hasOwn(PREDEFINED, at) ? PREDEFINED[at] : undefined;
      return predefined && { format: at, prefix: prefix ?? '', suffix: suffix ?? predefined.suffix };
    }
    prefix ??= own.prefix;
    suffix ??= own.suffix;
    at = own.extends;
  }
  return undefined;
}

/** A value in one of the predefined counter styles; decimal for a name that is none. */
export const formatCounter = (value: number, format: string): string =>
  Object.hasOwn(PREDEFINED, format) ? PREDEFINED[format]!.write(value) : String(value);

// ---------------------------------------------------------------- @counter-style

/** Reads `@counter-style name { system: extends …; prefix: …; suffix: … }`. */
export function readCounterStyle(
  node: Atrule,
  spanOf: (node: CssNode) => Span,
  before: readonly CounterStyle[],
  report: (diagnostic: Diagnostic) => void,
): CounterStyle | undefined {
  const span = spanOf(node);
  const fault = (code: `css/${string}`, message: string, hint: string, at: Span = span): undefined => {
    report({ code, severity: 'error', message, span: at, hints: [{ text: hint }] });
  };
  const name = node.prelude?.type === 'Raw' ? node.prelude.value.trim() : '';
  if (!/^[a-z][\w-]*$/i.test(name))
    return fault('css/bad-value', 'this counter style has no name', 'Write @counter-style name { … }.');
  if (PREDEFINED_COUNTER_STYLES.includes(name) || before.some((style) => style.name === name))
    return fault(
      'css/duplicate-counter-style',
      `the counter style ${name} is there already`,
      'Choose another name.',
    );
  const style: { -readonly [K in keyof CounterStyle]: CounterStyle[K] } = { name, extends: '' };
  for (const child of node.block?.children.toArray() ?? []) {
    if (child.type !== 'Declaration') continue;
    const at = spanOf(child);
    const text = child.value.type === 'Raw' ? child.value.value : '';
    const descriptor = Object.hasOwn(DESCRIPTORS, child.property) ? DESCRIPTORS[child.property] : undefined;
    if (!descriptor) {
      const meant = nearest(child.property, Object.keys(DESCRIPTORS));
      return fault(
        'css/unknown-property',
        `@counter-style has no ${child.property} here`,
        meant ? `Did you mean ${meant}?` : 'Known: system, prefix, suffix.',
        at,
      );
    }
    const part = descriptor.read(tokenise(text) ?? []);
    if (!part)
      return fault(
        'css/bad-value',
        `“${text.trim()}” is no value of ${child.property}`,
        `Give ${descriptor.syntax}.`,
        at,
      );
    Object.assign(style, part);
  }
  return style.extends === ''
    ? fault('css/bad-value', `the counter style ${name} extends none`, 'Add system: extends decimal;')
    : style;
}

interface Descriptor {
  readonly syntax: string;
  read(tokens: readonly Token[]): Partial<CounterStyle> | undefined;
}

const text = (field: 'prefix' | 'suffix'): Descriptor => ({
  syntax: '<string>',
  read: ([token, ...rest]) =>
    token?.type === 'string' && rest.length === 0 ? { [field]: token.text } : undefined,
});

const DESCRIPTORS: Readonly<Record<string, Descriptor>> = {
  system: {
    syntax: 'extends <counter-style-name>',
    read: ([word, name, ...rest]) =>
      word?.type === 'ident' && word.name === 'extends' && name?.type === 'ident' && rest.length === 0
        ? { extends: name.name }
        : undefined,
  },
  prefix: text('prefix'),
  suffix: text('suffix'),
};
