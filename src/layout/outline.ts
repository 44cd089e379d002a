import type { BlockBox, BlockLevel, BoxId } from '../markup/types.ts';
import type { Pt } from '../units.ts';
import { blockText } from './text-of.ts';
import type { OutlineEntry } from './types.ts';
import { boxesOf } from './walk.ts';

interface Place {
  readonly page: number;
  readonly y: Pt;
}

/**
 * Bookmarks of all blocks with a `bookmark-level`, nested by level; a level that is skipped leaves no gap (GCPM 3, 2.6).
 * A block that came out empty has no place and no entry.
 */
export function outlineOf(
  root: BlockBox,
  placeOf: (box: BoxId) => Place | undefined,
): readonly OutlineEntry[] {
  const flat: Flat[] = [];
  for (const box of boxesOf(root)) {
    if ((box.kind !== 'block' && box.kind !== 'table') || box.style.bookmarkLevel === 0) continue;
    const place = placeOf(box.id);
    const title = titleOf(box);
    if (place && title !== '') flat.push({ level: box.style.bookmarkLevel, title, place });
  }
  return nest(flat);
}

interface Flat {
  readonly level: number;
  readonly title: string;
  readonly place: Place;
}

const titleOf = (block: BlockLevel): string => blockText(block).replace(/\s+/g, ' ').trim();

/** An entry's children are the entries after it up to the next of its level or a higher one. */
function nest(flat: readonly Flat[]): readonly OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  for (let from = 0; from < flat.length; ) {
    const head = flat[from] as Flat;
    let to = from + 1;
    while (to < flat.length && (flat[to] as Flat).level > head.level) to++;
    const { page, y } = head.place;
    entries.push({ title: head.title, page, y, children: nest(flat.slice(from + 1, to)) });
    from = to;
  }
  return entries;
}
