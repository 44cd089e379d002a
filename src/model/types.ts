import type { Lang } from '../lang.ts';
import type { TextOrigin } from '../markup/types.ts';
import type { Span } from '../source.ts';

/**
 * What leaves the model: facts of the data file plus what follows from them alone (values of numbers, link targets,
 * derived symbol). No wording: words come from the house style's strings. Plain data, deeply readonly.
 */
export interface Document {
  readonly lang: Lang;
  /** Name of the house style, e.g. `un-resolution`. */
  readonly style: string;
  readonly parts: readonly Article[];
}

/** One resolution. Note and list scopes belong to it. */
export interface Article {
  readonly kind: 'resolution';
  /** Unique in the document, [a-z0-9-]+, e.g. `a-res-75-234`. */
  readonly id: string;
  readonly lang: Lang;
  readonly publication: Publication;
  readonly resolution: ResolutionFacts;
  /** Everything between the title and the closing lines, in order. */
  readonly body: readonly Block[];
  /** Everything after the closing lines. */
  readonly annexes: readonly Annex[];
  readonly closing?: Closing;
  readonly notes: readonly Note[];
  readonly origin: Span;
}

export type OrganKind = 'general-assembly' | 'security-council' | 'ecosoc' | 'human-rights-council' | 'other';

export interface Publication {
  readonly organ: OrganKind;
  /** The organ's name as the data say it; else the style's strings name `organ`. */
  readonly organName?: string;
  /** Given or derived from organ and number, e.g. `A/RES/75/234`. */
  readonly symbol: string;
  readonly distribution?: 'general' | 'limited' | 'restricted' | 'provisional';
  readonly issued?: CalendarDate;
  readonly jobNumber?: string;
  readonly originalLanguage?: Lang;
  /** Number of the regular session, e.g. 75; or typed wording for special sessions. */
  readonly session?: {
    readonly number?: number;
    readonly kind: 'regular' | 'special' | 'emergency-special';
    readonly text?: string;
  };
  readonly agenda: readonly {
    readonly item: string;
    readonly subItem?: string;
    readonly title?: readonly Inline[];
  }[];
}

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface ResolutionFacts {
  /** As it is cited: `75/234`, `687 (1991)`, `3363 (XXX)`, `二一五九(二十一)`. */
  readonly number: string;
  readonly title?: readonly Inline[];
  /** Plain text of `title`. */
  readonly titleText?: string;
  readonly adoption?: {
    readonly date?: CalendarDate;
    /** Typed wording of the adoption line instead of the style's. */
    readonly text?: readonly Inline[];
  };
  readonly source:
    | { readonly kind: 'none' }
    | { readonly kind: 'without-reference' }
    | { readonly kind: 'text'; readonly text: readonly Inline[] }
    | {
        readonly kind: 'committee-report';
        /** 1–6 = main committees of the General Assembly. */
        readonly committee?: number;
        readonly committeeName?: string;
        readonly reports: readonly {
          readonly symbol: string;
          readonly href?: string;
          readonly paragraphs: readonly string[];
        }[];
      };
}

/** `date-and-meeting`: two lines in the order of the language; `sentence`: one adoption sentence; typed `lines` win. */
export interface Closing {
  readonly form: 'date-and-meeting' | 'sentence' | 'lines';
  readonly date?: CalendarDate;
  readonly meeting?: number;
  readonly vote?:
    | { readonly kind: 'unanimous' }
    | {
        readonly kind: 'recorded';
        readonly for: number;
        readonly against: number;
        readonly abstaining: number;
      };
  readonly lines: readonly (readonly Inline[])[];
  readonly origin: Span;
}

export interface Note {
  readonly id: string;
  /** 1-based, by first reference in reading order. */
  readonly number: number;
  readonly paragraphs: readonly (readonly Inline[])[];
  readonly origin: Span;
}

/** An annex or an embedded text: its own headings and body. */
export interface Annex {
  readonly id: string;
  readonly label?: readonly Inline[];
  readonly title?: readonly Inline[];
  readonly subtitle?: readonly Inline[];
  readonly body: readonly Block[];
  readonly origin: Span;
}

