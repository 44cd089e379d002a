import type { Diagnostic } from '../diagnostics.ts';
import type { Lang } from '../lang.ts';
import { LIMITS } from '../limits.ts';
import type { TextOrigin } from '../markup/types.ts';
import type { SourceId, Span } from '../source.ts';
import { nearest } from '../suggest.ts';
import { judgeBlanks, type Sign } from './blanks.ts';
import { resolveCitation } from './citations.ts';
import { DIRECTIVES, type Piece, type RawFault, type RawInline, readInline } from './inline-raw.ts';
import { paragraphRange, type RawParagraph } from './paragraphs.ts';
import { lintProse } from './prose-lints.ts';
import type { Inline, OrganKind } from './types.ts';

/** What reading a text needs to know about the whole it stands in. */
export interface InlineContext {
  readonly source: SourceId;
  readonly lang: Lang;
  readonly organ: OrganKind;
  report(diagnostic: Diagnostic): void;
  /** Counts a note mark; none if there is no such note (which is reported). */
  callNote(id: string, span: Span): { readonly note: string; readonly number: number } | undefined;
  /** Remembers a reference to check when all ids are known. */
  refer(target: string, span: Span): void;
}

/**
 * Inlines of one paragraph: marks read, blanks judged, note marks counted in reading order, citations resolved.
 * Origins lead each character back to the file.
 */
