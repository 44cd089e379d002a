import { AMBIGUOUS } from '../../../src/fonts/pick.ts';
import type { Face, FontBook } from '../../../src/fonts/types.ts';
import type {
  BlockBox,
  BlockLevel,
  ComputedStyle,
  InlineBlockBox,
  InlineBox,
  InlineLevel,
  MarginBox,
  MarginBoxName,
  Marker,
  NoteBox,
  PageMaster,
  Role,
  StringSet,
  StyledDocument,
  StyleProbe,
  TableBox,
  TableCellBox,
  TextBox,
} from '../../../src/markup/types.ts';
import { PLAIN_STYLE } from '../../support/plain-style.ts';

/** Builders of styled documents: a test reads like the markup it stands for. */

/** The root's style; all others start from it. */
export const BODY: ComputedStyle = {
  ...PLAIN_STYLE,
  fontFamily: ['Song', 'Roman'],
  fontSize: 10.5,
  lineHeight: 16,
  listStyleType: 'none',
  listStylePosition: 'inside',
  lineBreak: 'strict',
  textSpacingTrim: 'trim-start',
};

type Look = Partial<ComputedStyle>;
interface Given {
  readonly role?: Role;
  readonly anchor?: string;
  readonly strings?: readonly StringSet[];
  readonly classes?: readonly string[];
  readonly at?: number;
}

let ids = 0;
const base = (style: Look, { role = 'none', anchor, classes = [], at }: Given = {}) => ({
  id: ids++,
  style: { ...BODY, ...style },
  lang: 'zh-Hans' as const,
  role,
  origin: at === undefined ? {} : { template: { source: 'template.hbs', start: at, end: at + 1 } },
  classes,
  ...(anchor !== undefined && { anchor }),
});

export const text = (words: string, style: Look = {}, generated = false): TextBox => ({
  kind: 'text',
  id: ids++,
  style: { ...BODY, ...style },
  lang: 'zh-Hans',
  text: words,
  origins: [],
  generated,
});

type Words = InlineLevel | string;
const inlinesOf = (children: readonly Words[], style: Look): InlineLevel[] =>
  children.map((child) => (typeof child === 'string' ? text(child, textLook(style)) : child));

/** What text inherits of an element. */
function textLook(style: Look): Look {
  const { fontFamily, fontSize, fontWeight, fontStyle, lineHeight, color, letterSpacing, verticalAlign } = {
    ...BODY,
    ...style,
  };
  return { fontFamily, fontSize, fontWeight, fontStyle, lineHeight, color, letterSpacing, verticalAlign };
}

/** A paragraph: a block of inline content. */
export const p = (style: Look, children: readonly Words[], given: Given = {}): BlockBox => ({
  kind: 'block',
  ...base(style, { role: 'paragraph', ...given }),
  strings: given.strings ?? [],
  content: { kind: 'inlines', inlines: inlinesOf(children, style) },
});

/** A block of blocks. */
export const div = (style: Look, blocks: readonly BlockLevel[], given: Given = {}): BlockBox => ({
  kind: 'block',
  ...base(style, given),
  strings: given.strings ?? [],
  content: { kind: 'blocks', blocks },
});

/** A list item of blocks with its marker. */
export const li = (
  marker: Omit<Marker, 'text'> & { readonly text?: string },
  markerStyle: Look,
  blocks: readonly BlockLevel[],
  given: Given = {},
): BlockBox => {
  const words = marker.text ?? marker.label ?? `${marker.prefix}${marker.value}${marker.suffix}`;
  return {
    ...div({ display: 'list-item' }, blocks, { role: 'list-item', ...given }),
    marker: { box: text(words, markerStyle, true), marker: { ...marker, text: words } },
  };
};

export const span = (
  style: Look,
  children: readonly Words[],
  given: Given & { href?: string } = {},
): InlineBox => ({
  kind: 'inline',
  ...base(style, { role: 'span', ...given }),
  ...(given.href !== undefined && { href: given.href }),
  children: inlinesOf(children, style),
});

export const inlineBlock = (style: Look, children: readonly Words[]): InlineBlockBox => ({
  kind: 'inline-block',
  ...base({ display: 'inline-block', ...style }),
  children: inlinesOf(children, style),
});

