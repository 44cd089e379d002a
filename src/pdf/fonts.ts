import type { Face } from '../fonts/types.ts';
import {
  add,
  addStream,
  type PdfDict,
  type PdfDocument,
  type PdfRef,
  type PdfValue,
  text,
} from './document.ts';
import type { CodedGlyph, FaceCodes } from './glyph-codes.ts';
import { latin1, nameOf } from './syntax.ts';
import { toUnicode } from './to-unicode.ts';

/** A face as the document's pages use it. */
export interface PdfFont {
  /** Name in the pages' resources. */
  readonly resource: string;
  readonly ref: PdfRef;
  readonly codes: FaceCodes;
  /** Advance of a code in thousandths of an em, exactly as the file states it. */
  widthOf(code: number): number;
  /** Whether trimmed marks have codes of their own. */
  readonly canTrim: boolean;
  /** What a trimmed glyph loses, in thousandths of an em. */
  cutOf(glyph: number): number;
}

/**
 * Writes a face as a composite font with two-byte codes (ISO 32000-1, 9.7). The subset is made in the order of the
 * codes, so code, CID and glyph number are one and no map between them is needed.
 */
export function writeFont(document: PdfDocument, face: Face, codes: FaceCodes, resource: string): PdfFont {
  const thousandths = (units: number): number => Math.round((units * 1e6) / face.unitsPerEm) / 1000;
  const program = face.subset(
    codes.glyphs.map(({ glyph }) => glyph),
    codes.glyphs.map(({ trim }) => trim),
  );
  const baseFont = `${subsetTag(codes.glyphs)}+${nameOf(face.descriptor.postScriptName)}`;
  const widths = codes.glyphs.map(({ glyph, trim }) =>
    trim === 0 ? thousandths(face.advanceOf(glyph)) : 500,
  );
  const descriptor = add(document, {
    Type: 'FontDescriptor',
    FontName: baseFont,
    Flags: flags(face),
    FontBBox: face.descriptor.bbox.map(thousandths),
    ItalicAngle: face.descriptor.italicAngle,
    Ascent: thousandths(face.ascent),
    Descent: thousandths(face.descent),
    CapHeight: thousandths(face.descriptor.capHeight),
    StemV: stemWidth(face.weight),
    ...writeProgram(document, program),
  });
  const descendant: PdfDict = {
    Type: 'Font',
    Subtype: program.kind === 'truetype' ? 'CIDFontType2' : 'CIDFontType0',
    BaseFont: baseFont,
    CIDSystemInfo: { Registry: text('Adobe'), Ordering: text('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    ...writeWidths(widths),
    CIDToGIDMap: program.kind === 'truetype' ? 'Identity' : undefined,
  };
  const ref = add(document, {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: baseFont,
    Encoding: 'Identity-H',
    DescendantFonts: [add(document, descendant)],
    ToUnicode: addStream(document, {}, latin1(toUnicode(codes.glyphs))),
  });
  const canTrim = face.canTrim === true;
  const cutOf = (glyph: number): number => thousandths(face.advanceOf(glyph)) - 500;
  return { resource, ref, codes, canTrim, widthOf: (code) => widths[code]!, cutOf };
}

function writeProgram(document: PdfDocument, program: ReturnType<Face['subset']>): PdfDict {
  if (program.kind === 'cff')
    return { FontFile3: addStream(document, { Subtype: 'CIDFontType0C' }, program.bytes) };
  return { FontFile2: addStream(document, { Length1: program.bytes.length }, program.bytes) };
}

const FLAG = { fixedPitch: 1, serif: 2, symbolic: 4, italic: 64 } as const;

/** Table 123. Subsets are symbolic: their characters are no standard set. */
function flags(face: Face): number {
  const { fixedPitch, serif } = face.descriptor;
  return (
    FLAG.symbolic |
    (fixedPitch ? FLAG.fixedPitch : 0) |
    (serif ? FLAG.serif : 0) |
    (face.style === 'italic' ? FLAG.italic : 0)
  );
}

/** Vertical stem in thousandths of an em; fonts do not record it, and readers use it only to imitate a missing font. */
const stemWidth = (weight: number): number => Math.round(10 + (220 * (weight - 50)) / 900);

/** Default width and the runs that differ from it (clause 9.7.4.3): in a Han face nearly all are one em. */
function writeWidths(widths: readonly number[]): PdfDict {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let usual = widths[0]!;
  for (const [width, count] of counts) if (count > counts.get(usual)!) usual = width;
  const runs: PdfValue[] = [];
  let run: number[] = [];
  for (const [code, width] of widths.entries()) {
    if (width === usual) run = [];
    else {
      if (run.length === 0) runs.push(code, run);
      run.push(width);
    }
  }
  return { DW: usual, W: runs.length > 0 ? runs : undefined };
}

/** Six capitals that tell subsets apart (clause 9.6.4): an FNV-1a digest of what is in this one. */
function subsetTag(glyphs: readonly CodedGlyph[]): string {
  let digest = 0x811c9dc5;
  for (const { glyph, trim } of glyphs)
    for (const byte of [glyph & 0xff, glyph >> 8, ...(trim === 0 ? [] : [trim])])
      digest = Math.imul(digest ^ byte, 0x01000193) >>> 0;
  let tag = '';
  for (let letter = 0; letter < 6; letter++) {
    tag += String.fromCharCode(65 + (digest % 26));
    digest = Math.floor(digest / 26);
  }
  return tag;
}
