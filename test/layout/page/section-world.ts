import fc from 'fast-check';
import type { NoteRange, PageShape, Section, Unit } from '../../../src/layout/page/types.ts';

/** A note to be called: its lines, each with the notes called in it. */
export interface NoteSpec {
  readonly lines: readonly {
    readonly height: number;
    readonly before: number;
    readonly calls: readonly NoteSpec[];
  }[];
}

export interface UnitSpec extends Omit<Unit, 'notes'> {
  readonly calls: readonly NoteSpec[];
}

/** A section from nested specs, notes numbered in the order of their calls. */
export function sectionOf(
  specs: readonly UnitSpec[],
  shapes: readonly PageShape[],
  after: readonly number[] = shapes.map((_, index) => index),
): Section {
  const noteLines: Section['noteLines'][number][] = [];
  const notes: NoteRange[] = [];
  const add = ({ lines }: NoteSpec): void => {
    const start = noteLines.length;
    const index = notes.length;
    for (const { height, before, calls } of lines) noteLines.push({ height, before, calls: calls.length });
    const range = { start, end: noteLines.length, subtree: index + 1 };
    notes.push(range);
    for (const { calls } of lines) for (const call of calls) add(call);
    notes[index] = { ...range, subtree: notes.length };
  };
  const units = specs.map(({ calls, ...unit }) => {
    for (const call of calls) add(call);
    return { ...unit, notes: notes.length };
  });
  return { units, noteLines, notes, shapes, after, first: 0 };
}

export const unit = (spec: Partial<UnitSpec> = {}): UnitSpec => ({
  before: 0,
  height: 1,
  lines: 1,
  cost: 10,
  forced: false,
  calls: [],
  ...spec,
});

/** A note of plain lines of height 1. */
export const plainNote = (lines: number): NoteSpec => ({
  lines: Array.from({ length: lines }, () => ({ height: 1, before: 0, calls: [] })),
});

// ---------------------------------------------------------------- random sections

const noteSpec = (depth: number): fc.Arbitrary<NoteSpec> =>
  fc
    .array(
      fc.record({
        height: fc.constantFrom(1, 1, 1, 2),
        before: fc.constantFrom(0, 0, 1),
        calls: depth > 0 ? fc.array(noteSpec(depth - 1), { maxLength: 1 }) : fc.constant([]),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((lines) => ({ lines }));

const calls = fc.oneof(
  { weight: 3, arbitrary: fc.constant([] as NoteSpec[]) },
  { weight: 1, arbitrary: fc.array(noteSpec(0), { minLength: 1, maxLength: 2 }) },
  { weight: 1, arbitrary: fc.array(noteSpec(1), { minLength: 1, maxLength: 1 }) },
);

const unitSpec: fc.Arbitrary<UnitSpec> = fc.record({
  before: fc.constantFrom(0, 0, 1),
  height: fc.constantFrom(1, 1, 1, 2, 9),
  lines: fc.constantFrom(0, 1, 1),
  cost: fc.constantFrom(0, 10, 310, Number.POSITIVE_INFINITY),
  forced: fc.constantFrom(false, false, false, false, true),
  calls,
});

const shape: fc.Arbitrary<PageShape> = fc.record({
  height: fc.constantFrom(4, 5, 6, 8),
  separator: fc.constantFrom(0, 1),
});

/** Sections of at most `most` units; pages alternate between two shapes after a first one of its own. */
export const sections = (most: number): fc.Arbitrary<Section> =>
  fc
    .tuple(fc.array(unitSpec, { minLength: 1, maxLength: most }), fc.tuple(shape, shape, shape))
    .map(([units, shapes]) => sectionOf(units, shapes, [1, 2, 1]));
