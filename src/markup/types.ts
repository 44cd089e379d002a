import type { Lang } from '../lang.ts';
import type { Span } from '../source.ts';
import type { Pt } from '../units.ts';

// ---------------------------------------------------------------- element tree

/** Where a stretch of text came from: from UTF-16 offset `at` of the text on, offsets run in step with `source` from `start`. */
export interface TextOrigin {
  readonly at: number;
  readonly source: string;
  readonly start: number;
}

/** Where a box came from. `model` points into the data file, `template` and `style` into the house style's files. */
export interface Origin {
  readonly model?: Span;
  readonly template?: Span;
  readonly style?: Span;
}

export interface ElementNode {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly MarkupNode[];
  readonly origin: Origin;
}

export interface TextNode {
  readonly kind: 'text';
  readonly text: string;
  /** Sorted by `at`; empty for words of the template itself. */
  readonly origins: readonly TextOrigin[];
}

export type MarkupNode = ElementNode | TextNode;

// ---------------------------------------------------------------- computed style

export type Color = readonly [red: number, green: number, blue: number];

export interface Border {
  readonly width: Pt;
  readonly color: Color;
}

/**
 * Used values; lengths in pt, from the properties of the same names in kebab case. Plain data.
 * Each field is set by the cascade for each element, inherited where CSS says so.
 */
export interface ComputedStyle {
  // CSS 2.2
  readonly display:
    | 'block'
    | 'inline'
    | 'inline-block'
    | 'list-item'
    | 'table'
    | 'table-row'
    | 'table-cell'
    | 'none';
  readonly fontFamily: readonly string[];
  readonly fontSize: Pt;
  readonly fontWeight: number;
  readonly fontStyle: 'normal' | 'italic';
  readonly lineHeight: Pt;
  readonly color: Color;
  readonly textAlign: 'start' | 'end' | 'left' | 'right' | 'center' | 'justify';
  readonly textAlignLast: 'auto' | 'start' | 'end' | 'left' | 'right' | 'center' | 'justify';
  readonly textIndent: Pt;
  readonly marginTop: Pt;
  readonly marginRight: Pt;
  readonly marginBottom: Pt;
  readonly marginLeft: Pt;
  readonly paddingTop: Pt;
  readonly paddingRight: Pt;
  readonly paddingBottom: Pt;
  readonly paddingLeft: Pt;
  /** Width 0 = no border. */
  readonly borderTop: Border;
  readonly borderRight: Border;
  readonly borderBottom: Border;
  readonly borderLeft: Border;
  readonly width: Pt | 'auto';
  readonly minHeight: Pt;
  /** Minimum width of an inside `::marker`: the text begins there as after a tab (our extension; Word: a tab stop). */
  readonly minWidth: Pt;
  /** Rise of the baseline in pt, positive up (`super` is resolved by the cascade to 1/3 of the parent's font size). */
  readonly verticalAlign: Pt;
  readonly whiteSpace: 'normal' | 'nowrap' | 'pre';
  readonly textDecorationLine: 'none' | 'underline';
  readonly letterSpacing: Pt;
  // CSS Lists 3
  readonly listStyleType: string;
  readonly listStylePosition: 'inside' | 'outside';
  // CSS Text 4
  readonly lineBreak: 'auto' | 'loose' | 'normal' | 'strict' | 'anywhere';
  readonly wordBreak: 'normal' | 'keep-all' | 'break-all';
  readonly overflowWrap: 'normal' | 'break-word' | 'anywhere';
  readonly hyphens: 'none' | 'manual' | 'auto';
  readonly textAutospace: 'normal' | 'no-autospace';
  readonly textSpacingTrim: 'normal' | 'space-all' | 'trim-start' | 'trim-both';
  readonly hangingPunctuation: 'none' | 'allow-end';
  // CSS Fragmentation 3
  readonly orphans: number;
  readonly widows: number;
  readonly breakBefore: 'auto' | 'avoid' | 'page' | 'recto' | 'verso';
  readonly breakAfter: 'auto' | 'avoid' | 'page';
  readonly breakInside: 'auto' | 'avoid';
  // CSS Paged Media 3, GCPM 3
  readonly page: string;
  readonly float: 'none' | 'footnote';
  /** Heading level in the outline, 0 = none. The entry's title is the element's text. */
  readonly bookmarkLevel: number;
  /** Cells side by side: vertical place of a table cell's content. */
  readonly cellAlign: 'top' | 'middle' | 'bottom';
  // Word
  readonly docxStyle?: string;
  readonly docxBasedOn?: string;
}

