import type { BoxId } from '../../markup/types.ts';
import type { Pt } from '../../units.ts';
import { shift } from '../frame.ts';
import type { FrameItem } from '../types.ts';
import type { BlockStart, VItem } from './types.ts';

/** Things of a vertical list one below the other, as one. */
export interface Stack {
  readonly height: Pt;
  /** y from the top of the stack. */
  readonly items: readonly FrameItem[];
  readonly notes: readonly BoxId[];
  readonly starts: readonly { readonly start: BlockStart; readonly y: Pt }[];
  readonly lines: number;
}

/** Height of part of a vertical list. */
export const heightOf = (items: readonly VItem[]): Pt =>
  items.reduce((sum, item) => sum + (item.type === 'break' ? 0 : item.height), 0);

/** Stacks part of a vertical list; page ends inside it are lost. */
export function stack(list: readonly VItem[]): Stack {
  const items: FrameItem[] = [];
  const notes: BoxId[] = [];
  const starts: { start: BlockStart; y: Pt }[] = [];
  let lines = 0;
  let height = 0;
  for (const item of list) {
    if (item.type === 'break') continue;
    for (const placed of item.items) items.push(shift(placed, 0, height));
    if (item.type !== 'space') {
      for (const start of item.starts) starts.push({ start, y: height });
      notes.push(...item.notes);
      lines += item.type === 'line' ? 1 : item.lines;
    }
    height += item.height;
  }
  return { height, items, notes, starts, lines };
}
