import { BREAK_COSTS } from '../../markup/index.ts';
import type { BlockBox, BlockLevel, Origin } from '../../markup/types.ts';
import type { Pt } from '../../units.ts';
import { costInside } from '../page/break-costs.ts';
import { breakBetween, startPage } from './breaks.ts';
import { bottomEdge, edge, leftEdge, rightEdge, rule, topEdge } from './edges.ts';
import { tooWide } from './faults.ts';
import { lineItems } from './lines.ts';
import { hangMarker } from './markers.ts';
import { flowNote, notesIn } from './notes.ts';
import { heightOf } from './stack.ts';
import { flowRows } from './table.ts';
import type { Flow, FlowContext } from './types.ts';
import { VerticalList } from './vertical-list.ts';

/** Where a block stands: left edge and width of its containing block, from the page area's left edge. */
export interface Container {
  readonly x: Pt;
  readonly width: Pt;
  /** Page name whose page area `width` was derived from. */
  readonly page: string;
  /** Inside `break-inside: avoid`. */
  readonly together: boolean;
}

/**
 * Flattens a document to its vertical list (DESIGN section 7): margins collapsed, markers and borders placed, every x
 * final, each note set once. Reports `layout/block-wider-than-page` and what the inline stage reports.
 */
export function flowDocument(context: FlowContext, root: BlockBox): Flow {
  const page = startPage(root);
  const list = new VerticalList();
  flowBlocks(context, list, [root], { x: 0, width: context.measures.area(page), page, together: false });
  list.finish();
  return { page, items: list.items, notes: context.notes };
}

/** Sibling blocks one below the other. `marker` is an inside marker for the first line of them all. */
export function flowBlocks(
  context: FlowContext,
  list: VerticalList,
  blocks: readonly BlockLevel[],
  container: Container,
  marker?: BlockBox['marker'],
): void {
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    if (before) {
      const next = breakBetween(before, block);
      list.mayBreak(container.together && !next.force ? { cost: BREAK_COSTS.insideAvoid.cost } : next);
    }
    flowBlock(context, list, block, container, index === 0 ? marker : undefined);
  }
}

function flowBlock(
  context: FlowContext,
  list: VerticalList,
  block: BlockLevel,
  container: Container,
  inherited: BlockBox['marker'],
): void {
  const { style } = block;
  const inner = contentBox(context, block, container);
  const borderX = inner.x - leftEdge(style);
  const borderWidth = inner.width + leftEdge(style) + rightEdge(style);
  const sides = [
    { x: borderX, ...style.borderLeft },
    { x: borderX + borderWidth - style.borderRight.width, ...style.borderRight },
  ].filter(({ width }) => width > 0);

  list.margin(style.marginTop);
  if (block.strings.length > 0 || style.bookmarkLevel > 0) {
    list.start({ box: block.id, strings: block.strings });
  }
  if (block.anchor !== undefined) list.anchor(block.anchor, inner.x);
  for (const side of sides) list.pushSide(side);
  edge(list, topEdge(style), block.origin, (height) =>
    rule(borderX, 0, borderWidth, Math.min(height, style.borderTop.width), style.borderTop.color),
  );

  const from = list.items.length;
  if (block.kind === 'table') flowRows(context, list, block, inner);
  else flowContent(context, list, block, inner, inherited);
  if (style.minHeight > 0) fillUp(list, from, style.minHeight, block.origin);

  edge(list, bottomEdge(style), block.origin, (height) =>
    rule(
      borderX,
      height - style.borderBottom.width,
      borderWidth,
      style.borderBottom.width,
      style.borderBottom.color,
    ),
  );
  for (const _ of sides) list.popSide();
  list.margin(style.marginBottom);
}

function contentBox(context: FlowContext, block: BlockLevel, container: Container): Container {
  const { style } = block;
  const { measures } = context;
  const available =
    style.page === container.page
      ? container.width
      : container.width + measures.area(style.page) - measures.area(container.page);
  const x = container.x + style.marginLeft + leftEdge(style);
  const width =
    block.kind === 'table'
      ? block.columns.reduce((sum, column) => sum + column, 0)
      : style.width === 'auto'
        ? available - style.marginLeft - leftEdge(style) - rightEdge(style) - style.marginRight
        : style.width;
  const border = { x: x - leftEdge(style), width: width + leftEdge(style) + rightEdge(style) };
  const fault = tooWide(block, border, width, container, measures);
  if (fault) context.report(fault);
  return {
    x,
    // A measure below one character cannot be set; the diagnostic has said so.
    width: Math.max(width, style.fontSize),
    page: style.page,
    together: container.together || style.breakInside === 'avoid',
  };
}

function flowContent(
  context: FlowContext,
  list: VerticalList,
  block: BlockBox,
  inner: Container,
  inherited: BlockBox['marker'],
): void {
  const { marker: own, ...unmarked } = block;
  const outside = own?.box.style.listStylePosition === 'outside';
  if (own && outside) hangMarker(context, list, own.box, inner.x, block.origin);
  const inside = outside ? inherited : (own ?? inherited);
  if (block.content.kind === 'inlines') {
    flowLines(context, list, inside ? { ...unmarked, marker: inside } : unmarked, inner);
  } else if (inside && block.content.blocks[0]?.kind !== 'block') {
    // Nothing that could take the marker into its first line, as before a table: it hangs.
    hangMarker(context, list, inside.box, inner.x, block.origin);
    flowBlocks(context, list, block.content.blocks, inner);
  } else {
    flowBlocks(context, list, block.content.blocks, inner, inside);
  }
  list.settleMarkers();
}

function flowLines(context: FlowContext, list: VerticalList, block: BlockBox, inner: Container): void {
  const { lines } = context.setter.setBlock(context.inline, block, inner.width);
  for (const [index, line] of lines.entries()) {
    if (index > 0) {
      const cost = inner.together
        ? BREAK_COSTS.insideAvoid.cost
        : costInside(block.style, index, lines.length);
      list.mayBreak({ cost });
    }
    list.line({
      height: line.height,
      items: lineItems(line.fragments, inner.x, line.baseline),
      notes: line.notes,
      baseline: line.baseline,
      origin: block.origin,
    });
  }
  for (const note of block.content.kind === 'inlines' ? notesIn(block.content.inlines) : []) {
    context.notes.set(note.id, flowNote(context, note, inner.page));
  }
}

/** Brings the content placed since `from` to a least height (`min-height`); the margin of its last child stays inside. */
function fillUp(list: VerticalList, from: number, least: Pt, origin: Origin): void {
  list.flush();
  const placed = list.items.slice(from);
  const first = placed.findIndex((item) => item.type === 'line' || item.type === 'block');
  const height = first < 0 ? 0 : heightOf(placed.slice(first));
  if (height < least) list.block({ height: least - height, items: [], notes: [], origin }, 0);
}
