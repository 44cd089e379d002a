import type { Item } from '../../text/index.ts';
import type { Pt } from '../../units.ts';

/**
 * Widths of the glue of one line, by item index, so that the line takes up `need` pt more (or less) than its natural
 * width. Spends by CLREQ's order (3.5.3, 3.5.4): all glue of one order gives the same share, up to its cap, before the
 * next order gives anything. What is left once every gap is at its full stretch goes to Han and Han–Latin gaps alike,
 * without cap (as JLREQ 3.8.4 ends), so no single gap swallows a line and a line of many numbers does not tear its
 * few Han words apart.
 * @returns glue widths by item index; what no glue could give is left over (a line without glue)
 */
export function justify(items: readonly Item[], from: number, to: number, need: Pt): ReadonlyMap<number, Pt> {
  const widths = new Map<number, Pt>();
  const glues: PlacedGlue[] = [];
  for (let index = from; index < to; index++) {
    const item = items[index];
    if (item?.type !== 'glue') continue;
    widths.set(index, item.width);
    glues.push({ index, item });
  }
  if (need > 0) stretch(glues, widths, need);
  else if (need < 0) shrink(glues, widths, -need);
  return widths;
}

type Glue = Extract<Item, { type: 'glue' }>;

interface PlacedGlue {
  readonly index: number;
  readonly item: Glue;
}

function stretch(glues: readonly PlacedGlue[], widths: Map<number, Pt>, need: Pt): void {
  let left = need;
  const spend = (capped: boolean, ...orders: readonly Glue['order']['stretch'][]): void => {
    const members = glues.filter(({ item }) => orders.includes(item.order.stretch));
    const total = members.reduce((sum, { item }) => sum + item.stretch, 0);
    if (total <= 0 || left <= 0) return;
    const given = capped ? Math.min(left, total) : left;
    for (const { index, item } of members)
      widths.set(index, (widths.get(index) ?? 0) + (given * item.stretch) / total);
    left -= given;
  };
  spend(true, 1);
  spend(true, 2);
  spend(true, 3);
  spend(false, 2, 3);
  // A line of Latin words has no other gap.
  spend(false, 1);
}

function shrink(glues: readonly PlacedGlue[], widths: Map<number, Pt>, need: Pt): void {
  let left = need;
  for (const order of [2, 3, 4, 5, 6, 7] as const) {
    const members = glues.filter(({ item }) => item.order.shrink === order);
    const total = members.reduce((sum, { item }) => sum + item.shrink, 0);
    if (total <= 0 || left <= 0) continue;
    const taken = Math.min(left, total);
    for (const { index, item } of members)
      widths.set(index, (widths.get(index) ?? 0) - (taken * item.shrink) / total);
    left -= taken;
  }
}
