import type { Lang } from '../lang.ts';
import type { Frame, FrameItem, Page, StructureType } from '../layout/types.ts';
import type { BoxId, Color } from '../markup/types.ts';
import type { PdfFont } from './fonts.ts';
import { framesOf } from './glyph-codes.ts';
import { type GlyphSpan, glyphSpans } from './glyph-text.ts';
import { hex, hexText, number } from './syntax.ts';

type TextItem = Extract<FrameItem, { kind: 'text' }>;
type RuleItem = Extract<FrameItem, { kind: 'rule' }>;

/** A page's drawing operators and which structure leaf each marked-content sequence belongs to. */
export interface PageContent {
  readonly operators: string;
  /** Leaf of each marked-content identifier; the index is the identifier. */
  readonly leaves: readonly BoxId[];
}

export interface ContentContext {
  readonly fontOf: (item: TextItem) => PdfFont;
  /** Structure type and language of the element that holds a leaf. */
  readonly ownerOf: (leaf: BoxId) => LeafOwner;
}

export interface LeafOwner {
  readonly type: StructureType;
  readonly lang: Lang;
}

/** Draws a page: body, notes, then heads and feet; within a frame rules first, so that text lies over them. */
export function drawPage(page: Page, context: ContentContext): PageContent {
  const painter = new Painter(context);
  for (const frame of framesOf(page)) {
    for (const item of frame.items) if (item.kind === 'rule') painter.rule(item);
    for (const item of frame.items) if (item.kind === 'text') painter.text(item, artifactOf(page, frame));
  }
  return painter.finish();
}

const LAYOUT_ARTIFACT = '<</Type /Layout>>';

/** What text outside the structure is (ISO 32000-1, table 330): running heads and feet by their place on the page. */
function artifactOf(page: Page, frame: Frame): string {
  if (!page.margins.includes(frame)) return LAYOUT_ARTIFACT;
  const head = frame.y < page.body.y;
  return head
    ? '<</Type /Pagination /Subtype /Header /Attached [/Top]>>'
    : '<</Type /Pagination /Subtype /Footer /Attached [/Bottom]>>';
}

/**
 * Writes operators, leaving out what the graphics state already says. pdfkit begins each page by putting the origin at
 * its top left, as layout does; glyphs are turned upright again.
 */
class Painter {
  readonly #context: ContentContext;
  readonly #out: string[] = [];
  readonly #leaves: BoxId[] = [];
  /** Operand text of the open marked-content sequence; sequences of one leaf that follow each other are one. */
  #open: string | undefined;
  #color = '0 g';
  #font = '';
  #inText = false;

  constructor(context: ContentContext) {
    this.#context = context;
  }

  rule({ x, y, width, height, color }: RuleItem): void {
    this.#openArtifact(LAYOUT_ARTIFACT);
    this.#endText();
    this.#setColor(color);
    this.#out.push(`${number(x)} ${number(y)} ${number(width)} ${number(height)} re f`);
  }

  text(item: TextItem, artifact: string): void {
    if (item.run.glyphs.length === 0) return;
    if (item.leaf === undefined) this.#openArtifact(artifact);
    else this.#openLeaf(item.leaf);
    this.#setColor(item.color);
    const { resource } = this.#context.fontOf(item);
    const font = `/${resource} ${number(item.run.size)} Tf`;
    if (!this.#inText) this.#out.push('BT');
    this.#inText = true;
    if (font !== this.#font) this.#out.push(font);
    this.#font = font;
    this.#inSpan(this.#spanOf(item), () => {
      for (const span of glyphSpans(item.run)) this.#inSpan(actualTextOf(span), () => this.#show(item, span));
    });
  }

