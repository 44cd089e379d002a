import type { Pt } from '../../units.ts';
import type { Color } from '../types.ts';
import { type ComputeContext, fills, lengthOf, type Property, SAME, word } from './property.ts';
import {
  color,
  either,
  type Factor,
  familyList,
  fontWeight,
  keyword,
  type Length,
  length,
  mapped,
  nonNegativeLength,
  percentage,
  plainNumber,
  toPoints,
  type ValueSyntax,
} from './values.ts';

type LineHeight = { readonly number: number } | Factor | Length;

const lineHeight: ValueSyntax<LineHeight> = either(
  mapped(keyword('normal'), () => ({ number: 1.2 })),
  either(
    mapped(plainNumber, ({ factor }) => ({ number: factor })),
    either(percentage, nonNegativeLength),
  ),
);

/** Whether a computed line height goes down as a factor rather than a length (CSS 2.2, section 10.8.1). */
export const lineHeightFactor = (value: unknown): number | undefined =>
  (value as { readonly number?: number }).number;

function lineHeightOf(value: LineHeight, { fontSize }: ComputeContext): Pt {
  if ('number' in value) return value.number * fontSize;
  return 'factor' in value ? value.factor * fontSize : toPoints(value, fontSize);
}

type VerticalAlign = 'baseline' | 'super' | 'sub' | 'top' | 'middle' | 'bottom' | Length | Factor;

/** One property in CSS, two fields: lengths, `super` and `sub` raise text; `top` … `bottom` place a cell's content. */
const verticalAlign: Property = {
  name: 'vertical-align',
  syntax: either(keyword('baseline', 'super', 'sub', 'top', 'middle', 'bottom'), either(length, percentage)),
  inherited: false,
  initial: 'baseline',
  fields: ['verticalAlign', 'cellAlign'],
  compute: (value, context) => {
    const align = value as VerticalAlign;
    if (align === 'top' || align === 'middle' || align === 'bottom')
      return { verticalAlign: 0, cellAlign: align };
    return { verticalAlign: rise(align, context), cellAlign: 'top' };
  },
  means: 'Raises text above the baseline, or places the content of a cell or margin box.',
  cells: { pdf: 'baseline of the run; place in the cell', docx: 'w:position, w:vAlign', html: SAME },
};

/** `super` is a third of the parent's font size, `sub` a fifth (CSS 2.2 leaves the amounts open). */
function rise(align: 'baseline' | 'super' | 'sub' | Length | Factor, context: ComputeContext): Pt {
  if (align === 'baseline') return 0;
  if (align === 'super') return context.parentFontSize / 3;
  if (align === 'sub') return -context.parentFontSize / 5;
  return 'factor' in align ? align.factor * context.lineHeight : toPoints(align, context.fontSize);
}

/** Fonts and what is measured by them. Font size, colour and line height come first: the others are computed against them. */
export const FONT_PROPERTIES: readonly Property[] = [
  fills<'fontSize', Length | Factor>('font-size', 'fontSize', {
    syntax: either(nonNegativeLength, percentage),
    inherited: true,
    initial: { value: 10, unit: 'pt' },
    to: (value, { parentFontSize }) =>
      'factor' in value ? value.factor * parentFontSize : toPoints(value, parentFontSize),
    means: 'Size of the font; `em` and `%` refer to the parent’s.',
    cells: { pdf: 'size of the glyphs', docx: 'w:sz, in half-points', html: SAME },
  }),
  fills('color', 'color', {
    syntax: color,
    inherited: true,
    initial: [0, 0, 0] as Color,
    to: (value) => value,
    means: 'Colour of text and of borders that name none.',
    cells: { pdf: 'fill colour', docx: 'w:color', html: SAME },
  }),
  fills<'lineHeight', LineHeight>('line-height', 'lineHeight', {
    syntax: lineHeight,
    inherited: true,
    initial: { number: 1.2 },
    to: lineHeightOf,
    means: 'Height of each line of the block; runs inside never raise it.',
    cells: { pdf: 'distance of baselines', docx: 'w:spacing w:line, exact', html: SAME },
  }),
  fills('font-family', 'fontFamily', {
    syntax: familyList,
    inherited: true,
    initial: [] as readonly string[],
    to: (value) => value,
    means: 'Families in order of choice, Latin first; each character takes the first that may set it.',
    cells: { pdf: 'embedded subsets', docx: 'w:rFonts ascii, hAnsi, eastAsia', html: SAME },
  }),
  fills('font-weight', 'fontWeight', {
    syntax: fontWeight,
    inherited: true,
    initial: 400,
    to: (value) => value,
    means: 'Weight of the face, 400 regular, 700 bold.',
    cells: { pdf: 'the face', docx: 'w:b', html: SAME },
  }),
  word('font-style', 'fontStyle', {
    syntax: keyword('normal', 'italic'),
    inherited: true,
    initial: 'normal',
    means: 'Upright or italic face.',
    cells: { pdf: 'the face', docx: 'w:i', html: SAME },
  }),
  verticalAlign,
  word('text-decoration-line', 'textDecorationLine', {
    syntax: keyword('none', 'underline'),
    inherited: true,
    initial: 'none',
    means: 'Underline; goes down to the children as if inherited.',
    cells: { pdf: 'a rule under the run', docx: 'w:u', html: SAME },
  }),
  fills<'letterSpacing', 'normal' | Length>('letter-spacing', 'letterSpacing', {
    syntax: either(keyword('normal'), length),
    inherited: true,
    initial: 'normal',
    to: (value, context) => (value === 'normal' ? 0 : lengthOf(value, context)),
    means: 'Space added after each character.',
    cells: { pdf: 'glyph positions', docx: 'w:spacing of the run', html: SAME },
  }),
];
