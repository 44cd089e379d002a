import type { Diagnostic } from '../diagnostics.ts';
import type { Span } from '../source.ts';
import { nearest } from '../suggest.ts';
import type { MapTree, Tree } from './tree.ts';
import type { Note, Paragraph } from './types.ts';

/** What a second call of the same note does (house rule `notes.repeat`). */
export type RepeatRule = 'new' | 'refuse' | 'same-mark';

/**
 * Notes of one article, numbered by first call in reading order. A note's text is read where it is first called, so
 * that notes called inside notes come next in the count.
 */
export class NoteBook {
  private readonly texts: MapTree | undefined;
  private readonly repeat: RepeatRule;
  private readonly read: (text: Tree) => Paragraph[];
  private readonly report: (diagnostic: Diagnostic) => void;
  private readonly notes: Note[] = [];
  /** Place of each id's first call. */
  private readonly calls = new Map<string, Span>();
  private readonly copies = new Map<string, number>();
  /** Notes whose text is being read. */
  private readonly open: string[] = [];
  private count = 0;

  constructor(options: {
    texts: MapTree | undefined;
    repeat: RepeatRule;
    read: (text: Tree) => Paragraph[];
    report: (diagnostic: Diagnostic) => void;
  }) {
    this.texts = options.texts;
    this.repeat = options.repeat;
    this.read = options.read;
    this.report = options.report;
  }

  /** Counts a call; none if there is no note of this id or it would contain itself. */
  call(id: string, span: Span): { note: string; number: number } | undefined {
    const entry = this.texts?.entries.get(id);
    if (!entry) return this.refuse(missingNote(id, this.texts, span));
    if (this.open.includes(id)) return this.refuse(cyclicNote(id, span));
    const first = this.calls.get(id);
    if (!first) {
      this.calls.set(id, span);
      return this.add(id, id, entry.value, entry.key.span);
    }
    if (this.repeat === 'refuse') return this.refuse(repeatedNote(id, span, first, 'error'));
    if (this.repeat === 'same-mark') {
      const known = this.notes.find((note) => note.id === id);
      return known && { note: id, number: known.number };
    }
    this.report(repeatedNote(id, span, first, 'note'));
    return this.add(this.copyId(id), id, entry.value, entry.key.span);
  }

  /** Notes in order of their numbers. Notes that nobody called are reported. */
  finish(): Note[] {
    for (const { key } of this.texts?.entries.values() ?? [])
      if (key.text !== null && !this.calls.has(key.text)) this.report(unusedNote(key.text, key.span));
    return [...this.notes].sort((a, b) => a.number - b.number);
  }

  private add(id: string, source: string, text: Tree, origin: Span): { note: string; number: number } {
    const number = ++this.count;
    this.open.push(source);
    this.notes.push({ id, number, paragraphs: this.read(text).map(({ inlines }) => inlines), origin });
    this.open.pop();
    return { note: id, number };
  }

  private copyId(id: string): string {
    let copy = (this.copies.get(id) ?? 1) + 1;
    while (this.texts?.entries.has(`${id}-${copy}`)) copy++;
    this.copies.set(id, copy);
    return `${id}-${copy}`;
  }

  private refuse(diagnostic: Diagnostic): undefined {
    this.report(diagnostic);
    return undefined;
  }
}

function missingNote(id: string, texts: MapTree | undefined, span: Span): Diagnostic {
  const meant = nearest(id, texts?.entries.keys() ?? []);
  return {
    code: 'model/missing-note',
    severity: 'error',
    message: `there is no note \`${id}\``,
    span,
    got: id,
    hints: [
      meant === undefined
        ? { text: `Add \`${id}: …\` under \`notes:\`. A backslash before [ makes the brackets plain text.` }
        : { text: `Did you mean \`[^${meant}]\`?`, span, replacement: `[^${meant}]` },
    ],
  };
}

const cyclicNote = (id: string, span: Span): Diagnostic => ({
  code: 'model/cyclic-note',
  severity: 'error',
  message: `the note \`${id}\` is called inside its own text`,
  span,
  hints: [{ text: 'Delete the mark.' }],
});

const repeatedNote = (id: string, span: Span, first: Span, severity: 'error' | 'note'): Diagnostic => ({
  code: 'model/repeated-note',
  severity,
  message:
    severity === 'error'
      ? `the note \`${id}\` is called a second time`
      : `the note \`${id}\` is called again: a new note with the same text is set`,
  span,
  reason:
    'In resolutions of the United Nations a numbered mark is not repeated (Editorial Manual, footnotes, chapter 5).',
  hints: [
    { text: 'It is first called here.', span: first },
    ...(severity === 'error'
      ? [{ text: 'Delete this mark, or write a second note under an id of its own.' }]
      : []),
  ],
});

const unusedNote = (id: string, span: Span): Diagnostic => ({
  code: 'model/unused-note',
  severity: 'warning',
  message: `no text calls the note \`${id}\``,
  span,
  reason: 'It is left out of the document.',
  hints: [{ text: `Write \`[^${id}]\` where its mark belongs, or delete the note.` }],
});
