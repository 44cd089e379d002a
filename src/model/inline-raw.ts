import { type Event, NOTE_CALL, type Token, tokenizeInline } from './inline-syntax.ts';

/** A stretch of a paragraph that stands in it character by character, from offset `from`. */
export interface Piece {
  readonly text: string;
  readonly from: number;
}

/** Inline marks of one paragraph; all offsets count in the paragraph as it was given to `readInline`. */
export type RawInline =
  | { readonly kind: 'text'; readonly piece: Piece }
  | {
      readonly kind: 'emphasis' | 'strong' | 'lead';
      readonly children: readonly RawInline[];
      readonly from: number;
    }
  | {
      readonly kind: 'link';
      readonly href: string;
      readonly children: readonly RawInline[];
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'cite'; readonly pieces: readonly Piece[]; readonly from: number; readonly to: number }
  | { readonly kind: 'ref'; readonly target: string; readonly from: number; readonly to: number }
  | { readonly kind: 'note'; readonly id: string; readonly from: number; readonly to: number };

/** Something in a paragraph that may not be meant as it stands. */
export interface RawFault {
  readonly kind: 'unknown-directive' | 'bare-directive' | 'link-scheme';
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** The closed list of text directives (DESIGN section 3). */
export const DIRECTIVES = ['lead', 'cite', 'ref'] as const;

/** Where links may go; any other scheme is refused by all writers. */
const HREF = /^(?:https?:\/\/|mailto:|#)[^\s]*$/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Reads the inline marks of one paragraph without line ends. Never throws; what is no mark is text. */
export function readInline(paragraph: string): { inlines: RawInline[]; faults: RawFault[] } {
  const reader = new Reader(paragraph, tokenizeInline(paragraph));
  return { inlines: reader.until(undefined), faults: reader.faults };
}

/** Walks the events of micromark; each method leaves the walk after the exit of the token that it reads. */
class Reader {
  readonly faults: RawFault[] = [];
  private readonly paragraph: string;
  private readonly events: readonly Event[];
  private at = 0;

  constructor(paragraph: string, events: readonly Event[]) {
    this.paragraph = paragraph;
    this.events = events;
  }

  /** Everything up to the exit of `end`, or to the end of the paragraph. */
  until(end: Token | undefined): RawInline[] {
    const found: RawInline[] = [];
    for (;;) {
      const event = this.events[this.at];
      if (!event) return found;
      this.at++;
      const [phase, token] = event;
      if (phase === 'exit') {
        if (token === end) return found;
        continue;
      }
      found.push(...this.token(token));
    }
  }

  private token(token: Token): RawInline[] {
    switch (token.type) {
      case 'data':
      case 'characterEscapeValue':
      // micromark calls blanks at the end of a text a line suffix; here no line ends.
      case 'lineSuffix':
        return this.literal(token.start.offset, token.end.offset);
      case 'emphasis':
      case 'strong':
        return this.attention(token, token.type);
      case 'link':
        return this.link(token);
      case 'directiveText':
        return this.directive(token);
      case NOTE_CALL: {
        this.until(token);
        const { from, to } = offsets(token);
        return [{ kind: 'note', id: this.paragraph.slice(from + 2, to - 1), from, to }];
      }
      default:
        return [];
    }
  }

  private literal(from: number, to: number): RawInline[] {
    return from < to ? [{ kind: 'text', piece: { text: this.paragraph.slice(from, to), from } }] : [];
  }

  /** `*…*` and `**…**`. An underline is no mark: forms have blanks to fill in, and symbols hold underlines. */
  private attention(token: Token, kind: 'emphasis' | 'strong'): RawInline[] {
    const { from, to } = offsets(token);
    const children = this.until(token);
    const width = kind === 'strong' ? 2 : 1;
    return this.paragraph[from] === '*'
      ? [{ kind, children, from }]
      : [...this.literal(from, from + width), ...children, ...this.literal(to - width, to)];
  }

  /** `[text](address)`; in `[案文](见附件)` the parenthesis is no address, and all of it is text. */
  private link(token: Token): RawInline[] {
    const { from, to } = offsets(token);
    const label = this.enter('labelText', token);
    const children = label ? this.until(label) : [];
    const destination = this.enter('resourceDestinationString', token);
    const href = destination ? this.until(destination).map(plainText).join('') : '';
    this.until(token);
    if (HREF.test(href)) return [{ kind: 'link', href, children, from, to }];
    if (SCHEME.test(href)) this.faults.push({ kind: 'link-scheme', word: href, from, to });
    const labelEnd = label?.end.offset ?? from + 1;
    return [...this.literal(from, from + 1), ...children, ...this.literal(labelEnd, to)];
  }

  /** `:name[label]`. Attributes in braces have no meaning and stay text. */
  private directive(token: Token): RawInline[] {
    const { from, to } = offsets(token);
    const name = this.enter('directiveTextName', token);
    const word = name ? this.paragraph.slice(name.start.offset, name.end.offset) : '';
    const label = this.enter('directiveTextLabel', token);
    const string = label && this.enter('directiveTextLabelString', label);
    const children = string ? this.until(string) : [];
    this.until(token);
    const known = DIRECTIVES.find((directive) => directive === word);
    if (!label || !known || !string) {
      if (known) this.faults.push({ kind: 'bare-directive', word, from, to: from + 1 + word.length });
      else if (label) this.faults.push({ kind: 'unknown-directive', word, from, to: from + 1 + word.length });
      return string
        ? [...this.literal(from, string.start.offset), ...children, ...this.literal(string.end.offset, to)]
        : this.literal(from, to);
    }
    const labelEnd = label.end.offset;
    return [this.known(known, children, from, labelEnd), ...this.literal(labelEnd, to)];
  }

  private known(
    name: (typeof DIRECTIVES)[number],
    children: readonly RawInline[],
    from: number,
    to: number,
  ): RawInline {
    if (name === 'lead') return { kind: 'lead', children, from };
    if (name === 'ref') return { kind: 'ref', target: children.map(plainText).join('').trim(), from, to };
    return { kind: 'cite', pieces: children.flatMap(piecesOf), from, to };
  }

  /** Goes on to the next token of a type inside `parent`; none if `parent` ends first, and then stays before its end. */
  private enter(type: Token['type'], parent: Token): Token | undefined {
    for (let index = this.at; ; index++) {
      const event = this.events[index];
      if (!event || (event[0] === 'exit' && event[1] === parent)) return undefined;
      if (event[0] === 'enter' && event[1].type === type) {
        this.at = index + 1;
        return event[1];
      }
    }
  }
}

const offsets = (token: Token): { from: number; to: number } => ({
  from: token.start.offset,
  to: token.end.offset,
});

/** Text of a mark without its marks. */
export const plainText = (inline: RawInline): string =>
  piecesOf(inline)
    .map(({ text }) => text)
    .join('');

function piecesOf(inline: RawInline): readonly Piece[] {
  if (inline.kind === 'text') return [inline.piece];
  if (inline.kind === 'cite') return inline.pieces;
  return 'children' in inline ? inline.children.flatMap(piecesOf) : [];
}
