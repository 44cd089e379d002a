import type * as Fontkit from 'fontkit';
import { characterMap } from './cmap.ts';
import { advances, outlineRanges, readMetrics } from './metrics.ts';
import { type Sfnt, viewOf } from './sfnt.ts';
import { shaper } from './shape.ts';
import { subsetTrueType } from './subset.ts';
import type { Face, FaceId, FaceSubset } from './types.ts';

/** What a face is called and meant for; from the catalogue or the user's own file. */
export interface FaceFacts {
  readonly id: FaceId;
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly script: 'cjk' | 'latin';
  readonly wordName: string;
}

/** Parses a face; `index` is its place in a font collection. Reads the small tables only, outlines when embedded. */
export function openFace(
  facts: FaceFacts,
  sfnt: Sfnt,
  index: number,
  loadFontkit: () => typeof Fontkit,
): Face {
  const metrics = readMetrics(sfnt);
  const glyphFor = characterMap(sfnt);
  const advanceOf = advances(sfnt);
  let program: Uint8Array | undefined;
  let parsed: Fontkit.Font | undefined;
  const wholeFile = (): Uint8Array => {
    program ??= sfnt.file;
    return program;
  };
  const fontkitFont = (): Fontkit.Font => {
    parsed ??= openWithFontkit(loadFontkit(), wholeFile(), index);
    return parsed;
  };
  return {
    ...facts,
    unitsPerEm: metrics.unitsPerEm,
    ascent: metrics.ascent,
    descent: metrics.descent,
    descriptor: metrics.descriptor,
    glyphFor,
    advanceOf,
    inkOf: sfnt.outlines === 'truetype' ? trueTypeInk(sfnt) : (glyph) => fontkitInk(fontkitFont(), glyph),
    shape: shaper(sfnt, glyphFor, advanceOf, fontkitFont),
    get program(): Uint8Array {
      return wholeFile();
    },
    canTrim: sfnt.outlines === 'truetype',
    subset: (glyphs, trims = []) =>
      sfnt.outlines === 'truetype'
        ? { kind: 'truetype', bytes: subsetTrueType(sfnt, glyphs, trims) }
        : subsetCff(fontkitFont(), glyphs),
  };
}

function openWithFontkit(fontkit: typeof Fontkit, file: Uint8Array, index: number): Fontkit.Font {
  const opened = fontkit.create(Buffer.from(file.buffer, file.byteOffset, file.byteLength));
  return 'fonts' in opened ? opened.fonts[index]! : opened;
}

/** The box in the glyph's header; a blank has none. */
function trueTypeInk(sfnt: Sfnt): Face['inkOf'] {
  const ranges = outlineRanges(sfnt);
  return (glyph) => {
    const [start, end] = ranges(glyph);
    if (end - start < 10) return [0, 0, 0, 0];
    const header = viewOf(sfnt.part('glyf', start, start + 10));
    return [header.getInt16(2), header.getInt16(4), header.getInt16(6), header.getInt16(8)];
  };
}

function fontkitInk(font: Fontkit.Font, glyph: number): readonly [number, number, number, number] {
  const { minX, minY, maxX, maxY } = font.getGlyph(glyph).bbox;
  return Number.isFinite(minX) ? [minX, minY, maxX, maxY] : [0, 0, 0, 0];
}

/** fontkit's CFF subset; its list of glyphs is filled directly because `includeGlyph` would drop a glyph's second place. */
function subsetCff(font: Fontkit.Font, glyphs: readonly number[]): FaceSubset {
  const subset = font.createSubset() as Fontkit.Subset & { glyphs: number[] };
  subset.glyphs = [...glyphs];
  return { kind: 'cff', bytes: subset.encode() };
}
