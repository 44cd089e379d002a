import type { Lang } from '../../lang.ts';
import type { ElementNode } from '../types.ts';
import type { Compound, Selector, SimpleSelector } from './types.ts';

/** An element with what selectors ask of its surroundings. */
export interface Place {
  readonly element: ElementNode;
  readonly parent?: Place;
  /** The element before it under the same parent. */
  readonly previous?: Place;
  readonly last: boolean;
  readonly lang: Lang;
}

/** Whether an element is the subject of a selector (its pseudo-element aside). */
export const matches = (selector: Selector, place: Place): boolean =>
  matchesFrom(selector.compounds, selector.compounds.length - 1, place);

/** Matches compounds from right to left; a descendant or sibling combinator tries every candidate. */
function matchesFrom(compounds: readonly Compound[], index: number, place: Place): boolean {
  const compound = compounds[index]!;
  if (!compound.tests.every((test) => passes(test, place))) return false;
  if (index === 0) return true;
  switch (compound.combinator) {
    case '>':
      return place.parent !== undefined && matchesFrom(compounds, index - 1, place.parent);
    case '+':
      return place.previous !== undefined && matchesFrom(compounds, index - 1, place.previous);
    case '~':
      for (let at = place.previous; at; at = at.previous)
        if (matchesFrom(compounds, index - 1, at)) return true;
      return false;
    default:
      for (let at = place.parent; at; at = at.parent) if (matchesFrom(compounds, index - 1, at)) return true;
      return false;
  }
}

function passes(test: SimpleSelector, place: Place): boolean {
  const { element } = place;
  switch (test.kind) {
    case 'type':
      return element.name === test.name;
    case 'class':
      return hasWord(element.attributes.get('class'), test.name);
    case 'id':
      return element.attributes.get('id') === test.name;
    case 'attribute':
      return passesAttribute(test, element.attributes.get(test.name));
    case 'root':
      return place.parent === undefined;
    case 'first-child':
      return place.previous === undefined;
    case 'last-child':
      return place.last;
    case 'lang':
      return place.lang.toLowerCase() === test.range || place.lang.toLowerCase().startsWith(`${test.range}-`);
  }
}

function passesAttribute(
  { operator, value }: Extract<SimpleSelector, { kind: 'attribute' }>,
  actual: string | undefined,
): boolean {
  if (actual === undefined) return false;
  switch (operator) {
    case '=':
      return actual === value;
    case '^=':
      return value !== '' && actual.startsWith(value);
    case '~=':
      return hasWord(actual, value);
    case '|=':
      return actual === value || actual.startsWith(`${value}-`);
    default:
      return true;
  }
}

const hasWord = (list: string | undefined, word: string): boolean =>
  list?.split(/\s+/).includes(word) ?? false;
