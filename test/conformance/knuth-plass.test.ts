import { describe, expect, it } from 'vitest';
import { breakLines } from '../../src/layout/inline/knuth-plass.ts';
import { FINISHING, type Item } from '../../src/text/index.ts';
import { hasSuite, readSuite, readTable } from '../support/suites.ts';

const here = hasSuite('knuth-plass/frog-lines.tsv');
const INDENT = 18;

/** The printed paragraph as items, widths in 1/18 em; `words[i]` is the text of item i. */
function frog(): { items: readonly Item[]; words: readonly string[] } {
  const rows = readTable('knuth-plass/frog-widths.tsv');
  const find = (kind: string, what: string) => rows.find((row) => row.kind === kind && row.what === what);
  const width = (character: string) => Number(find('char', character)?.width);
  const items: Item[] = [{ type: 'box', width: INDENT, from: 0, to: 0 }];
  const words = [''];
  const push = (item: Item, text: string) => {
    items.push(item);
    words.push(text);
  };
  const text = readSuite('knuth-plass/frog-text.txt').trim();
  for (const part of text.split(/([ ~-])/)) {
    if (part === '~') push({ type: 'penalty', cost: 50, width: width('-'), flagged: true }, '');
    else if (part === '-') {
      push({ type: 'box', width: width('-'), from: 0, to: 0 }, '-');
      push({ type: 'penalty', cost: 50, width: 0, flagged: true }, '');
    } else if (part === ' ') {
      const last = words.at(-1)?.at(-1) ?? '';
      const row = find('space after', last) ?? find('space after', 'anything else');
      push(
        {
          type: 'glue',
          width: Number(row?.width),
          stretch: Number(row?.stretch),
          shrink: Number(row?.shrink),
          order: { stretch: 1, shrink: 2 },
          cluster: -1,
        },
        ' ',
      );
    } else if (part !== '') {
      const total = [...part].reduce((sum, character) => sum + width(character), 0);
      push({ type: 'box', width: total, from: 0, to: 0 }, part);
    }
  }
  return { items: [...items, ...FINISHING], words: [...words, '', '', ''] };
}

describe.skipIf(!here)('the frog prince as Knuth and Plass print it', () => {
  for (const [example, measure, tolerance] of [
    ['narrow', 390, 1],
    ['wide', 500, 1],
  ] as const) {
    it(`${example}: the same lines and ratios`, () => {
      const { items, words } = frog();
      const expected = readTable('knuth-plass/frog-lines.tsv').filter((row) => row.example === example);
      const width = Number(expected[1]?.width ?? measure);
      const lines = breakLines(items, {
        measure: width,
        tolerance,
        hyphens: true,
        dearest: Number.POSITIVE_INFINITY,
        extraStretch: 0,
        rigid: false,
        acceptOverfull: false,
        lastLine: () => 0,
      });
      const got = (lines ?? []).map(({ from, to }) => {
        const hyphen = items[to]?.type === 'penalty' && (items[to]?.width ?? 0) > 0;
        return words.slice(from, to).join('') + (hyphen ? '-' : '');
      });
      expect(got).toEqual(expected.map((row) => row.text));
      // The last line's ratio depends on the finishing glue only; ours is infinite.
      for (const [index, row] of expected.slice(0, -1).entries()) {
        if (row.adjustment_ratio !== '')
          expect(lines?.[index]?.ratio).toBeCloseTo(Number(row.adjustment_ratio), 2);
      }
    });
  }
});
