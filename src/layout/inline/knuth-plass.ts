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

/** One line of the answer: items `from` (first after discarded glue) up to the break at `to`. */
export interface BrokenLine {
  readonly from: number;
  readonly to: number;
  readonly ratio: number;
  readonly naturalWidth: Pt;
  readonly overfull: boolean;
}

interface Node {
  readonly index: number;
  readonly fitness: 0 | 1 | 2 | 3;
  readonly demerits: number;
  readonly ratio: number;
  readonly natural: Pt;
  readonly overfull: boolean;
  readonly flagged: boolean;
  readonly previous: Node | undefined;
}

/** TeX's `\doublehyphendemerits` and a small `\adjdemerits`: Chinese lines differ in tightness far less than Latin ones. */
const DOUBLE_FLAG_DEMERITS = 10_000;
const FITNESS_DEMERITS = 100;
const OVERFULL_DEMERITS = 1e12;

/**
 * Breaks an item list into lines with the least total of demerits (Knuth & Plass 1981, "Breaking paragraphs into
 * lines", pages 1137–1165). `items` ends with a forced break. Returns none where no legal set of breaks stays
 * within the tolerance (never with `acceptOverfull`).
 *
 * A node is dropped once a line from it is too long for every later break: widths only grow, so the optimum is kept.
 */
export function breakLines(items: readonly Item[], options: BreakOptions): readonly BrokenLine[] | undefined {
  const sums = new Sums(items);
  const start: Node = {
    index: -1,
    fitness: 1,
    demerits: 0,
    ratio: 0,
    natural: 0,
    overfull: false,
    flagged: false,
    previous: undefined,
  };
  let active: Node[] = [start];
  for (let index = 0; index < items.length; index++) {
    if (!isLegal(items, index, options)) continue;
    const item = items[index] as Item;
    const forced = item.type === 'penalty' && item.cost === FORCED;
    const best: (Node | undefined)[] = [undefined, undefined, undefined, undefined];
    const kept: Node[] = [];
    let rescued: Node | undefined;
    for (const node of active) {
      const line = measureLine(sums, items, node, index, options);
      if (line.tooLong || forced) {
        // The latest start sticks out least.
        if (line.ratio < -1 && (!rescued || node.index > rescued.index)) rescued = node;
      } else kept.push(node);
      if (line.ratio < -1 || line.looseness > options.tolerance) continue;
      const candidate = candidateAt(items, node, index, line, options);
      const rival = best[candidate.fitness];
      if (!rival || candidate.demerits < rival.demerits) best[candidate.fitness] = candidate;
    }
    for (const candidate of best) if (candidate) kept.push(candidate);
    if (kept.length === 0) {
      if (!options.acceptOverfull || !rescued) return undefined;
      const line = measureLine(sums, items, rescued, index, options);
      const candidate = candidateAt(items, rescued, index, { ...line, ratio: -1 }, options);
      kept.push({ ...candidate, overfull: true, demerits: candidate.demerits + OVERFULL_DEMERITS });
    }
    active = kept;
  }
  const end = active.reduce<Node | undefined>((a, b) => (!a || b.demerits < a.demerits ? b : a), undefined);
  return end ? trace(sums, end) : undefined;
}

/**
 * The least looseness that the loosest line must have in any legal set of breaks: a bottleneck shortest path over the
 * same lines that `breakLines` weighs. Infinite where every set holds an overfull line.
 */
export function leastLooseness(items: readonly Item[], options: BreakOptions): number {
  const sums = new Sums(items);
  let active: { readonly index: number; readonly worst: number }[] = [{ index: -1, worst: 0 }];
  let answer = Number.POSITIVE_INFINITY;
  for (let index = 0; index < items.length; index++) {
    if (!isLegal(items, index, options)) continue;
    const item = items[index] as Item;
    const forced = item.type === 'penalty' && item.cost === FORCED;
    let worst = Number.POSITIVE_INFINITY;
    const kept: typeof active = [];
    for (const node of active) {
      const line = measureLine(sums, items, node, index, options);
      if (!line.tooLong && !forced) kept.push(node);
      if (line.ratio >= -1) worst = Math.min(worst, Math.max(node.worst, line.looseness));
    }
    if (worst < Number.POSITIVE_INFINITY) kept.push({ index, worst });
    active = kept;
    if (index === items.length - 1) answer = worst;
  }
  return answer;
}

interface Measured {
  readonly ratio: number;
  readonly looseness: number;
  /** Too long for every later break as well: a hyphen's width, which only this break adds, is left out. */
  readonly tooLong: boolean;
  readonly natural: Pt;
}

/** Floating-point sums of exact lines may miss the measure by a hair. */
const EPSILON = 1e-6;

function measureLine(
  sums: Sums,
  items: readonly Item[],
  node: Pick<Node, 'index'>,
  index: number,
  options: BreakOptions,
): Measured {
  const from = sums.firstAfter(node.index);
  const item = items[index] as Item;
  const own = item.type === 'penalty' ? item.width : 0;
  const natural = sums.width(from, index) + own;
  const need = options.measure - natural;
  const shrink = options.rigid ? 0 : sums.shrink(from, index);
  const tooLong = natural - own - shrink > options.measure + EPSILON;
  if (Math.abs(need) < EPSILON) return { ratio: 0, looseness: 0, tooLong, natural };
  if (need < 0) {
    const ratio = shrink > 0 ? need / shrink : Number.NEGATIVE_INFINITY;
    return { ratio, looseness: 0, tooLong, natural };
  }
  const even = sums.even(from, index) + options.extraStretch;
  const stretch = sums.stretch(from, index) + options.extraStretch;
  const ratio = stretch > 0 ? need / stretch : Number.POSITIVE_INFINITY;
  return { ratio, looseness: looseness(need, even, stretch), tooLong, natural };
}

