import type { StyledBox } from './types.ts';

/** The boxes right inside a box, in document order; those of a note are its mark, its marker and its blocks. */
export function childrenOf(box: StyledBox): readonly StyledBox[] {
  switch (box.kind) {
    case 'block':
      return box.content.kind === 'blocks' ? box.content.blocks : box.content.inlines;
    case 'table':
      return box.rows;
    case 'row':
      return box.cells;
    case 'cell':
      return box.blocks;
    case 'note':
      return [box.call, box.marker, ...box.children];
    case 'inline':
    case 'inline-block':
      return box.children;
    default:
      return [];
  }
}
