import type { Diagnostic } from '../diagnostics.ts';
import type { Face, FontBook } from '../fonts/types.ts';
import { isChinese } from '../lang.ts';
import type { ComputedStyle } from '../markup/types.ts';
import { classOf, UNIT } from './classes.ts';
import { missingCharacter } from './missing-character.ts';
import { LINE_SEPARATOR } from './paragraph.ts';
import { halfMark } from './punctuation.ts';
import { shapeWord } from './shape-cache.ts';
import { type CharClass, type Cluster, OBJECT_CHARACTER, type Paragraph, type TextRun } from './types.ts';

/** Clusters of a paragraph in order; `hyphens` are drawn only where a line ends at a soft hyphen. */
export interface Shaped {
  readonly clusters: readonly Cluster[];
  /** Hyphen cluster for each soft hyphen, by the index of the soft hyphen's own (empty) cluster. */
  readonly hyphens: ReadonlyMap<number, Cluster>;
}

const SOFT_HYPHEN = 0xad;

/** Classes whose neighbours are shaped together, so that kerning and ligatures work. */
const SHAPED: ReadonlySet<CharClass> = new Set(['latin', 'lopen', 'lclose', 'lpause', 'mark']);

/** Classes that own half an em of glue. */
const HALVED: ReadonlySet<CharClass> = new Set(['open', 'close', 'comma', 'stop', 'middle']);

/**
 * Chooses a face for each character and measures it. Ideographs need no shaping: a glyph of the character map and
 * its advance; Latin words go through OpenType shaping.
 * Errors: `fonts/missing-character` where no face of the family list has a character.
 */
export function shapeParagraph(
  paragraph: Paragraph,
  fonts: FontBook,
  report: (d: Diagnostic) => void,
): Shaped {
  const clusters: Cluster[] = [];
  const hyphens = new Map<number, Cluster>();
  const { text } = paragraph;
  const advances = new Map(paragraph.objects.map((object) => [object.at, object.advance] as const));
  let run = 0;
  let at = 0;
  while (at < text.length) {
    const advance = advances.get(at);
    if (advance !== undefined) {
      clusters.push(blank(at, OBJECT_CHARACTER, 'object', -1, paragraph.style.fontSize, advance));
      at += 1;
      continue;
    }
    while (run < paragraph.runs.length && (paragraph.runs[run]?.end ?? 0) <= at) run += 1;
    const current = paragraph.runs[run];
    if (!current) break;
    at = shapeRunFrom({ paragraph, run: current, index: run, fonts, report, clusters, hyphens }, at);
  }
  return { clusters, hyphens };
}

interface RunContext {
  readonly paragraph: Paragraph;
  readonly run: TextRun;
  readonly index: number;
  readonly fonts: FontBook;
  readonly report: (d: Diagnostic) => void;
  readonly clusters: Cluster[];
  readonly hyphens: Map<number, Cluster>;
}

const chains = new WeakMap<FontBook, WeakMap<ComputedStyle, readonly Face[]>>();

function chainOf(fonts: FontBook, style: ComputedStyle): readonly Face[] {
  let known = chains.get(fonts);
  if (!known) {
    known = new WeakMap();
    chains.set(fonts, known);
  }
  let chain = known.get(style);
  if (!chain) {
    chain = fonts.chain(style.fontFamily, style.fontWeight, style.fontStyle);
    known.set(style, chain);
  }
  return chain;
}

/** Shapes to the end of the run; returns the offset reached. */
function shapeRunFrom(context: RunContext, from: number): number {
  const { paragraph, run, index, clusters } = context;
  const { text } = paragraph;
  const size = run.style.fontSize;
  const chain = chainOf(context.fonts, run.style);
  let at = from;
  let word: { start: number; face: Face; classes: CharClass[] } | undefined;
  const flush = (): void => {
    if (word) shapeLatin(context, word.start, at, word.face, word.classes);
    word = undefined;
  };
  while (at < run.end) {
    const codePoint = text.codePointAt(at) ?? 0;
    const length = codePoint > 0xffff ? 2 : 1;
    const before = codePointBefore(text, at);
    const after = text.codePointAt(at + length) ?? 0;
    const cls = run.kind === 'note-mark' ? 'mark' : classOf(codePoint, run.lang, before, after);
    if (codePoint === SOFT_HYPHEN || text[at] === LINE_SEPARATOR || isDefaultIgnorable(codePoint)) {
      flush();
      // Transparent like a note mark: a gap belongs to the visible characters on either side.
      clusters.push(blank(at, text.slice(at, at + length), 'mark', index, size, 0));
      if (codePoint === SOFT_HYPHEN) addHyphen(context, chain, before, after);
      at += length;
      continue;
    }
    const face = context.fonts.pick(chain, codePoint, run.lang, before, after);
    if (!face) {
      flush();
      context.report(missingCharacter(paragraph, run, at, length));
      clusters.push(blank(at, text.slice(at, at + length), cls, index, size, size));
      at += length;
      continue;
    }
    UNIT.lastIndex = at;
    const unit = isChinese(run.lang) ? UNIT.exec(text)?.[0] : undefined;
    if (unit && at + unit.length <= run.end) {
      flush();
      clusters.push(twoEm(face, unit, at, index, size));
      at += unit.length;
      continue;
    }
    if (SHAPED.has(cls)) {
      if (word && word.face !== face) flush();
      word ??= { start: at, face, classes: [] };
      for (let i = 0; i < length; i++) word.classes.push(cls);
      at += length;
      continue;
    }
    flush();
    clusters.push(single(context, face, codePoint, at, length, cls));
    at += length;
  }
  flush();
  return at;
}

