import type { Token } from './tokens.ts';
import { border } from './values.ts';

/** What a shorthand stands for: each longhand with its own component values; none = not this syntax. */
export interface Shorthand {
  readonly name: string;
  readonly syntax: string;
  expand(
    tokens: readonly Token[],
  ): readonly (readonly [property: string, tokens: readonly Token[]])[] | undefined;
}

const SIDES = ['top', 'right', 'bottom', 'left'] as const;

/** One to four values for top, right, bottom, left (CSS 2.2, section 8.3). */
const fourSides = (name: string): Shorthand => ({
  name,
  syntax: `<‘${name}-top’>{1,4}`,
  expand(tokens) {
    const [top, right = top, bottom = top, left = right, ...rest] = tokens;
    if (!top || !right || !bottom || !left || rest.length > 0) return undefined;
    const values = { top, right, bottom, left };
    return SIDES.map((side) => [`${name}-${side}`, [values[side]]]);
  },
});

export const SHORTHANDS: readonly Shorthand[] = [
  fourSides('margin'),
  fourSides('padding'),
  {
    name: 'border',
    syntax: border.syntax,
    expand: (tokens) => SIDES.map((side) => [`border-${side}`, tokens]),
  },
  {
    name: 'text-decoration',
    syntax: 'none | underline',
    expand: (tokens) => [['text-decoration-line', tokens]],
  },
];

export const shorthandNamed = (name: string): Shorthand | undefined =>
  SHORTHANDS.find((shorthand) => shorthand.name === name);
