import { pickFace } from '../../src/fonts/pick.ts';
import type { Face, FontBook } from '../../src/fonts/types.ts';

/**
 * A font whose metrics a person can do in the head: every Han or full-width character is a square of 1000/1000 em,
 * every other character is 500 wide. Glyph = code point (of the Basic Multilingual Plane). No font file is needed.
 */
export const SQUARE_FAMILY = 'Square';
/** Latin twin of `SQUARE_FAMILY`: the same metrics, without Han and full-width characters. */
export const SQUARE_LATIN_FAMILY = 'Square Latin';

const WIDE: readonly (readonly [first: number, last: number])[] = [
  [0x2014, 0x2014], // —
  [0x2018, 0x2019], // ‘ ’
  [0x201c, 0x201d], // “ ”
  [0x2026, 0x2026], // …
  [0x2e80, 0x303f],
  [0x3040, 0x30ff],
  [0x3400, 0x9fff],
  [0xf900, 0xfaff],
  [0xff01, 0xff60],
];

const isWide = (codePoint: number): boolean =>
  WIDE.some(([first, last]) => codePoint >= first && codePoint <= last);

const OPENING = new Set([...'「『（〔【《〈“‘［｛'].map((c) => c.codePointAt(0)));
const CLOSING = new Set([...'」』）〕】》〉”’］｝、。，．；：！？'].map((c) => c.codePointAt(0)));

/** Opening marks have their ink in the right half, closing marks, pauses and stops in the left, as in Mainland faces. */
const inkOf = (glyph: number, advance: number): readonly [number, number, number, number] =>
  OPENING.has(glyph)
    ? [advance / 2, -200, advance, 800]
    : [0, -200, CLOSING.has(glyph) ? advance / 2 : advance, 800];

/** Characters of the private use area stand for "no font has it". */
const isAbsent = (codePoint: number): boolean =>
  codePoint > 0xffff || (codePoint >= 0xe000 && codePoint <= 0xf8ff);

function squareFace(
  family: string,
  weight: number,
  style: 'normal' | 'italic',
  script: 'cjk' | 'latin',
): Face {
  const glyphFor = (codePoint: number): number =>
    isAbsent(codePoint) || (script === 'latin' && isWide(codePoint) && codePoint >= 0x2e80) ? 0 : codePoint;
  const advanceOf = (glyph: number): number => (script === 'cjk' && isWide(glyph) ? 1000 : 500);
  return {
    id: `${family.toLowerCase().replaceAll(' ', '-')}-${weight}${style === 'italic' ? '-italic' : ''}`,
    family,
    weight,
    style,
    script,
    unitsPerEm: 1000,
    ascent: 800,
    descent: -200,
    glyphFor,
    advanceOf,
    inkOf: (glyph) => inkOf(glyph, advanceOf(glyph)),
    shape: (text) => {
      const codePoints = [...text];
      const clusters = new Uint32Array(codePoints.length);
      const glyphs = new Uint16Array(codePoints.length);
      const advances = new Float64Array(codePoints.length);
      let at = 0;
      for (const [index, character] of codePoints.entries()) {
        const glyph = glyphFor(character.codePointAt(0) ?? 0);
        clusters[index] = at;
        glyphs[index] = glyph;
        advances[index] = advanceOf(glyph);
        at += character.length;
      }
      const none = new Float64Array(codePoints.length);
      return { glyphs, advances, xOffsets: none, yOffsets: none, clusters };
    },
    wordName: family,
    descriptor: {
      postScriptName: family.replaceAll(' ', ''),
      bbox: [0, -200, 1000, 800],
      italicAngle: 0,
      capHeight: 800,
      fixedPitch: false,
      serif: false,
    },
    get program(): Uint8Array {
      throw new Error('the square font has no font program: use a real face where a file is written');
    },
    subset: () => {
      throw new Error('the square font has no font program: use a real face where a file is written');
    },
  };
}

/**
 * A book with the families `Square` (cjk: has every character of the BMP but private use ones) and `Square Latin`
 * (no Han, no full-width marks; quotes and dashes are 500 wide), each in 400, 700 and italic.
 */
export function squareFontBook(): FontBook {
  const faces: readonly Face[] = (
    [
      [SQUARE_FAMILY, 'cjk'],
      [SQUARE_LATIN_FAMILY, 'latin'],
    ] as const
  ).flatMap(([family, script]) => [
    squareFace(family, 400, 'normal', script),
    squareFace(family, 700, 'normal', script),
    squareFace(family, 400, 'italic', script),
  ]);
  return {
    chain: (families, weight, style) =>
      families.flatMap((family) => {
        const ofFamily = faces.filter((face) => face.family === family);
        const styled = ofFamily.filter((face) => face.style === style);
        const best = styled.find((face) => face.weight === (weight >= 600 ? 700 : 400)) ?? styled[0];
        return best ? [best] : [];
      }),
    face: (id) => {
      const face = faces.find((candidate) => candidate.id === id);
      if (!face) throw new Error(`no face ${id}`);
      return face;
    },
    hasFamily: (name) => faces.some((face) => face.family === name),
    families: [SQUARE_FAMILY, SQUARE_LATIN_FAMILY],
    pick: pickFace,
  };
}
