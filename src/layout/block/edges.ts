import type { Color, ComputedStyle, Origin } from '../../markup/types.ts';
import type { Pt } from '../../units.ts';
import type { FrameItem } from '../types.ts';
import type { VerticalList } from './vertical-list.ts';

/** Border and padding of one side. */
export const topEdge = (style: ComputedStyle): Pt => style.borderTop.width + style.paddingTop;
export const bottomEdge = (style: ComputedStyle): Pt => style.borderBottom.width + style.paddingBottom;
export const leftEdge = (style: ComputedStyle): Pt => style.borderLeft.width + style.paddingLeft;
export const rightEdge = (style: ComputedStyle): Pt => style.borderRight.width + style.paddingRight;

/** A filled rectangle, or nothing where it would have no area. */
export function rule(x: Pt, y: Pt, width: Pt, height: Pt, color: Color): FrameItem[] {
  return width > 0 && height > 0 ? [{ kind: 'rule', x, y, width, height, color }] : [];
}

/** The four borders of a box as rules inside its border edges. */
export function borderRules(style: ComputedStyle, x: Pt, y: Pt, width: Pt, height: Pt): FrameItem[] {
  const { borderTop, borderRight, borderBottom, borderLeft } = style;
  return [
    ...rule(x, y, width, borderTop.width, borderTop.color),
    ...rule(x + width - borderRight.width, y, borderRight.width, height, borderRight.color),
    ...rule(x, y + height - borderBottom.width, width, borderBottom.width, borderBottom.color),
    ...rule(x, y, borderLeft.width, height, borderLeft.color),
  ];
}

/** Places padding and border as a thing of its own that no page end can part from what it surrounds. */
export function edge(
  list: VerticalList,
  height: Pt,
  origin: Origin,
  items: (height: Pt) => readonly FrameItem[],
): void {
  if (height > 0) list.block({ height, items: items(height), notes: [], origin }, 0);
}
