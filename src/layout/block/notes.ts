import type { InlineLevel, NoteBox } from '../../markup/types.ts';
import { bottomEdge, edge, leftEdge, rightEdge, topEdge } from './edges.ts';
import { flowBlocks } from './flow.ts';
import { marginOf, NO_MARGIN } from './margins.ts';
import { hangMarker, withMark } from './markers.ts';
import type { FlowContext, NoteFlow } from './types.ts';
import { VerticalList } from './vertical-list.ts';

/** Notes called among inline boxes, in order; not those called in the text of other notes. */
export function notesIn(inlines: readonly InlineLevel[]): readonly NoteBox[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === 'note') return [inline];
    return inline.kind === 'inline' || inline.kind === 'inline-block' ? notesIn(inline.children) : [];
  });
}

/** Sets a note at the measure of the note area, its mark hung or in its first line (GCPM 3, 2.4). */
export function flowNote(context: FlowContext, note: NoteBox, page: string): NoteFlow {
  const { style, marker } = note;
  const list = new VerticalList();
  const insets = style.marginLeft + leftEdge(style) + rightEdge(style) + style.marginRight;
  const container = {
    x: style.marginLeft + leftEdge(style),
    width: context.measures.notes(page) - insets,
    page: note.children[0]?.style.page ?? page,
    together: false,
  };
  const outside = marker.style.listStylePosition === 'outside';
  list.margin(style.marginTop);
  edge(list, topEdge(style), note.origin, () => []);
  if (outside) hangMarker(context, list, marker, container.x, note.origin);
  flowBlocks(context, list, outside ? note.children : withMark(note.children, marker), container);
  list.settleMarkers();
  edge(list, bottomEdge(style), note.origin, () => []);
  list.margin(style.marginBottom);
  const trailing = list.finish();
  const [first, ...rest] = list.items;
  return first?.type === 'space'
    ? { box: note, leading: marginOf(first.height), items: rest, trailing }
    : { box: note, leading: NO_MARGIN, items: list.items, trailing };
}
