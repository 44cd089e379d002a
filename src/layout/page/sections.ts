import type { BoxId } from '../../markup/types.ts';
import { collapse, marginHeight } from '../block/margins.ts';
import { type Stack, stack } from '../block/stack.ts';
import type { Break, Flow, NoteFlow, VItem } from '../block/types.ts';
import type { NoteLine, NoteRange, Unit } from './types.ts';

/** A stretch of a vertical list between two page ends, with its things in place. */
export interface Chunk {
  /** Margin above, lost at the head of a page. */
  readonly lead: Stack;
  readonly content: Stack;
  readonly after: Break;
  /** The things themselves, for the origin of faults. */
  readonly items: readonly VItem[];
}

/** A line of a note. */
export interface NoteChunk extends Chunk {
  readonly note: NoteFlow;
}

/** What is cut into pages by itself: it begins on a page of its own, of a known name and perhaps a known side. */
export interface SectionContent {
  readonly page: string;
  readonly side?: 'recto' | 'verso';
  readonly body: readonly Chunk[];
  readonly notes: readonly NoteChunk[];
  readonly units: readonly Unit[];
  readonly noteLines: readonly NoteLine[];
  readonly noteRanges: readonly NoteRange[];
}

/** Splits a document at page ends to a known side or a named page; each section is then solved by itself. */
export function sectionsOf(flow: Flow): readonly SectionContent[] {
  const sections: SectionContent[] = [];
  let page = flow.page;
  let side: SectionContent['side'];
  let body: Chunk[] = [];
  const close = (): void => {
    sections.push({ page, ...(side ? { side } : {}), ...prepare(body, flow.notes) });
    body = [];
  };
  for (const chunk of chunksOf(flow.items)) {
    body.push(chunk);
    const { force, page: next } = chunk.after;
    if (force && (force !== 'page' || next !== undefined)) {
      close();
      page = next ?? page;
      side = force === 'page' ? undefined : force;
    }
  }
  close();
  return sections;
}

const END: Break = { cost: 0 };

/** Cuts a vertical list at its breaks. */
export function chunksOf(items: readonly VItem[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let from = 0;
  const push = (to: number, after: Break): void => {
    const own = items.slice(from, to);
    const solid = own.findIndex((item) => item.type !== 'space');
    const lead = own.slice(0, solid < 0 ? own.length : solid);
    chunks.push({
      lead: stack(lead),
      content: stack(own.slice(lead.length)),
      after,
      items: own,
    });
    from = to + 1;
  };
  for (const [index, item] of items.entries()) if (item.type === 'break') push(index, item);
  if (from < items.length) push(items.length, END);
  return chunks;
}

function prepare(
  body: readonly Chunk[],
  flows: ReadonlyMap<BoxId, NoteFlow>,
): Pick<SectionContent, 'body' | 'notes' | 'units' | 'noteLines' | 'noteRanges'> {
  const notes: NoteChunk[] = [];
  const ranges: NoteRange[] = [];
  const units = body.map((chunk): Unit => {
    for (const id of chunk.content.notes) addNote(id, flows, notes, ranges);
    return {
      before: chunk.lead.height,
      height: chunk.content.height,
      lines: chunk.content.lines,
      notes: ranges.length,
      cost: chunk.after.cost,
      forced: chunk.after.force !== undefined,
    };
  });
  const noteLines = notes.map(({ lead, content }) => ({
    before: lead.height,
    height: content.height,
    calls: content.notes.length,
  }));
  return { body, notes, units, noteLines, noteRanges: ranges };
}

/** Appends a note and, right after it, the notes that its own lines call. */
function addNote(
  id: BoxId,
  flows: ReadonlyMap<BoxId, NoteFlow>,
  notes: NoteChunk[],
  ranges: NoteRange[],
): void {
  const note = flows.get(id);
  if (!note) return;
  const previous = notes.at(-1)?.note;
  const gap = previous ? marginHeight(collapse(previous.trailing, note.leading)) : 0;
  const start = notes.length;
  for (const [index, chunk] of chunksOf(note.items).entries()) {
    const lead = index === 0 ? { ...chunk.lead, height: gap } : chunk.lead;
    notes.push({ ...chunk, lead, note });
  }
  const own = ranges.length;
  const range = { start, end: notes.length, subtree: own + 1 };
  ranges.push(range);
  for (const inner of notes.slice(start).flatMap(({ content }) => content.notes)) {
    addNote(inner, flows, notes, ranges);
  }
  ranges[own] = { ...range, subtree: ranges.length };
}
