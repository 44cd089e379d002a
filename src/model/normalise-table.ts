import type { z } from 'zod/mini';
import type { Reading } from './reading.ts';
import type { Table } from './schema-body.ts';
import { childAt, type Tree } from './tree.ts';
import type { Block, Inline } from './types.ts';

/** A table block; short rows are filled up with empty cells, so that all have the same number. */
export function tableBlock(table: z.output<typeof Table>, tree: Tree, reading: Reading): Block {
  const caption = reading.line(childAt(tree, 'caption'));
  const header = cells(childAt(tree, 'header'), reading);
  const rows = table.rows.map((_, index) => cells(childAt(childAt(tree, 'rows'), index), reading));
  const width = Math.max(header.length, ...rows.map((row) => row.length));
  if (table.id !== undefined) reading.ids.take(table.id, table.id);
  return {
    kind: 'table',
    ...(table.id === undefined ? {} : { id: table.id }),
    ...(caption ? { caption } : {}),
    header: header.length > 0 ? filled(header, width) : header,
    rows: rows.map((row) => filled(row, width)),
    origin: tree.span,
  };
}

const cells = (tree: Tree | undefined, reading: Reading): (readonly Inline[])[] =>
  tree?.kind === 'list' ? tree.items.map((item) => reading.line(item) ?? []) : [];

const filled = (row: readonly (readonly Inline[])[], width: number): (readonly Inline[])[] => [
  ...row,
  ...Array.from({ length: width - row.length }, () => []),
];
