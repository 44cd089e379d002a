import { describe, expect, test } from 'vitest';
import { lineItems } from '../../../src/layout/block/lines.ts';
import type { LineFragment } from '../../../src/layout/inline/types.ts';

const glyphs = (
  text: string,
  x: number,
  more: Partial<Extract<LineFragment, { kind: 'text' }>> = {},
): LineFragment => ({
  kind: 'text',
  x,
  rise: 0,
  run: {
    face: 'square',
    size: 10,
    glyphs: Uint16Array.of(1),
    x: Float64Array.of(0),
    width: 10,
    text,
    clusters: Uint32Array.of(0),
  },
  color: [0, 0, 0],
  lang: 'zh-Hans',
  leaf: 3,
  underline: false,
  origins: [],
  ...more,
});

describe('pieces of a line', () => {
  test('are drawn from left to right: a number in the margin before the words beside it', () => {
    const items = lineItems([glyphs('南南合作', 0), glyphs('75/234.', -40)], 100, 8);
    expect(items.map((item) => item.kind === 'text' && [item.run.text, item.x, item.y])).toEqual([
      ['75/234.', 60, 8],
      ['南南合作', 100, 8],
    ]);
  });

  test('rise above the baseline', () => {
    expect(lineItems([glyphs('1', 0, { rise: 3 })], 0, 8)).toMatchObject([{ y: 5 }]);
  });

  test('without a leaf are artifacts', () => {
    expect(lineItems([glyphs('1', 0, { leaf: -1 })], 0, 8)[0]).not.toHaveProperty('leaf');
  });

  test('keep link and replacement text', () => {
    expect(lineItems([glyphs('-', 0, { link: 5, actualText: '\u00ad' })], 0, 8)).toMatchObject([
      { link: 5, actualText: '\u00ad' },
    ]);
  });

  test('that are underlined have a rule below the baseline as long as they', () => {
    const [, rule] = lineItems([glyphs('a', 5, { underline: true })], 0, 8);
    expect(rule).toEqual({ kind: 'rule', x: 5, y: 9.2, width: 10, height: 0.5, color: [0, 0, 0] });
  });

  test('may be the target of links', () => {
    expect(lineItems([{ kind: 'anchor', name: 'op1', x: 5 }], 10, 8)).toEqual([
      { kind: 'anchor', name: 'op1', x: 15, y: 8 },
    ]);
  });
});
