import type { Pt } from '../../units.ts';
import type { NoteLine, Section } from './types.ts';

/** Prefix sums of a section: heights, lines and calls of any stretch at once. */
export interface Sums {
  /** Height of units [from, to), the space above the first dropped. */
  body(from: number, to: number): Pt;
  /** Height of note lines [from, to), the space above the first dropped. */
  notes(from: number, to: number): Pt;
  /** Lines of text in units [from, to). */
  lines(from: number, to: number): number;
  /** Notes called in note lines [from, to). */
  calls(from: number, to: number): number;
  /** Position after the last line of the notes due when units [0, to) stand. */
  due(to: number): number;
}

export function sumsOf({ units, noteLines, notes }: Section): Sums {
  const body = prefix(units.map(({ before, height }) => before + height));
  const area = prefix(noteLines.map(({ before, height }) => before + height));
  const lines = prefix(units.map((unit) => unit.lines));
  const calls = prefix(noteLines.map((line: NoteLine) => line.calls));
  const between = (sums: readonly number[], from: number, to: number): number =>
    (sums[to] ?? 0) - (sums[from] ?? 0);
  return {
    body: (from, to) => (to > from ? between(body, from, to) - (units[from]?.before ?? 0) : 0),
    notes: (from, to) => (to > from ? between(area, from, to) - (noteLines[from]?.before ?? 0) : 0),
    lines: (from, to) => between(lines, from, to),
    calls: (from, to) => between(calls, from, to),
    due: (to) => notes[(units[to - 1]?.notes ?? 0) - 1]?.end ?? 0,
  };
}

function prefix(values: readonly number[]): readonly number[] {
  const sums = [0];
  let sum = 0;
  for (const value of values) {
    sum += value;
    sums.push(sum);
  }
  return sums;
}
