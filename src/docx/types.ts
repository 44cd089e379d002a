import type { NoteId } from '../markup/types.ts';

/** Twentieths of a point, the unit of lengths in the file (ECMA-376 ST_TwipsMeasure); always whole. */
export type Twips = number;
/** A style's id in the file (`w:styleId`), e.g. `FootnoteText`. */
export type StyleId = string;

// ---------------------------------------------------------------- formats

/** How characters look: what Word's run properties can say of a computed style. */
export interface RunFormat {
  /** Font of Latin letters and digits (`w:ascii`, `w:hAnsi`, `w:cs`). */
  readonly latin: string;
  /** Font of ideographs and their punctuation (`w:eastAsia`). */
  readonly eastAsian: string;
  /** In half-points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** `auto` (black), or six hexadecimal digits. */
  readonly color: string;
  readonly underline: boolean;
  readonly superscript: boolean;
  /** Added after each character, in twips. */
  readonly letterSpacing: Twips;
}

export interface TabStop {
  readonly align: 'left' | 'center' | 'right';
  /** From the left edge of the text area. */
  readonly position: Twips;
}

export interface BorderLine {
  /** In eighths of a point (ST_EighthPointMeasure), at least 2. */
  readonly width: number;
  readonly color: string;
  /** Distance from the text in points, 0–31. */
  readonly space: number;
}

export interface Borders {
  readonly top?: BorderLine;
  readonly left?: BorderLine;
  readonly bottom?: BorderLine;
  readonly right?: BorderLine;
}

/** How a paragraph stands: what Word's paragraph properties can say of a computed style and its place. */
export interface ParagraphFormat {
  /** Insets from the text area's edges. */
  readonly left: Twips;
  readonly right: Twips;
  /** Indent of the first line from `left`; negative hangs. */
  readonly firstLine: Twips;
  readonly before: Twips;
  readonly after: Twips;
  /** Distance of baselines. */
  readonly line: Twips;
  /**
   * `exact` is CSS's line-height: no run can raise a line, so leading is the same in Word as in the PDF. `atLeast` is
   * taken where a line is lower than its largest characters, which `exact` would cut off on the screen.
   */
  readonly lineRule: 'exact' | 'atLeast';
  readonly align: 'left' | 'center' | 'right' | 'both';
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  readonly pageBreakBefore: boolean;
  readonly widowControl: boolean;
  /** 1–9 = level in the outline, 0 = body text. */
  readonly outline: number;
  readonly tabs: readonly TabStop[];
  readonly borders: Borders;
  readonly kinsoku: boolean;
  /** A blank of its own between ideographs and Latin letters or digits. */
  readonly autoSpace: boolean;
  /** An opening mark at the start of a line takes half its width. */
  readonly trimLineStart: boolean;
}

// ---------------------------------------------------------------- styles

interface StyleBase {
  readonly id: StyleId;
  /** As shown in Word; built-in names in Word's own spelling. */
  readonly name: string;
  readonly builtIn: boolean;
  readonly basedOn?: StyleId;
}

export interface ParagraphStylePlan extends StyleBase {
  readonly kind: 'paragraph';
  /** Complete; the writer drops what the base style says already. */
  readonly paragraph: ParagraphFormat;
  readonly run: RunFormat;
  readonly next?: StyleId;
  /** The list level that goes with the style, so that Enter numbers on and Tab goes one level deeper. */
  readonly numbering?: { readonly num: number; readonly level: number };
}

export interface CharacterStylePlan extends StyleBase {
  readonly kind: 'character';
  /** Only what the style changes of the paragraph's characters. */
  readonly run: Partial<RunFormat>;
}

export interface TableStylePlan extends StyleBase {
  readonly kind: 'table';
}

export type StylePlan = ParagraphStylePlan | CharacterStylePlan | TableStylePlan;

// ---------------------------------------------------------------- numbering

export interface LevelPlan {
  readonly level: number;
  /** ST_NumberFormat; `none` for a typed label. */
  readonly format: string;
  /** `w:lvlText`: `%1.` with prefix and suffix, or a typed label. */
  readonly text: string;
  readonly start: number;
  /** Paragraph style tied to the level. */
  readonly style?: StyleId;
  readonly left: Twips;
  readonly firstLine: Twips;
  /** Where the text begins after the number; none = right after it. */
  readonly tab?: Twips;
  readonly run: Partial<RunFormat>;
}

export interface AbstractNumberingPlan {
  readonly id: number;
  readonly levels: readonly LevelPlan[];
}

export interface NumberingInstancePlan {
  /** `w:numId`, from 1. */
  readonly id: number;
  readonly abstract: number;
  readonly overrides: readonly {
    readonly level: number;
    readonly start?: number;
    readonly definition?: LevelPlan;
  }[];
}

