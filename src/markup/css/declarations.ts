import type { Diagnostic } from '../../diagnostics.ts';
import type { Span } from '../../source.ts';
import { nearest } from '../../suggest.ts';
import { PAGE_PROPERTIES } from './page-properties.ts';
import { PROPERTIES, propertyNamed } from './properties.ts';
import { SHORTHANDS, shorthandNamed } from './shorthands.ts';
import { type Token, tokenise } from './tokens.ts';
import type { Declaration } from './types.ts';
import type { ValueSyntax } from './values.ts';

/** Where a declaration stands: some properties belong to `@page` or `@footnote` only. */
export type DeclarationPlace = 'element' | 'page' | 'margin-box' | 'footnote';

type Report = (diagnostic: Diagnostic) => void;

/** One declaration as the parser gives it. */
export interface RawDeclaration {
  readonly property: string;
  readonly text: string;
  readonly span: Span;
  readonly valueSpan: Span;
}

/** Reads a declaration into longhands; faults go to `report` and give none. */
export function readDeclaration(
  raw: RawDeclaration,
  place: DeclarationPlace,
  report: Report,
): readonly Declaration[] {
  const { property, text, span } = raw;
  if (property.startsWith('--')) return [{ kind: 'variable', name: property, text: text.trim(), span }];
  const name = property.toLowerCase();
  if (!syntaxNamed(name, place) && !shorthandNamed(name)) {
    report(unknownProperty(raw, place));
    return [];
  }
  if (/\bvar\(/.test(text)) return [{ kind: 'pending', property: name, text, span }];
  return readValue(name, text, span, place) ?? reportValue(raw, name, text, place, report);
}

/** Longhands of a value without `var()`; none if it is not of the property's syntax. */
export function readValue(
  name: string,
  text: string,
  span: Span,
  place: DeclarationPlace,
): readonly Declaration[] | undefined {
  const wide = text.trim().toLowerCase();
  const shorthand = shorthandNamed(name);
  if (wide === 'inherit' || wide === 'initial') {
    const names = shorthand?.expand([])?.map(([longhand]) => longhand) ?? longhandsOf(name);
    return names.map((longhand) => ({ kind: 'wide', property: longhand, keyword: wide, span }));
  }
  const tokens = tokenise(text);
  if (!tokens || tokens.length === 0) return undefined;
  const parts: readonly (readonly [string, readonly Token[]])[] | undefined = shorthand
    ? shorthand.expand(tokens)
    : [[name, tokens]];
  const declarations: Declaration[] = [];
  for (const [longhand, values] of parts ?? []) {
    const value = syntaxNamed(longhand, place)?.read(values);
    if (value === undefined) return undefined;
    declarations.push({ kind: 'value', property: longhand, value, span });
  }
  return parts && declarations;
}

const SIDES = ['top', 'right', 'bottom', 'left'];
const longhandsOf = (name: string): readonly string[] =>
  name === 'margin' || name === 'padding' || name === 'border'
    ? SIDES.map((side) => `${name}-${side}`)
    : [name];

function syntaxNamed(name: string, place: DeclarationPlace): ValueSyntax<unknown> | undefined {
  const own = PAGE_PROPERTIES.find((row) => row.name === name && row.place === place);
  return own?.syntax ?? propertyNamed(name)?.syntax;
}

function namesIn(place: DeclarationPlace): readonly string[] {
  const own = PAGE_PROPERTIES.filter((row) => row.place === place);
  return [...PROPERTIES, ...SHORTHANDS, ...own].map(({ name }) => name);
}

function unknownProperty({ property, span }: RawDeclaration, place: DeclarationPlace): Diagnostic {
  const elsewhere = PAGE_PROPERTIES.find(({ name }) => name === property.toLowerCase());
  const meant = nearest(property, namesIn(place));
  const at = { ...span, end: span.start + property.length };
  return {
    code: 'css/unknown-property',
    severity: 'error',
    message: `there is no property “${property}” here`,
    span: at,
    reason:
      'Chancery reads a strict subset of CSS: what it would not obey in PDF and Word it does not accept.',
    hints: [
      elsewhere
        ? {
            text: `${elsewhere.name} belongs into @${elsewhere.place === 'page' ? 'page' : elsewhere.place}.`,
          }
        : meant
          ? { text: `Did you mean ${meant}?`, span: at, replacement: meant }
          : { text: 'See docs/css.md for every property.' },
    ],
  };
}

/** The diagnostic of a value that its property cannot take. */
export function badValue(name: string, text: string, span: Span, place: DeclarationPlace): Diagnostic {
  const syntax = syntaxNamed(name, place) ?? shorthandNamed(name);
  const keywords = syntax && 'keywords' in syntax ? syntax.keywords : [];
  const meant = nearest(text.trim(), keywords);
  return {
    code: 'css/bad-value',
    severity: 'error',
    message: `“${text.trim()}” is no value of ${name}`,
    span,
    got: text.trim(),
    expected: syntax?.syntax ?? '',
    hints: [
      meant
        ? { text: `Did you mean ${meant}?`, span, replacement: meant }
        : { text: `Give ${syntax?.syntax}.` },
    ],
  };
}

function reportValue(
  raw: RawDeclaration,
  name: string,
  text: string,
  place: DeclarationPlace,
  report: Report,
): readonly Declaration[] {
  report(badValue(name, text, raw.valueSpan, place));
  return [];
}
