import type { Lang } from '../lang.ts';

/** Stable name of a face, e.g. `noto-serif-sc-400`. */
export type FaceId = string;

/** Result of shaping one run in logical order; advances and offsets in font units. */
export interface ShapedGlyphs {
  readonly glyphs: Uint16Array;
  readonly advances: Float64Array;
  readonly xOffsets: Float64Array;
  readonly yOffsets: Float64Array;
  /** UTF-16 offset in the shaped text at which each glyph's cluster begins. */
  readonly clusters: Uint32Array;
}

/** What a PDF font descriptor says of a face (ISO 32000-1, table 122). Lengths in font units. */
export interface FaceDescriptor {
  readonly postScriptName: string;
  /** Ink of all glyphs together: [xMin, yMin, xMax, yMax]. */
  readonly bbox: readonly [number, number, number, number];
  /** Degrees counter-clockwise from the vertical. */
  readonly italicAngle: number;
  readonly capHeight: number;
  readonly fixedPitch: boolean;
  readonly serif: boolean;
}

/** A font program reduced to some glyphs, ready to embed. */
export interface FaceSubset {
  /** `truetype` = an sfnt with glyf outlines; `cff` = a bare CFF table. */
  readonly kind: 'truetype' | 'cff';
  readonly bytes: Uint8Array;
}

/** One opened font face. Cheap to keep; parsed once per process. Lengths in font units. */
export interface Face {
  readonly id: FaceId;
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** `cjk` faces own the ambiguous characters (‘ ’ “ ” — … ·) of Chinese text. */
  readonly script: 'cjk' | 'latin';
  readonly unitsPerEm: number;
  readonly ascent: number;
  /** Negative, below the baseline. */
  readonly descent: number;
  /** Glyph of a code point, 0 = none. */
  glyphFor(codePoint: number): number;
  advanceOf(glyph: number): number;
  /** Ink box of a glyph: [xMin, yMin, xMax, yMax]. */
  inkOf(glyph: number): readonly [number, number, number, number];
  /** Full OpenType shaping (kerning, ligatures) for runs that need it; `features` are OpenType tags put on besides. */
  shape(text: string, features?: readonly string[]): ShapedGlyphs;
  /** The whole font program, a TrueType or CFF sfnt. */
  readonly program: Uint8Array;
  readonly descriptor: FaceDescriptor;
  /**
   * The program reduced to `glyphs`; glyph n of the result is `glyphs[n]`, and `glyphs[0]` must be 0 (.notdef).
   * A glyph may stand twice. Parts of composite glyphs are added behind.
   * @param trims for each glyph what is cut of its advance to leave half an em: 0 nothing, 1 at its end, 2 at its start
   */
  subset(glyphs: readonly number[], trims?: readonly number[]): FaceSubset;
  /** Whether `subset` can trim; faces with CFF outlines cannot. */
  readonly canTrim?: boolean;
  /** Word's names of this family: `w:rFonts` ascii/hAnsi for latin faces, eastAsia for cjk faces. */
  readonly wordName: string;
}

/** All faces of the catalogue. Faces open when first used. */
export interface FontBook {
  /** Families in order with the closest weight and style; unknown families are left out (a diagnostic of the cascade). */
  chain(families: readonly string[], weight: number, style: 'normal' | 'italic'): readonly Face[];
  face(id: FaceId): Face;
  hasFamily(name: string): boolean;
  /** Names for "did you mean". */
  readonly families: readonly string[];
  /**
   * The face of a chain that sets a character: the first that has it, but for Chinese the ambiguous characters
   * go to the first `cjk` face, except an apostrophe between Latin letters. None = no face has it.
   */
  pick(
    chain: readonly Face[],
    codePoint: number,
    lang: Lang,
    before: number,
    after: number,
  ): Face | undefined;
}
