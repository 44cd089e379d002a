import type { BlockBox, BlockLevel, InlineLevel, TableCellBox, TableRowBox } from '../markup/types.ts';

/** Every box of a document in document order, those of notes where they are called. */
export type AnyBox = BlockLevel | TableRowBox | TableCellBox | InlineLevel;

export function* boxesOf(root: BlockBox): Generator<AnyBox> {
  yield* inBlock(root);
}

function* inBlock(block: BlockLevel): Generator<AnyBox> {
  yield block;
  if (block.kind === 'table') {
    for (const row of block.rows) {
      yield row;
      for (const cell of row.cells) {
        yield cell;
        for (const child of cell.blocks) yield* inBlock(child);
      }
    }
  } else if (block.content.kind === 'blocks') {
    for (const child of block.content.blocks) yield* inBlock(child);
  } else {
    for (const inline of block.content.inlines) yield* inInline(inline);
  }
}

function* inInline(inline: InlineLevel): Generator<AnyBox> {
  yield inline;
  if (inline.kind === 'inline' || inline.kind === 'inline-block') {
    for (const child of inline.children) yield* inInline(child);
  } else if (inline.kind === 'note') {
    for (const child of inline.children) yield* inBlock(child);
  }
}
