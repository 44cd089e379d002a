import type { Diagnostic } from '../../diagnostics.ts';
import type { FontBook } from '../../fonts/types.ts';
import type { Lang } from '../../lang.ts';
import type { BlockBox, BoxId, Color, ComputedStyle, TextOrigin } from '../../markup/types.ts';
import type { Em, Pt } from '../../units.ts';
import type { PlacedGlyphs } from '../types.ts';

/** What the inline stage needs besides the block: fonts, and where to say things. */
export interface InlineContext {
  readonly fonts: FontBook;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** A piece of a line. x is in pt from the left edge of the block's content box. */
export type LineFragment =
  | {
      readonly kind: 'text';
      readonly x: Pt;
      /** Rise of the baseline over the line's, pt, positive up. */
      readonly rise: Pt;
      readonly run: PlacedGlyphs;
      readonly color: Color;
      readonly lang: Lang;
      readonly leaf: BoxId;
      readonly link?: BoxId;
      readonly actualText?: string;
      readonly underline: boolean;
      readonly origins: readonly TextOrigin[];
    }
  | { readonly kind: 'anchor'; readonly name: string; readonly x: Pt };

/** One set line. Its height is the block's `line-height`, whatever stands in it. */
export interface Line {
  readonly height: Pt;
  /** Baseline from the line's top. */
  readonly baseline: Pt;
  /** Width as set, and the width its glue would have without stretch or shrink. */
  readonly width: Pt;
  readonly naturalWidth: Pt;
  /** Adjustment ratio (Knuth & Plass): 0 natural, 1 all stretch used, -1 all shrink used. */
  readonly ratio: number;
  /** Width of the even gaps between Han characters, em: what of the stretch a reader sees. */
  readonly gap: Em;
  /** What ending the line here cost (`penalties.ts`), 0 for a free place. */
  readonly penalty: number;
  /** Why the line ends here. `overfull`: nothing fitted. */
  readonly reason: 'normal' | 'forced' | 'emergency' | 'overfull' | 'last';
  /** UTF-16 range in the paragraph's text, trailing blank included. */
  readonly start: number;
  readonly end: number;
  readonly fragments: readonly LineFragment[];
  /** `NoteBox` ids called in this line, in order. */
  readonly notes: readonly BoxId[];
}

/** A paragraph set at a measure. */
export interface SetParagraph {
  readonly text: string;
  readonly lines: readonly Line[];
}

/** Sets the inline content of a block (inside marker included) at a measure in pt. `block.content.kind` is `inlines`. */
export type SetBlock = (context: InlineContext, block: BlockBox, measure: Pt) => SetParagraph;

/** Sets one line of plain text at its natural width: margin boxes, outside markers. `leaf` -1 = artifact. */
export type SetText = (
  context: InlineContext,
  text: string,
  style: ComputedStyle,
  lang: Lang,
  leaf: BoxId,
) => Line;
