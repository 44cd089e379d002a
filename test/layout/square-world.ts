import type { FontBook } from '../../src/fonts/types.ts';
import type { InlineSetter } from '../../src/layout/block/types.ts';
import type { Line, LineFragment } from '../../src/layout/inline/types.ts';
import { layOut } from '../../src/layout/lay-out.ts';
import type { BreakMode } from '../../src/layout/page/break-pages.ts';
import type {
  BlockBox,
  BlockLevel,
  BoxId,
  ComputedStyle,
  InlineBox,
  InlineLevel,
  MarginBox,
  Marker,
  NoteBox,
  PageMaster,
  StringSet,
  StyledDocument,
  TableBox,
  TextBox,
} from '../../src/markup/types.ts';
import { PLAIN_STYLE } from '../support/plain-style.ts';

/**
 * A world in which every character is a 10 pt square: a line holds `measure / 10` of them, and pages are counted in
 * lines. Trees are written in place: `doc(p('甲乙丙'), h('丁'))`.
 */
export const SQUARE = 10;

export const PLAIN: ComputedStyle = PLAIN_STYLE;

export const border = (width: number) => ({ width, color: [0, 0, 0] as const });

/** Characters of a line, `/` ends one. Note marks take no room. */
export const setter: InlineSetter = {
  setBlock: (_context, block, measure) => {
    const inlines = block.content.kind === 'inlines' ? block.content.inlines : [];
    const marker = block.marker ? [block.marker.box] : [];
    const cells = [...marker, ...inlines].flatMap((inline) => cellsOf(inline, undefined, 0));
    const perLine = Math.max(1, Math.floor(measure / SQUARE));
    const rows: Cell[][] = [[]];
    let width = 0;
    for (const cell of cells) {
      const forced = cell.kind === 'glyph' && cell.text === '/';
      if (forced || (cell.kind === 'glyph' && width === perLine)) {
        rows.push([]);
        width = 0;
      }
      if (forced) continue;
      rows.at(-1)?.push(cell);
      if (cell.kind === 'glyph') width++;
    }
    const text = cells.map((cell) => (cell.kind === 'glyph' ? cell.text : '')).join('');
    const lines = cells.length === 0 ? [] : rows.map((row) => lineOf(row, block.style));
    return { text, lines };
  },
  setText: (_context, text, style, lang, leaf) => {
    const box: TextBox = { kind: 'text', id: leaf, style, lang, text, origins: [], generated: true };
    return lineOf(cellsOf(box, undefined, 0), style);
  },
};

type Cell =
  | {
      readonly kind: 'glyph';
      readonly text: string;
      readonly box: TextBox;
      readonly link?: BoxId;
      readonly rise: number;
    }
  | { readonly kind: 'note'; readonly box: NoteBox }
  | { readonly kind: 'anchor'; readonly name: string };

function cellsOf(inline: InlineLevel, link: BoxId | undefined, rise: number): Cell[] {
  switch (inline.kind) {
    case 'text':
      return [...inline.text].map((text) => ({
        kind: 'glyph',
        text,
        box: inline,
        rise,
        ...(link === undefined ? {} : { link }),
      }));
    case 'note':
      return [{ kind: 'note', box: inline }];
    case 'inline': {
      const own = inline.href === undefined ? link : inline.id;
      const anchor: Cell[] = inline.anchor === undefined ? [] : [{ kind: 'anchor', name: inline.anchor }];
      return [
        ...anchor,
        ...inline.children.flatMap((child) => cellsOf(child, own, rise + inline.style.verticalAlign)),
      ];
    }
    default:
      return [];
  }
}

function lineOf(cells: readonly Cell[], style: ComputedStyle): Line {
  const fragments: LineFragment[] = [];
  const notes: BoxId[] = [];
  let x = 0;
  for (const cell of cells) {
    if (cell.kind === 'anchor') fragments.push({ kind: 'anchor', name: cell.name, x });
    else if (cell.kind === 'note') {
      notes.push(cell.box.id);
      fragments.push(glyph(`[${cell.box.call.text}]`, x, 0, cell.box.call, undefined));
    } else {
      fragments.push(glyph(cell.text, x, SQUARE, cell.box, cell.link, cell.rise));
      x += SQUARE;
    }
  }
  return {
    height: style.lineHeight,
    baseline: 8,
    width: x,
    naturalWidth: x,
    ratio: 0,
    gap: 0,
    penalty: 0,
    reason: 'normal',
    start: 0,
    end: 0,
    fragments,
    notes,
  };
}

function glyph(
  text: string,
  x: number,
  width: number,
  box: TextBox,
  link: BoxId | undefined,
  rise = 0,
): LineFragment {
  return {
    kind: 'text',
    x,
    rise,
    run: {
      face: 'square',
      size: SQUARE,
      glyphs: Uint16Array.of(1),
      x: Float64Array.of(0),
      width,
      text,
      clusters: Uint32Array.of(0),
    },
    color: box.style.color,
    lang: box.lang,
    leaf: box.id,
    ...(link === undefined ? {} : { link }),
    underline: box.style.textDecorationLine === 'underline',
    origins: [],
  };
}

// ---------------------------------------------------------------- trees

let nextId = 0;
const id = (): BoxId => nextId++;

type Style = Partial<ComputedStyle>;
export type NoteWords = string | InlineLevel;
type Words = NoteWords | readonly NoteWords[];

const styled = (style: Style): ComputedStyle => ({ ...PLAIN, ...style });

const base = (style: Style) => ({
  id: id(),
  style: styled(style),
  lang: 'zh-Hans' as const,
  role: 'none' as const,
  origin: {},
  classes: [],
});