export type Block =
  /** The line that names the organ: `大会，`. `text` only where the data give their own wording. */
  | { readonly kind: 'organ-line'; readonly text?: readonly Inline[]; readonly origin: Span }
  | {
      readonly kind: 'preambular';
      readonly id?: string;
      readonly paragraphs: readonly Paragraph[];
      readonly origin: Span;
    }
  /** One unbroken run of numbered clauses. `continued` = its numbers go on from the run before. */
  | ClauseList
  /** An operative paragraph without a number (a single clause, "Adopts the following …:"). */
  | {
      readonly kind: 'unnumbered';
      readonly id?: string;
      readonly paragraphs: readonly Paragraph[];
      readonly items?: ItemList;
      readonly tail?: readonly Paragraph[];
      readonly origin: Span;
    }
  | {
      readonly kind: 'paragraph';
      readonly id?: string;
      readonly paragraphs: readonly Paragraph[];
      readonly origin: Span;
    }
  | {
      readonly kind: 'heading';
      readonly id?: string;
      readonly level: 1 | 2 | 3;
      readonly label?: string;
      readonly text: readonly Inline[];
      readonly origin: Span;
    }
  /** `第一条` and its text. `value` is set where the style derives the label. */
  | {
      readonly kind: 'article';
      readonly id: string;
      readonly value?: number;
      readonly label?: string;
      readonly title?: readonly Inline[];
      readonly body: readonly Block[];
      readonly origin: Span;
    }
  | ({ readonly kind: 'embedded' } & Annex)
  | {
      readonly kind: 'table';
      readonly id?: string;
      readonly caption?: readonly Inline[];
      readonly header: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
      readonly origin: Span;
    };

export interface ClauseList {
  readonly kind: 'clauses';
  /** All runs of one numbering share this; ids are [a-z0-9-]+. */
  readonly list: string;
  readonly continued: boolean;
  /** `start` is the value of this run's first clause. */
  readonly numbering: Numbering;
  readonly clauses: readonly Clause[];
  readonly origin: Span;
}

/** How the values of a list look is named here and drawn by CSS (`list-style-type`). */
export interface Numbering {
  readonly style:
    | 'decimal'
    | 'lower-alpha'
    | 'upper-alpha'
    | 'lower-roman'
    | 'upper-roman'
    | 'cjk-decimal'
    | 'none'
    | 'default';
  /** Text before each label, e.g. `1.` for goal targets. */
  readonly prefix?: string;
  readonly start: number;
}

/** A numbered operative paragraph or list item. */
export interface Clause {
  readonly id: string;
  readonly value: number;
  /** 0 = operative paragraph, 1 = (a), 2 = (i) … */
  readonly level: number;
  /** Typed label where the author gave one. */
  readonly label?: string;
  readonly paragraphs: readonly Paragraph[];
  readonly items?: ItemList;
  /** Text that goes on flush after the items. */
  readonly tail?: readonly Paragraph[];
  /** Mandates that the clause gives, for the mandates table of a briefing pack. */
  readonly actions?: readonly Action[];
  readonly origin: Span;
}

/** Who is asked to do what, and by when: a day, or words. */
export interface Action {
  readonly who: string;
  readonly what: string;
  readonly by?: CalendarDate | string;
}

export interface ItemList {
  readonly numbering: Numbering;
  readonly items: readonly Clause[];
}

export interface Paragraph {
  readonly inlines: readonly Inline[];
  readonly origin: Span;
}

export type Inline =
  /** `origins` maps offsets of `text` to the data file, exact over folds and escapes. */
  | { readonly kind: 'text'; readonly text: string; readonly origins: readonly TextOrigin[] }
  | { readonly kind: 'emphasis' | 'strong' | 'lead'; readonly children: readonly Inline[] }
  /** Note mark. The note's text stands in `Article.notes`. */
  | { readonly kind: 'note'; readonly note: string; readonly number: number; readonly origin: Span }
  /** `href` is https, http, mailto or `#id`. */
  | {
      readonly kind: 'link';
      readonly href: string;
      readonly children: readonly Inline[];
      readonly origin: Span;
    }
  /** A document symbol: `text` is what is shown; `href` from the style's table of symbols, none = plain text. */
  | {
      readonly kind: 'cite';
      readonly symbol: string;
      readonly text: string;
      readonly href?: string;
      readonly origins: readonly TextOrigin[];
      readonly origin: Span;
    }
  /** A clause by id. The label is made by the markup stage from the target's marker. */
  | { readonly kind: 'ref'; readonly target: string; readonly origin: Span };
