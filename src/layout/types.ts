import type { FaceId } from '../fonts/types.ts';
import type { Lang } from '../lang.ts';
import type { BoxId, Color, NoteId, TextOrigin } from '../markup/types.ts';
import type { Pt } from '../units.ts';

/** Glyphs of one face, size and box on one baseline, in visual order from left to right. */
export interface PlacedGlyphs {
  readonly face: FaceId;
  readonly size: Pt;
  readonly glyphs: Uint16Array;
  /** Offset of each glyph's origin from the item's x, in pt. */
  readonly x: Float64Array;
  /** Right edge of the last advance from the item's x, in pt. */
  readonly width: Pt;
  readonly text: string;
  /**
   * For each glyph whether the free half of a full-width mark was given up there, so that the file can state the width
   * that the mark takes: 0 no, 1 the half after it (closing marks), 2 the half before it (opening marks). `x` is the
   * whole glyph's origin all the same. None = all 0.
   */
  readonly trims?: Uint8Array;
  /** For each glyph the UTF-16 offset in `text` at which its cluster begins; it ends at the next larger one. */
  readonly clusters: Uint32Array;
}

/** Placed things of a page. All coordinates are pt from the page's top left corner, y down. */
export type FrameItem =
  | {
      readonly kind: 'text';
      readonly x: Pt;
      /** Baseline. */
      readonly y: Pt;
      readonly run: PlacedGlyphs;
      readonly color: Color;
      readonly lang: Lang;
      /** The structure leaf this text belongs to; none = artifact (heads, feet). */
      readonly leaf?: BoxId;
      /** The link box this text lies in; key of `LaidOut.links`. */
      readonly link?: BoxId;
      /** Replacement text (ISO 32000-1, 14.9.4) where what is drawn is not what is meant, e.g. an inserted hyphen. */
      readonly actualText?: string;
      readonly origins: readonly TextOrigin[];
    }
  /** A filled rectangle: rules, borders, underlines. Always an artifact. */
  | {
      readonly kind: 'rule';
      readonly x: Pt;
      readonly y: Pt;
      readonly width: Pt;
      readonly height: Pt;
      readonly color: Color;
    }
  /** A place that links may target. */
  | { readonly kind: 'anchor'; readonly name: string; readonly x: Pt; readonly y: Pt };

export interface Frame {
  readonly x: Pt;
  readonly y: Pt;
  readonly width: Pt;
  readonly height: Pt;
  readonly items: readonly FrameItem[];
}

export interface Page {
  /** 1-based position in the document. */
  readonly number: number;
  readonly name: string;
  readonly side: 'left' | 'right';
  readonly width: Pt;
  readonly height: Pt;
  readonly body: Frame;
  readonly notes?: Frame;
  /** Running heads and feet; artifacts. */
  readonly margins: readonly Frame[];
}

/** Standard structure types of ISO 32000-1, 14.8.4 that the writer emits. */
export type StructureType =
  | 'Document'
  | 'Art'
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Link'
  | 'Reference'
  | 'Note'
  | 'Span'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure';

export interface StructureNode {
  readonly kind: 'node';
  readonly type: StructureType;
  /** The box it stands for; a `Link` node's box is the key in `LaidOut.links`. */
  readonly box: BoxId;
  /** Set where it differs from the parent's. */
  readonly lang?: Lang;
  /** ListNumbering attribute of an L (ISO 32000-1, table 347). */
  readonly listNumbering?:
    | 'None'
    | 'Decimal'
    | 'LowerAlpha'
    | 'UpperAlpha'
    | 'LowerRoman'
    | 'UpperRoman'
    | 'Disc';
  readonly note?: NoteId;
  /** Columns a TH or TD takes; 1 if not set. */
  readonly columnSpan?: number;
  readonly kids: readonly StructureKid[];
}

/** Text of one box: the writer puts the marked content of all frame items with this `leaf` here. */
export interface StructureLeaf {
  readonly kind: 'leaf';
  readonly leaf: BoxId;
}

export type StructureKid = StructureNode | StructureLeaf;

export interface OutlineEntry {
  readonly title: string;
  /** 1-based page number. */
  readonly page: number;
  readonly y: Pt;
  readonly children: readonly OutlineEntry[];
}

export type LinkTarget =
  | { readonly kind: 'uri'; readonly uri: string }
  | { readonly kind: 'anchor'; readonly name: string };

/** What leaves layout: all that the PDF writer needs. Plain data. */
export interface LaidOut {
  readonly pages: readonly Page[];
  readonly structure: StructureNode;
  readonly outline: readonly OutlineEntry[];
  /** Target and description (the link's text) of each link box. */
  readonly links: ReadonlyMap<BoxId, { readonly target: LinkTarget; readonly text: string }>;
  readonly lang: Lang;
  readonly title: string;
  readonly subject?: string;
}
