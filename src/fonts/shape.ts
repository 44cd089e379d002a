import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Fontkit from 'fontkit';
import type { CharacterMap } from './cmap.ts';
import { type PairKerning, pairKerning, type SimpleScript } from './kerning.ts';
import type { Sfnt } from './sfnt.ts';
import type { ShapedGlyphs } from './types.ts';

/**
 * Loads fontkit when a text or font first needs it. Most documents never do: Han needs no shaping and Latin words no
 * more than kerning, while loading fontkit takes longer than typesetting two pages. Hence `require`, the only
 * synchronous way to load late; it resolves from Chancery's own folder and stays outside the bundle.
 */
export function fontkitLoader(root: string): () => typeof Fontkit {
  let loaded: typeof Fontkit | undefined;
  return () => {
    loaded ??= createRequire(join(root, 'package.json'))('fontkit') as typeof Fontkit;
    return loaded;
  };
}

/** Blanks, letters, digits and marks that never combine with a neighbour; letters of one script only. */
const SIMPLE: readonly (readonly [script: SimpleScript, words: RegExp])[] = [
  [
    'latn',
    /^[\u0020-\u024f\u1e00-\u1eff\u2000-\u200a\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2100-\u214f]*$/,
  ],
  ['cyrl', /^[\u0020-\u0040\u005b-\u0060\u007b-\u00bf\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2116]*$/],
];

/** Shapes with pair kerning where that is all the font would do, else with fontkit. */
export function shaper(
  sfnt: Sfnt,
  glyphFor: CharacterMap,
  advanceOf: (glyph: number) => number,
  full: () => Fontkit.Font,
): (text: string, features?: readonly string[]) => ShapedGlyphs {
  const kernings = new Map<SimpleScript, PairKerning | undefined>();
  const kerningFor = (script: SimpleScript): PairKerning | undefined => {
    if (!kernings.has(script)) kernings.set(script, pairKerning(sfnt, script));
    return kernings.get(script);
  };
  return (text, features = []) => {
    if (features.length > 0) return shapeFully(text, full(), features);
    const script = SIMPLE.find(([, words]) => words.test(text))?.[0];
    const kerning = script && kerningFor(script);
    return kerning ? shapeSimply(text, glyphFor, advanceOf, kerning) : shapeFully(text, full(), features);
  };
}

/** One glyph a character: every simple character is in the Basic Multilingual Plane. */
function shapeSimply(
  text: string,
  glyphFor: CharacterMap,
  advanceOf: (glyph: number) => number,
  kerning: PairKerning,
): ShapedGlyphs {
  const count = text.length;
  const glyphs = new Uint16Array(count);
  const advances = new Float64Array(count);
  const clusters = new Uint32Array(count);
  for (let index = 0; index < count; index++) {
    const glyph = glyphFor(text.charCodeAt(index));
    glyphs[index] = glyph;
    advances[index] = advanceOf(glyph);
    clusters[index] = index;
    if (index > 0) advances[index - 1]! += kerning(glyphs[index - 1]!, glyph);
  }
  const none = new Float64Array(count);
  return { glyphs, advances, xOffsets: none, yOffsets: none, clusters };
}

/** fontkit's layout. Its glyphs carry code points, from which the clusters are counted off in logical order. */
function shapeFully(text: string, font: Fontkit.Font, features: readonly string[]): ShapedGlyphs {
  const run = font.layout(text, [...features]);
  const count = run.glyphs.length;
  const clusters = new Uint32Array(count);
  const order = run.direction === 'rtl' ? [...run.glyphs.keys()].reverse() : [...run.glyphs.keys()];
  let at = 0;
  for (const index of order) {
    const codePoints = run.glyphs[index]!.codePoints;
    clusters[index] = at;
    for (const codePoint of codePoints) at += codePoint > 0xffff ? 2 : 1;
  }
  return {
    glyphs: Uint16Array.from(run.glyphs, (glyph) => glyph.id),
    advances: Float64Array.from(run.positions, (position) => position.xAdvance),
    xOffsets: Float64Array.from(run.positions, (position) => position.xOffset),
    yOffsets: Float64Array.from(run.positions, (position) => position.yOffset),
    clusters,
  };
}