export const text = (words: string, style: Style = {}): TextBox => ({
  kind: 'text',
  id: id(),
  style: styled(style),
  lang: 'zh-Hans',
  text: words,
  origins: [],
  generated: false,
});

const inlinesOf = (words: Words, style: Style): readonly InlineLevel[] =>
  [words]
    .flat()
    .flatMap((word) => (typeof word !== 'string' ? [word] : word === '' ? [] : [text(word, style)]));

export type BlockOptions = Partial<Omit<BlockBox, 'style' | 'kind' | 'content'>>;

/** A paragraph. Its boxes are numbered in document order: itself first, then its words. */
export const p = (words: Words, style: Style = {}, options: BlockOptions = {}): BlockBox => ({
  kind: 'block',
  ...base(style),
  role: 'paragraph',
  strings: [],
  content: { kind: 'inlines', inlines: inlinesOf(words, style) },
  ...options,
});

export const h = (words: Words, style: Style = {}, options: BlockOptions = {}): BlockBox =>
  p(words, { breakAfter: 'avoid', bookmarkLevel: 1, ...style }, { role: 'heading', ...options });

export const div = (
  blocks: readonly BlockLevel[],
  style: Style = {},
  options: BlockOptions = {},
): BlockBox => ({
  kind: 'block',
  ...base(style),
  strings: [],
  content: { kind: 'blocks', blocks },
  ...options,
});

export const marker = (
  words: string,
  position: 'inside' | 'outside' = 'outside',
  format = 'decimal',
): NonNullable<BlockBox['marker']> => ({
  box: { ...text(words, { listStylePosition: position }), generated: true },
  marker: {
    list: 'list',
    level: 0,
    value: 1,
    format,
    prefix: '',
    suffix: '',
    text: words,
  } satisfies Marker,
});

export const li = (label: BlockBox['marker'], blocks: readonly BlockLevel[], style: Style = {}): BlockBox =>
  div(blocks, style, { role: 'list-item', ...(label ? { marker: label } : {}) });

export const link = (href: string, words: string, options: Partial<InlineBox> = {}): InlineBox => ({
  kind: 'inline',
  ...base({ display: 'inline' }),
  role: 'link',
  href,
  children: [text(words)],
  ...options,
});

/** A note at its call. Its paragraphs are given as words or blocks. */
export function note(
  number: number,
  paragraphs: readonly (string | BlockBox)[],
  style: Style = {},
  options: Partial<NoteBox> = {},
): NoteBox {
  const blocks = paragraphs.map((words) => (typeof words === 'string' ? p(words) : words));
  return {
    kind: 'note',
    ...base(style),
    role: 'note',
    note: `n${number}`,
    number,
    call: { ...text(String(number)), generated: true },
    marker: { ...text(String(number), { listStylePosition: 'outside' }), generated: true },
    children: blocks,
    ...options,
  };
}

export interface CellSpec {
  readonly blocks: readonly BlockLevel[];
  readonly style?: Style;
  readonly span?: number;
}

export const table = (
  columns: readonly number[],
  rows: readonly (readonly CellSpec[])[],
  style: Style = {},
  role: TableBox['role'] = 'layout-table',
): TableBox => ({
  kind: 'table',
  ...base(style),
  role,
  strings: [],
  columns,
  rows: rows.map((cells) => ({
    kind: 'row',
    ...base({}),
    role: 'table-row',
    cells: cells.map((cell) => ({
      kind: 'cell',
      ...base(cell.style ?? {}),
      role: 'table-cell',
      columnSpan: cell.span ?? 1,
      blocks: cell.blocks,
    })),
  })),
});

export const strings = (...pairs: readonly (readonly [string, string])[]): readonly StringSet[] =>
  pairs.map(([name, value]) => ({ name, value }));

// ---------------------------------------------------------------- pages

export interface Sheet {
  /** Lines of the page area. */
  readonly lines?: number;
  readonly firstLines?: number;
  /** Squares in a line. */
  readonly squares?: number;
  readonly margin?: number;
  readonly boxes?: readonly MarginBox[];
  readonly firstBoxes?: readonly MarginBox[];
  readonly names?: readonly string[];
  readonly footnote?: Partial<PageMaster['footnote']>;
}

/** Masters of a small sheet. The note area takes one line for its rule and the space around it. */
export function masters(sheet: Sheet): readonly PageMaster[] {
  const { lines = 6, squares = 8, margin = 20, names = [''] } = sheet;
  return names.flatMap((name) =>
    [true, false].flatMap((first) =>
      (['left', 'right'] as const).map((side): PageMaster => {
        const count = first ? (sheet.firstLines ?? lines) : lines;
        return {
          name,
          first,
          side,
          width: squares * SQUARE + 2 * margin,
          height: lines * SQUARE + 2 * margin,
          marginTop: margin + (lines - count) * SQUARE,
          marginRight: margin,
          marginBottom: margin,
          marginLeft: margin,
          boxes: (first ? sheet.firstBoxes : undefined) ?? sheet.boxes ?? [],
          footnote: {
            marginTop: 4,
            marginLeft: 0,
            marginRight: 0,
            paddingTop: 5,
            rule: border(1),
            ruleLength: 20,
            ...sheet.footnote,
          },
        };
      }),
    ),
  );
}

export const doc = (...blocks: readonly BlockLevel[]): BlockBox => div(blocks, {}, { role: 'document' });

/** The stage needs no fonts where squares are set. */
const NO_FONTS = {} as FontBook;

export function world(root: BlockBox, sheet: Sheet = {}, mode: BreakMode = 'best') {
  const document: StyledDocument = {
    root,
    masters: masters(sheet),
    probes: [],
    lang: 'zh-Hans',
    title: '',
  };
  return layOut(document, NO_FONTS, { setter, mode });
}