  finish(): PageContent {
    this.#close();
    return { operators: this.#out.join('\n'), leaves: this.#leaves };
  }

  /** What is said beside the glyphs of a whole item: a change of language, the text meant. */
  #spanOf(item: TextItem): readonly string[] {
    const foreign = item.leaf !== undefined && item.lang !== this.#context.ownerOf(item.leaf).lang;
    return [...(foreign ? [`/Lang (${item.lang})`] : []), ...actualTextOf(item)];
  }

  #inSpan(properties: readonly string[], draw: () => void): void {
    if (properties.length > 0) this.#out.push(`/Span <<${properties.join(' ')}>> BDC`);
    draw();
    if (properties.length > 0) this.#out.push('EMC');
  }

  /**
   * Shows glyphs from an absolute place. TJ numbers make up the difference between where layout wants the next glyph
   * and where the stated width leaves the pen. The pen is followed as a reader computes it, so roundings do not add up.
   */
  #show(item: TextItem, { from, to, texts }: GlyphSpan): void {
    const { run } = item;
    const { codes, widthOf, canTrim, cutOf } = this.#context.fontOf(item);
    const trimOf = (glyph: number): number => (canTrim ? (run.trims?.[glyph] ?? 0) : 0);
    // A mark whose free half before it is cut begins where its ink does.
    const xOf = (glyph: number): number =>
      item.x + run.x[glyph]! + (trimOf(glyph) === 2 ? (cutOf(run.glyphs[glyph]!) * run.size) / 1000 : 0);
    const start = Math.round(xOf(from) * 1000) / 1000;
    let pen = start;
    let codesText = '';
    const elements: string[] = [];
    for (let glyph = from; glyph < to; glyph++) {
      const back = Math.round(((pen - xOf(glyph)) * 1e4) / run.size) / 10;
      if (back !== 0 && glyph > from) {
        elements.push(`<${codesText}>`, number(back));
        codesText = '';
        pen -= (back * run.size) / 1000;
      }
      const code = codes.codeOf(run.glyphs[glyph]!, texts[glyph - from]!, trimOf(glyph));
      codesText += hex(code, 4);
      pen += (widthOf(code) * run.size) / 1000;
    }
    elements.push(`<${codesText}>`);
    this.#out.push(`1 0 0 -1 ${number(start)} ${number(item.y)} Tm`);
    this.#out.push(elements.length === 1 ? `${elements[0]} Tj` : `[${elements.join('')}] TJ`);
  }

  #openLeaf(leaf: BoxId): void {
    const { type } = this.#context.ownerOf(leaf);
    if (this.#leaves.at(-1) === leaf && this.#open === markOf(type, this.#leaves.length - 1)) return;
    this.#leaves.push(leaf);
    this.#mark(markOf(type, this.#leaves.length - 1));
  }

  #openArtifact(properties: string): void {
    const mark = `/Artifact ${properties}`;
    if (this.#open !== mark) this.#mark(mark);
  }

  #mark(mark: string): void {
    this.#close();
    this.#out.push(`${mark} BDC`);
    this.#open = mark;
  }

  #close(): void {
    this.#endText();
    if (this.#open !== undefined) this.#out.push('EMC');
    this.#open = undefined;
  }

  /** A text object stays open through a marked-content sequence, which must not straddle it (clause 14.6.1). */
  #endText(): void {
    if (this.#inText) this.#out.push('ET');
    this.#inText = false;
  }

  #setColor(color: Color): void {
    const operator = colorOperator(color);
    if (operator !== this.#color) this.#out.push(operator);
    this.#color = operator;
  }
}

const actualTextOf = ({ actualText }: { readonly actualText?: string }): readonly string[] =>
  actualText === undefined ? [] : [`/ActualText ${hexText(actualText)}`];

const markOf = (type: StructureType, identifier: number): string => `/${type} <</MCID ${identifier}>>`;

function colorOperator([red, green, blue]: Color): string {
  const share = (channel: number): string => number(channel / 255);
  return red === green && green === blue
    ? `${share(red)} g`
    : `${share(red)} ${share(green)} ${share(blue)} rg`;
}
