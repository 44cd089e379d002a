import { FORCED, type Item } from '../../text/index.ts';
import type { Pt } from '../../units.ts';

/** How one run of the breaker is to judge lines. */
export interface BreakOptions {
  /** Line width in pt; the first line's indent is a box of the list. */
  readonly measure: Pt;
  /** Largest looseness of a line, see `looseness`. */
  readonly tolerance: number;
  /** Whether flagged penalties (hyphens) are legal places. */
  readonly hyphens: boolean;
  /** Places that cost as much or more are not legal. */
  readonly dearest: number;
  /** Stretch in pt added to each line: emergency stretch, or the right margin of ragged text. */
  readonly extraStretch: Pt;
  /** No glue shrinks: ragged text keeps natural spaces. */
  readonly rigid: boolean;
  /** Set a line that fits nowhere instead of giving up. */
  readonly acceptOverfull: boolean;
  /** Demerits of a last line by its natural width in pt. */
  readonly lastLine: (width: Pt) => number;
}

/** A line from one break to another. */
export interface Measured {
  readonly ratio: number;
  readonly looseness: number;
  readonly natural: Pt;
}

/** Floating-point sums of exact lines may miss the measure by a hair. */
const EPSILON = 1e-6;

/** Too long for every later break as well: a hyphen's width, which only this break adds, is left out. */
export function isTooLong(
  sums: Sums,
  node: { readonly index: number },
  index: number,
  options: BreakOptions,
): boolean {
  const from = sums.firstAfter(node.index);
  const shrink = options.rigid ? 0 : sums.shrink(from, index);
  return sums.width(from, index) - shrink > options.measure + EPSILON;
}

export function measureLine(
  sums: Sums,
  node: { readonly index: number },
  index: number,
  options: BreakOptions,
): Measured {
  const from = sums.firstAfter(node.index);
  const natural = sums.width(from, index) + sums.ownWidth(index);
  const need = options.measure - natural;
  if (Math.abs(need) < EPSILON) return { ratio: 0, looseness: 0, natural };
  if (need < 0) {
    const shrink = options.rigid ? 0 : sums.shrink(from, index);
    return { ratio: shrink > 0 ? need / shrink : Number.NEGATIVE_INFINITY, looseness: 0, natural };
  }
  const extra = options.extraStretch;
  const stretch = sums.stretch(from, index) + extra;
  const ratio = stretch > 0 ? need / stretch : Number.POSITIVE_INFINITY;
  const loose = looseness(need, stretch, sums.gaps(from, index) + extra, sums.even(from, index) + extra);
  return { ratio, looseness: loose, natural };
}

/**
 * How loose a line looks once `justify` has spent: word spaces and Han–Latin gaps go to their caps first, so 1 means
 * that the even gaps are at their full stretch (0.05 em) too, 2 at twice that. In a line of Latin words it is the ratio.
 */
function looseness(need: Pt, stretch: Pt, gaps: Pt, even: Pt): number {
  if (need > stretch && gaps > 0) return 1 + (need - stretch) / gaps;
  if (even > 0) return Math.max(0, need - (stretch - even)) / even;
  return stretch > 0 ? need / stretch : Number.POSITIVE_INFINITY;
}

/** Running totals, so that the width of any line is a difference. */
export class Sums {
  readonly #items: readonly Item[];
  readonly #width: Float64Array;
  readonly #stretch: Float64Array;
  readonly #shrink: Float64Array;
  readonly #gaps: Float64Array;
  readonly #even: Float64Array;
  /** Width at the tolerance; empty where it does not rise all along (negative widths) or the tolerance is infinite. */
  readonly #reach: Float64Array | undefined;
  readonly #slack: Pt;
  readonly #next: Int32Array;

  constructor(items: readonly Item[], options: BreakOptions) {
    const n = items.length;
    this.#items = items;
    this.#width = new Float64Array(n + 1);
    this.#stretch = new Float64Array(n + 1);
    this.#shrink = new Float64Array(n + 1);
    this.#gaps = new Float64Array(n + 1);
    this.#even = new Float64Array(n + 1);
    this.#next = new Int32Array(n + 1).fill(n);
    const { tolerance } = options;
    const reach = new Float64Array(n + 1);
    let rises = tolerance < Number.POSITIVE_INFINITY;
    for (let i = 0; i < n; i++) {
      const item = items[i] as Item;
      const glue = item.type === 'glue' ? item : undefined;
      const width = item.type === 'penalty' ? 0 : item.width;
      const even = glue?.order.stretch === 3 ? glue.stretch : 0;
      const gap = glue && glue.order.stretch !== 1 ? glue.stretch : 0;
      const capped = (glue?.stretch ?? 0) - even;
      if (width < 0) rises = false;
      this.#width[i + 1] = (this.#width[i] as number) + width;
      this.#stretch[i + 1] = (this.#stretch[i] as number) + (glue?.stretch ?? 0);
      this.#shrink[i + 1] = (this.#shrink[i] as number) + (glue?.shrink ?? 0);
      this.#gaps[i + 1] = (this.#gaps[i] as number) + gap;
      this.#even[i + 1] = (this.#even[i] as number) + even;
      reach[i + 1] = (reach[i] as number) + width + even * tolerance + capped * Math.max(1, tolerance);
    }
    this.#reach = rises ? reach : undefined;
    this.#slack = options.extraStretch * tolerance + EPSILON;
    for (let i = n - 1; i >= 0; i--) {
      const item = items[i] as Item;
      const stays = item.type === 'box' || (item.type === 'penalty' && item.cost === FORCED);
      this.#next[i] = stays ? i : (this.#next[i + 1] as number);
    }
  }

  /** First item of a line that begins after a break at `index`: glue and penalties after a break vanish. */
  firstAfter(index: number): number {
    return this.#next[index + 1] ?? index + 1;
  }

  /** Width that only a break at `index` adds: a hyphen's. */
  ownWidth(index: number): Pt {
    const item = this.#items[index];
    return item?.type === 'penalty' ? item.width : 0;
  }

  /** Whether a line from a break to another, and from every later one, stays short of the measure at the tolerance. */
  isTooShort(after: number, index: number, measure: Pt): boolean {
    const reach = this.#reach;
    if (!reach) return false;
    return difference(reach, this.firstAfter(after), index) + this.ownWidth(index) + this.#slack < measure;
  }

  width(from: number, to: number): Pt {
    return difference(this.#width, from, to);
  }

  stretch(from: number, to: number): Pt {
    return difference(this.#stretch, from, to);
  }

  shrink(from: number, to: number): Pt {
    return difference(this.#shrink, from, to);
  }

  /** Stretch of the glue that goes on giving where all is at its full stretch: every gap but word spaces. */
  gaps(from: number, to: number): Pt {
    return difference(this.#gaps, from, to);
  }

  /** Stretch of the glue that gives last and alike: the gaps between Han characters. */
  even(from: number, to: number): Pt {
    return difference(this.#even, from, to);
  }
}

/** A line may begin after its end where everything in it vanished: then it is empty. */
const difference = (sums: Float64Array, from: number, to: number): number =>
  (sums[to] as number) - (sums[Math.min(from, to)] as number);
