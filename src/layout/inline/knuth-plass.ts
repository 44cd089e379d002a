import { FORBIDDEN, FORCED, type Item } from '../../text/index.ts';
import type { Pt } from '../../units.ts';

/** How one run of the breaker is to judge lines. */
export interface BreakOptions {
  /** Line width in pt; the first line's indent is a box of the list. */
  readonly measure: Pt;
  /** Largest adjustment ratio of a line. */
  readonly tolerance: number;
  /** Whether flagged penalties (hyphens) are legal places. */
  readonly hyphens: boolean;
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
    if (!isLegal(items, index, options.hyphens)) continue;
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
      if (line.ratio < -1 || line.ratio > options.tolerance) continue;
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

interface Measured {
  readonly ratio: number;
  /** Too long for every later break as well: a hyphen's width, which only this break adds, is left out. */
  readonly tooLong: boolean;
  readonly natural: Pt;
}

/** Floating-point sums of exact lines may miss the measure by a hair. */
const EPSILON = 1e-6;

function measureLine(
  sums: Sums,
  items: readonly Item[],
  node: Node,
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
  if (Math.abs(need) < EPSILON) return { ratio: 0, tooLong, natural };
  if (need > 0) {
    const stretch = sums.stretch(from, index) + options.extraStretch;
    return { ratio: stretch > 0 ? need / stretch : Number.POSITIVE_INFINITY, tooLong, natural };
  }
  return { ratio: shrink > 0 ? need / shrink : Number.NEGATIVE_INFINITY, tooLong, natural };
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
function isLegal(items: readonly Item[], index: number, hyphens: boolean): boolean {
  const item = items[index] as Item;
  if (item.type === 'glue') return items[index - 1]?.type === 'box';
  if (item.type === 'box') return false;
  return item.cost < FORBIDDEN && (hyphens || !item.flagged);
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
  readonly #next: Int32Array;

  constructor(items: readonly Item[]) {
    const n = items.length;
    this.#width = new Float64Array(n + 1);
    this.#stretch = new Float64Array(n + 1);
    this.#shrink = new Float64Array(n + 1);
    this.#next = new Int32Array(n + 1).fill(n);
    for (let i = 0; i < n; i++) {
      const item = items[i] as Item;
      this.#width[i + 1] = (this.#width[i] ?? 0) + (item.type === 'penalty' ? 0 : item.width);
      this.#stretch[i + 1] = (this.#stretch[i] ?? 0) + (item.type === 'glue' ? item.stretch : 0);
      this.#shrink[i + 1] = (this.#shrink[i] ?? 0) + (item.type === 'glue' ? item.shrink : 0);
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

  width = (from: number, to: number): number =>
    (this.#width[to] ?? 0) - (this.#width[Math.min(from, to)] ?? 0);
  stretch = (from: number, to: number): number =>
    (this.#stretch[to] ?? 0) - (this.#stretch[Math.min(from, to)] ?? 0);
  shrink = (from: number, to: number): number =>
    (this.#shrink[to] ?? 0) - (this.#shrink[Math.min(from, to)] ?? 0);
}
