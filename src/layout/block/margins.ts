import type { Pt } from '../../units.ts';
import type { Margin } from './types.ts';

export const NO_MARGIN: Margin = { most: 0, least: 0 };

/** A margin alone. */
export const marginOf = (length: Pt): Margin => ({ most: Math.max(0, length), least: Math.min(0, length) });

/** Two adjoining margins as one (CSS 2.2, 8.3.1). */
export const collapse = (a: Margin, b: Margin): Margin => ({
  most: Math.max(a.most, b.most),
  least: Math.min(a.least, b.least),
});

/** Used height of collapsed margins: the largest positive less the largest negative. */
export const marginHeight = ({ most, least }: Margin): Pt => most + least;
