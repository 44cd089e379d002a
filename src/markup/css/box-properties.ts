import type { Border, Color, ComputedStyle } from '../types.ts';
import { type ComputeContext, fills, lengthOf, type Property, SAME, word, ZERO } from './property.ts';
import {
  type BorderValue,
  border,
  either,
  keyword,
  type Length,
  length,
  nonNegativeLength,
  toPoints,
} from './values.ts';

type Field = keyof ComputedStyle;

const NO_BORDER: BorderValue = { width: ZERO, color: undefined };

const BLACK: Color = [0, 0, 0];

/** A border that is not drawn has no colour, so that styles with and without one compare equal. */
const borderOf = (value: BorderValue, context: ComputeContext): Border => {
  const width = toPoints(value.width, context.fontSize);
  return { width, color: width === 0 ? BLACK : (value.color ?? context.color) };
};

const PARAGRAPH_INDENT = 'w:ind (sums of the paragraph and the boxes around it)';

const margin = (side: 'top' | 'right' | 'bottom' | 'left', field: Field): Property =>
  fills(`margin-${side}`, field as 'marginTop', {
    syntax: length,
    initial: ZERO,
    to: lengthOf,
    means: `Space outside the ${side} edge; vertical margins of neighbours collapse.`,
    cells: {
      pdf: 'place of the box',
      docx: side === 'top' || side === 'bottom' ? 'w:spacing' : PARAGRAPH_INDENT,
      html: SAME,
    },
  });

const padding = (side: 'top' | 'right' | 'bottom' | 'left', field: Field): Property =>
  fills(`padding-${side}`, field as 'paddingTop', {
    syntax: nonNegativeLength,
    initial: ZERO,
    to: lengthOf,
    means: `Space between the ${side} border and the content.`,
    cells: { pdf: 'place of the content', docx: 'w:tcMar in cells, w:pBdr w:space at borders', html: SAME },
  });

const borderSide = (side: 'top' | 'right' | 'bottom' | 'left', field: Field): Property =>
  fills(`border-${side}`, field as 'borderTop', {
    syntax: border,
    initial: NO_BORDER,
    to: borderOf,
    means: `Rule at the ${side} edge; solid only.`,
    cells: { pdf: 'a filled rectangle, an artifact', docx: 'w:pBdr or w:tcBorders', html: SAME },
  });

/** Boxes: their kind, edges and sizes (CSS 2.2, sections 8 to 10). */
export const BOX_PROPERTIES: readonly Property[] = [
  word('display', 'display', {
    syntax: keyword(
      'inline',
      'block',
      'inline-block',
      'list-item',
      'table',
      'table-row',
      'table-cell',
      'none',
    ),
    initial: 'inline',
    means: 'Which kind of box the element makes; `none` makes none.',
    cells: { pdf: 'kind of box', docx: 'paragraph, run or table', html: SAME },
  }),
  margin('top', 'marginTop'),
  margin('right', 'marginRight'),
  margin('bottom', 'marginBottom'),
  margin('left', 'marginLeft'),
  padding('top', 'paddingTop'),
  padding('right', 'paddingRight'),
  padding('bottom', 'paddingBottom'),
  padding('left', 'paddingLeft'),
  borderSide('top', 'borderTop'),
  borderSide('right', 'borderRight'),
  borderSide('bottom', 'borderBottom'),
  borderSide('left', 'borderLeft'),
  fills<'width', 'auto' | Length>('width', 'width', {
    syntax: either(keyword('auto'), nonNegativeLength),
    initial: 'auto',
    to: (value, context) => (value === 'auto' ? 'auto' : lengthOf(value, context)),
    means: 'Width of a table, cell, margin box or inline-block.',
    cells: { pdf: 'width of the box', docx: 'w:tblGrid; a tab stop for an inline-block', html: SAME },
  }),
  fills('min-height', 'minHeight', {
    syntax: nonNegativeLength,
    initial: ZERO,
    to: lengthOf,
    means: 'Least height of a table row’s cells or a block.',
    cells: { pdf: 'height of the box', docx: 'w:trHeight atLeast', html: SAME },
  }),
  fills('min-width', 'minWidth', {
    syntax: nonNegativeLength,
    initial: ZERO,
    to: lengthOf,
    means:
      'Least width of a `::marker`: the text begins there as after a tab (ours; CSS gives markers no width).',
    cells: { pdf: 'place of the text after the label', docx: 'w:tabs at the text', html: SAME },
  }),
];
