import type { Source, Span } from '../../source.ts';

/** One test on one element (Selectors 4, section 3.1). */
export type SimpleSelector =
  | { readonly kind: 'type'; readonly name: string }
  | { readonly kind: 'class'; readonly name: string }
  | { readonly kind: 'id'; readonly name: string }
  | {
      readonly kind: 'attribute';
      readonly name: string;
      /** None = the attribute is there. */
      readonly operator?: '=' | '^=' | '~=' | '|=';
      readonly value: string;
    }
  | { readonly kind: 'root' | 'first-child' | 'last-child' }
  | { readonly kind: 'lang'; readonly range: string };

export type Combinator = ' ' | '>' | '+' | '~';

/** A compound selector and how it stands to the one before it; the first of a selector has no combinator. */
export interface Compound {
  readonly combinator?: Combinator;
  readonly tests: readonly SimpleSelector[];
}

export type PseudoElement = 'before' | 'after' | 'marker' | 'footnote-call' | 'footnote-marker';

export interface Selector {
  readonly compounds: readonly Compound[];
  readonly pseudo?: PseudoElement;
  /** Specificity as one number: ids × 10⁶ + classes × 10³ + types. */
  readonly specificity: number;
  readonly span: Span;
}

/**
 * A declaration. `value` is what the property's syntax read; a value with `var()` waits as text, under its property or
 * shorthand as written.
 */
export type Declaration =
  | { readonly kind: 'value'; readonly property: string; readonly value: unknown; readonly span: Span }
  | {
      readonly kind: 'wide';
      readonly property: string;
      readonly keyword: 'inherit' | 'initial';
      readonly span: Span;
    }
  | { readonly kind: 'pending'; readonly property: string; readonly text: string; readonly span: Span }
  | { readonly kind: 'variable'; readonly name: string; readonly text: string; readonly span: Span };

export interface Rule {
  readonly selector: Selector;
  readonly declarations: readonly Declaration[];
}

/** `@page name:first`, with its margin boxes and note area (Paged Media 3, GCPM 3). */
export interface PageRule {
  readonly name: string;
  readonly first: boolean;
  readonly side?: 'left' | 'right';
  readonly declarations: readonly Declaration[];
  readonly boxes: readonly { readonly name: string; readonly declarations: readonly Declaration[] }[];
  readonly footnote: readonly Declaration[];
  readonly span: Span;
}

/** `@counter-style` (CSS Counter Styles 3): a predefined algorithm with its own prefix and suffix. */
export interface CounterStyle {
  readonly name: string;
  /** The counter style it extends. */
  readonly extends: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** One parsed style sheet. Rules keep the order of the source; a selector list makes one rule a selector. */
export interface StyleSheet {
  readonly source: Source;
  readonly rules: readonly Rule[];
  readonly pages: readonly PageRule[];
  readonly counterStyles: readonly CounterStyle[];
}
