import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BreakOptions, breakLines, leastLooseness } from '../../../src/layout/inline/knuth-plass.ts';
import { FINISHING, type Item } from '../../../src/text/index.ts';

const OPTIONS: BreakOptions = {
  measure: 30,
  tolerance: 2,
  hyphens: true,
  dearest: Number.POSITIVE_INFINITY,
  extraStretch: 0,
  rigid: false,
  acceptOverfull: false,
  lastLine: () => 0,
};

const box = (width: number): Item => ({ type: 'box', width, from: 0, to: 0 });
const glue = (width: number, stretch: number, shrink: number): Item => ({
  type: 'glue',
  width,
  stretch,
  shrink,
  order: { stretch: 3, shrink: 7 },
  cluster: -1,
});
const penalty = (cost: number, width = 0, flagged = false): Item => ({
  type: 'penalty',
  cost,
  width,
  flagged,
});

/** Legal places by the definition of Knuth & Plass, page 1128. */
const legal = (items: readonly Item[], at: number): boolean => {
  const item = items[at] as Item;
  if (item.type === 'glue') return items[at - 1]?.type === 'box';
  return item.type === 'penalty' && item.cost < Number.POSITIVE_INFINITY;
};

/** Demerits of a set of breaks, straight from the definitions, or none if a line is out of bounds. */
function judge(items: readonly Item[], breaks: readonly number[], options: BreakOptions): number | undefined {
  let total = 0;
  let after = -1;
  let fitness = 1;
  let flagged = false;
  for (const at of breaks) {
    let from = after + 1;
    const discarded = (item: Item | undefined) =>
      item?.type === 'glue' || (item?.type === 'penalty' && item.cost !== Number.NEGATIVE_INFINITY);
    while (from < items.length && discarded(items[from])) from += 1;
    let natural = 0;
    let stretch = options.extraStretch;
    let shrink = 0;
    for (const item of items.slice(Math.min(from, at), at)) {
      if (item.type !== 'penalty') natural += item.width;
      if (item.type === 'glue') {
        stretch += item.stretch;
        shrink += item.shrink;
      }
    }
    const end = items[at] as Item;
    if (end.type === 'penalty') natural += end.width;
    const need = options.measure - natural;
    const ratio =
      Math.abs(need) < 1e-6
        ? 0
        : need > 0
          ? stretch > 0
            ? need / stretch
            : Infinity
          : shrink > 0
            ? need / shrink
            : -Infinity;
    if (ratio < -1 || ratio > options.tolerance) return undefined;
    const cost = end.type === 'penalty' ? end.cost : 0;
    const badness = 100 * Math.abs(ratio) ** 3;
    if (cost >= 0) total += (1 + badness + cost) ** 2;
    else total += (1 + badness) ** 2 - (cost === Number.NEGATIVE_INFINITY ? 0 : cost ** 2);
    const own = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
    const isFlagged = end.type === 'penalty' && end.flagged;
    if (flagged && isFlagged) total += 10_000;
    if (Math.abs(own - fitness) > 1) total += 100;
    fitness = own;
    flagged = isFlagged;
    after = at;
  }
  return total;
}

/** Every set of legal breaks that takes the forced ones. */
function bestByForce(items: readonly Item[], options: BreakOptions): number | undefined {
  const places = items.map((_, at) => at).filter((at) => at < items.length - 1 && legal(items, at));
  let best: number | undefined;
  for (let set = 0; set < 1 << places.length; set++) {
    const breaks = places.filter((_, bit) => (set >> bit) & 1);
    const skipsForced = places.some((at) => {
      const item = items[at] as Item;
      return item.type === 'penalty' && item.cost === Number.NEGATIVE_INFINITY && !breaks.includes(at);
    });
    if (skipsForced) continue;
    const total = judge(items, [...breaks, items.length - 1], options);
    if (total !== undefined && (best === undefined || total < best)) best = total;
  }
  return best;
}

const item = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 2, max: 12 }).map(box) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 3 }))
      .map(([w, y, z]) => glue(w, y, Math.min(w, z))),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(0, 50, 300, -50, Infinity), fc.constantFrom(0, 2), fc.boolean())
      .map(([c, w, f]) => penalty(c, w, f)),
  },
);

describe('the line breaker', () => {
  it('finds the least demerits that any legal set of breaks has', () => {
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(15, 20, 30),
        (list, measure) => {
          const items = [...list, ...FINISHING];
          const options = { ...OPTIONS, measure };
          const lines = breakLines(items, options);
          const best = bestByForce(items, options);
          const found =
            lines &&
            judge(
              items,
              lines.map(({ to }) => to),
              options,
            );
          if (best === undefined) expect(lines).toBeUndefined();
          else expect(found).toBeCloseTo(best, 3);
        },
      ),
      { numRuns: 400, seed: 75234 },
    );
  });

  it('knows the least looseness that any legal set of breaks reaches', () => {
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 11 }),
        fc.constantFrom(15, 20, 30),
        (list, measure) => {
          const items = [...list, ...FINISHING];
          const options = { ...OPTIONS, measure, tolerance: Number.POSITIVE_INFINITY };
          const least = leastLooseness(items, options);
          const within = (tolerance: number) => bestByForce(items, { ...options, tolerance }) !== undefined;
          if (least < Number.POSITIVE_INFINITY) {
            expect(within(least + 1e-9)).toBe(true);
            if (least > 1e-6) expect(within(least - 1e-6)).toBe(false);
          } else expect(within(1e9)).toBe(false);
        },
      ),
      { numRuns: 300, seed: 75234 },
    );
  });

  it('always answers when overfull lines are accepted, and breaks only at legal places', () => {
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 3, max: 40 }),
        (list, measure) => {
          const items = [...list, ...FINISHING];
          const lines = breakLines(items, { ...OPTIONS, measure, tolerance: Infinity, acceptOverfull: true });
          expect(lines?.at(-1)?.to).toBe(items.length - 1);
          for (const { to } of lines ?? []) expect(legal(items, to)).toBe(true);
        },
      ),
      { numRuns: 300, seed: 75234 },
    );
  });
});
