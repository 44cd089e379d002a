import { FORCED, type Item } from '../../text/index.ts';
import type { Pt } from '../../units.ts';
import { ActiveNodes } from './active-nodes.ts';
import { type BreakOptions, type Measured, measureLine, Sums } from './line-sums.ts';

export type { BreakOptions } from './line-sums.ts';

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
 * A node is dropped once a line from it is too long for every later break, and passed over while a line from it is too
 * short at the tolerance: widths only grow, so both hold for all nodes before, or after, it, and the optimum is kept.
 */
export function breakLines(items: readonly Item[], options: BreakOptions): readonly BrokenLine[] | undefined {
  const sums = new Sums(items, options);
  const active = new ActiveNodes<Node>(START, sums, options);
  for (let index = 0; index < items.length; index++) {
    if (!isLegal(items, index, options)) continue;
    const dropped = active.dropTooLong(index);
    const best: (Node | undefined)[] = [undefined, undefined, undefined, undefined];
    active.forEachWithin(index, (node, line) => {
      const candidate = candidateAt(items, node, index, line, options);
      const rival = best[candidate.fitness];
      if (!rival || candidate.demerits < rival.demerits) best[candidate.fitness] = candidate;
    });
    if (isForced(items, index)) active.clear();
    for (const candidate of best) if (candidate) active.add(candidate);
    if (!active.isEmpty) continue;
    if (!options.acceptOverfull || !dropped) return undefined;
    // Nothing fits: the latest start sticks out least.
    const line = measureLine(sums, dropped, index, options);
    const candidate = candidateAt(items, dropped, index, { ...line, ratio: -1 }, options);
    active.add({ ...candidate, overfull: true, demerits: candidate.demerits + OVERFULL_DEMERITS });
  }
  const end = active.best((a, b) => a.demerits - b.demerits);
  return end ? trace(sums, end) : undefined;
}

/**
 * The least looseness that the loosest line must have in any legal set of breaks: a bottleneck shortest path over the
 * same lines that `breakLines` weighs. Infinite where every set holds an overfull line or passes the tolerance.
 */
export function leastLooseness(items: readonly Item[], options: BreakOptions): number {
  const sums = new Sums(items, options);
  const active = new ActiveNodes<{ index: number; worst: number }>({ index: -1, worst: 0 }, sums, options);
  let worst = Number.POSITIVE_INFINITY;
  for (let index = 0; index < items.length; index++) {
    if (!isLegal(items, index, options)) continue;
    active.dropTooLong(index);
    worst = Number.POSITIVE_INFINITY;
    active.forEachWithin(index, (node, line) => {
      worst = Math.min(worst, Math.max(node.worst, line.looseness));
    });
    if (isForced(items, index)) active.clear();
    if (worst < Number.POSITIVE_INFINITY) active.add({ index, worst });
  }
  return worst;
}

const START: Node = {
  index: -1,
  fitness: 1,
  demerits: 0,
  ratio: 0,
  natural: 0,
  overfull: false,
  flagged: false,
  previous: undefined,
};

const isForced = (items: readonly Item[], index: number): boolean => {
  const item = items[index];
  return item?.type === 'penalty' && item.cost === FORCED;
};

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
