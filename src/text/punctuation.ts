import type { Face } from '../fonts/types.ts';
import type { CharClass } from './types.ts';

/** Where the ink of a mark sits in its half-em box: box width and glyph origin in em. */
export interface HalfMark {
  readonly width: number;
  readonly origin: number;
}

const HALF = 0.5;

const cache = new WeakMap<Face, Map<string, HalfMark>>();

/**
 * Box and glyph origin of a full-width mark, measured on the face (GB/T 15834 5.1: half an em of each mark is free).
 * A glyph narrower than 0.6 em (the quotes of LXGW WenKai: 0.35 em) is set against its word in a half-em box.
 * Where the ink does not fit in half an em (centred marks of Traditional faces), the mark keeps its full width.
 */
export function halfMark(face: Face, glyph: number, cls: CharClass): HalfMark {
  let known = cache.get(face);
  if (!known) {
    known = new Map();
    cache.set(face, known);
  }
  const key = `${cls}${glyph}`;
  let mark = known.get(key);
  if (!mark) {
    mark = measure(face, glyph, cls);
    known.set(key, mark);
  }
  return mark;
}

function measure(face: Face, glyph: number, cls: CharClass): HalfMark {
  const em = face.unitsPerEm;
  const advance = face.advanceOf(glyph) / em;
  const ink = face.inkOf(glyph);
  const left = ink[0] / em;
  const right = ink[2] / em;
  // The ink may touch the box's edge but for a hair, as in heavy faces.
  const slack = 0.02;
  if (cls === 'middle') return { width: HALF, origin: (HALF - advance) / 2 };
  if (cls === 'open') {
    if (advance <= 0.6) return { width: HALF, origin: HALF - advance };
    return left >= advance - HALF - slack
      ? { width: HALF, origin: HALF - advance }
      : { width: advance, origin: 0 };
  }
  if (advance <= 0.6 || right <= HALF + slack) return { width: HALF, origin: 0 };
  return { width: advance, origin: 0 };
}
