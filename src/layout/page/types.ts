import type { Pt } from '../../units.ts';

/** What a page offers, in pt. */
export interface PageShape {
  /** Height of the page area. */
  readonly height: Pt;
  /** What a note area takes besides its lines: space above the rule, the rule, space below it. */
  readonly separator: Pt;
}

/** A stretch of the body between two possible page ends. */
export interface Unit {
  /** Space above, lost at the head of a page. */
  readonly before: Pt;
  readonly height: Pt;
  /** Lines of text in it. */
  readonly lines: number;
  /** Notes due once this unit stands: called by it or any unit before, or in the lines of those notes. */
  readonly notes: number;
  /** Cost of a page end after it, see `break-costs.ts`. Infinity = only if nothing else fits. */
  readonly cost: number;
  /** A page must end after it. */
  readonly forced: boolean;
}

/** A line of a note, or anything in it that cannot be cut. */
export interface NoteLine {
  /** Space above, lost at the head of the note area. */
  readonly before: Pt;
  readonly height: Pt;
  /** Notes called in it. */
  readonly calls: number;
}

/** Lines [start, end) of all note lines of the section. */
export interface NoteRange {
  readonly start: number;
  readonly end: number;
  /** Index after the last note called inside this one, at any depth; its own index + 1 if it calls none. */
  readonly subtree: number;
}

/**
 * A section to be cut into pages: plain numbers. Notes are one sequence in the order of their calls, a note called
 * inside a note right after it, so that what is set is always a beginning of the sequence.
 */
export interface Section {
  readonly units: readonly Unit[];
  readonly noteLines: readonly NoteLine[];
  readonly notes: readonly NoteRange[];
  /** Kinds of page in this section and which follows which: `after[k]` is the kind of the page after one of kind k. */
  readonly shapes: readonly PageShape[];
  readonly after: readonly number[];
  /** Kind of the first page. */
  readonly first: number;
}

/** Why a page is not as the rules want it. */
export type PageFault =
  /** A break that the style forbids was taken. */
  | 'kept-apart'
  /** A note is cut where it should not be, or begins after the page of its mark. */
  | 'note-cut'
  /** What cannot be broken is higher than the page. */
  | 'too-tall';

/** A chosen page: units [from, to) and note lines [notesFrom, notesTo). */
export interface PageCut {
  readonly from: number;
  readonly to: number;
  readonly notesFrom: number;
  readonly notesTo: number;
  readonly fault?: PageFault;
}

/** All pages of a section with what they cost together. */
export interface Breaking {
  readonly pages: readonly PageCut[];
  readonly cost: number;
}
