import type { Pt } from '../../units.ts';
import type { Border, Color, ComputedStyle } from '../types.ts';
import { type ContentValue, content, type StringSetValue, stringSet } from './content.ts';
import {
  type BorderValue,
  border,
  color,
  customIdent,
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
  positiveInteger,
  string,
  toPoints,
  type ValueSyntax,
} from './values.ts';

/** What a value is computed against: the element's own font size and colour, and its parent's font. */
export interface ComputeContext {
  readonly fontSize: Pt;
  readonly lineHeight: Pt;
  readonly color: Color;
  readonly parentFontSize: Pt;
}

/** What becomes of a property in each output; a cell that begins with `—` says why nothing does. */
export interface Cells {
  readonly pdf: string;
  readonly docx: string;
  readonly html: string;
}

/**
 * One longhand property (CSS 2.2 property definitions): a row of the table below. `compute` gives the fields of
 * `ComputedStyle` named in `fields`; rows without fields are read by the tree builder (`content`, `string-set`).
 */
export interface Property {
  readonly name: string;
  readonly syntax: ValueSyntax<unknown>;
  readonly inherited: boolean;
  readonly initial: unknown;
  readonly fields: readonly (keyof ComputedStyle)[];
  compute(value: unknown, context: ComputeContext): Partial<ComputedStyle>;
  /** A sentence for `docs/css.md`. */
  readonly means: string;
  readonly cells: Cells;
}

type Field = keyof ComputedStyle;

interface Row<V> {
  readonly syntax: ValueSyntax<V>;
  readonly inherited?: boolean;
  readonly initial: V;
  readonly means: string;
  readonly cells: Cells;
}

/** A property that fills one field. */
function fills<F extends Field, V>(
  name: string,
  field: F,
  row: Row<V> & { readonly to: (value: V, context: ComputeContext) => ComputedStyle[F] },
): Property {
  return {
    name,
    syntax: row.syntax,
    inherited: row.inherited ?? false,
    initial: row.initial,
    fields: [field],
    compute: (value, context) => ({ [field]: row.to(value as V, context) }),
    means: row.means,
    cells: row.cells,
  };
}

/** A keyword property whose computed value is the keyword itself. */
const word = <F extends Field, V extends ComputedStyle[F]>(name: string, field: F, row: Row<V>): Property =>
  fills(name, field, { ...row, to: (value) => value });

const lengthOf = (value: Length, context: ComputeContext): Pt => toPoints(value, context.fontSize);

const ZERO: Length = { value: 0, unit: 'pt' };
const NO_BORDER: BorderValue = { width: ZERO, color: undefined };

const BLACK: Color = [0, 0, 0];

/** A border that is not drawn has no colour, so that styles with and without one compare equal. */
const borderOf = (value: BorderValue, context: ComputeContext): Border => {
  const width = toPoints(value.width, context.fontSize);
  return { width, color: width === 0 ? BLACK : (value.color ?? context.color) };
};

const SAME = 'the property itself';
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

/** A property that the tree builder reads; it fills no field. */
const generated = <V>(name: string, row: Row<V>): Property => ({
  name,
  syntax: row.syntax,
  inherited: row.inherited ?? false,
  initial: row.initial,
  fields: [],
  compute: () => ({}),
  means: row.means,
  cells: row.cells,
});

/** A property whose computed value is a name, or no field at all where it is not set. */
const named = (
  name: string,
  field: 'docxStyle' | 'docxBasedOn',
  row: { readonly means: string; readonly cells: Cells },
): Property => ({
  ...generated<string>(name, { syntax: string, initial: '', ...row }),
  fields: [field],
  compute: (value) => (value === '' ? {} : { [field]: value as string }),
});

