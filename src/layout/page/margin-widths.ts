import type { Pt } from '../../units.ts';

/** A margin box along one edge: its natural outer width, or the width its style asks for. */
export interface WidthWish {
  readonly natural: Pt;
  readonly asked: Pt | 'auto';
}

export interface Share {
  readonly x: Pt;
  readonly width: Pt;
}

/**
 * Shares the width between the corners among start, centre and end box (CSS Paged Media 3, 5.3). The centre box stays
 * in the centre: it is matched against twice the wider of its neighbours. Boxes that fit get what is left over in
 * proportion to their natural widths; those that do not, give in the same proportion.
 */
export function shareWidths(
  total: Pt,
  start: WidthWish | undefined,
  center: WidthWish | undefined,
  end: WidthWish | undefined,
): { readonly start?: Share; readonly center?: Share; readonly end?: Share } {
  const wish = (box: WidthWish | undefined): Pt =>
    !box ? 0 : box.asked === 'auto' ? box.natural : box.asked;
  if (center) {
    const flanks = 2 * Math.max(wish(start), wish(end));
    const width = center.asked === 'auto' ? proportion(total, center.natural, flanks) : center.asked;
    const side = Math.max(0, (total - width) / 2);
    return {
      ...(start ? { start: { x: 0, width: fixedOr(start, side) } } : {}),
      center: { x: (total - width) / 2, width },
      ...(end ? { end: atEnd(total, fixedOr(end, side)) } : {}),
    };
  }
  if (start && end) {
    const [first, last] = pair(total, start, end);
    return { start: { x: 0, width: first }, end: atEnd(total, last) };
  }
  return {
    ...(start ? { start: { x: 0, width: fixedOr(start, total) } } : {}),
    ...(end ? { end: atEnd(total, fixedOr(end, total)) } : {}),
  };
}

const fixedOr = (box: WidthWish, width: Pt): Pt => (box.asked === 'auto' ? width : box.asked);

const atEnd = (total: Pt, width: Pt): Share => ({ x: total - width, width });

function pair(total: Pt, start: WidthWish, end: WidthWish): readonly [Pt, Pt] {
  if (start.asked !== 'auto') return [start.asked, fixedOr(end, Math.max(0, total - start.asked))];
  if (end.asked !== 'auto') return [Math.max(0, total - end.asked), end.asked];
  const first = proportion(total, start.natural, end.natural);
  return [first, total - first];
}

const proportion = (total: Pt, own: Pt, other: Pt): Pt =>
  own + other > 0 ? (total * own) / (own + other) : total / 2;
