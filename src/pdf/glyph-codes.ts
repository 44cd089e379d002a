import { compareText } from '../diagnostics.ts';
import type { FaceId } from '../fonts/types.ts';
import type { Frame, LaidOut, Page, PlacedGlyphs } from '../layout/types.ts';
import { glyphSpans } from './glyph-text.ts';

/** A glyph as the document uses it: drawn, and standing for a text. */
export interface CodedGlyph {
  readonly glyph: number;
  readonly text: string;
  /** As in `PlacedGlyphs.trims`. */
  readonly trim: number;
}

/**
 * The character codes of one face in one document. Code n is `glyphs[n]`, 0 is .notdef. A glyph that stands for two
 * texts has two codes, so that copied text is right each time; so has a mark that stands whole here and trimmed there,
 * so that stated widths are those of the page.
 */
export interface FaceCodes {
  readonly face: FaceId;
  readonly glyphs: readonly CodedGlyph[];
  codeOf(glyph: number, text: string, trim: number): number;
}

/** Frames in the order in which a page is drawn. */
export const framesOf = (page: Page): readonly Frame[] => [
  page.body,
  ...(page.notes ? [page.notes] : []),
  ...page.margins,
];

/** Codes for all glyphs in use, faces in order of their names and codes in order of glyphs: no order of use shows. */
export function assignCodes(
  laidOut: LaidOut,
  canTrim: (face: FaceId) => boolean,
): ReadonlyMap<FaceId, FaceCodes> {
  const used = new Map<FaceId, GlyphTexts>();
  for (const page of laidOut.pages)
    for (const { items } of framesOf(page))
      for (const item of items) {
        if (item.kind !== 'text') continue;
        const ofFace = used.get(item.run.face) ?? new Map<number, Map<string, CodedGlyph>>();
        used.set(item.run.face, ofFace);
        noteGlyphs(item.run, ofFace, canTrim(item.run.face));
      }
  const faces = [...used].sort(([a], [b]) => compareText(a, b));
  return new Map(faces.map(([face, glyphs]) => [face, codesOf(face, glyphs)]));
}

/** What each glyph stands for, by `keyOf`. */
type GlyphTexts = Map<number, Map<string, CodedGlyph>>;

const keyOf = (text: string, trim: number): string => `${trim}${text}`;

function noteGlyphs(run: PlacedGlyphs, used: GlyphTexts, canTrim: boolean): void {
  for (const span of glyphSpans(run))
    for (const [index, text] of span.texts.entries()) {
      const glyph = run.glyphs[span.from + index]!;
      const trim = canTrim ? (run.trims?.[span.from + index] ?? 0) : 0;
      const uses = used.get(glyph) ?? new Map<string, CodedGlyph>();
      uses.set(keyOf(text, trim), { glyph, text, trim });
      used.set(glyph, uses);
    }
}

function codesOf(face: FaceId, used: GlyphTexts): FaceCodes {
  const glyphs: CodedGlyph[] = [{ glyph: 0, text: '', trim: 0 }];
  const codes = new Map<number, Map<string, number>>();
  for (const [glyph, uses] of [...used].sort(([a], [b]) => a - b)) {
    const ofGlyph = new Map<string, number>();
    for (const [key, use] of [...uses].sort(([a], [b]) => compareText(a, b))) {
      ofGlyph.set(key, glyphs.push(use) - 1);
    }
    codes.set(glyph, ofGlyph);
  }
  return { face, glyphs, codeOf: (glyph, text, trim) => codes.get(glyph)?.get(keyOf(text, trim)) ?? 0 };
}
