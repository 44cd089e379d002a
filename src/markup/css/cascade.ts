import type { Diagnostic } from '../../diagnostics.ts';
import { nearest } from '../../suggest.ts';
import type { ComputedStyle } from '../types.ts';
import type { ContentValue, StringSetValue } from './content.ts';
import { badValue, type DeclarationPlace, readValue } from './declarations.ts';
import { lineHeightFactor } from './font-properties.ts';
import { matches, type Place } from './match.ts';
import { PROPERTIES } from './properties.ts';
import type { ComputeContext, Property } from './property.ts';
import type { Declaration, PseudoElement, Rule, StyleSheet } from './types.ts';
import { substitute } from './variables.ts';

/** Everything the cascade knows of one element or generated box. Shared between elements that compute alike. */
export interface Computed {
  readonly style: ComputedStyle;
  /** Custom properties in force. */
  readonly variables: ReadonlyMap<string, string>;
  /** A unitless `line-height`, which goes down as a factor. */
  readonly lineHeightFactor?: number;
  /** None = not set here (`content` is not inherited). */
  readonly content?: ContentValue;
  readonly strings: readonly StringSetValue[];
}

/** What the cascade asks of the fonts. */
export interface Families {
  hasFamily(name: string): boolean;
  readonly families: readonly string[];
}

type Report = (diagnostic: Diagnostic) => void;
type Bucket = { readonly rule: Rule; readonly rank: number }[];

/**
 * Computes styles: the rules of all sheets in order of origin (sheets come in that order), specificity and place
 * (CSS Cascade 4, section 6.1), then inheritance. Faults that show only here (`var()`, fonts) go to `report`, once each.
 */
export class Cascade {
  /** Rules by the most telling test of their rightmost compound; rank orders by sheet, specificity, place. */
  private readonly byKey = new Map<string, Bucket>();
  private readonly shared = new WeakMap<Computed, Map<string, Computed>>();
  private readonly resolved = new Map<Declaration, Map<string, readonly Declaration[]>>();
  private readonly familiesSeen = new Set<Declaration>();
  private readonly families: Families;
  private readonly report: Report;

  constructor(sheets: readonly StyleSheet[], families: Families, report: Report) {
    this.families = families;
    this.report = report;
    const ordered = sheets.flatMap(({ rules }) =>
      rules
        .map((rule, order) => ({ rule, order }))
        .sort((a, b) => a.rule.selector.specificity - b.rule.selector.specificity || a.order - b.order),
    );
    ordered.forEach(({ rule }, rank) => {
      const key = keyOf(rule);
      const bucket = this.byKey.get(key);
      if (bucket) bucket.push({ rule, rank });
      else this.byKey.set(key, [{ rule, rank }]);
    });
  }

  /** Style of an element. */
  element(place: Place, parent: Computed): Computed {
    return this.compute(this.matching(place, undefined), parent);
  }

  /** Style of a pseudo-element. Markers and note marks need no rule of their own; `before` and `after` exist by rule only. */
  pseudo(place: Place, owner: Computed, name: PseudoElement): Computed | undefined {
    const rules = this.matching(place, name);
    return rules.length === 0 && (name === 'before' || name === 'after')
      ? undefined
      : this.compute(rules, owner);
  }

  /** Style that follows from declarations alone: page boxes, margin boxes, note areas. */
  fromDeclarations(
    declarations: readonly Declaration[],
    parent: Computed,
    place: DeclarationPlace,
  ): Computed {
    return this.computeWith(declarations, parent, place);
  }

  /** Declarations as values, `var()` put in; `@page` reads its own properties from them. */
  settle(
    declarations: readonly Declaration[],
    variables: ReadonlyMap<string, string>,
    place: DeclarationPlace,
  ): readonly Declaration[] {
    return declarations.flatMap((declaration) =>
      declaration.kind === 'pending' ? this.resolve(declaration, variables, place) : [declaration],
    );
  }

  private matching(place: Place, pseudo: PseudoElement | undefined): Bucket {
    const found: Bucket = [];
    for (const key of keysOf(place))
      for (const entry of this.byKey.get(key) ?? [])
        if (entry.rule.selector.pseudo === pseudo && matches(entry.rule.selector, place)) found.push(entry);
    return found.sort((a, b) => a.rank - b.rank);
  }

  private compute(rules: Bucket, parent: Computed): Computed {
    const siblings = entryOf(this.shared, parent, () => new Map<string, Computed>());
    return entryOf(siblings, rules.map(({ rank }) => rank).join(' '), () =>
      this.computeWith(
        rules.flatMap(({ rule }) => rule.declarations),
        parent,
        'element',
      ),
    );
  }

  private computeWith(
    declarations: readonly Declaration[],
    parent: Computed,
    place: DeclarationPlace,
  ): Computed {
    const variables = withVariables(parent.variables, declarations);
    const set = new Map<string, Declaration>();
    for (const declaration of this.settle(declarations, variables, place))
      if (declaration.kind === 'value' || declaration.kind === 'wide')
        set.set(declaration.property, declaration);
    const families = set.get('font-family');
    if (families?.kind === 'value') this.checkFamilies(families);

    const style: Partial<ComputedStyle> = {};
    let factor = parent.lineHeightFactor;
    for (const property of PROPERTIES) {
      const declaration = set.get(property.name);
      const context = contextOf(style, parent.style);
      if (takesParent(property, declaration)) {
        for (const field of property.fields) copyField(style, field, parent.style);
        if (property.name === 'line-height' && factor !== undefined)
          Object.assign(style, { lineHeight: factor * context.fontSize });
        continue;
      }
      const value = declaration?.kind === 'value' ? declaration.value : property.initial;
      Object.assign(style, property.compute(value, context));
      if (property.name === 'line-height') factor = lineHeightFactor(value);
    }
    const content = setValue<ContentValue>(set, 'content');
    return {
      style: style as ComputedStyle,
      variables,
      ...(factor !== undefined && { lineHeightFactor: factor }),
      ...(content !== undefined && { content }),
      strings: setValue<readonly StringSetValue[]>(set, 'string-set') ?? [],
    };
  }

