import type { BlockBox, ComputedStyle, InlineBlockBox, TextBox } from '../../markup/types.ts';
import {
  breakCosts,
  buildItems,
  collectInlines,
  collectParagraph,
  FORCED,
  type InlineObject,
  type Item,
  type Paragraph,
  paragraphOfText,
  type Shaped,
  shapeParagraph,
  type TextRun,
} from '../../text/index.ts';
import type { Pt } from '../../units.ts';
import { alignOffset, justifies } from './align.ts';
import { reportLine, widestGap } from './faults.ts';
import { justify } from './justify.ts';
import type { BrokenLine } from './knuth-plass.ts';
import { placeClusters, toFragments } from './line.ts';
import { type Broken, breakParagraph } from './passes.ts';
import { baselineOf } from './strut.ts';
import type { InlineContext, Line, LineFragment, SetBlock, SetText } from './types.ts';

export type { InlineContext, Line, LineFragment, SetBlock, SetParagraph, SetText } from './types.ts';

/**
 * Sets the inline content of a block: flat text → clusters → break costs → items → lines (DESIGN section 6).
 * Reports `fonts/missing-character`, `layout/loose-line` and `layout/overfull-line`.
 */
export const setBlock: SetBlock = (context, block, measure) => {
  const paragraph = collectParagraph(block, (run, text) => naturalWidth(context, textParagraph(run, text)));
  if (paragraph.text === '') return { text: '', lines: [] };
  const shaped = shapeParagraph(paragraph, context.fonts, context.report);
  const { style } = block;
  const justified = justifies(style);
  const items = buildItems(paragraph, shaped, breakCosts(paragraph), style.textIndent);
  const broken = breakParagraph(items, measure, style.fontSize, justified);
  const state: Setting = { context, block, paragraph, shaped, broken, measure };
  return {
    text: paragraph.text,
    lines: broken.lines.map((line, index) => setLine(state, line, index === 0)),
  };
};

/** Sets one line of plain text at its natural width, as margin boxes and outside markers need it. */
export const setText: SetText = (context, text, style, lang, leaf) => {
  const box: TextBox = { kind: 'text', id: leaf, style, lang, text, origins: [], generated: true };
  return setOneLine(context, paragraphOfText(box), style);
};

interface Setting {
  readonly context: InlineContext;
  readonly block: BlockBox;
  readonly paragraph: Paragraph;
  readonly shaped: Shaped;
  readonly broken: Broken;
  readonly measure: Pt;
}

function setLine(setting: Setting, line: BrokenLine, first: boolean): Line {
  const { block, paragraph, shaped, broken, measure, context } = setting;
  const { items } = broken;
  const ending = items[line.to];
  const forced = ending?.type === 'penalty' && ending.cost === FORCED;
  const last = line.to === items.length - 1;
  const align = alignOffset(block.style, forced || last);
  const need = measure - line.naturalWidth;
  // The last line never stretches; it may shrink by what the breaker counted on.
  const spread = align.spread && (!forced || need < 0 || align.spreadLast) && !line.overfull;
  const glue = justify(items, line.from, line.to, spread || need < 0 ? need : 0);
  const { placed, width } = placeClusters(shaped, items, line.from, line.to, glue, 0);
  const shift = align.share * Math.max(0, measure - width);
  const shifted = shift === 0 ? placed : placed.map((p) => ({ ...p, x: p.x + shift }));
  const range = textRange(shaped, items, line, first, paragraph.text.length);
  const indent = firstBoxIndent(items, line);
  const fragments = [
    ...toFragments(paragraph, shifted),
    ...shifted.flatMap(({ cluster, x }) =>
      cluster.cls === 'object' ? objectFragments(context, objectAt(paragraph, cluster.start), x) : [],
    ),
    ...paragraph.anchors
      .filter(({ at }) => at >= range.start && at < range.end)
      .map(({ at, name }) => ({ kind: 'anchor' as const, name, x: anchorX(shifted, at, indent) })),
  ];
  const set: Line = {
    height: block.style.lineHeight,
    baseline: baselineOf(context.fonts, block.style, block.lang),
    width,
    naturalWidth: line.naturalWidth,
    ratio: last || forced ? Math.min(0, line.ratio) : line.ratio,
    gap: widestGap(items, glue, paragraph.style.fontSize),
    penalty: ending?.type === 'penalty' && !forced ? ending.cost : 0,
    reason: line.overfull ? 'overfull' : last ? 'last' : forced ? 'forced' : reasonOf(broken.pass),
    start: range.start,
    end: range.end,
    fragments,
    notes: paragraph.notes.filter(({ at }) => at >= range.start && at < range.end).map(({ box }) => box),
  };
  reportLine(context, paragraph, set, measure);
  return set;
}

