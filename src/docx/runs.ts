import type { Diagnostic } from '../diagnostics.ts';
import type { FontBook } from '../fonts/types.ts';
import type { Lang } from '../lang.ts';
import type {
  ComputedStyle,
  Content,
  InlineBlockBox,
  InlineBox,
  InlineLevel,
  NoteBox,
  Origin,
} from '../markup/types.ts';
import {
  type bookmarkNamer,
  noteInstruction,
  numberInstruction,
  numbersCited,
  pageInstruction,
} from './fields.ts';
import type { NumberedItem } from './flow.ts';
import { hinted } from './hint.ts';
import { languageTag } from './languages.ts';
import { CHARACTER_STYLE_OF_ROLE } from './style-names.ts';
import { changes, type StyleBook } from './styles.ts';
import type { InlinePlan, RunFormat, StyleId, TextPlan } from './types.ts';
import { visibleXml } from './xml.ts';

/** What all paragraphs of a document share while their runs are made. */
export interface RunContext {
  readonly fonts: FontBook;
  readonly runFormat: (style: ComputedStyle) => RunFormat;
  readonly styles: StyleBook;
  readonly lang: Lang;
  /** Ids that a link or reference of the document points at; only they become bookmarks. */
  readonly targets: ReadonlySet<string>;
  /** Ids that exist; the id of a numbered paragraph with the items it stands in. */
  readonly anchors: ReadonlyMap<string, readonly NumberedItem[]>;
  /** Numbers of the notes that have ids. */
  readonly noteNumbers: ReadonlyMap<string, number>;
  /** Paragraph styles that begin list items somewhere in the document. */
  readonly numberedStyles: ReadonlySet<string>;
  /** Names of the named strings that heads and feet show. */
  readonly cited: ReadonlySet<string>;
  readonly bookmarkName: ReturnType<typeof bookmarkNamer>;
  /** A new id for a bookmark. */
  readonly bookmarkId: () => number;
  /** Takes a note up and returns its id in the file. */
  readonly takeNote: (note: NoteBox) => number;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Elements around a text, outermost first. */
type Parents = readonly (InlineBox | InlineBlockBox)[];

/** The inline content of one paragraph. `around` is the format of the paragraph's own characters. */
export function inlineContent(
  inlines: readonly InlineLevel[],
  around: RunFormat,
  context: RunContext,
): readonly InlinePlan[] {
  const walk = (children: readonly InlineLevel[], parents: Parents): InlinePlan[] =>
    joined(children.flatMap((child) => planOf(child, parents)));
  const planOf = (child: InlineLevel, parents: Parents): InlinePlan[] => {
    switch (child.kind) {
      case 'text': {
        const style = characterStyle(child.style, parents, around, context);
        return characters(child.text, child.style, child.lang, style, context);
      }
      case 'content': {
        const style = characterStyle(child.style, parents, around, context);
        return child.content.flatMap((piece) => generated(piece, child.style, child.lang, style, context));
      }
      case 'line-break':
        return [{ kind: 'line-break' }];
      case 'note':
        return bookmarked(child.anchor, [noteReference(child, around, context)], context);
      case 'inline-block':
        return bookmarked(child.anchor, walk(child.children, [...parents, child]), context);
      case 'inline':
        return bookmarked(
          child.anchor,
          linked(child, walk(child.children, [...parents, child]), context),
          context,
        );
    }
  };
  return walk(inlines, []);
}

/** Texts that touch and look alike are one run. */
function joined(inlines: readonly InlinePlan[]): InlinePlan[] {
  const result: InlinePlan[] = [];
  for (const inline of inlines) {
    const last = result.at(-1);
    if (last?.kind === 'text' && inline.kind === 'text' && looksLike(last, inline))
      result[result.length - 1] = { ...last, text: last.text + inline.text };
    else result.push(inline);
  }
  return result;
}

const looksLike = (a: TextPlan, b: TextPlan): boolean =>
  a.style === b.style && a.lang === b.lang && a.eastAsianHint === b.eastAsianHint;

/** Puts a bookmark around what an element with an id holds, if anything points at it. */
export function bookmarked(
  anchor: string | undefined,
  children: InlinePlan[],
  context: RunContext,
): InlinePlan[] {
  if (anchor === undefined || !context.targets.has(anchor)) return children;
  return [{ kind: 'bookmark', id: context.bookmarkId(), name: context.bookmarkName(anchor), children }];
}

const SPECIAL = {
  '\t': 'tab',
  '\n': 'line-break',
  '\u00ad': 'soft-hyphen',
  '\u2011': 'no-break-hyphen',
} as const;

/** Characters as runs: those that Word writes as elements by themselves, the rest cut where the font hint changes. */
export function characters(
  text: string,
  style: ComputedStyle,
  lang: Lang,
  styleId: StyleId | undefined,
  context: Pick<RunContext, 'fonts' | 'lang'>,
): InlinePlan[] {
  const chain = context.fonts.chain(style.fontFamily, style.fontWeight, style.fontStyle);
  const named = styleId === undefined ? {} : { style: styleId };
  const foreign = lang === context.lang ? {} : { lang: languageTag(lang) };
  return visibleXml(text)
    .split(/([\t\n\u00ad\u2011])/)
    .filter((piece) => piece !== '')
    .flatMap((piece): InlinePlan[] => {
      const special = SPECIAL[piece as keyof typeof SPECIAL];
      if (special) return [{ kind: special, ...named }];
      return hinted(piece, lang, chain, context.fonts).map((stretch) => ({
        kind: 'text',
        text: stretch.text,
        eastAsianHint: stretch.eastAsian,
        ...named,
        ...foreign,
      }));
    });
}

/** Symbolic content inside a line; page numbers become fields that Word fills in. */
function generated(
  piece: Content,
  style: ComputedStyle,
  lang: Lang,
  styleId: StyleId | undefined,
  context: RunContext,
): InlinePlan[] {
  const named = styleId === undefined ? {} : { style: styleId };
  const result = characters('1', style, lang, styleId, context);
  switch (piece.kind) {
    case 'text':
      return characters(piece.text, style, lang, styleId, context);
    case 'counter':
      return [{ kind: 'field', instruction: pageInstruction(piece.name, piece.format), result, ...named }];
    case 'target-page': {
      const anchor = piece.target.replace(/^#/, '');
      if (!context.anchors.has(anchor)) return [];
      return [
        { kind: 'field', instruction: `PAGEREF ${context.bookmarkName(anchor)} \\h`, result, ...named },
      ];
    }
    case 'leader':
      return [{ kind: 'tab', ...named }];
    case 'string':
      return [];
  }
}

/**
 * The character style of a text: the names of the elements around it, outermost first (Word's runs bear one style
 * only, so a link in a lead is in the style "Lead + Hyperlink"). Elements that change nothing need no style.
 */
function characterStyle(
  style: ComputedStyle,
  parents: Parents,
  around: RunFormat,
  context: RunContext,
): StyleId | undefined {
  const run = context.runFormat(style);
  const same = Object.keys(changes(around, run)).length === 0;
  const names = parents
    .map((box) => box.style.docxStyle ?? (same ? undefined : CHARACTER_STYLE_OF_ROLE[box.role]))
    .filter((name, at, all): name is string => name !== undefined && name !== all[at - 1]);
  const origin = parents.at(-1)?.origin ?? {};
  if (names.length > 0) return context.styles.character({ name: names.join(' + '), run, around, origin });
  if (same) return undefined;
  context.report(unnamed(origin, parents.at(-1)?.classes ?? []));
  return context.styles.character({ name: parents.at(-1)?.classes[0] ?? 'Inline', run, around, origin });
}

/** Word's style of note marks. */
export const NOTE_REFERENCE = 'footnote reference';

function noteReference(note: NoteBox, around: RunFormat, context: RunContext): InlinePlan {
  const run = context.runFormat(note.call.style);
  const style = context.styles.character({ name: NOTE_REFERENCE, run, around, origin: note.origin });
  return { kind: 'note-reference', note: context.takeNote(note), style };
}

/** Addresses that may stand in a file others open (DESIGN section 11). */
const SAFE_URL = /^(?:https?:\/\/|mailto:)[^\s\u0000-\u0020]+$/i;

function linked(box: InlineBox, children: InlinePlan[], context: RunContext): InlinePlan[] {
  const { href } = box;
  if (href === undefined) return children;
  if (!href.startsWith('#')) {
    if (SAFE_URL.test(href)) return [{ kind: 'link', target: { url: href }, children }];
    context.report(unsafeLink(href, box.origin));
    return children;
  }
  const anchor = href.slice(1);
  const items = context.anchors.get(anchor);
  if (!items) {
    context.report(missingTarget(anchor, box.origin));
    return children;
  }
  // The same note once more: Word's cross-reference to a note's mark keeps its number.
  if (textOf(children) === String(context.noteNumbers.get(anchor)))
    return [{ kind: 'field', instruction: noteInstruction(context.bookmarkName(anchor)), result: children }];
  const [first] = children;
  if (box.role === 'reference' && first?.kind === 'text' && children.length === 1) {
    const words = numbersCited(items, first.text);
    if (words)
      return [
        ...(words.before === '' ? [] : [{ ...first, text: words.before }]),
        ...words.numbers.map(
          (number): InlinePlan => ({
            kind: 'field',
            instruction: numberInstruction(context.bookmarkName(number.anchor)),
            result: [{ ...first, text: number.text }],
          }),
        ),
        ...(words.after === '' ? [] : [{ ...first, text: words.after }]),
      ];
  }
  return [{ kind: 'link', target: { bookmark: context.bookmarkName(anchor) }, children }];
}

/** The characters of inline content, for comparison with a number or a named string. */
export const textOf = (inlines: readonly InlinePlan[]): string =>
  inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.text;
      if (inline.kind === 'no-break-hyphen') return '\u2011';
      if (inline.kind === 'link' || inline.kind === 'bookmark') return textOf(inline.children);
      return inline.kind === 'field' ? textOf(inline.result) : '';
    })
    .join('');

