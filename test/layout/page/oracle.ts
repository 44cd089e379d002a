import type { PageShape, Section } from '../../../src/layout/page/types.ts';

/**
 * The page recipe as its text says it (anchors C3), by trying everything: heights added up line by line, each place to
 * cut a note tested against the rule, every way through the section followed to its end.
 */
export function leastCost(section: Section): number {
  const go = (unit: number, note: number, kind: number): number => {
    if (unit === section.units.length && note === section.noteLines.length) return 0;
    const shape = section.shapes[kind] as PageShape;
    return Math.min(
      ...pagesAt(section, unit, note, shape).map(
        (page) => page.cost + go(page.to, page.notesTo, section.after[kind] as number),
      ),
    );
  };
  return go(0, 0, section.first);
}

interface TriedPage {
  readonly to: number;
  readonly notesTo: number;
  readonly cost: number;
  readonly empty: number;
  readonly ends: boolean;
  /** No widow or orphan is made. */
  readonly whole: boolean;
}

const square = (x: number): number => x * x;
const badness = (empty: number, height: number): number => 100 * ((4 * empty) / height) ** 3;

function pagesAt(section: Section, unit: number, note: number, shape: PageShape): readonly TriedPage[] {
  const allowed = bodies(section, unit, note, shape, false);
  if (allowed.length > 0) return window(allowed, shape);
  if (note < dueLines(section, unit)) return [alone(section, unit, note, shape)];
  const relaxed = bodies(section, unit, note, shape, true);
  if (relaxed.length > 0) return window(relaxed, shape);
  return [forced(section, unit, note, shape)];
}

function bodies(
  section: Section,
  from: number,
  note: number,
  shape: PageShape,
  relaxed: boolean,
): TriedPage[] {
  const { units } = section;
  const found: TriedPage[] = [];
  for (let to = from + 1; to <= units.length; to++) {
    const last = units[to - 1]!;
    const stop = last.forced || to === units.length;
    const room = shape.height - bodyHeight(section, from, to);
    if (room < 0) break;
    if (stop || Number.isFinite(last.cost) || relaxed) {
      const due = dueLines(section, to);
      const fits = (upTo: number): boolean => noteHeight(section, shape, note, upTo) <= room;
      const cuts = fits(due) ? [due] : legalCuts(section, note, to).filter(fits);
      if (cuts.length > 0) {
        const notesTo = Math.max(...cuts);
        const empty = room - noteHeight(section, shape, note, notesTo);
        const lines = units.slice(from, to).reduce((sum, next) => sum + next.lines, 0);
        const opens = from === 0 || units[from - 1]!.forced;
        const breakCost =
          (stop ? 0 : Number.isFinite(last.cost) ? last.cost : 1_000_000) +
          (notesTo < due ? 100 : 0) +
          (stop && !opens && lines < 3 ? 500 : 0);
        const cost = square(1 + (stop ? 0 : badness(empty, shape.height)) + breakCost);
        found.push({
          to,
          notesTo,
          cost,
          empty,
          ends: stop && notesTo === due,
          whole: stop || last.cost < 300,
        });
      }
    }
    if (last.forced) break;
  }
  return found;
}

function window(pages: readonly TriedPage[], shape: PageShape): readonly TriedPage[] {
  const near = pages.filter(({ empty, ends }) => ends || empty <= 0.3 * shape.height + 1e-9);
  if (near.some(({ whole }) => whole)) return near;
  const fullest = (some: readonly TriedPage[]): readonly TriedPage[] =>
    [...some].sort((a, b) => a.empty - b.empty).slice(0, 1);
  const outside = near.length > 0 ? [] : fullest(pages);
  return [...near, ...outside, ...fullest(pages.filter(({ whole }) => whole))];
}

function alone(section: Section, unit: number, note: number, shape: PageShape): TriedPage {
  const due = dueLines(section, unit);
  const fits = (upTo: number): boolean => noteHeight(section, shape, note, upTo) <= shape.height;
  const page = (notesTo: number, cost: number): TriedPage => ({
    to: unit,
    notesTo,
    cost,
    empty: 0,
    ends: false,
    whole: true,
  });
  const slack = (upTo: number): number =>
    badness(shape.height - noteHeight(section, shape, note, upTo), shape.height);
  if (fits(due)) return page(due, square(1 + (unit === section.units.length ? 0 : slack(due))));
  const cuts = legalCuts(section, note, unit).filter(fits);
  if (cuts.length > 0) return page(Math.max(...cuts), square(1 + slack(Math.max(...cuts)) + 100));
  return page(Math.max(note + 1, filled(note, due, fits)), square(1 + 1_000_000));
}

function forced(section: Section, unit: number, note: number, shape: PageShape): TriedPage {
  const to = unit + 1;
  const room = shape.height - bodyHeight(section, unit, to);
  const notesTo = filled(
    note,
    dueLines(section, to),
    (upTo) => noteHeight(section, shape, note, upTo) <= room,
  );
  return { to, notesTo, cost: square(1 + 1_000_000), empty: 0, ends: false, whole: true };
}

function filled(from: number, due: number, fits: (upTo: number) => boolean): number {
  let to = from;
  while (to < due && fits(to + 1)) to++;
  return to;
}

/** Places inside a note where two of its lines stand on this page and two go on, and no note is called too early. */
function legalCuts({ units, notes, noteLines }: Section, from: number, to: number): number[] {
  const count = units[to - 1]?.notes ?? 0;
  return noteLines
    .map((_, at) => at)
    .filter((at) => {
      const index = notes.findIndex(({ start, end }) => start < at && at < end);
      const note = notes[index];
      if (!note || at <= from || index >= count) return false;
      const first = Math.max(note.start, from);
      // Notes after this one must all be called by lines that go on.
      const calledHere = noteLines.slice(first, at).some(({ calls }) => calls > 0);
      return at - first >= 2 && note.end - at >= 2 && note.subtree === count && !calledHere;
    });
}

const dueLines = ({ units, notes }: Section, to: number): number =>
  notes[(units[to - 1]?.notes ?? 0) - 1]?.end ?? 0;

function bodyHeight({ units }: Section, from: number, to: number): number {
  return units
    .slice(from, to)
    .reduce((sum, { before, height }, index) => sum + (index > 0 ? before : 0) + height, 0);
}

function noteHeight({ noteLines }: Section, { separator }: PageShape, from: number, to: number): number {
  if (to <= from) return 0;
  return noteLines
    .slice(from, to)
    .reduce((sum, { before, height }, index) => sum + (index > 0 ? before : 0) + height, separator);
}
