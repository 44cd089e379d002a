import type { StringSet, TableCellBox } from '../markup/types.ts';
import { twips } from '../units.ts';
import { flatten, type Leaf, type TableLeaf } from './flow.ts';
import { bordersOf } from './formats.ts';
import { type DraftParagraph, draftParagraph } from './paragraphs.ts';
import { bookmarked, type RunContext } from './runs.ts';
import type { BlockPlan, Borders, CellPlan, ParagraphPlan, TablePlan, Twips } from './types.ts';

/** Is told of what it goes past in document order, cells and notes included. */
export interface Observer {
  /** The result is the paragraph as it will stand. */
  paragraph(draft: DraftParagraph): ParagraphPlan;
  strings(strings: readonly StringSet[]): void;
}

/**
 * Blocks of a flow in order. Word takes the larger of the space after a paragraph and the space before the next, as
 * CSS does, but knows no margins of wrappers and tables: where these ask for more, the paragraph gets it directly.
 */
export function blocksOf(leaves: readonly Leaf[], context: RunContext, observer: Observer): BlockPlan[] {
  const blocks: BlockPlan[] = [];
  /** Space after the last block that Word will make. */
  let after: Twips = 0;
  /** Ids of tables: their bookmarks go to the next paragraph. */
  let anchors: readonly string[] = [];
  for (const leaf of leaves) {
    const gap = twips(leaf.gap);
    anchors = [...anchors, ...leaf.anchors];
    if (leaf.kind === 'table') {
      observer.strings(leaf.strings);
      const last = blocks.at(-1);
      if (last?.kind === 'paragraph' && gap > after)
        blocks[blocks.length - 1] = { ...last, direct: { ...last.direct, after: gap } };
      if (last?.kind === 'table') blocks.push(emptyParagraph(context, 'Normal'));
      blocks.push(tableOf(leaf, context, observer));
      after = 0;
      continue;
    }
    const draft = draftParagraph(leaf, context);
    observer.strings(leaf.strings);
    const needed = gap > Math.max(after, draft.format.before);
    const inlines = anchors.reduce(
      (content, anchor) => bookmarked(anchor, content, context),
      [...draft.plan.inlines],
    );
    const direct = { ...draft.plan.direct, ...(needed && { before: gap }) };
    blocks.push(observer.paragraph({ ...draft, plan: { ...draft.plan, direct, inlines } }));
    anchors = [];
    after = draft.format.after;
  }
  return blocks;
}

/** Needed where Word wants a paragraph and the document has none: between tables, which it would join, and in cells. */
const emptyParagraph = (context: RunContext, style: string): ParagraphPlan => ({
  kind: 'paragraph',
  style: context.styles.idOf(style),
  direct: {},
  inlines: [],
});

function tableOf(leaf: TableLeaf, context: RunContext, observer: Observer): TablePlan {
  const { table, place } = leaf;
  const last = table.rows.length - 1;
  return {
    kind: 'table',
    style: context.styles.table(
      table.style.docxStyle ?? (table.role === 'table' ? 'Data table' : 'Layout table'),
    ),
    indent: twips(place.left + table.style.marginLeft),
    columns: table.columns.map(twips),
    rows: table.rows.map((row, at) => {
      let column = 0;
      return {
        height: twips(Math.max(row.style.minHeight, ...row.cells.map((cell) => cell.style.minHeight))),
        header: row.cells.length > 0 && row.cells.every((cell) => cell.role === 'table-header'),
        cells: row.cells.map((cell): CellPlan => {
          const { style, columnSpan } = cell;
          const width = table.columns.slice(column, column + columnSpan).reduce((sum, each) => sum + each, 0);
          const edges = { left: column === 0, right: column + columnSpan >= table.columns.length };
          column += columnSpan;
          return {
            width: twips(width),
            columns: columnSpan,
            align: style.cellAlign === 'middle' ? 'center' : style.cellAlign,
            borders: {
              ...only(bordersOf(table.style, false), { ...edges, top: at === 0, bottom: at === last }),
              ...only(bordersOf(row.style, false), { ...edges, top: true, bottom: true }),
              ...bordersOf(style, false),
            },
            padding: {
              top: twips(style.paddingTop),
              left: twips(style.paddingLeft),
              bottom: twips(style.paddingBottom),
              right: twips(style.paddingRight),
            },
            blocks: cellBlocks(cell, width - style.paddingLeft - style.paddingRight, context, observer),
          };
        }),
      };
    }),
  };
}

/** The borders of a table or row that fall on a cell: those of the edges the cell lies at. */
const only = (borders: Borders, edges: Readonly<Record<keyof Borders, boolean>>): Borders =>
  Object.fromEntries(Object.entries(borders).filter(([side]) => edges[side as keyof Borders]));

/**
 * A cell must end in a paragraph (ECMA-376 17.4.66). An empty cell's is in the style its text would have, so that who
 * fills it in Word (a date of issue, say) needs to format nothing.
 */
function cellBlocks(cell: TableCellBox, width: number, context: RunContext, observer: Observer): BlockPlan[] {
  const style = cell.style.docxStyle ?? cell.blocks[0]?.style.docxStyle;
  const leaves = flatten(cell.blocks, { left: 0, right: 0, width }, cell.style.docxStyle);
  const content = blocksOf(leaves, context, observer);
  const named = style !== undefined && context.styles.has(style) ? style : 'Normal';
  return content.at(-1)?.kind === 'paragraph' ? content : [...content, emptyParagraph(context, named)];
}
