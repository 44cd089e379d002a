import type { Face, ShapedGlyphs } from '../fonts/types.ts';

/** Shaped Latin words, by face and text; widths are in font units, so one entry serves every size. */
const words = new WeakMap<Face, Map<string, ShapedGlyphs>>();

/** Above this many words a face's cache starts anew: a batch of hundreds of documents must not grow without end. */
const MOST_WORDS = 20_000;

export function shapeWord(face: Face, text: string, features: readonly string[] = []): ShapedGlyphs {
  const key = features.length > 0 ? `${text}\0${features}` : text;
  let known = words.get(face);
  if (!known || known.size > MOST_WORDS) {
    known = new Map();
    words.set(face, known);
  }
  let shaped = known.get(key);
  if (!shaped) {
    shaped = face.shape(text, features);
    known.set(key, shaped);
  }
  return shaped;
}
