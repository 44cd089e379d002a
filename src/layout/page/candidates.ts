import { BREAK_COSTS } from '../../markup/index.ts';
import type { Pt } from '../../units.ts';
import { EMPTY_WINDOW, NOTE_CUT_LINES, pageCost, SHORT_PAGE_LINES, slackBadness } from './break-costs.ts';
import type { Sums } from './sums.ts';
import type { PageFault, PageShape, Section } from './types.ts';

/** A page that could stand at a state: what it sets, and what it costs. */
export interface Edge {
  /** Units end before this one. */
  readonly to: number;
  /** Note lines end before this one. */
  readonly notesTo: number;
  readonly cost: number;
  readonly fault?: PageFault;
}

/** What is set already: units before `unit` and note lines before `note`. */
export interface Position {
  readonly unit: number;
  readonly note: number;
}

/** What a page would hold, before it is known to be worth a cost. */
interface Fill {
  readonly to: number;
  readonly notesTo: number;
  readonly empty: Pt;
  /** The section ends, or a page end is forced: how full the page is does not matter. */
  readonly ends: boolean;
}

/** Rounding that adding up heights may cost. */
export const TOLERANCE = 0.001;
/** Break cost of a page that no rule allows: above what any allowed pages can save. */
const LAST_RESORT = 1_000_000;

/**
 * The pages that can stand at a position, by what they hold (anchors C3). Notes follow from the lines: those called on
 * the page stand whole, but the last may be cut if two of its lines stand and two go on. What fits no page is met in
 * this order: a carried note alone on its page, a forbidden break, a note cut anywhere. There is always one, and it
 * moves on.
 */
export function candidates(section: Section, sums: Sums, at: Position, shape: PageShape): readonly Edge[] {
  const regular = walk(section, sums, at, shape, false);
  if (regular.length > 0) return regular;
  if (at.note < sums.due(at.unit)) return [notesAlone(section, sums, at, shape)];
  const relaxed = walk(section, sums, at, shape, true);
  return relaxed.length > 0 ? relaxed : [forcedUnit(sums, at, shape)];
}

/**
 * Pages ending at each allowed break while the body fits: those that leave little empty and those at an end; if there
 * are none, the fullest. If all of them make a widow or an orphan, as on a sheet of few lines, also the fullest page
 * that makes none. `relaxed` takes forbidden breaks too.
 */
function walk(
  section: Section,
  sums: Sums,
  at: Position,
  shape: PageShape,
  relaxed: boolean,
): readonly Edge[] {
  const { units } = section;
  const window = EMPTY_WINDOW * shape.height + TOLERANCE;
  const found: Edge[] = [];
  let clean: Fill | 'in window' | undefined;
  let fullest: Fill | undefined;
  for (let to = at.unit + 1; to <= units.length; to++) {
    const unit = units[to - 1];
    const room = shape.height - sums.body(at.unit, to);
    if (!unit || room < -TOLERANCE) break;
    const ends = mustEnd(section, to);
    if (relaxed || ends || unit.cost < Number.POSITIVE_INFINITY) {
      const fill = fillPage(section, sums, at, shape, to, room);
      const whole = ends || unit.cost < BREAK_COSTS.orphan.cost;
      if (fill && (fill.ends || fill.empty <= window)) {
        found.push(edgeOf(section, sums, at, shape, fill));
        if (whole) clean = 'in window';
      } else if (fill) {
        if (!fullest || fill.empty < fullest.empty) fullest = fill;
        if (whole && clean !== 'in window' && (!clean || fill.empty < clean.empty)) clean = fill;
      }
    }
    if (unit.forced) break;
  }
  const outside = new Set([
    found.length === 0 ? fullest : undefined,
    clean === 'in window' ? undefined : clean,
  ]);
  for (const fill of outside) if (fill) found.push(edgeOf(section, sums, at, shape, fill));
  return found;
}

const mustEnd = ({ units }: Section, to: number): boolean =>
  to === units.length || (units[to - 1]?.forced ?? false);

