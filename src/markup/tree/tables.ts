import type { Pt } from '../../units.ts';
import type { TableBox, TableCellBox, TableRowBox } from '../types.ts';
import { blocksOf, contentWidth } from './blocks.ts';
import { type Builder, boxBase, placeOf } from './context.ts';
import { stringsOf } from './generated.ts';
import { roleOf } from './roles.ts';
import type { StyledElement } from './styled-element.ts';

/** A table of fixed columns (CSS 2.2, section 17.5.2.1); `width` is the width of the block around it. */
export function buildTable(builder: Builder, node: StyledElement, width: Pt): TableBox {
  const role = roleOf(node.element, false);
  const base = { ...boxBase(builder, node), role };
  const layout = role === 'layout-table';
  const rows = elementsOf(node);
  const columns = columnWidths(rows[0], contentWidth(node, width));
  return {
    kind: 'table',
    ...base,
    strings: stringsOf(node),
    columns,
    rows: rows.map((row) => buildRow(builder, row, columns, layout)),
  };
}

const elementsOf = (node: StyledElement): readonly StyledElement[] =>
  node.children.filter((child) => child.kind === 'element');

/** Widths from the first row's cells; what they leave is shared evenly, and what does not fit is scaled. */
function columnWidths(row: StyledElement | undefined, total: Pt): readonly Pt[] {
  const cells = row ? elementsOf(row) : [];
  const given = cells.flatMap((cell): readonly (Pt | 'auto')[] => {
    const span = spanOf(cell);
    const { width } = cell.computed.style;
    return Array.from({ length: span }, () => (width === 'auto' ? 'auto' : width / span));
  });
  const fixed = given.reduce<Pt>((sum, width) => sum + (width === 'auto' ? 0 : width), 0);
  const open = given.filter((width) => width === 'auto').length;
  if (open === 0 || fixed > total)
    return given.map((width) => (width === 'auto' || fixed === 0 ? 0 : (width * total) / fixed));
  return given.map((width) => (width === 'auto' ? (total - fixed) / open : width));
}

const spanOf = (cell: StyledElement): number => {
  const text = cell.element.attributes.get('colspan') ?? '1';
  return /^[1-9]\d{0,2}$/.test(text) ? Number(text) : 1;
};

function buildRow(
  builder: Builder,
  node: StyledElement,
  columns: readonly Pt[],
  layout: boolean,
): TableRowBox {
  const base = { ...boxBase(builder, node), role: roleOf(node.element, layout) };
  const cells: TableCellBox[] = [];
  let column = 0;
  for (const cell of elementsOf(node)) {
    const span = spanOf(cell);
    const width = columns.slice(column, column + span).reduce((sum, one) => sum + one, 0);
    column += span;
    cells.push(buildCell(builder, cell, span, width, layout));
  }
  if (column !== columns.length)
    builder.report({
      code: 'markup/uneven-table',
      severity: 'error',
      message: `this row fills ${column} columns; the first row fills ${columns.length}`,
      ...placeOf(node),
      hints: [{ text: 'Give every row as many cells, or join cells with colspan.' }],
    });
  return { kind: 'row', ...base, cells };
}

function buildCell(
  builder: Builder,
  node: StyledElement,
  columnSpan: number,
  width: Pt,
  layout: boolean,
): TableCellBox {
  const base = { ...boxBase(builder, node), role: roleOf(node.element, layout) };
  const { paddingLeft, paddingRight, borderLeft, borderRight } = node.computed.style;
  const inner = width - paddingLeft - paddingRight - borderLeft.width - borderRight.width;
  return { kind: 'cell', ...base, columnSpan, blocks: blocksOf(builder, node, inner) };
}