const spanOf = ({ model, template, style }: Origin) => {
  const span = model ?? template ?? style;
  return span ? { span } : {};
};

const unnamed = (origin: Origin, classes: readonly string[]): Diagnostic => ({
  code: 'docx/unnamed-style',
  severity: 'warning',
  message: `an inline element${classes.length > 0 ? ` of class ${classes.join(' ')}` : ''} looks different but has no Word style`,
  ...spanOf(origin),
  reason: 'Formatting without a name cannot be changed in one place by who edits the Word file.',
  hints: [{ text: 'Give its rule in style.css a -docx-style.' }],
});

const unsafeLink = (href: string, origin: Origin): Diagnostic => ({
  code: 'docx/unsafe-link',
  severity: 'warning',
  message: `the link to ${JSON.stringify(href)} is written as plain text`,
  ...spanOf(origin),
  reason: 'A Word file may link to https, http and mailto addresses and to its own parts only.',
  hints: [{ text: 'Give a full address that begins with https://.' }],
});

const missingTarget = (anchor: string, origin: Origin): Diagnostic => ({
  code: 'docx/missing-target',
  severity: 'warning',
  message: `nothing in the document has the id ${JSON.stringify(anchor)}; the reference is written as plain text`,
  ...spanOf(origin),
  hints: [{ text: 'Check the id, or give it to the paragraph that is meant.' }],
});