/** Every longhand that a rule may set. Font size and colour come first: other values are computed against them. */
export const PROPERTIES: readonly Property[] = [
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
  word('text-align', 'textAlign', {
    syntax: keyword('start', 'end', 'left', 'right', 'center', 'justify'),
    inherited: true,
    initial: 'start',
    means: 'Alignment of lines.',
    cells: { pdf: 'place of each line', docx: 'w:jc', html: SAME },
  }),
  word('text-align-last', 'textAlignLast', {
    syntax: keyword('auto', 'start', 'end', 'left', 'right', 'center', 'justify'),
    inherited: true,
    initial: 'auto',
    means: 'Alignment of the last line and of lines before a forced break.',
    cells: { pdf: 'place of the last line', docx: '— Word knows one alignment a paragraph', html: SAME },
  }),
  fills('text-indent', 'textIndent', {
    syntax: length,
    inherited: true,
    initial: ZERO,
    to: lengthOf,
    means: 'Indent of the first line; negative hangs it out.',
    cells: { pdf: 'place of the first line', docx: 'w:ind firstLine or hanging', html: SAME },
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
  verticalAlign,
  word('white-space', 'whiteSpace', {
    syntax: keyword('normal', 'nowrap', 'pre'),
    inherited: true,
    initial: 'normal',
    means: 'Whether white space collapses and lines may break.',
    cells: {
      pdf: 'break opportunities',
      docx: 'xml:space; — Word cannot forbid breaks in a run',
      html: SAME,
    },
  }),
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
  word('list-style-type', 'listStyleType', {
    syntax: customIdent,
    inherited: true,
    initial: 'decimal',
    means: 'Counter style of list labels: a predefined one, one of `@counter-style`, or `none`.',
    cells: { pdf: 'text of the label', docx: 'w:numFmt and w:lvlText', html: SAME },
  }),
  word('list-style-position', 'listStylePosition', {
    syntax: keyword('inside', 'outside'),
    inherited: true,
    initial: 'outside',
    means: 'Whether the label stands in the first line or hangs before it.',
    cells: { pdf: 'place of the label', docx: 'w:ind of the level', html: SAME },
  }),
  word('line-break', 'lineBreak', {
    syntax: keyword('auto', 'loose', 'normal', 'strict', 'anywhere'),
    inherited: true,
    initial: 'auto',
    means: 'Strictness of the rules for line starts and ends in Chinese and Japanese.',
    cells: { pdf: 'break opportunities', docx: 'w:kinsoku and its character lists', html: SAME },
  }),
  word('word-break', 'wordBreak', {
    syntax: keyword('normal', 'keep-all', 'break-all'),
    inherited: true,
    initial: 'normal',
    means: 'Breaks inside words.',
    cells: { pdf: 'break opportunities', docx: '— w:wordWrap holds for whole paragraphs', html: SAME },
  }),
  word('overflow-wrap', 'overflowWrap', {
    syntax: keyword('normal', 'break-word', 'anywhere'),
    inherited: true,
    initial: 'normal',
    means: 'Whether a word wider than the line may be broken anywhere.',
    cells: { pdf: 'emergency breaks', docx: '— Word always breaks such words', html: SAME },
  }),
  word('hyphens', 'hyphens', {
    syntax: keyword('none', 'manual', 'auto'),
    inherited: true,
    initial: 'manual',
    means: 'Hyphenation of Latin words.',
    cells: { pdf: 'discretionary breaks', docx: 'w:autoHyphenation', html: SAME },
  }),
  word('text-autospace', 'textAutospace', {
    syntax: keyword('normal', 'no-autospace'),
    inherited: true,
    initial: 'normal',
    means: 'Space between Han and Latin letters or digits.',
    cells: { pdf: 'glue', docx: 'w:autoSpaceDE, w:autoSpaceDN', html: SAME },
  }),
  word('text-spacing-trim', 'textSpacingTrim', {
    syntax: keyword('normal', 'space-all', 'trim-start', 'trim-both'),
    inherited: true,
    initial: 'normal',
    means: 'Whether full-width marks give up half their width beside others and at line edges.',
    cells: { pdf: 'glue', docx: 'w:characterSpacingControl', html: SAME },
  }),
  word('hanging-punctuation', 'hangingPunctuation', {
    syntax: keyword('none', 'allow-end'),
    inherited: true,
    initial: 'none',
    means: 'Whether a stop or comma may hang out of the line end.',
    cells: { pdf: 'line width', docx: 'w:overflowPunct', html: SAME },
  }),
  word('orphans', 'orphans', {
    syntax: positiveInteger,
    inherited: true,
    initial: 2,
    means: 'Least number of a block’s lines before a page break.',
    cells: { pdf: 'cost of page breaks', docx: 'w:widowControl', html: SAME },
  }),
  word('widows', 'widows', {
    syntax: positiveInteger,
    inherited: true,
    initial: 2,
    means: 'Least number of a block’s lines after a page break.',
    cells: { pdf: 'cost of page breaks', docx: 'w:widowControl', html: SAME },
  }),
  word('break-before', 'breakBefore', {
    syntax: keyword('auto', 'avoid', 'page', 'recto', 'verso'),
    initial: 'auto',
    means: 'Page break before the block.',
    cells: { pdf: 'cost of page breaks', docx: 'w:pageBreakBefore, w:keepNext, a section', html: SAME },
  }),
  word('break-after', 'breakAfter', {
    syntax: keyword('auto', 'avoid', 'page'),
    initial: 'auto',
    means: 'Page break after the block; `avoid` keeps it with the next.',
    cells: { pdf: 'cost of page breaks', docx: 'w:keepNext', html: SAME },
  }),
  word('break-inside', 'breakInside', {
    syntax: keyword('auto', 'avoid'),
    initial: 'auto',
    means: 'Whether the block may be broken between pages.',
    cells: { pdf: 'cost of page breaks', docx: 'w:keepLines, w:cantSplit', html: SAME },
  }),
  fills('page', 'page', {
    syntax: customIdent,
    inherited: true,
    initial: 'auto',
    to: (value) => (value === 'auto' ? '' : value),
    means: 'Name of the page type that the element stands on.',
    cells: { pdf: 'page master', docx: 'a section', html: '— a browser has no pages' },
  }),
  word('float', 'float', {
    syntax: keyword('none', 'footnote'),
    initial: 'none',
    means: 'Moves the element to the note area and leaves a mark (GCPM 3).',
    cells: { pdf: 'note area', docx: 'a native footnote', html: 'an aside at the end' },
  }),
  fills<'bookmarkLevel', 'none' | number>('bookmark-level', 'bookmarkLevel', {
    syntax: either(keyword('none'), positiveInteger),
    initial: 'none',
    to: (value) => (value === 'none' ? 0 : value),
    means: 'Level of the element in the outline (GCPM 3).',
    cells: { pdf: 'outline entry', docx: 'w:outlineLvl', html: '— headings make the outline' },
  }),
  generated<ContentValue>('content', {
    syntax: content,
    initial: 'none',
    means: 'Text of a generated box, margin box or note mark.',
    cells: { pdf: 'text', docx: 'text and fields', html: SAME },
  }),
  generated<readonly StringSetValue[]>('string-set', {
    syntax: stringSet,
    initial: [],
    means: 'Keeps a text for running heads (GCPM 3).',
    cells: { pdf: 'running heads', docx: 'STYLEREF or text', html: '— a browser has no running heads' },
  }),
  named('-docx-style', 'docxStyle', {
    means: 'Name of the Word style that paragraphs or runs of this element take.',
    cells: { pdf: '— Word only', docx: 'w:pStyle, w:rStyle', html: '— Word only' },
  }),
  named('-docx-based-on', 'docxBasedOn', {
    means: 'Name of the Word style that this element’s style is based on.',
    cells: { pdf: '— Word only', docx: 'w:basedOn', html: '— Word only' },
  }),
];

const byName = new Map(PROPERTIES.map((property) => [property.name, property]));

/** The row of a longhand, by its name in lower case. */
export const propertyNamed = (name: string): Property | undefined => byName.get(name);
