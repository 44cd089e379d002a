import type { BlockLevel, InlineLevel } from '../markup/types.ts';

/** Words of inline boxes as a reader meets them, without note marks. Line breaks become one blank. */
export const inlineText = (inlines: readonly InlineLevel[]): string => inlines.map(wordsOf).join('');

function wordsOf(inline: InlineLevel): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'line-break':
      return ' ';
    case 'inline':
    case 'inline-block':
      return inlineText(inline.children);
    case 'content':
      return inline.content.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
    case 'note':
      return '';
  }
}

/** Words of a block and all it holds, its marker first. */
export function blockText(block: BlockLevel): string {
  if (block.kind === 'table') {
    return block.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks.map(blockText))).join(' ');
  }
  const { content, marker } = block;
  const own =
    content.kind === 'inlines' ? inlineText(content.inlines) : content.blocks.map(blockText).join(' ');
  return `${marker?.box.text ?? ''}${own}`;
}
