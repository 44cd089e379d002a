import { describe, expect, test } from 'vitest';
import { shareWidths } from '../../../src/layout/page/margin-widths.ts';

const auto = (natural: number) => ({ natural, asked: 'auto' as const });
const fixed = (asked: number) => ({ natural: 1, asked });

// CSS Paged Media 3, 5.3.
describe('boxes along an edge share its width', () => {
  test('one alone has all of it', () => {
    expect(shareWidths(100, auto(20), undefined, undefined)).toEqual({ start: { x: 0, width: 100 } });
    expect(shareWidths(100, undefined, undefined, auto(20))).toEqual({ end: { x: 0, width: 100 } });
  });

  test('two share what is left over by their natural widths', () => {
    expect(shareWidths(100, auto(10), undefined, auto(40))).toEqual({
      start: { x: 0, width: 20 },
      end: { x: 20, width: 80 },
    });
  });

  test('two that are too wide give way in the same proportion', () => {
    expect(shareWidths(100, auto(50), undefined, auto(150))).toEqual({
      start: { x: 0, width: 25 },
      end: { x: 25, width: 75 },
    });
  });

  test('the centre box stays in the centre, whatever stands beside it', () => {
    const { start, center, end } = shareWidths(100, auto(30), auto(20), auto(10));
    expect(center).toEqual({ x: 37.5, width: 25 });
    expect(start).toEqual({ x: 0, width: 37.5 });
    expect(end).toEqual({ x: 62.5, width: 37.5 });
  });

  test('a width of its own is kept', () => {
    expect(shareWidths(100, fixed(30), undefined, auto(10))).toEqual({
      start: { x: 0, width: 30 },
      end: { x: 30, width: 70 },
    });
    expect(shareWidths(100, auto(10), undefined, fixed(30))).toEqual({
      start: { x: 0, width: 70 },
      end: { x: 70, width: 30 },
    });
    expect(shareWidths(100, undefined, fixed(40), undefined)).toEqual({ center: { x: 30, width: 40 } });
  });

  test('two without text have half each', () => {
    expect(shareWidths(100, auto(0), undefined, auto(0))).toEqual({
      start: { x: 0, width: 50 },
      end: { x: 50, width: 50 },
    });
  });
});