// ---------------------------------------------------------------- generated content

/** One piece of `content`, `string-set` or a margin box; symbolic until layout (text) or Word (fields) resolves it. */
export type Content =
  | { readonly kind: 'text'; readonly text: string }
  /** `page` = this page's number, `pages` = number of pages. */
  | { readonly kind: 'counter'; readonly name: 'page' | 'pages'; readonly format: string }
  /** A named string set by `string-set`; `docxStyle` is the style of the element that set it (for STYLEREF). */
  | {
      readonly kind: 'string';
      readonly name: string;
      readonly which: 'first' | 'start' | 'last' | 'first-except';
    }
  | { readonly kind: 'leader'; readonly text: string }
  | { readonly kind: 'target-page'; readonly target: string };

// ---------------------------------------------------------------- styled tree

/** Number of a styled box or generated box within its document; unique, ascending in document order. */
export type BoxId = number;
export type NoteId = string;
export type ListId = string;

/** Label of a list item, heading or note. `text` is what is drawn: prefix + formatted value + suffix, or the typed label. */
export interface Marker {
  readonly list: ListId;
  /** 0-based nesting depth within the list. */
  readonly level: number;
  readonly value: number;
  /** A `list-style-type` name, e.g. `decimal`, `lower-alpha`, `lower-roman`, `simp-chinese-informal`. */
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  /** A label typed by the author instead of the derived one. */
  readonly label?: string;
  readonly text: string;
}

/**
 * What the element is, independent of its looks: the PDF structure type and Word's treatment follow from it.
 * `none` is a box that leaves no trace of its own (a layout wrapper, a span for style only).
 */
export type Role =
  | 'none'
  | 'document'
  | 'article'
  | 'section'
  | 'heading'
  | 'paragraph'
  | 'list'
  | 'list-item'
  | 'label'
  | 'link'
  | 'reference'
  | 'note'
  | 'emphasis'
  | 'strong'
  | 'span'
  | 'layout-table'
  | 'table'
  | 'table-row'
  | 'table-header'
  | 'table-cell'
  | 'figure';

interface BoxBase {
  readonly id: BoxId;
  readonly style: ComputedStyle;
  readonly lang: Lang;
  readonly role: Role;
  readonly origin: Origin;
  /** The element's `id` attribute: a target of links and references. */
  readonly anchor?: string;
  /** The element's `class` words, for dumps and Word; layout never reads them. */
  readonly classes: readonly string[];
}

/** A run of characters after white-space processing. */
export interface TextBox {
  readonly kind: 'text';
  readonly id: BoxId;
  readonly style: ComputedStyle;
  readonly lang: Lang;
  readonly text: string;
  /** Sorted by `at`, exact after white-space processing; empty for words of the house style. */
  readonly origins: readonly TextOrigin[];
  /** Made by `content` or a marker rather than written by the author or template. */
  readonly generated: boolean;
}

/** Symbolic generated content inside a line (a page reference, a leader). */
export interface ContentBox {
  readonly kind: 'content';
  readonly id: BoxId;
  readonly style: ComputedStyle;
  readonly lang: Lang;
  readonly content: readonly Content[];
}

/** A forced line break (`<br>`). */
export interface LineBreakBox {
  readonly kind: 'line-break';
  readonly id: BoxId;
  readonly style: ComputedStyle;
  readonly lang: Lang;
}

/**
 * `role: 'reference'` is a cross-reference: its children are its final words (`第3段`), `href` is `#anchor`.
 */
export interface InlineBox extends BoxBase {
  readonly kind: 'inline';
  /** `#anchor` or an absolute URL; set on links and cross-references. */
  readonly href?: string;
  readonly children: readonly InlineLevel[];
}

/** `display: inline-block` with a width: one unbreakable object in the line whose own content is one line. */
export interface InlineBlockBox extends BoxBase {
  readonly kind: 'inline-block';
  readonly children: readonly InlineLevel[];
}

