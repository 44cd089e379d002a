import type { BlockLevel, InlineLevel } from '../markup/types.ts';

/** Words of inline boxes as a reader meets them, without note marks. Line breaks become one blank. */
export const inlineText = (inlines: readonly InlineLevel[]): string => inlines.map(wordsOf).join('').trim();

/** A number or label set apart from what follows it: a blank stands for the gap, but after Han and full-width marks. */
const apart = (label: string): string => (/[!-~]$/.test(label) ? `${label} ` : label);

function wordsOf(inline: InlineLevel): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'line-break':
      return ' ';
    case 'inline':
      return inline.children.map(wordsOf).join('');
    case 'inline-block':
      return apart(inlineText(inline.children));
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
  return `${apart(marker?.box.text ?? '')}${own}`;
}
