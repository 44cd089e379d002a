import { isChinese } from '../lang.ts';
import type { Em, Pt } from '../units.ts';
import { type GlueSpec, glueBetween, wordSpace } from './glue.ts';
import { LINE_SEPARATOR } from './paragraph.ts';
import type { Shaped } from './shape.ts';
import {
  type CharClass,
  type Cluster,
  FORBIDDEN,
  type GlueOrder,
  type Item,
  type Paragraph,
} from './types.ts';

const SOFT_HYPHEN = '\u00ad';
/** TeX's `\hyphenpenalty`. */
const HYPHEN_COST = 50;
const NEUTRAL: GlueOrder = { stretch: 3, shrink: 7 };

/**
 * Boxes, glue and penalties of a paragraph (Knuth & Plass 1981), without the finishing items.
 * A place where a line may end is a penalty (with its cost) before the glue that vanishes there; clusters between
 * which nothing can happen share one box.
 * @param indent first-line indent in pt, a box of its own
 */
export function buildItems(paragraph: Paragraph, shaped: Shaped, costs: Float64Array, indent: Pt): Item[] {
  const builder = new ItemBuilder(paragraph, shaped, costs);
  if (indent !== 0) builder.items.push({ type: 'box', width: indent, from: 0, to: 0 });
  builder.run();
  return builder.items;
}

class ItemBuilder {
  readonly items: Item[] = [];
  readonly #paragraph: Paragraph;
  readonly #shaped: Shaped;
  readonly #costs: Float64Array;
  #boxFrom = 0;
  #boxWidth = 0;

  constructor(paragraph: Paragraph, shaped: Shaped, costs: Float64Array) {
    this.#paragraph = paragraph;
    this.#shaped = shaped;
    this.#costs = costs;
  }

  run(): void {
    const { clusters } = this.#shaped;
    // Class to the left of the next gap: a note mark leaves that of the text before it in force.
    let left: CharClass = 'object';
    let markWidth = 0;
    for (let index = 0; index < clusters.length; index++) {
      const cluster = clusters[index] as Cluster;
      const next = clusters[index + 1];
      if (cluster.cls === 'space') {
        this.#closeBox(index);
        this.#space(cluster, index, left, next);
        this.#boxFrom = index + 1;
        left = 'space';
        markWidth = 0;
        continue;
      }
      this.#boxWidth += cluster.width;
      if (cluster.cls === 'mark') markWidth += cluster.width;
      else {
        left = cluster.cls;
        markWidth = 0;
      }
      if (cluster.text === LINE_SEPARATOR && next) {
        this.#closeBox(index + 1);
        this.items.push(...FINISHING);
        left = 'object';
        continue;
      }
      if (!next || next.cls === 'space') continue;
      const cost = this.#costs[next.start] ?? FORBIDDEN;
      if (cluster.text === SOFT_HYPHEN && cost < FORBIDDEN && next.cls === 'latin') {
        this.#hyphen(index);
        continue;
      }
      const spec =
        next.cls === 'mark'
          ? undefined
          : this.#trimmed(glueBetween(left, next.cls, this.#autospace(cluster, next)), cluster, next);
      const size = cluster.cls === 'mark' ? this.#paragraph.style.fontSize : cluster.size;
      this.#gap(index, spec && besideMark(spec, markWidth / size), cost, size);
    }
    this.#closeBox(clusters.length);
  }

  #autospace(left: Cluster, right: Cluster): boolean {
    const run = this.#paragraph.runs[left.run >= 0 ? left.run : right.run];
    return run?.style.textAutospace !== 'no-autospace';
  }

  /** `text-spacing-trim: space-all` leaves each mark its full em, so no glue stands for a half. */
  #trimmed(spec: GlueSpec | undefined, left: Cluster, right: Cluster): GlueSpec | undefined {
    if (spec?.width !== 0.5) return spec;
    const run = this.#paragraph.runs[left.run >= 0 ? left.run : right.run];
    return run?.style.textSpacingTrim === 'space-all' ? { ...spec, width: 0, shrink: 0 } : spec;
  }

  #closeBox(to: number): void {
    if (to > this.#boxFrom) this.items.push({ type: 'box', width: this.#boxWidth, from: this.#boxFrom, to });
    this.#boxFrom = to;
    this.#boxWidth = 0;
  }

  #gap(index: number, spec: GlueSpec | undefined, cost: number, size: Pt): void {
    if (!spec && cost === FORBIDDEN) return;
    this.#closeBox(index + 1);
    this.items.push({ type: 'penalty', cost, width: 0, flagged: false });
    if (spec) this.items.push(scaled(spec, size, -1));
  }

  #hyphen(index: number): void {
    const hyphen = this.#shaped.hyphens.get(index);
    const width = hyphen?.width ?? 0;
    this.#closeBox(index + 1);
    this.items.push({ type: 'penalty', cost: HYPHEN_COST, width, flagged: true, insert: index });
  }

  /** A blank between Han and Latin is the gap itself; elsewhere a word space. A line may end after it (UAX #14 LB18). */
  #space(cluster: Cluster, index: number, left: CharClass, next: Cluster | undefined): void {
    const cost = next ? (this.#costs[next.start] ?? FORBIDDEN) : FORBIDDEN;
    const flexible = this.#spaceSpec(cluster, left, next);
    // A blank inside a number or symbol (57/270 B) is part of it and neither stretches nor shrinks.
    const rigid = cost === FORBIDDEN && left === 'latin' && next?.cls === 'latin' && cluster.text === ' ';
    const spec = rigid ? { ...flexible, stretch: 0, shrink: 0 } : flexible;
    this.items.push({ type: 'penalty', cost, width: 0, flagged: false });
    this.items.push(scaled(spec, cluster.size, index));
  }

  #spaceSpec(cluster: Cluster, left: CharClass, next: Cluster | undefined): GlueSpec {
    const natural = cluster.width / cluster.size;
    const lang = this.#paragraph.runs[cluster.run]?.lang ?? this.#paragraph.lang;
    const pair = next && isChinese(lang) ? glueBetween(left, next.cls, true) : undefined;
    return pair && pair.width > 0 ? pair : wordSpace(natural);
  }
}

/** Least gap between a note mark that stands in a free half and the text after it, in em. */
const AFTER_MARK = 1 / 8;

/**
 * A note mark after a full-width mark stands in its free half: what is left of the half em follows the note mark, so
 * the em grid holds and no hole gapes between mark and text.
 */
function besideMark(spec: GlueSpec, markWidth: Em): GlueSpec {
  if (markWidth === 0 || spec.width !== 0.5) return spec;
  const width = Math.max(AFTER_MARK, spec.width - markWidth);
  return { ...spec, width, shrink: Math.min(spec.shrink, width - AFTER_MARK) };
}

function scaled(spec: GlueSpec, size: Pt, cluster: number): Item {
  return {
    type: 'glue',
    width: spec.width * size,
    stretch: spec.stretch * size,
    shrink: spec.shrink * size,
    order: spec.order,
    cluster,
  };
}

/** Items that end a paragraph or a forced line: the line before may end short. */
export const FINISHING: readonly Item[] = [
  { type: 'penalty', cost: FORBIDDEN, width: 0, flagged: false },
  { type: 'glue', width: 0, stretch: 1e6, shrink: 0, order: NEUTRAL, cluster: -1 },
  { type: 'penalty', cost: Number.NEGATIVE_INFINITY, width: 0, flagged: false },
];
