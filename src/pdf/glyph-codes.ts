import { compareText } from '../diagnostics.ts';
import type { FaceId } from '../fonts/types.ts';
import type { Frame, LaidOut, Page, PlacedGlyphs } from '../layout/types.ts';
import { glyphSpans } from './glyph-text.ts';

/** A glyph as the document uses it: drawn, and standing for a text. */
export interface CodedGlyph {
  readonly glyph: number;
  readonly text: string;
}

/**
 * The character codes of one face in one document. Code n is `glyphs[n]`, 0 is .notdef. A glyph that stands for two
 * texts has two codes, so that copied text is right each time.
 */
export interface FaceCodes {
  readonly face: FaceId;
  readonly glyphs: readonly CodedGlyph[];
  codeOf(glyph: number, text: string): number;
}

/** Frames in the order in which a page is drawn. */
export const framesOf = (page: Page): readonly Frame[] => [
  page.body,
  ...(page.notes ? [page.notes] : []),
  ...page.margins,
];

/** Codes for all glyphs in use, faces in order of their names and codes in order of glyphs: no order of use shows. */
export function assignCodes(laidOut: LaidOut): ReadonlyMap<FaceId, FaceCodes> {
  const used = new Map<FaceId, GlyphTexts>();
  for (const page of laidOut.pages)
    for (const { items } of framesOf(page))
      for (const item of items) {
        if (item.kind !== 'text') continue;
        const ofFace = used.get(item.run.face) ?? new Map<number, Set<string>>();
        used.set(item.run.face, ofFace);
        noteGlyphs(item.run, ofFace);
      }
  const faces = [...used].sort(([a], [b]) => compareText(a, b));
  return new Map(faces.map(([face, glyphs]) => [face, codesOf(face, glyphs)]));
}

/** Texts that each glyph stands for. */
type GlyphTexts = Map<number, Set<string>>;

function noteGlyphs(run: PlacedGlyphs, used: GlyphTexts): void {
  for (const span of glyphSpans(run))
    for (const [index, text] of span.texts.entries()) {
      const glyph = run.glyphs[span.from + index]!;
      const texts = used.get(glyph);
      if (texts) texts.add(text);
      else used.set(glyph, new Set([text]));
    }
}

function codesOf(face: FaceId, used: GlyphTexts): FaceCodes {
  const glyphs: CodedGlyph[] = [{ glyph: 0, text: '' }];
  const codes = new Map<number, Map<string, number>>();
  for (const [glyph, texts] of [...used].sort(([a], [b]) => a - b)) {
    const ofGlyph = new Map<string, number>();
    for (const text of [...texts].sort(compareText)) ofGlyph.set(text, glyphs.push({ glyph, text }) - 1);
    codes.set(glyph, ofGlyph);
  }
  return { face, glyphs, codeOf: (glyph, text) => codes.get(glyph)?.get(text) ?? 0 };
}
