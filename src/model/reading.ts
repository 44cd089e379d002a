import type { Diagnostic } from '../diagnostics.ts';
import type { Lang } from '../lang.ts';
import type { Source, Span } from '../source.ts';
import { Ids } from './ids.ts';
import { type InlineContext, inlinesOf } from './inline.ts';
import { NoteBook, type RepeatRule } from './notes.ts';
import { paragraphRange, type RawParagraph, splitParagraphs } from './paragraphs.ts';
import type { MapTree, Tree } from './tree.ts';
import type { Inline, OrganKind, Paragraph } from './types.ts';

/**
 * Reads the texts of one article. Notes are numbered as their marks are met, so whoever uses this must read in the
 * order in which a reader reads.
 */
export class Reading {
  readonly ids: Ids;
  readonly notes: NoteBook;
  readonly diagnostics: Diagnostic[] = [];
  private readonly source: Source;
  private readonly context: InlineContext;

  constructor(options: {
    source: Source;
    lang: Lang;
    organ: OrganKind;
    ids: Iterable<string>;
    notes: MapTree | undefined;
    repeat: RepeatRule;
  }) {
    this.source = options.source;
    this.ids = new Ids(options.ids);
    const report = (diagnostic: Diagnostic) => void this.diagnostics.push(diagnostic);
    this.notes = new NoteBook({
      texts: options.notes,
      repeat: options.repeat,
      read: (text) => this.prose(text),
      report,
    });
    this.context = {
      source: options.source.id,
      lang: options.lang,
      organ: options.organ,
      report,
      callNote: (id, span) => this.notes.call(id, span),
      refer: (target, span) => this.ids.refer(target, span),
    };
  }

  report(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
  }

  /** Paragraphs of a text or a list of texts; none if absent. */
  prose(tree: Tree | undefined): Paragraph[] {
    if (tree?.kind === 'list') return tree.items.flatMap((item) => this.prose(item));
    if (tree?.kind !== 'leaf' || tree.text === null) return [];
    return splitParagraphs(this.source.text, tree.map()).map((raw) => ({
      inlines: inlinesOf(raw, this.context),
      origin: this.spanOf(raw),
    }));
  }

  /** A text that is one paragraph by nature: a title, a heading, a cell. More are joined, with an error. */
  line(tree: Tree | undefined): Inline[] | undefined {
    if (tree?.kind !== 'leaf' || tree.text === null) return undefined;
    const [first, second] = splitParagraphs(this.source.text, tree.map());
    if (second) this.report(severalParagraphs(this.spanOf(second)));
    return first ? inlinesOf(first, this.context) : [];
  }

  private spanOf(raw: RawParagraph): Span {
    return { source: this.source.id, ...paragraphRange(raw, 0, raw.text.length) };
  }
}

const severalParagraphs = (span: Span): Diagnostic => ({
  code: 'model/several-paragraphs',
  severity: 'error',
  message: 'a second paragraph begins here, where one is allowed',
  span,
  reason: 'A blank line parts paragraphs; titles, headings and cells are one.',
  hints: [{ text: 'Delete the blank line.' }],
});

/** Text of inlines as read aloud without notes: for titles in outlines and metadata. */
export const plainOf = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) =>
      inline.kind === 'text' || inline.kind === 'cite'
        ? inline.text
        : 'children' in inline
          ? plainOf(inline.children)
          : '',
    )
    .join('');