/** A footnote at the place of its call (`float: footnote`). */
export interface NoteBox extends BoxBase {
  readonly kind: 'note';
  readonly note: NoteId;
  /** Number of the note, set by the model. */
  readonly number: number;
  /** Generated mark in the text (`::footnote-call`). */
  readonly call: TextBox;
  /** Generated mark before the note (`::footnote-marker`), an outside marker if its `list-style-position` is outside. */
  readonly marker: TextBox;
  /** Blocks of the note; their styles are those of the note's element and its `p` children. */
  readonly children: readonly BlockBox[];
}

export type InlineLevel = TextBox | ContentBox | LineBreakBox | InlineBox | InlineBlockBox | NoteBox;

/** Named strings set at the start of this block (GCPM `string-set`). */
export interface StringSet {
  readonly name: string;
  readonly value: string;
}

/**
 * A block container. It holds either blocks or inline-level boxes, never both (anonymous blocks are made where
 * a template mixes them). `display: list-item` is a block with a `marker`; where such a block holds blocks, the marker
 * belongs at the start of the first line of its first leaf block (un-resolution: `li > p`), after that block's
 * `text-indent`.
 */
export interface BlockBox extends BoxBase {
  readonly kind: 'block';
  readonly marker?: { readonly box: TextBox; readonly marker: Marker };
  readonly strings: readonly StringSet[];
  readonly content:
    | { readonly kind: 'blocks'; readonly blocks: readonly BlockLevel[] }
    | { readonly kind: 'inlines'; readonly inlines: readonly InlineLevel[] };
}

/** A table of fixed column widths. `role` is `layout-table` for mastheads, `table` for data. */
export interface TableBox extends BoxBase {
  readonly kind: 'table';
  readonly strings: readonly StringSet[];
  /** In pt; from the `width` of the first row's cells, the rest shared evenly. Sum = the table's width. */
  readonly columns: readonly Pt[];
  readonly rows: readonly TableRowBox[];
}

export interface TableRowBox extends BoxBase {
  readonly kind: 'row';
  readonly cells: readonly TableCellBox[];
}

export interface TableCellBox extends BoxBase {
  readonly kind: 'cell';
  readonly columnSpan: number;
  readonly blocks: readonly BlockLevel[];
}

export type BlockLevel = BlockBox | TableBox;
export type StyledBox = BlockLevel | TableRowBox | TableCellBox | InlineLevel;

// ---------------------------------------------------------------- pages

export type MarginBoxName =
  | 'top-left'
  | 'top-center'
  | 'top-right'
  | 'bottom-left'
  | 'bottom-center'
  | 'bottom-right';

export interface MarginBox {
  readonly name: MarginBoxName;
  readonly style: ComputedStyle;
  readonly content: readonly Content[];
}

/** The page as it computes for one combination of name, first or not, and side (CSS Paged Media 3). */
export interface PageMaster {
  /** '' = the default page type. */
  readonly name: string;
  readonly first: boolean;
  readonly side: 'left' | 'right';
  readonly width: Pt;
  readonly height: Pt;
  readonly marginTop: Pt;
  readonly marginRight: Pt;
  readonly marginBottom: Pt;
  readonly marginLeft: Pt;
  readonly boxes: readonly MarginBox[];
  readonly footnote: {
    /** Least space between body and rule. */
    readonly marginTop: Pt;
    /** Inset of the note area from the page area. */
    readonly marginLeft: Pt;
    readonly marginRight: Pt;
    /** Space between rule and first note. */
    readonly paddingTop: Pt;
    readonly rule: Border;
    /** `border-clip`: length of the rule from the area's start; `none` = the whole area. */
    readonly ruleLength: Pt | 'none';
  };
}

/** `-docx-style` probes: the computed style of an empty element of each named Word style met in the style sheet. */
export interface StyleProbe {
  readonly name: string;
  readonly basedOn?: string;
  readonly kind: 'paragraph' | 'character';
  readonly style: ComputedStyle;
}

/** What leaves the markup stage. Plain data, structured-clone safe. */
export interface StyledDocument {
  readonly root: BlockBox;
  /** All four combinations of first × side for each page name in use; `masterFor` picks. */
  readonly masters: readonly PageMaster[];
  readonly probes: readonly StyleProbe[];
  readonly lang: Lang;
  readonly title: string;
  readonly subject?: string;
}
