import type { Diagnostic } from '../../diagnostics.ts';
import type { Cascade, Computed } from '../css/cascade.ts';
import type { BoxId, ComputedStyle, Origin } from '../types.ts';
import type { Labels } from './labels.ts';
import type { StyledElement } from './styled-element.ts';

/** What the builders of boxes share. */
export interface Builder {
  readonly cascade: Cascade;
  readonly labels: Labels;
  /** Ids of all elements, for links. */
  readonly anchors: ReadonlySet<string>;
  readonly report: (diagnostic: Diagnostic) => void;
  /** The next box number: boxes are made in document order. */
  nextId(): BoxId;
  /** Names of the page types met so far. */
  readonly pageNames: Set<string>;
}

/** Fields that every box of an element has. */
export function boxBase(builder: Builder, node: StyledElement) {
  const anchor = node.element.attributes.get('id');
  const { style } = node.computed;
  builder.pageNames.add(style.page);
  return {
    id: builder.nextId(),
    style,
    lang: node.lang,
    origin: originOf(node),
    classes: node.element.attributes.get('class')?.split(/\s+/).filter(Boolean) ?? [],
    ...(anchor !== undefined && { anchor }),
  };
}

/** The element's own place, or in the data the place of the nearest element around it that has one. */
export function originOf(node: StyledElement): Origin {
  const { origin } = node.element;
  for (let at = node.place.parent; !origin.model && at; at = at.parent)
    if (at.element.origin.model) return { ...origin, model: at.element.origin.model };
  return origin;
}

/** Where a fault of an element is shown: in the data file if it came from there, else in the markup. */
export function placeOf(node: StyledElement): Pick<Diagnostic, 'span'> {
  const { model, template } = originOf(node);
  const span = model ?? template;
  return span ? { span } : {};
}

const anonymousStyles = new WeakMap<Computed, ComputedStyle>();

/** Style of an anonymous block in a box: inherited values, the rest initial (CSS 2.2, section 9.2.1.1). */
export function anonymousStyle(builder: Builder, parent: Computed): ComputedStyle {
  let style = anonymousStyles.get(parent);
  if (!style) {
    style = { ...builder.cascade.fromDeclarations([], parent, 'element').style, display: 'block' };
    anonymousStyles.set(parent, style);
  }
  return style;
}
