import type { Em } from '../units.ts';
import type { CharClass, GlueOrder } from './types.ts';

/** Kinds of space between two clusters, widths in em of the text beside it. */
export interface GlueSpec {
  readonly width: Em;
  readonly stretch: Em;
  readonly shrink: Em;
  readonly order: GlueOrder;
}

/**
 * One letter a cell.
 * `.` nothing · `h` even gap of Han text · `p` the free half of a full-width mark · `a` Han–Latin gap
 * `i` as if the note mark were not there: what stood before the mark decides
 */
export type GlueCell = '.' | 'h' | 'p' | 'a' | 'i';

export const CLASSES = [
  'han',
  'open',
  'close',
  'comma',
  'stop',
  'middle',
  'unit',
  'connector',
  'wide',
  'latin',
  'lopen',
  'lclose',
  'lpause',
  'space',
  'mark',
  'object',
] as const satisfies readonly CharClass[];

/**
 * Total: a row for each class on the left, a column for each class on the right, in the order of `CLASSES`.
 * Reasons: no gap before a closing or after an opening mark keeps the mark on its word (CLREQ 3.1.6);
 * two marks together make 1.5 em (3.1.6.2); a blank is glue itself, so nothing stands beside it;
 * a note mark takes the place of nothing: the gap after it is the one the text would have had (Typst #7113).
 */
const TABLE: Readonly<Record<CharClass, string>> = {
  //          han open close comma stop middle unit connector wide latin lopen lclose lpause space mark object
  han: 'h   p    .     .     .    .      h    .         h    a     h     .      .      .     .    h',
  open: '.   .    .     .     .    .      .    .         .    .     .     .      .      .     .    .',
  close: 'p   p    .     .     .    .      p    .         p    p     p     .      .      .     .    p',
  comma: 'p   p    .     .     .    .      p    .         p    p     p     .      .      .     .    p',
  stop: 'p   p    .     .     .    .      p    .         p    p     p     .      .      .     .    p',
  middle: '.   p    .     .     .    .      .    .         .    .     .     .      .      .     .    .',
  unit: 'h   p    .     .     .    .      .    .         h    h     h     .      .      .     .    h',
  connector: '.   p    .     .     .    .      .    .         .    .     .     .      .      .     .    .',
  wide: 'h   p    .     .     .    .      h    .         h    .     h     .      .      .     .    h',
  latin: 'a   p    .     .     .    .      h    .         .    .     .     .      .      .     .    .',
  lopen: '.   .    .     .     .    .      .    .         .    .     .     .      .      .     .    .',
  lclose: 'h   p    .     .     .    .      h    .         h    .     .     .      .      .     .    .',
  lpause: 'a   p    .     .     .    .      h    .         h    .     .     .      .      .     .    .',
  space: '.   .    .     .     .    .      .    .         .    .     .     .      .      .     .    .',
  mark: 'i   i    i     i     i    i      i    i         i    i     i     i      i      .     .    i',
  object: '.   .    .     .     .    .      .    .         .    .     .     .      .      .     .    .',
};

const CELLS = new Map<CharClass, ReadonlyMap<CharClass, GlueCell>>(
  CLASSES.map((left) => {
    const row = TABLE[left].split(/\s+/) as GlueCell[];
    return [left, new Map(CLASSES.map((right, column) => [right, row[column] ?? '.'] as const))] as const;
  }),
);

/** The cell for a pair; the table is total, a test counts the cells. */
export const glueCell = (left: CharClass, right: CharClass): GlueCell => CELLS.get(left)?.get(right) ?? '.';

/** Even gaps may take 1/20 em before a line counts as loose (DESIGN 6). */
const EVEN_STRETCH: Em = 0.05;

/** Shrink order of the mark that owns a `p` glue: brackets, then pauses, then stops (CLREQ 3.5.3 steps 4, 5, 7). */
function punctuationOrder(left: CharClass, right: CharClass): GlueOrder['shrink'] {
  if (right === 'open' || left === 'close') return 4;
  return left === 'stop' ? 7 : 5;
}

/** The glue between two classes, or none. `autospace` false is `text-autospace: no-autospace`. */
export function glueBetween(left: CharClass, right: CharClass, autospace: boolean): GlueSpec | undefined {
  switch (glueCell(left, right)) {
    case 'h':
      return { width: 0, stretch: EVEN_STRETCH, shrink: 0, order: { stretch: 3, shrink: 7 } };
    case 'p':
      return {
        width: 0.5,
        stretch: EVEN_STRETCH,
        shrink: 0.5,
        order: { stretch: 3, shrink: punctuationOrder(left, right) },
      };
    case 'a':
      return autospace
        ? { width: 1 / 4, stretch: 1 / 12, shrink: 1 / 8, order: { stretch: 2, shrink: 6 } }
        : { width: 0, stretch: EVEN_STRETCH, shrink: 0, order: { stretch: 3, shrink: 7 } };
    default:
      return undefined;
  }
}

/** Word space inside Chinese or Latin text: up to half an em, down to a quarter (CLREQ 3.5.3 step 2, 3.5.4 step 1). */
export function wordSpace(natural: Em): GlueSpec {
  return {
    width: natural,
    stretch: Math.max(0.5 - natural, natural / 2),
    shrink: Math.max(natural - 0.25, natural / 5),
    order: { stretch: 1, shrink: 2 },
  };
}