export function inlinesOf(paragraph: RawParagraph, context: InlineContext): Inline[] {
  const spanOf = (from: number, to: number): Span => ({
    source: context.source,
    ...paragraphRange(paragraph, from, to),
  });
  const crowded = [...paragraph.text.matchAll(/[*[]/g)][LIMITS.marks]?.index;
  if (crowded !== undefined) {
    context.report(tooManyMarks(spanOf(crowded, crowded + 1)));
    return [];
  }
  const { inlines, faults } = readInline(paragraph.text);
  for (const fault of faults) context.report(directiveFault(fault, spanOf(fault.from, fault.to)));
  const signs = inlines.flatMap(signsOf);
  const verdict = judgeBlanks(signs, context.lang, (offset) => paragraph.folds.has(offset));
  for (const { from, to } of verdict.betweenHan) context.report(blankBetweenHan(spanOf(from, to)));
  const kept = signs.filter(({ from, character }) => character !== ' ' || !verdict.drop.has(from));
  for (const diagnostic of lintProse(kept, context.lang, spanOf)) context.report(diagnostic);
  return build(inlines, { paragraph, context, drop: verdict.drop, spanOf });
}

interface Work {
  readonly paragraph: RawParagraph;
  readonly context: InlineContext;
  readonly drop: ReadonlySet<number>;
  readonly spanOf: (from: number, to: number) => Span;
}

function build(raw: readonly RawInline[], work: Work): Inline[] {
  const built: Inline[] = [];
  let pieces: Piece[] = [];
  const flush = () => {
    const { text, origins } = textOf(pieces, work);
    if (text !== '') built.push({ kind: 'text', text, origins });
    pieces = [];
  };
  for (const inline of raw) {
    if (inline.kind === 'text') {
      pieces.push(inline.piece);
      continue;
    }
    flush();
    const one = mark(inline, work);
    if (one) built.push(one);
  }
  flush();
  return built;
}

function mark(inline: Exclude<RawInline, { kind: 'text' }>, work: Work): Inline | undefined {
  const { context, spanOf } = work;
  switch (inline.kind) {
    case 'emphasis':
    case 'strong':
    case 'lead':
      return { kind: inline.kind, children: build(inline.children, work) };
    case 'link': {
      const origin = spanOf(inline.from, inline.to);
      if (inline.href.startsWith('#')) context.refer(inline.href.slice(1), origin);
      return { kind: 'link', href: inline.href, children: build(inline.children, work), origin };
    }
    case 'ref': {
      const origin = spanOf(inline.from, inline.to);
      context.refer(inline.target, origin);
      return { kind: 'ref', target: inline.target, origin };
    }
    case 'note': {
      const origin = spanOf(inline.from, inline.to);
      const called = context.callNote(inline.id, origin);
      return called && { kind: 'note', ...called, origin };
    }
    case 'cite':
      return cite(inline, work);
  }
}

function cite(inline: Extract<RawInline, { kind: 'cite' }>, work: Work): Inline | undefined {
  const { context, spanOf } = work;
  const { text, origins } = textOf(inline.pieces, work);
  const origin = spanOf(inline.from, inline.to);
  const found = resolveCitation(text.trim(), context.organ, context.lang);
  if (!found) context.report(unknownCitation(text, origin));
  return {
    kind: 'cite',
    symbol: found?.symbol ?? text,
    text,
    ...(found ? { href: found.href } : {}),
    origins,
    origin,
  };
}

/** Text of pieces without dropped blanks, and where it came from: one origin for each stretch that runs in step. */
function textOf(
  pieces: readonly Piece[],
  { paragraph, context, drop }: Work,
): {
  text: string;
  origins: TextOrigin[];
} {
  const { starts, ends } = paragraph.map;
  let text = '';
  const origins: TextOrigin[] = [];
  let expected = -1;
  for (const piece of pieces) {
    let copied = 0;
    for (let index = 0; index < piece.text.length; index++) {
      const offset = piece.from + index;
      if (drop.has(offset)) {
        text += piece.text.slice(copied, index);
        copied = index + 1;
        continue;
      }
      const unit = paragraph.units[offset] ?? 0;
      const start = starts[unit] ?? 0;
      if (start !== expected)
        origins.push({ at: text.length + index - copied, source: context.source, start });
      expected = ends[unit] === start + 1 ? start + 1 : -1;
    }
    text += piece.text.slice(copied);
  }
  return { text, origins };
}

/** Characters and marks of a paragraph in order, as the reader sees them. */
function signsOf(inline: RawInline): Sign[] {
  switch (inline.kind) {
    case 'text':
      return signsOfPiece(inline.piece);
    case 'cite':
      return inline.pieces.flatMap(signsOfPiece);
    case 'note':
    case 'ref':
      return [{ character: '', kind: inline.kind, from: inline.from, to: inline.to }];
    default:
      return inline.children.flatMap(signsOf);
  }
}

function signsOfPiece({ text, from }: Piece): Sign[] {
  const signs: Sign[] = [];
  let at = from;
  for (const character of text) {
    signs.push({ character, kind: 'text', from: at, to: at + character.length });
    at += character.length;
  }
  return signs;
}

const tooManyMarks = (span: Span): Diagnostic => ({
  code: 'model/too-many-marks',
  severity: 'error',
  message: `the paragraph has more than ${LIMITS.marks} characters that may be inline marks`,
  span,
  reason: 'The limit `marks` keeps a hostile file from taking hours: marks are matched pair by pair.',
  hints: [{ text: 'Cut the paragraph in two.' }],
});

const blankBetweenHan = (span: Span): Diagnostic => ({
  code: 'model/blank-between-han',
  severity: 'warning',
  message: 'a blank stands between two Han characters',
  span,
  reason: 'Chinese sets no blanks between words; it may be left over from copying, or a word may be missing.',
  hints: [{ text: 'Delete the blank.', span, replacement: '' }],
});

const unknownCitation = (text: string, span: Span): Diagnostic => ({
  code: 'model/unknown-symbol',
  severity: 'note',
  message: `no address is known for the symbol ‘${text}’`,
  span,
  reason: 'It is set as plain text, without a link.',
  hints: [{ text: 'Write the full document symbol, e.g. A/RES/73/291, or link it: `[text](https://…)`.' }],
});

function directiveFault({ kind, word }: RawFault, span: Span): Diagnostic {
  if (kind === 'link-scheme')
    return {
      code: 'model/link-scheme',
      severity: 'error',
      message: 'this address is of a kind that no output may hold',
      span,
      got: word,
      expected: 'https:, http:, mailto: or #id',
      reason: 'Links of other kinds can run programs on the reader’s machine.',
      hints: [{ text: 'Write an https address. A backslash before [ makes all of it plain text.' }],
    };
  if (kind === 'bare-directive')
    return {
      code: 'model/bare-directive',
      severity: 'warning',
      message: `\`:${word}\` has no text in brackets and is set as it stands`,
      span,
      hints: [{ text: `Write \`:${word}[…]\`. A backslash before the colon makes it plain text.` }],
    };
  const meant = nearest(word, DIRECTIVES);
  return {
    code: 'model/unknown-directive',
    severity: meant === undefined ? 'note' : 'warning',
    message: `\`:${word}[…]\` is no known mark and is set as it stands`,
    span,
    got: word,
    expected: DIRECTIVES.map((name) => `:${name}[…]`).join(', '),
    hints: [
      meant === undefined
        ? { text: 'If it is meant so, write a backslash before the colon.' }
        : { text: `Did you mean \`:${meant}[…]\`?`, span, replacement: `:${meant}` },
    ],
  };
}