const reasonOf = (pass: Broken['pass']): Line['reason'] =>
  pass === 'emergency' || pass === 'overfull' ? 'emergency' : 'normal';

/** UTF-16 range of a line; a blank that vanished at its end belongs to it. */
function textRange(
  shaped: Shaped,
  items: readonly Item[],
  line: BrokenLine,
  first: boolean,
  length: number,
): { start: number; end: number } {
  const boundary = (from: number): number => {
    for (let i = from; i < items.length; i++) {
      const item = items[i];
      if (item?.type === 'box' && item.to > item.from) return shaped.clusters[item.from]?.start ?? length;
    }
    return length;
  };
  return { start: first ? 0 : boundary(line.from), end: boundary(line.to) };
}

function firstBoxIndent(items: readonly Item[], line: BrokenLine): Pt {
  const first = items[line.from];
  return first?.type === 'box' && first.from === first.to ? first.width : 0;
}

function anchorX(
  placed: readonly { cluster: { start: number; end: number }; x: Pt }[],
  at: number,
  fallback: Pt,
): Pt {
  return placed.find(({ cluster }) => at < cluster.end)?.x ?? fallback;
}

function objectAt(paragraph: Paragraph, at: number): InlineObject | undefined {
  return paragraph.objects.find((object) => object.at === at);
}

function objectFragments(
  context: InlineContext,
  object: InlineObject | undefined,
  x: Pt,
): readonly LineFragment[] {
  if (!object) return [];
  if (object.content.kind === 'marker') {
    return shiftFragments(
      setOneLine(context, textParagraph(object.content.run, object.content.text), object.content.run.style),
      x,
    );
  }
  return inlineBlockFragments(context, object.content.box, x);
}

/** An inline-block's content is one line, aligned in its width; its left margin may pull it out of the text. */
function inlineBlockFragments(context: InlineContext, box: InlineBlockBox, x: Pt): readonly LineFragment[] {
  const { style } = box;
  const line = setOneLine(context, collectInlines(box.children, box.lang, style), style);
  const width = style.width === 'auto' ? line.width : style.width;
  const { share } = alignOffset({ ...style, textAlignLast: 'auto' }, true);
  const left = x + style.marginLeft + style.paddingLeft + share * (width - line.width);
  return shiftFragments(line, left);
}

const shiftFragments = (line: Line, x: Pt): readonly LineFragment[] =>
  line.fragments.map((fragment) => ({ ...fragment, x: fragment.x + x }));

function textParagraph(run: TextRun, text: string): Paragraph {
  const own: TextRun = { ...run, start: 0, end: text.length };
  return { text, runs: [own], objects: [], notes: [], anchors: [], lang: run.lang, style: run.style };
}

const naturalWidth = (context: InlineContext, paragraph: Paragraph): Pt =>
  setOneLine(context, paragraph, paragraph.style).width;

function setOneLine(context: InlineContext, paragraph: Paragraph, style: ComputedStyle): Line {
  const shaped = shapeParagraph(paragraph, context.fonts, context.report);
  const items = buildItems(paragraph, shaped, breakCosts(paragraph), 0);
  const { placed, width } = placeClusters(shaped, items, 0, items.length, new Map(), 0);
  return {
    height: style.lineHeight,
    baseline: baselineOf(context.fonts, style, paragraph.lang),
    width,
    naturalWidth: width,
    ratio: 0,
    gap: 0,
    penalty: 0,
    reason: 'last',
    start: 0,
    end: paragraph.text.length,
    fragments: toFragments(paragraph, placed),
    notes: [],
  };
}