  private resolve(
    declaration: Extract<Declaration, { kind: 'pending' }>,
    variables: ReadonlyMap<string, string>,
    place: DeclarationPlace,
  ): readonly Declaration[] {
    const text = substitute(declaration.text, variables);
    const key = typeof text === 'string' ? text : JSON.stringify(text);
    const known = entryOf(this.resolved, declaration, () => new Map<string, readonly Declaration[]>());
    return entryOf(known, key, () => {
      if (typeof text !== 'string') {
        this.report(variableFault(declaration, text, variables));
        return [];
      }
      const longhands = readValue(declaration.property, text, declaration.span, place);
      if (!longhands) this.report(badValue(declaration.property, text, declaration.span, place));
      return longhands ?? [];
    });
  }

  /** A stack may name families that this machine lacks, as on the web, but one of them must be there. */
  private checkFamilies(declaration: Extract<Declaration, { kind: 'value' }>): void {
    if (this.familiesSeen.has(declaration)) return;
    this.familiesSeen.add(declaration);
    const names = declaration.value as readonly string[];
    const missing = names.filter((name) => !this.families.hasFamily(name));
    for (const name of missing) {
      const meant = nearest(name, this.families.families);
      this.report({
        code: 'css/unknown-font-family',
        severity: missing.length === names.length ? 'error' : 'warning',
        message: `no font of the catalogue is called “${name}”`,
        span: declaration.span,
        reason: 'Chancery sets and embeds the fonts of its catalogue and of the folder fonts/ only.',
        hints: [
          { text: meant ? `Did you mean “${meant}”?` : `Families: ${this.families.families.join(', ')}.` },
        ],
      });
    }
  }
}

/** The entry of a map, made when first asked for. */
function entryOf<K, V>(
  map: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Initial values of everything: the parent of the root element. */
export function initialComputed(): Computed {
  const style: Partial<ComputedStyle> = {};
  const base = { fontSize: 10, lineHeight: 12, color: [0, 0, 0] } as unknown as ComputedStyle;
  for (const property of PROPERTIES)
    Object.assign(style, property.compute(property.initial, contextOf(style, base)));
  return { style: style as ComputedStyle, variables: new Map(), lineHeightFactor: 1.2, strings: [] };
}

const takesParent = (property: Property, declaration: Declaration | undefined): boolean =>
  declaration?.kind === 'wide'
    ? declaration.keyword === 'inherit'
    : declaration === undefined && property.inherited;

/** Font size, colour and line height come first in the table, so later rows find the element's own. */
const contextOf = (style: Partial<ComputedStyle>, parent: ComputedStyle): ComputeContext => ({
  fontSize: style.fontSize ?? parent.fontSize,
  color: style.color ?? parent.color,
  lineHeight: style.lineHeight ?? parent.lineHeight,
  parentFontSize: parent.fontSize,
});

function copyField(style: Partial<ComputedStyle>, field: keyof ComputedStyle, from: ComputedStyle): void {
  if (from[field] !== undefined) Object.assign(style, { [field]: from[field] });
}

const setValue = <V>(set: ReadonlyMap<string, Declaration>, name: string): V | undefined => {
  const declaration = set.get(name);
  return declaration?.kind === 'value' ? (declaration.value as V) : undefined;
};

function withVariables(
  inherited: ReadonlyMap<string, string>,
  declarations: readonly Declaration[],
): ReadonlyMap<string, string> {
  const own = declarations.filter((declaration) => declaration.kind === 'variable');
  if (own.length === 0) return inherited;
  return new Map([...inherited, ...own.map(({ name, text }) => [name, text] as const)]);
}

function variableFault(
  { span }: Declaration,
  fault: { readonly unknown: string } | { readonly cycle: string },
  variables: ReadonlyMap<string, string>,
): Diagnostic {
  if ('cycle' in fault)
    return {
      code: 'css/variable-cycle',
      severity: 'error',
      message: `the custom property ${fault.cycle} is defined by itself`,
      span,
      hints: [{ text: 'Give one of the properties of the circle a value of its own.' }],
    };
  const meant = nearest(fault.unknown, variables.keys());
  return {
    code: 'css/unknown-variable',
    severity: 'error',
    message: `the custom property ${fault.unknown} is not set here`,
    span,
    hints: [
      { text: meant ? `Did you mean ${meant}?` : 'Set it on :root, or give a fallback: var(--name, value).' },
    ],
  };
}

// ---------------------------------------------------------------- buckets

/** The most telling test of a rule's subject: id, class, element, or any. */
function keyOf({ selector }: Rule): string {
  const { tests } = selector.compounds[selector.compounds.length - 1]!;
  for (const kind of ['id', 'class', 'type'] as const) {
    const test = tests.find((candidate) => candidate.kind === kind);
    if (test?.kind === kind) return `${kind} ${test.name}`;
  }
  return 'any';
}

function keysOf({ element }: Place): readonly string[] {
  const id = element.attributes.get('id');
  const classes = element.attributes.get('class')?.split(/\s+/).filter(Boolean) ?? [];
  return [
    ...(id ? [`id ${id}`] : []),
    ...new Set(classes.map((name) => `class ${name}`)),
    `type ${element.name}`,
    'any',
  ];
}
