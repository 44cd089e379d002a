import { describe, expect, it } from 'vitest';
import { CLASSES, glueBetween, glueCell } from '../../src/text/glue.ts';

describe('the glue table', () => {
  it('is total: every class against every class', () => {
    const cells = CLASSES.flatMap((left) => CLASSES.map((right) => glueCell(left, right)));
    expect(cells).toHaveLength(CLASSES.length ** 2);
    for (const cell of cells) expect(['.', 'h', 'p', 'a', 'i']).toContain(cell);
  });

  it('puts nothing before a closing mark or after an opening one', () => {
    for (const right of ['close', 'comma', 'stop', 'lclose', 'lpause', 'mark'] as const)
      for (const left of CLASSES) if (left !== 'mark') expect(glueCell(left, right)).toBe('.');
    for (const left of ['open', 'lopen'] as const)
      for (const right of CLASSES) expect(glueCell(left, right)).toBe('.');
  });

  it('gives a note mark the gap that the text without it would have', () => {
    for (const right of CLASSES) if (right !== 'space') expect(glueCell('mark', right)).toMatch(/^[i.]$/);
  });

  it('shrinks brackets before pauses before stops', () => {
    const order = (left: 'close' | 'comma' | 'stop') => glueBetween(left, 'han', true)?.order.shrink ?? 0;
    expect(order('close')).toBeLessThan(order('comma'));
    expect(order('comma')).toBeLessThan(order('stop'));
  });

  it('sets a quarter em between Han and Latin, give or take (CLREQ 3.2.2)', () => {
    const gap = glueBetween('han', 'latin', true);
    expect(gap?.width).toBe(0.25);
    expect((gap?.width ?? 0) + (gap?.stretch ?? 0)).toBeCloseTo(1 / 3);
    expect((gap?.width ?? 0) - (gap?.shrink ?? 0)).toBeCloseTo(1 / 8);
    expect(glueBetween('han', 'latin', false)?.width).toBe(0);
  });
});
