import { BREAK_COSTS } from '../../markup/index.ts';
import type { TableBox, TableCellBox, TableRowBox } from '../../markup/types.ts';
import type { Pt } from '../../units.ts';
import { shift } from '../frame.ts';
import { costBetween } from '../page/break-costs.ts';
import { borderRules, bottomEdge, leftEdge, rightEdge, topEdge } from './edges.ts';
import { type Container, flowBlocks } from './flow.ts';
import { marginHeight } from './margins.ts';
import { type Stack, stack } from './stack.ts';
import type { FlowContext } from './types.ts';
import { VerticalList } from './vertical-list.ts';

/** Rows of a table, each one unbreakable thing; a page may end between them. */
export function flowRows(context: FlowContext, list: VerticalList, table: TableBox, inner: Container): void {
  for (const [index, row] of table.rows.entries()) {
    const before = table.rows[index - 1];
    if (before) {
      const cost = inner.together
        ? BREAK_COSTS.insideAvoid.cost
        : costBetween(before.style.breakAfter === 'avoid', row.style.breakBefore === 'avoid');
      list.mayBreak({ cost });
    }
    flowRow(context, list, table, row, inner);
  }
}

interface SetCell {
  readonly cell: TableCellBox;
  readonly x: Pt;
  readonly width: Pt;
  readonly content: Stack;
  /** Height with padding and borders. */
  readonly height: Pt;
}

function flowRow(
  context: FlowContext,
  list: VerticalList,
  table: TableBox,
  row: TableRowBox,
  inner: Container,
): void {
  const cells: SetCell[] = [];
  let column = 0;
  let x = inner.x;
  for (const cell of row.cells) {
    const width = table.columns
      .slice(column, column + cell.columnSpan)
      .reduce((sum, columnWidth) => sum + columnWidth, 0);
    cells.push(setCell(context, cell, x, width, inner));
    column += cell.columnSpan;
    x += width;
  }
  const height = Math.max(row.style.minHeight, ...cells.map((cell) => cell.height));
  if (row.anchor !== undefined) list.anchor(row.anchor, inner.x);
  for (const { cell, content, x: cellX } of cells) {
    if (cell.anchor !== undefined) list.anchor(cell.anchor, cellX);
    for (const { start } of content.starts) list.start(start);
  }
  list.block(
    {
      height,
      items: [
        ...borderRules(row.style, inner.x, 0, x - inner.x, height),
        ...cells.flatMap((cell) => placeCell(cell, height)),
      ],
      notes: cells.flatMap(({ content }) => content.notes),
      origin: row.origin,
    },
    Math.max(0, ...cells.map(({ content }) => content.lines)),
  );
}

/** A cell is a block formatting context of its own: no margin leaves it. */
function setCell(
  context: FlowContext,
  cell: TableCellBox,
  x: Pt,
  width: Pt,
  { page, together }: Container,
): SetCell {
  const { style } = cell;
  const content = new VerticalList();
  const contentWidth = Math.max(width - leftEdge(style) - rightEdge(style), style.fontSize);
  flowBlocks(context, content, cell.blocks, { x: x + leftEdge(style), width: contentWidth, page, together });
  const trailing = marginHeight(content.finish());
  const stacked = stack(content.items);
  const own = stacked.height + trailing;
  const height = Math.max(own, style.minHeight) + topEdge(style) + bottomEdge(style);
  return { cell, x, width, content: { ...stacked, height: own }, height };
}

function placeCell({ cell, x, width, content }: SetCell, rowHeight: Pt): ReturnType<typeof borderRules> {
  const { style } = cell;
  const room = rowHeight - topEdge(style) - bottomEdge(style) - content.height;
  const share = { top: 0, middle: 0.5, bottom: 1 }[style.cellAlign];
  const y = topEdge(style) + share * room;
  return [...borderRules(style, x, 0, width, rowHeight), ...content.items.map((item) => shift(item, 0, y))];
}
