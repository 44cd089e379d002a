import { candidates, type Edge } from './candidates.ts';
import { type Sums, sumsOf } from './sums.ts';
import type { Breaking, PageCut, Section } from './types.ts';

/** A place where a page can begin, with the cheapest way to it. */
interface State {
  readonly unit: number;
  readonly note: number;
  /** Kind of the page that begins here, index into `Section.shapes`. */
  readonly kind: number;
  readonly cost: number;
  readonly previous?: State;
  readonly edge?: Edge;
}

/**
 * `best` searches all ways; `greedy` fills each page as best it can alone and never looks back: the same search with
 * one way kept.
 */
export type BreakMode = 'best' | 'greedy';

/**
 * Cuts a section into pages at least cost: the shortest path over (next unit, note lines set, kind of page). A page's
 * notes are derived from its lines, never remembered, so there is nothing to undo (anchors C3). Pages only go forward,
 * in units or in note lines, so states are settled in that order, each once; the window keeps the pages at a state few
 * whatever the length of the document.
 */
export function breakPages(section: Section, mode: BreakMode = 'best'): Breaking {
  const sums = sumsOf(section);
  const { units, noteLines } = section;
  const open: Map<number, State>[] = units.map(() => new Map());
  open.push(new Map());
  const keyOf = ({ note, kind }: State): number => note * section.shapes.length + kind;
  const start: State = { unit: 0, note: 0, kind: section.first, cost: 0 };
  if (units.length === 0) return { pages: [{ from: 0, to: 0, notesFrom: 0, notesTo: 0 }], cost: 0 };
  open[0]?.set(keyOf(start), start);
  for (const states of open) {
    for (let state = takeFirst(states); state; state = takeFirst(states)) {
      if (state.unit === units.length && state.note === noteLines.length) {
        return { pages: pagesTo(cheapest(state, states)), cost: cheapest(state, states).cost };
      }
      for (const edge of edgesAt(section, sums, state, mode)) {
        const next: State = {
          unit: edge.to,
          note: edge.notesTo,
          kind: section.after[state.kind] ?? 0,
          cost: state.cost + edge.cost,
          previous: state,
          edge,
        };
        const targets = open[next.unit];
        const known = targets?.get(keyOf(next));
        if (!known || next.cost < known.cost) targets?.set(keyOf(next), next);
      }
    }
  }
  throw new Error('a section has no last page: an edge went backward');
}

/** Removes and gives the state with the fewest note lines set: pages of notes alone lead from there to the others. */
function takeFirst(states: Map<number, State>): State | undefined {
  let first: State | undefined;
  let key = 0;
  for (const [candidate, state] of states) {
    if (first && state.note >= first.note) continue;
    first = state;
    key = candidate;
  }
  states.delete(key);
  return first;
}

/** Of the states at the very end, which differ in the kind of page that would come next, the one reached best. */
function cheapest(first: State, others: Map<number, State>): State {
  return [...others.values()].reduce((best, state) => (state.cost < best.cost ? state : best), first);
}

function edgesAt(section: Section, sums: Sums, state: State, mode: BreakMode): readonly Edge[] {
  const shape = section.shapes[state.kind];
  if (!shape) throw new RangeError(`no page shape ${state.kind}`);
  const edges = candidates(section, sums, state, shape);
  if (mode === 'best') return edges;
  return [edges.reduce((best, edge) => (edge.cost < best.cost ? edge : best))];
}

function pagesTo(end: State): readonly PageCut[] {
  const pages: PageCut[] = [];
  for (let state = end; state.previous && state.edge; state = state.previous) {
    const { to, notesTo, fault } = state.edge;
    pages.push({
      from: state.previous.unit,
      to,
      notesFrom: state.previous.note,
      notesTo,
      ...(fault ? { fault } : {}),
    });
  }
  return pages.reverse();
}