/**
 * How loose a line looks once `justify` has spent: word spaces and Han–Latin gaps go to their caps first, so 1 means
 * that the even gaps are at their full stretch (0.05 em), 2 at twice that. Without even gaps it is the ratio.
 */
function looseness(need: Pt, even: Pt, stretch: Pt): number {
  if (even > 0) return Math.max(0, need - (stretch - even)) / even;
  return stretch > 0 ? need / stretch : Number.POSITIVE_INFINITY;
}

function candidateAt(
  items: readonly Item[],
  node: Node,
  index: number,
  line: Measured,
  options: BreakOptions,
): Node {
  const item = items[index] as Item;
  const cost = item.type === 'penalty' ? item.cost : 0;
  const flagged = item.type === 'penalty' && item.flagged;
  const badness = 100 * Math.abs(line.ratio) ** 3;
  let demerits =
    cost >= 0 ? (1 + badness + cost) ** 2 : (1 + badness) ** 2 - (cost === FORCED ? 0 : cost ** 2);
  const fitness = fitnessOf(line.ratio);
  if (flagged && node.flagged) demerits += DOUBLE_FLAG_DEMERITS;
  if (Math.abs(fitness - node.fitness) > 1) demerits += FITNESS_DEMERITS;
  if (index === items.length - 1) demerits += options.lastLine(line.natural);
  return {
    index,
    fitness,
    demerits: node.demerits + demerits,
    ratio: line.ratio,
    natural: line.natural,
    overfull: false,
    flagged,
    previous: node,
  };
}

const fitnessOf = (ratio: number): Node['fitness'] =>
  ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;

/** Glue is a place only after a box; a penalty unless it forbids (page 1128). */
function isLegal(items: readonly Item[], index: number, options: BreakOptions): boolean {
  const item = items[index] as Item;
  if (item.type === 'glue') return items[index - 1]?.type === 'box';
  if (item.type === 'box') return false;
  return item.cost < options.dearest && (options.hyphens || !item.flagged);
}

function trace(sums: Sums, end: Node): readonly BrokenLine[] {
  const lines: BrokenLine[] = [];
  for (let node: Node | undefined = end; node?.previous; node = node.previous) {
    lines.push({
      from: sums.firstAfter(node.previous.index),
      to: node.index,
      ratio: node.ratio,
      naturalWidth: node.natural,
      overfull: node.overfull,
    });
  }
  return lines.reverse();
}

/** Running totals, so that the width of any line is a difference. */
class Sums {
  readonly #width: Float64Array;
  readonly #stretch: Float64Array;
  readonly #shrink: Float64Array;
  readonly #even: Float64Array;
  readonly #next: Int32Array;

  constructor(items: readonly Item[]) {
    const n = items.length;
    this.#width = new Float64Array(n + 1);
    this.#stretch = new Float64Array(n + 1);
    this.#shrink = new Float64Array(n + 1);
    this.#even = new Float64Array(n + 1);
    this.#next = new Int32Array(n + 1).fill(n);
    for (let i = 0; i < n; i++) {
      const item = items[i] as Item;
      this.#width[i + 1] = (this.#width[i] ?? 0) + (item.type === 'penalty' ? 0 : item.width);
      this.#stretch[i + 1] = (this.#stretch[i] ?? 0) + (item.type === 'glue' ? item.stretch : 0);
      this.#shrink[i + 1] = (this.#shrink[i] ?? 0) + (item.type === 'glue' ? item.shrink : 0);
      const isEven = item.type === 'glue' && item.order.stretch === 3;
      this.#even[i + 1] = (this.#even[i] ?? 0) + (isEven ? item.stretch : 0);
    }
    for (let i = n - 1; i >= 0; i--) {
      const item = items[i] as Item;
      const stays = item.type === 'box' || (item.type === 'penalty' && item.cost === FORCED);
      this.#next[i] = stays ? i : (this.#next[i + 1] ?? n);
    }
  }

  /** First item of a line that begins after a break at `index`: glue and penalties after a break vanish. */
  firstAfter(index: number): number {
    return this.#next[index + 1] ?? index + 1;
  }

  width = (from: number, to: number): Pt => difference(this.#width, from, to);
  stretch = (from: number, to: number): Pt => difference(this.#stretch, from, to);
  shrink = (from: number, to: number): Pt => difference(this.#shrink, from, to);
  /** Stretch of the glue that gives last and alike: the gaps between Han characters. */
  even = (from: number, to: number): Pt => difference(this.#even, from, to);
}

/** A line may begin after its end where everything in it vanished: then it is empty. */
const difference = (sums: Float64Array, from: number, to: number): number =>
  (sums[to] ?? 0) - (sums[Math.min(from, to)] ?? 0);