function single(
  context: RunContext,
  face: Face,
  codePoint: number,
  at: number,
  length: number,
  cls: CharClass,
): Cluster {
  const { run, index, paragraph } = context;
  const size = run.style.fontSize;
  const glyph = face.glyphFor(codePoint);
  const text = paragraph.text.slice(at, at + length);
  const base = { start: at, end: at + length, text, cls, run: index, face, size, glyphs: [glyph] };
  if (HALVED.has(cls) && face.script === 'cjk' && run.style.textSpacingTrim !== 'space-all') {
    const half = halfMark(face, glyph, cls);
    // A mark that keeps its full width has no free half: it spaces like a Han character.
    const kept = half.width > 0.5 && cls !== 'middle';
    return {
      ...base,
      cls: kept ? fullWidthClass(cls) : cls,
      width: half.width * size,
      xs: [half.origin * size],
    };
  }
  const width = (face.advanceOf(glyph) / face.unitsPerEm) * size + run.style.letterSpacing;
  return { ...base, width, xs: [0] };
}

/** Full-width marks without a free half: an opening one behaves like `(`, the others like `)`. */
const fullWidthClass = (cls: CharClass): CharClass => (cls === 'open' ? 'lopen' : 'lclose');

/** A Chinese dash fills its two em at the height of Han characters; a font may keep that form for full widths. */
const FULL_WIDTH = ['fwid'];

/** A dash or ellipsis of two characters in a box of exactly two em, ink centred (CLREQ 3.1.5.1). */
function twoEm(face: Face, text: string, at: number, run: number, size: number): Cluster {
  const shaped = shapeWord(face, text, FULL_WIDTH);
  const scale = size / face.unitsPerEm;
  let x = 0;
  const xs: number[] = [];
  for (let i = 0; i < shaped.glyphs.length; i++) {
    xs.push(x + (shaped.xOffsets[i] ?? 0) * scale);
    x += (shaped.advances[i] ?? 0) * scale;
  }
  const shift = (2 * size - x) / 2;
  return {
    start: at,
    end: at + text.length,
    text,
    cls: 'unit',
    run,
    face,
    size,
    width: 2 * size,
    glyphs: [...shaped.glyphs],
    xs: xs.map((value) => value + shift),
  };
}

function shapeLatin(
  context: RunContext,
  from: number,
  to: number,
  face: Face,
  classes: readonly CharClass[],
): void {
  const { run, index, paragraph, clusters } = context;
  const size = run.style.fontSize;
  const scale = size / face.unitsPerEm;
  const text = paragraph.text.slice(from, to);
  const shaped = shapeWord(face, text);
  const count = shaped.glyphs.length;
  let glyph = 0;
  while (glyph < count) {
    const start = shaped.clusters[glyph] ?? 0;
    let next = glyph + 1;
    while (next < count && shaped.clusters[next] === start) next += 1;
    const end = next < count ? (shaped.clusters[next] ?? text.length) : text.length;
    const glyphs: number[] = [];
    const xs: number[] = [];
    let x = 0;
    for (let i = glyph; i < next; i++) {
      glyphs.push(shaped.glyphs[i] ?? 0);
      xs.push(x + (shaped.xOffsets[i] ?? 0) * scale);
      x += (shaped.advances[i] ?? 0) * scale;
    }
    clusters.push({
      start: from + start,
      end: from + end,
      text: text.slice(start, end),
      cls: classes[start] ?? 'latin',
      run: index,
      face,
      size,
      width: x + run.style.letterSpacing,
      glyphs,
      xs,
    });
    glyph = next;
  }
}

function addHyphen(context: RunContext, chain: readonly Face[], before: number, after: number): void {
  const { run, fonts, clusters, hyphens, index } = context;
  const face = fonts.pick(chain, 0x2d, run.lang, before, after);
  const at = clusters.length - 1;
  const own = clusters[at];
  if (!face || !own) return;
  const glyph = face.glyphFor(0x2d);
  const size = run.style.fontSize;
  const width = (face.advanceOf(glyph) / face.unitsPerEm) * size;
  hyphens.set(at, { ...own, cls: 'latin', run: index, face, width, glyphs: [glyph], xs: [0] });
}

function blank(at: number, text: string, cls: CharClass, run: number, size: number, width: number): Cluster {
  return {
    start: at,
    end: at + text.length,
    text,
    cls,
    run,
    face: undefined,
    size,
    width,
    glyphs: [],
    xs: [],
  };
}

function codePointBefore(text: string, at: number): number {
  if (at === 0) return 0;
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff && at > 1 ? (text.codePointAt(at - 2) ?? 0) : low;
}

/** Joiners, word joiner, directional marks, variation selectors: no glyph, no width (UAX #44 Default_Ignorable). */
const isDefaultIgnorable = (codePoint: number): boolean =>
  (codePoint >= 0x200b && codePoint <= 0x200f) ||
  (codePoint >= 0x2060 && codePoint <= 0x2064) ||
  (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
  codePoint === 0xfeff;
