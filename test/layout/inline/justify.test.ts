import { describe, expect, it } from 'vitest';
import { justify } from '../../../src/layout/inline/justify.ts';
import { glueBetween, wordSpace } from '../../../src/text/glue.ts';
import type { Item } from '../../../src/text/index.ts';

/** Font size 10 pt: what each gap of a line gets beyond its natural width, in em. */
function given(need: number, ...kinds: ('han' | 'latin' | 'word')[]): number[] {
  const specs = {
    han: glueBetween('han', 'han', true)!,
    latin: glueBetween('han', 'latin', true)!,
    word: wordSpace(0.25),
  };
  const items = kinds.map((kind): Item => {
    const { width, stretch, shrink, order } = specs[kind];
    return {
      type: 'glue',
      width: width * 10,
      stretch: stretch * 10,
      shrink: shrink * 10,
      order,
      cluster: -1,
    };
  });
  const widths = justify(items, 0, items.length, need * 10);
  return items.map(
    (item, index) => ((widths.get(index) ?? 0) - (item.type === 'glue' ? item.width : 0)) / 10,
  );
}

const close = (actual: readonly number[], expected: readonly number[]): void => {
  expect(actual).toHaveLength(expected.length);
  for (const [index, value] of expected.entries()) expect(actual[index]).toBeCloseTo(value);
};

describe('the width that a line lacks', () => {
  it('goes to word spaces first', () => {
    close(given(0.2, 'han', 'latin', 'word'), [0, 0, 0.2]);
  });

  it('then to gaps between Han and Latin, up to a third of an em', () => {
    close(given(0.25 + 1 / 12, 'han', 'latin', 'word'), [0, 1 / 12, 0.25]);
  });

  it('then evenly to gaps between Han', () => {
    close(given(0.25 + 1 / 12 + 0.06, 'han', 'latin', 'word', 'han'), [0.03, 1 / 12, 0.25, 0.03]);
  });

  it('opens Han–Latin gaps as well once Han gaps are at their full stretch', () => {
    const full = 0.05 + 1 / 12;
    close(given(2 * full, 'han', 'latin'), [0.1, 2 / 12]);
  });

  it('leaves word spaces of a Chinese line at half an em', () => {
    close(given(0.25 + 0.5, 'han', 'word'), [0.5, 0.25]);
  });

  it('opens word spaces without cap where a line has nothing else', () => {
    close(given(1, 'word', 'word'), [0.5, 0.5]);
  });
});
