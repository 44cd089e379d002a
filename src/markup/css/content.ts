import { splitAtCommas, type Token } from './tokens.ts';
import type { ValueSyntax } from './values.ts';

/** One piece of a `content` or `string-set` value before its element is known (GCPM 3, CSS Content 3). */
export type ContentPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'attr'; readonly name: string }
  /** The element's own text. */
  | { readonly kind: 'content' }
  | {
      readonly kind: 'counter';
      readonly name: 'page' | 'pages' | 'footnote';
      readonly format: string;
    }
  | {
      readonly kind: 'string';
      readonly name: string;
      readonly which: 'first' | 'start' | 'last' | 'first-except';
    }
  | { readonly kind: 'leader'; readonly text: string }
  /** Page number of the element that the attribute `href` names. */
  | { readonly kind: 'target-page'; readonly attribute: string };

/** `none` = no box is made. */
export type ContentValue = 'none' | readonly ContentPart[];

/** Value of `content`: `none`, or text and functions in a row. */
export const content: ValueSyntax<ContentValue> = {
  syntax:
    'none | [ <string> | attr() | counter( page | pages | footnote ) | string() | leader() | target-counter() ]+',
  keywords: ['none', 'normal'],
  read(tokens) {
    const only = tokens.length === 1 ? tokens[0]! : undefined;
    if (only?.type === 'ident' && (only.name === 'none' || only.name === 'normal')) return 'none';
    return readParts(tokens);
  },
};

/** One name of `string-set` with what it is set to. */
export interface StringSetValue {
  readonly name: string;
  readonly parts: readonly ContentPart[];
}

/** Value of `string-set` (GCPM 3, section 1.1). */
export const stringSet: ValueSyntax<readonly StringSetValue[]> = {
  syntax: 'none | [ <custom-ident> [ <string> | attr() | content() ]+ ]#',
  keywords: ['none'],
  read(tokens) {
    if (tokens.length === 1 && tokens[0]!.type === 'ident' && tokens[0]!.name === 'none') return [];
    const sets: StringSetValue[] = [];
    for (const [name, ...rest] of splitAtCommas(tokens)) {
      const parts = readParts(rest);
      const plain = parts?.every(({ kind }) => kind === 'text' || kind === 'attr' || kind === 'content');
      if (name?.type !== 'ident' || !parts || !plain) return undefined;
      sets.push({ name: name.name, parts });
    }
    return sets;
  },
};

function readParts(tokens: readonly Token[]): readonly ContentPart[] | undefined {
  const parts = tokens.map(readPart);
  return parts.length > 0 && parts.every((part) => part !== undefined) ? parts : undefined;
}

function readPart(token: Token): ContentPart | undefined {
  if (token.type === 'string') return { kind: 'text', text: token.text };
  if (token.type !== 'function') return undefined;
  const reader = Object.hasOwn(FUNCTIONS, token.name) ? FUNCTIONS[token.name] : undefined;
  return reader?.(splitAtCommas(token.args).map((group) => (group.length === 1 ? group[0] : undefined)));
}

type Argument = Token | undefined;
const identOf = (token: Argument): string | undefined => (token?.type === 'ident' ? token.name : undefined);

const FUNCTIONS: Readonly<Record<string, (args: readonly Argument[]) => ContentPart | undefined>> = {
  attr: ([name, ...rest]) => {
    const attribute = identOf(name);
    return attribute && rest.length === 0 ? { kind: 'attr', name: attribute } : undefined;
  },
  content: ([argument, ...rest]) => {
    const which = argument === undefined ? 'text' : identOf(argument);
    return which === 'text' && rest.length === 0 ? { kind: 'content' } : undefined;
  },
  counter: ([name, format, ...rest]) => {
    const counter = identOf(name);
    if (counter !== 'page' && counter !== 'pages' && counter !== 'footnote') return undefined;
    const style = format === undefined ? 'decimal' : identOf(format);
    return style && rest.length === 0 ? { kind: 'counter', name: counter, format: style } : undefined;
  },
  string: ([name, which, ...rest]) => {
    const string = identOf(name);
    const position = which === undefined ? 'first' : identOf(which);
    return string && rest.length === 0 && isPosition(position)
      ? { kind: 'string', name: string, which: position }
      : undefined;
  },
  leader: ([text, ...rest]) => {
    if (rest.length > 0) return undefined;
    if (text?.type === 'string' && text.text !== '') return { kind: 'leader', text: text.text };
    return identOf(text) === 'dotted' ? { kind: 'leader', text: '.' } : undefined;
  },
  'target-counter': ([target, counter, ...rest]) => {
    if (target?.type !== 'function' || target.name !== 'attr') return undefined;
    const attribute = identOf(target.args[0]);
    return attribute && identOf(counter) === 'page' && rest.length === 0
      ? { kind: 'target-page', attribute }
      : undefined;
  },
};

const isPosition = (word: string | undefined): word is 'first' | 'start' | 'last' | 'first-except' =>
  word === 'first' || word === 'start' || word === 'last' || word === 'first-except';
