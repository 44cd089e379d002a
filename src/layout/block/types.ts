import type { Diagnostic } from '../../diagnostics.ts';
import type { BoxId, NoteBox, Origin, StringSet } from '../../markup/types.ts';
import type { Pt } from '../../units.ts';
import type { InlineContext, SetBlock, SetText } from '../inline/types.ts';
import type { FrameItem } from '../types.ts';

/** The inline stage as layout sees it. Tests give one that sets square glyphs. */
export interface InlineSetter {
  readonly setBlock: SetBlock;
  readonly setText: SetText;
}

/** A box of which the first placed thing is this one: a place for bookmarks, and the moment its strings are set. */
export interface BlockStart {
  readonly box: BoxId;
  readonly strings: readonly StringSet[];
}

/** What all placed things have. `items` have x from the page area's left edge and y from the thing's own top. */
interface Placed {
  readonly height: Pt;
  readonly items: readonly FrameItem[];
  /** `NoteBox` ids called here, in order. */
  readonly notes: readonly BoxId[];
  readonly starts: readonly BlockStart[];
  readonly origin: Origin;
}

/** A place where a page may or must end. */
export interface Break {
  /** From `break-costs.ts`; Infinity = only if nothing else fits a page. */
  readonly cost: number;
  /** Forced: the next page, or the next right or left page. */
  readonly force?: 'page' | 'recto' | 'verso';
  /** Page name of what follows, where it differs from what comes before. Always with `force`. */
  readonly page?: string;
}

/**
 * The vertical list: all blocks flattened, lists and sub-paragraphs too, so that no nesting is left to decide where a
 * note goes (Typst #2449). `line` is a line of text; `block` cannot be broken: a table row, or padding and border at
 * the edge of a block (`lines` 0).
 */
export type VItem =
  | ({ readonly type: 'line' } & Placed)
  | ({ readonly type: 'block'; readonly lines: number } & Placed)
  /** A margin. It vanishes at the head of a page; `items` are the side borders of the blocks around it. */
  | { readonly type: 'space'; readonly height: Pt; readonly items: readonly FrameItem[] }
  | ({ readonly type: 'break' } & Break);

/** A note set at the measure of the note area. */
export interface NoteFlow {
  readonly box: NoteBox;
  readonly items: readonly VItem[];
  /** Margins above and below; those of neighbouring notes collapse. */
  readonly leading: Margin;
  readonly trailing: Margin;
}

/** Adjoining margins: the largest positive and the smallest negative of them (CSS 2.2, 8.3.1). */
export interface Margin {
  readonly most: Pt;
  readonly least: Pt;
}

/** All blocks of a document as one vertical list, with its notes by id. */
export interface Flow {
  /** Page name of the first thing. */
  readonly page: string;
  readonly items: readonly VItem[];
  readonly notes: ReadonlyMap<BoxId, NoteFlow>;
}

/** What flow needs to know of pages: measures by page name. */
export interface PageMeasures {
  /** Width of the page area. */
  area(page: string): Pt;
  /** Width of the note area. */
  notes(page: string): Pt;
  /** Least room from the page area's left and right edges to the edges of the sheet. */
  margins(page: string): { readonly left: Pt; readonly right: Pt };
}

/** Passed through the block stage. `notes` collects each note as its call is met. */
export interface FlowContext {
  readonly setter: InlineSetter;
  readonly inline: InlineContext;
  readonly measures: PageMeasures;
  readonly notes: Map<BoxId, NoteFlow>;
  readonly report: (diagnostic: Diagnostic) => void;
}