export const note = (number: number, blocks: readonly BlockBox[], around: Look = {}): NoteBox => ({
  kind: 'note',
  ...base(textLook(around), { role: 'note' }),
  note: `n${number}`,
  number,
  call: text(String(number), { ...around, fontSize: 6.5, verticalAlign: 3.5, fontFamily: ['Roman'] }, true),
  marker: text(
    String(number),
    {
      ...textLook(blocks[0]?.style ?? {}),
      fontSize: 6,
      verticalAlign: 3,
      listStylePosition: 'outside',
      minWidth: 9,
    },
    true,
  ),
  children: blocks,
});

export const cell = (style: Look, blocks: readonly BlockLevel[], columnSpan = 1): TableCellBox => ({
  kind: 'cell',
  ...base({ display: 'table-cell', ...style }, { role: 'table-cell' }),
  columnSpan,
  blocks,
});

export const table = (
  style: Look,
  columns: readonly number[],
  rows: readonly (readonly TableCellBox[])[],
): TableBox => ({
  kind: 'table',
  ...base({ display: 'table', ...style }, { role: 'layout-table' }),
  strings: [],
  columns,
  rows: rows.map((cells) => ({
    kind: 'row',
    ...base({ display: 'table-row' }, { role: 'table-row' }),
    cells,
  })),
});

type Boxes = Partial<
  Record<MarginBoxName, { readonly content: MarginBox['content']; readonly style?: Look }>
>;

/** The four masters of the default page type: A4, first page without heads unless given. */
export function masters(
  boxes: { right?: Boxes; left?: Boxes; first?: Boxes },
  page: Partial<PageMaster> = {},
): PageMaster[] {
  const master = (first: boolean, side: 'left' | 'right'): PageMaster => ({
    name: '',
    first,
    side,
    width: 595.3,
    height: 841.9,
    marginTop: 72,
    marginRight: 51,
    marginBottom: 60,
    marginLeft: 51,
    boxes: Object.entries((first ? boxes.first : boxes[side]) ?? {}).map(([name, box]) => ({
      name: name as MarginBoxName,
      style: { ...BODY, fontSize: 8.5, lineHeight: 12, fontWeight: 700, cellAlign: 'bottom', ...box.style },
      content: box.content,
    })),
    footnote: {
      marginTop: 8,
      marginLeft: 63,
      marginRight: 63,
      paddingTop: 4,
      rule: { width: 0.5, color: [0, 0, 0] },
      ruleLength: 72,
    },
    ...page,
  });
  return [master(true, 'right'), master(true, 'left'), master(false, 'right'), master(false, 'left')];
}

export const probe = (name: string, style: Look, more: Partial<StyleProbe> = {}): StyleProbe => ({
  name,
  kind: 'paragraph',
  style: { ...BODY, docxStyle: name, ...style },
  ...more,
});

export const styled = (
  blocks: readonly BlockLevel[],
  more: Partial<StyledDocument> = {},
): StyledDocument => ({
  root: div({}, blocks, { role: 'document' }),
  masters: masters({}),
  probes: [],
  lang: 'zh-Hans',
  title: '南南合作',
  ...more,
});

/** A face that has every character. Word shapes and embeds for itself, so there is nothing else to it. */
const face = (id: string, script: Face['script'], wordName: string) =>
  ({ id, family: id, weight: 400, style: 'normal', script, wordName, glyphFor: () => 1 }) as unknown as Face;

const FACES: Readonly<Record<string, Face>> = {
  Song: face('Song', 'cjk', '宋体'),
  Kai: face('Kai', 'cjk', '楷体'),
  Roman: face('Roman', 'latin', 'Times New Roman'),
};

/** A font book of three families that have every character. */
export const fonts: FontBook = {
  chain: (families) => families.flatMap((name) => FACES[name] ?? []),
  face: (id) => FACES[id]!,
  hasFamily: (name) => name in FACES,
  families: Object.keys(FACES),
  pick: (chain, codePoint, _lang, before, after) => {
    const latinLetter = (code: number) => /\p{Script=Latin}/u.test(String.fromCodePoint(code));
    const apostrophe = codePoint === 0x2019 && latinLetter(before) && latinLetter(after);
    const wide = !apostrophe && (AMBIGUOUS.has(codePoint) || codePoint >= 0x2e80);
    return chain.find((each) => each.script === (wide ? 'cjk' : 'latin')) ?? chain[0];
  },
};
