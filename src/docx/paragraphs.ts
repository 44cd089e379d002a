import type { InlineBlockBox, InlineLevel } from '../markup/types.ts';
import { twips } from '../units.ts';
import type { ParagraphLeaf } from './flow.ts';
import { paragraphFormat } from './formats.ts';
import type { NumberedParagraph } from './numbering.ts';
import { inlineContent, type RunContext, textOf } from './runs.ts';
import { changes } from './styles.ts';
import type { InlinePlan, ParagraphFormat, ParagraphPlan, RunFormat } from './types.ts';

/** A paragraph as planned, with what only the whole document can settle. */
export interface DraftParagraph {
  readonly plan: ParagraphPlan;
  readonly format: ParagraphFormat;
  readonly numbered?: NumberedParagraph;
  /** The style by which a STYLEREF field can find its text, and that text. */
  readonly citable?: Citable;
}

/**
 * An item without a number (`list-style-type: none`) cannot be in the style of the numbered ones, which numbers by
 * itself: it gets a style based on that.
 */
function styleNameOf({ item, styleName }: ParagraphLeaf, { numberedStyles, styles }: RunContext): string {
  if (item || !numberedStyles.has(styleName)) return styleName;
  const name = `${styleName} unnumbered`;
  styles.base(name, styleName);
  return name;
}

export interface Citable {
  readonly style: string;
  readonly text: string;
}

/**
 * One paragraph: its named style and its content. Three things become tabs that CSS says by boxes:
 *
 * - an inside marker with a `min-width`: the text begins at a tab stop after Word's own number;
 * - an outside marker: the number hangs in a hanging indent;
 * - an inline-block at the start, drawn left of the text by a negative margin (a title's number): a hanging indent
 *   with a tab stop at the block's right edge (or left, by its `text-align`) and one where the text begins.
 */
export function draftParagraph(leaf: ParagraphLeaf, context: RunContext): DraftParagraph {
  const { block, place } = leaf;
  const inlines = block.content.kind === 'inlines' ? block.content.inlines : [];
  const run = context.runFormat(block.style);
  const largest = largestSize(inlines, block.style.fontSize);
  const own = paragraphFormat(block.style, place, largest);
  const hung = hungBlock(inlines);
  const list = leaf.item && listFormat(leaf.item.box.style, own);
  const head = hung && hungFormat(hung, own);
  const format: ParagraphFormat = {
    ...own,
    ...list?.format,
    ...head,
    keepNext: own.keepNext || leaf.keepNext,
    pageBreakBefore: leaf.breakBefore === 'page',
  };
  const { id, direct } = context.styles.paragraph({
    name: styleNameOf(leaf, context),
    paragraph: format,
    run,
    origin: block.origin,
  });
  const rest = hung ? inlines.slice(1) : inlines;
  const text = inlineContent(rest, run, context);
  const cited = citableText(leaf, text, hung !== undefined, run, context);
  const content = hung ? [...hungContent(hung, run, context), ...cited.inlines] : cited.inlines;
  return {
    plan: { kind: 'paragraph', style: id, direct, inlines: content },
    format,
    ...(cited.citable && { citable: cited.citable }),
    ...(leaf.item && {
      numbered: {
        marker: leaf.item.marker,
        style: id,
        left: format.left,
        firstLine: format.firstLine,
        ...(list?.tab !== undefined && { tab: list.tab }),
        run: changes(run, context.runFormat(leaf.item.box.style)),
      },
    }),
  };
}

/**
 * Makes the text that a running head shows citable, so that the head follows when the text is edited in Word. STYLEREF
 * finds a whole paragraph by its style, but not where a number stands in the same paragraph, and not by the name of a
 * built-in style, which each language of Word spells its own way: then the text gets a character style for this alone.
 */
function citableText(
  leaf: ParagraphLeaf,
  inlines: readonly InlinePlan[],
  numbered: boolean,
  run: RunFormat,
  context: RunContext,
): { readonly inlines: readonly InlinePlan[]; readonly citable?: Citable } {
  const text = textOf(inlines);
  const { cited, styles } = context;
  if (!numbered && !styles.isBuiltIn(leaf.styleName))
    return { inlines, citable: { style: leaf.styleName, text } };
  if (!leaf.strings.some(({ name, value }) => cited.has(name) && value === text)) return { inlines };
  if (inlines.some((inline) => inline.kind !== 'text' || inline.style !== undefined)) return { inlines };
  const name = `${leaf.styleName} text`;
  const style = styles.character({ name, run, around: run, origin: leaf.block.origin });
  return { inlines: inlines.map((inline) => ({ ...inline, style })), citable: { style: name, text } };
}

/** Where the number of a list item and its text stand. */
export function listFormat(
  marker: {
    readonly listStylePosition: 'inside' | 'outside';
    readonly minWidth: number;
    readonly fontSize: number;
  },
  { left, firstLine }: ParagraphFormat,
): { readonly format: Partial<ParagraphFormat>; readonly tab?: number } {
  if (marker.listStylePosition === 'outside') {
    const hang = twips(marker.minWidth || OUTSIDE_MARKER * marker.fontSize);
    return { format: { firstLine: -hang, tabs: [{ align: 'left', position: left }] }, tab: left };
  }
  if (marker.minWidth <= 0) return { format: {} };
  const tab = left + firstLine + twips(marker.minWidth);
  return { format: { tabs: [{ align: 'left', position: tab }] }, tab };
}

/** Room for an outside marker that has no `min-width`, in ems: two digits, a stop and a gap. */
const OUTSIDE_MARKER = 2;

function hungBlock(inlines: readonly InlineLevel[]): InlineBlockBox | undefined {
  const first = inlines[0];
  return first?.kind === 'inline-block' && first.style.marginLeft < 0 && first.style.width !== 'auto'
    ? first
    : undefined;
}

function hungFormat(
  { style }: InlineBlockBox,
  { left, firstLine }: ParagraphFormat,
): Partial<ParagraphFormat> {
  const width = style.width === 'auto' ? 0 : style.width;
  const start = left + firstLine + twips(style.marginLeft);
  const text = start + twips(width + style.paddingLeft + style.paddingRight + style.marginRight);
  const rightAligned = style.textAlign === 'right' || style.textAlign === 'end';
  return {
    left: text,
    firstLine: start - text,
    tabs: [
      ...(rightAligned
        ? [{ align: 'right' as const, position: start + twips(style.paddingLeft + width) }]
        : []),
      { align: 'left', position: text },
    ],
  };
}

function hungContent(block: InlineBlockBox, run: RunFormat, context: RunContext): readonly InlinePlan[] {
  const { textAlign } = block.style;
  const content = inlineContent([block], run, context);
  const tab = { kind: 'tab' } as const;
  return textAlign === 'right' || textAlign === 'end' ? [tab, ...content, tab] : [...content, tab];
}

/** Size in pt of the largest characters that stand on the line; raised ones are small. */
export function largestSize(inlines: readonly InlineLevel[], size: number): number {
  return inlines.reduce((largest, inline) => {
    if (inline.kind === 'text' || inline.kind === 'content')
      return inline.style.verticalAlign > 0 ? largest : Math.max(largest, inline.style.fontSize);
    if (inline.kind === 'inline' || inline.kind === 'inline-block')
      return Math.max(largest, largestSize(inline.children, 0));
    return largest;
  }, size);
}
