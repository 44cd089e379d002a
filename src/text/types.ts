import type { Face } from '../fonts/types.ts';
import type { Lang } from '../lang.ts';
import type { BoxId, ComputedStyle, InlineBlockBox, TextOrigin } from '../markup/types.ts';
import type { Pt } from '../units.ts';

/** Stands in the paragraph's text for an inline-block or an inside marker with a fixed width. */
export const OBJECT_CHARACTER = '\uFFFC';

/** What a run of text is, as far as spacing and breaking care. */
export type RunKind =
  | 'text'
  /** The raised mark of a note: kept on the word before it, transparent to the spacing around it. */
  | 'note-mark';

/** A stretch of the paragraph's text that came from one text box. */
export interface TextRun {
  readonly start: number;
  readonly end: number;
  readonly kind: RunKind;
  readonly style: ComputedStyle;
  readonly lang: Lang;
  readonly leaf: BoxId;
  readonly link?: BoxId;
  /** Rise of the baseline in pt, summed over the inline ancestors, positive up. */
  readonly rise: Pt;
  readonly nowrap: boolean;
  readonly underline: boolean;
  /** Relative to `start`. */
  readonly origins: readonly TextOrigin[];
}

/** An unbreakable thing of fixed width at `at`, where the text holds `OBJECT_CHARACTER`. */
export interface InlineObject {
  readonly at: number;
  /** Advance including horizontal margins; may be 0 for a number that hangs in the margin. */
  readonly advance: Pt;
  readonly content:
    | { readonly kind: 'inline-block'; readonly box: InlineBlockBox }
    /** An inside marker: `text` set flush start in the advance. */
    | { readonly kind: 'marker'; readonly run: TextRun; readonly text: string };
}

/** The inline content of one block as one flat string, U+2028 for `<br>`, with what stands in it. Plain data. */
export interface Paragraph {
  readonly text: string;
  /** In order, without gaps except at objects. */
  readonly runs: readonly TextRun[];
  readonly objects: readonly InlineObject[];
  /** Offset of each note mark's first character, with the note's box. */
  readonly notes: readonly { readonly at: number; readonly box: BoxId }[];
  readonly anchors: readonly { readonly at: number; readonly name: string }[];
  readonly lang: Lang;
  readonly style: ComputedStyle;
}

/** Spacing classes; the glue table has a cell for each ordered pair. See `classes.ts` for members and reasons. */
export type CharClass =
  | 'han'
  | 'open'
  | 'close'
  | 'comma'
  | 'stop'
  | 'middle'
  | 'unit'
  | 'connector'
  | 'wide'
  | 'latin'
  | 'lopen'
  | 'lclose'
  | 'lpause'
  | 'space'
  | 'mark'
  | 'object';

/** The smallest thing that keeps its inner positions: a Han character, a mark, a shaped Latin cluster, a two-em unit. */
export interface Cluster {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly cls: CharClass;
  /** Index into `Paragraph.runs`; -1 for objects. */
  readonly run: number;
  readonly face: Face | undefined;
  /** Font size in pt. */
  readonly size: Pt;
  /** Box width in pt: half an em for marks whose other half is glue. */
  readonly width: Pt;
  readonly glyphs: readonly number[];
  /** Glyph origins from the box's left edge, pt. */
  readonly xs: readonly number[];
}

/** CLREQ 3.5.3 and 3.5.4: which glue gives way first. Lower is earlier; all of one order in a line give alike. */
export interface GlueOrder {
  readonly stretch: 1 | 2 | 3;
  readonly shrink: 2 | 3 | 4 | 5 | 6 | 7;
}

/** Items of Knuth & Plass (1981). `from`/`to` of a box are cluster indices, end exclusive. */
export type Item =
  | { readonly type: 'box'; readonly width: Pt; readonly from: number; readonly to: number }
  | {
      readonly type: 'glue';
      readonly width: Pt;
      readonly stretch: Pt;
      readonly shrink: Pt;
      readonly order: GlueOrder;
      /** Index of the blank's cluster, for the glyph that text extraction needs; -1 = pure space. */
      readonly cluster: number;
    }
  | {
      readonly type: 'penalty';
      readonly cost: number;
      readonly width: Pt;
      readonly flagged: boolean;
      /** Cluster drawn only if the line ends here: the hyphen of a soft hyphen. */
      readonly insert?: number;
    };

/** A cost that forbids a break. */
export const FORBIDDEN = Number.POSITIVE_INFINITY;
/** A cost that forces one. */
export const FORCED = Number.NEGATIVE_INFINITY;