export interface NumberingPlan {
  readonly abstracts: readonly AbstractNumberingPlan[];
  readonly instances: readonly NumberingInstancePlan[];
}

// ---------------------------------------------------------------- content

/** Characters of one run. No control characters: tabs, breaks and soft hyphens are pieces of their own. */
export interface TextPlan {
  readonly kind: 'text';
  readonly text: string;
  readonly style?: StyleId;
  /** Ambiguous characters (“ ” ‘ ’ — …) in it are set in the East Asian font. */
  readonly eastAsianHint: boolean;
  /** BCP 47 tag, where it is not the document's language. */
  readonly lang?: string;
}

export type InlinePlan =
  | TextPlan
  | {
      readonly kind: 'tab' | 'line-break' | 'soft-hyphen' | 'no-break-hyphen';
      readonly style?: StyleId;
    }
  | { readonly kind: 'note-reference'; readonly note: number; readonly style: StyleId }
  /** The note's own mark at its start. */
  | { readonly kind: 'note-mark'; readonly style: StyleId }
  /** A field with its result as far as it is known now; Word works out page numbers when it lays pages out. */
  | {
      readonly kind: 'field';
      readonly instruction: string;
      readonly result: readonly InlinePlan[];
      readonly style?: StyleId;
    }
  | {
      readonly kind: 'link';
      readonly target: { readonly url: string } | { readonly bookmark: string };
      readonly children: readonly InlinePlan[];
    }
  | {
      readonly kind: 'bookmark';
      readonly id: number;
      readonly name: string;
      readonly children: readonly InlinePlan[];
    };

export interface ParagraphPlan {
  readonly kind: 'paragraph';
  readonly style: StyleId;
  /** The few properties that may differ from the style (`styles.ts` says which and why). */
  readonly direct: {
    readonly keepNext?: boolean;
    readonly pageBreakBefore?: boolean;
    readonly before?: Twips;
    readonly after?: Twips;
  };
  /** List level, where the style's own does not do. */
  readonly numbering?: { readonly num: number; readonly level: number };
  readonly inlines: readonly InlinePlan[];
}

export interface CellPlan {
  readonly width: Twips;
  readonly columns: number;
  readonly align: 'top' | 'center' | 'bottom';
  readonly borders: Borders;
  readonly padding: {
    readonly top: Twips;
    readonly left: Twips;
    readonly bottom: Twips;
    readonly right: Twips;
  };
  /** Ends in a paragraph, as Word demands. */
  readonly blocks: readonly BlockPlan[];
}

export interface TablePlan {
  readonly kind: 'table';
  readonly style: StyleId;
  /** Of the table's left edge from the text area's. */
  readonly indent: Twips;
  readonly columns: readonly Twips[];
  readonly rows: readonly {
    /** Least height, 0 = none. */
    readonly height: Twips;
    /** Repeated on each page. */
    readonly header: boolean;
    readonly cells: readonly CellPlan[];
  }[];
}

export type BlockPlan = ParagraphPlan | TablePlan;

export interface NotePlan {
  readonly id: number;
  readonly note: NoteId;
  readonly paragraphs: readonly ParagraphPlan[];
}

// ---------------------------------------------------------------- sections

/** Which pages of a section a head or foot is for. */
export type PageKind = 'default' | 'first' | 'even';

export interface SectionPlan {
  readonly blocks: readonly BlockPlan[];
  /** How the section begins; the first one's is ignored by Word. */
  readonly start: 'nextPage' | 'oddPage' | 'evenPage';
  readonly width: Twips;
  readonly height: Twips;
  readonly margins: {
    readonly top: Twips;
    readonly right: Twips;
    readonly bottom: Twips;
    readonly left: Twips;
    /** Of the head from the page's top edge and the foot from its bottom edge. */
    readonly header: Twips;
    readonly footer: Twips;
  };
  readonly titlePage: boolean;
  readonly heads: Readonly<Partial<Record<PageKind, ParagraphPlan>>>;
  readonly feet: Readonly<Partial<Record<PageKind, ParagraphPlan>>>;
  /** Line pitch of the (unused) document grid. */
  readonly linePitch: Twips;
}

/** All the file says, as plain data. */
export interface DocxPlan {
  readonly defaults: { readonly paragraph: ParagraphFormat; readonly run: RunFormat };
  readonly styles: readonly StylePlan[];
  readonly numbering: NumberingPlan;
  readonly sections: readonly SectionPlan[];
  readonly notes: readonly NotePlan[];
  readonly settings: {
    readonly evenAndOddHeads: boolean;
    readonly mirrorMargins: boolean;
    readonly defaultTab: Twips;
  };
  readonly separatorStyle: StyleId;
  /** BCP 47 tags of the document's languages, as Word spells them. */
  readonly languages: { readonly main: string; readonly latin: string; readonly eastAsian: string };
  readonly properties: { readonly title: string; readonly subject?: string };
}
