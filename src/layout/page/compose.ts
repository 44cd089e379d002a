import type { BoxId } from '../../markup/types.ts';
import type { Pt } from '../../units.ts';
import { rule } from '../block/edges.ts';
import type { BlockStart } from '../block/types.ts';
import { shift } from '../frame.ts';
import type { Frame, FrameItem } from '../types.ts';
import { noteArea, pageArea, type Rectangle } from './geometry.ts';
import type { PagePlan } from './plan.ts';
import type { Chunk } from './sections.ts';

/** Body and notes of a page in their places, and where boxes begin on it. */
export interface ComposedPage {
  readonly plan: PagePlan;
  readonly body: Frame;
  readonly notes?: Frame;
  readonly starts: readonly PlacedStart[];
}

export interface PlacedStart {
  readonly start: BlockStart;
  readonly page: number;
  readonly y: Pt;
  /** Nothing stands above it in the body of its page. */
  readonly first: boolean;
}

/** Puts the chosen lines of a page in their places: body from the head, notes at the foot. */
export function composePage(plan: PagePlan): ComposedPage {
  const { master, section, cut } = plan;
  const area = pageArea(master);
  const empty: ComposedPage = { plan, body: { ...area, items: [] }, starts: [] };
  if (!cut) return empty;
  const body = placeChunks(section.body.slice(cut.from, cut.to), area.x, area.y);
  const placed: ComposedPage = {
    plan,
    body: { ...area, items: body.items },
    starts: body.starts.map(({ start, y, first }) => ({ start, page: plan.number, y, first })),
  };
  const notes = section.notes.slice(cut.notesFrom, cut.notesTo);
  return notes.length > 0 ? { ...placed, notes: composeNotes(plan, notes, area) } : placed;
}

/** The note area: rule, space, lines; it ends at the foot of the page area (GCPM 3, 2.4). */
function composeNotes({ master }: PagePlan, notes: readonly Chunk[], area: Rectangle): Frame {
  const { rule: border, ruleLength, paddingTop } = master.footnote;
  const { x, width } = noteArea(master);
  const { items, height: linesHeight } = placeChunks(notes, x, 0);
  const inset = border.width + paddingTop;
  const height = inset + linesHeight;
  const y = area.y + area.height - height;
  const length = ruleLength === 'none' ? width : Math.min(ruleLength, width);
  return {
    x,
    y,
    width,
    height,
    items: [
      ...rule(x, y, length, border.width, border.color),
      ...items.map((item) => shift(item, 0, y + inset)),
    ],
  };
}

interface PlacedChunks {
  readonly items: readonly FrameItem[];
  readonly starts: readonly { start: BlockStart; y: Pt; first: boolean }[];
  readonly height: Pt;
}

/** Chunks one below the other from (x, top); the margin of the first is dropped. */
function placeChunks(chunks: readonly Chunk[], x: Pt, top: Pt): PlacedChunks {
  const items: FrameItem[] = [];
  const starts: { start: BlockStart; y: Pt; first: boolean }[] = [];
  let y = top;
  for (const [index, { lead, content }] of chunks.entries()) {
    if (index > 0) {
      for (const item of lead.items) items.push(shift(item, x, y));
      y += lead.height;
    }
    for (const item of content.items) items.push(shift(item, x, y));
    for (const { start, y: offset } of content.starts) {
      starts.push({ start, y: y + offset, first: index === 0 && offset === 0 });
    }
    y += content.height;
  }
  return { items, starts, height: y - top };
}

/** Page and y of each box that is known to begin somewhere. */
export const startsById = (pages: readonly ComposedPage[]): ReadonlyMap<BoxId, PlacedStart> =>
  new Map(pages.flatMap(({ starts }) => starts.map((placed) => [placed.start.box, placed] as const)));