/** The units up to `to` with as much of their notes as must and can stand with them, or nothing if too little can. */
function fillPage(
  section: Section,
  sums: Sums,
  at: Position,
  shape: PageShape,
  to: number,
  room: Pt,
): Fill | undefined {
  const due = sums.due(to);
  const whole = areaHeight(sums, shape, at.note, due);
  if (whole <= room + TOLERANCE) return { to, notesTo: due, empty: room - whole, ends: mustEnd(section, to) };
  const notesTo = cutPosition(section, sums, at.note, to, fillNotes(sums, at.note, due, room, shape));
  if (notesTo === undefined) return undefined;
  return { to, notesTo, empty: room - areaHeight(sums, shape, at.note, notesTo), ends: false };
}

function edgeOf(
  section: Section,
  sums: Sums,
  at: Position,
  shape: PageShape,
  { to, notesTo, empty }: Fill,
): Edge {
  const { units } = section;
  const forced = mustEnd(section, to);
  const own = units[to - 1]?.cost ?? 0;
  const forbidden = !forced && own === Number.POSITIVE_INFINITY;
  const alone = at.unit === 0 || (units[at.unit - 1]?.forced ?? false);
  const short = forced && !alone && sums.lines(at.unit, to) < SHORT_PAGE_LINES;
  const breakCost =
    (forced ? 0 : forbidden ? LAST_RESORT : own) +
    (notesTo < sums.due(to) ? BREAK_COSTS.noteCut.cost : 0) +
    (short ? BREAK_COSTS.shortLastPage.cost : 0);
  const cost = pageCost(forced ? 0 : slackBadness(Math.max(0, empty), shape.height), breakCost);
  return forbidden ? { to, notesTo, cost, fault: 'kept-apart' } : { to, notesTo, cost };
}

/**
 * The latest place to cut the notes of the units up to `to`, at `fit` or before it: inside the last note of the page, or
 * inside a note whose later lines call all notes after it.
 */
function cutPosition(
  { units, notes }: Section,
  sums: Sums,
  from: number,
  to: number,
  fit: number,
): number | undefined {
  const count = units[to - 1]?.notes ?? 0;
  for (let index = count - 1; index >= 0; index--) {
    const note = notes[index];
    if (!note || note.end <= from) return undefined;
    if (note.subtree !== count) continue;
    const stands = Math.max(note.start, from);
    const latest = Math.min(fit, note.end - NOTE_CUT_LINES);
    for (let at = latest; at >= stands + NOTE_CUT_LINES; at--) {
      if (sums.calls(stands, at) === 0) return at;
    }
  }
  return undefined;
}

/** A page that holds nothing but what is left of carried notes. */
function notesAlone(section: Section, sums: Sums, at: Position, shape: PageShape): Edge {
  const due = sums.due(at.unit);
  const fit = fillNotes(sums, at.note, due, shape.height, shape);
  const fits = fit === due;
  const notesTo = fits ? due : cutPosition(section, sums, at.note, at.unit, fit);
  if (notesTo !== undefined) {
    const empty = shape.height - areaHeight(sums, shape, at.note, notesTo);
    const ends = at.unit === section.units.length && fits;
    const breakCost = fits ? 0 : BREAK_COSTS.noteCut.cost;
    return {
      to: at.unit,
      notesTo,
      cost: pageCost(ends ? 0 : slackBadness(empty, shape.height), breakCost),
    };
  }
  return {
    to: at.unit,
    notesTo: Math.max(at.note + 1, fit),
    cost: pageCost(0, LAST_RESORT),
    fault: 'note-cut',
  };
}

/** The first unit whatever it is, and as many lines of its notes as fit. */
function forcedUnit(sums: Sums, at: Position, shape: PageShape): Edge {
  const to = at.unit + 1;
  const body = sums.body(at.unit, to);
  const due = sums.due(to);
  const notesTo = fillNotes(sums, at.note, due, shape.height - body, shape);
  const fault: PageFault =
    body > shape.height + TOLERANCE ? 'too-tall' : notesTo < due ? 'note-cut' : 'kept-apart';
  return { to, notesTo, cost: pageCost(0, LAST_RESORT), fault };
}

/** As many note lines as fit. */
function fillNotes(sums: Sums, from: number, due: number, room: Pt, shape: PageShape): number {
  let to = from;
  while (to < due && areaHeight(sums, shape, from, to + 1) <= room + TOLERANCE) to++;
  return to;
}

/** Height of a note area with its separator; 0 without notes. */
export const areaHeight = (sums: Sums, shape: PageShape, from: number, to: number): Pt =>
  to > from ? shape.separator + sums.notes(from, to) : 0;
