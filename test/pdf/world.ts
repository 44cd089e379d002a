import type { FontBook } from '../../src/fonts/types.ts';
import type { Lang } from '../../src/lang.ts';
import type {
  Frame,
  FrameItem,
  LaidOut,
  PlacedGlyphs,
  StructureKid,
  StructureNode,
  StructureType,
} from '../../src/layout/types.ts';

const FAMILIES = ['Tinos', 'Noto Serif SC', 'LXGW WenKai'];

type TextItem = Extract<FrameItem, { kind: 'text' }>;

interface TextOptions extends Partial<Pick<TextItem, 'leaf' | 'link' | 'lang' | 'actualText' | 'color'>> {
  readonly size?: number;
  /** Space put between neighbouring ideographs, in em. */
  readonly gap?: number;
  /** Space put between Han and Latin, in em. */
  readonly latinGap?: number;
}

/**
 * Text set from left to right, one item a face, as layout does: with a quarter em between Han and Latin and any gap
 * between ideographs.
 */
export function textAt(
  fonts: FontBook,
  x: number,
  y: number,
  text: string,
  options: TextOptions = {},
): TextItem[] {
  const { size = 10, gap = 0, latinGap = 0.25, lang = 'zh-Hans', color = [0, 0, 0], ...rest } = options;
  const chain = fonts.chain(FAMILIES, 400, 'normal');
  const items: TextItem[] = [];
  let pen = x;
  const codePoints = [...text].map((character) => character.codePointAt(0)!);
  for (let index = 0; index < codePoints.length; ) {
    const pick = (at: number) =>
      fonts.pick(chain, codePoints[at]!, lang, codePoints[at - 1] ?? 0, codePoints[at + 1] ?? 0);
    const face = pick(index)!;
    let end = index + 1;
    while (end < codePoints.length && pick(end) === face) end++;
    const characters = codePoints.slice(index, end).map((codePoint) => String.fromCodePoint(codePoint));
    const glyphs = characters.map((character) => face.glyphFor(character.codePointAt(0)!));
    const xs: number[] = [];
    const start = pen;
    for (const glyph of glyphs) {
      xs.push(pen - start);
      pen += (face.advanceOf(glyph) / face.unitsPerEm + (face.script === 'cjk' ? gap : 0)) * size;
    }
    const run: PlacedGlyphs = {
      face: face.id,
      size,
      glyphs: Uint16Array.from(glyphs),
      x: Float64Array.from(xs),
      width: pen - start,
      text: characters.join(''),
      clusters: Uint32Array.from(characters, (_, at) => characters.slice(0, at).join('').length),
    };
    items.push({ kind: 'text', x: start, y, run, color, lang, origins: [], ...rest });
    pen += latinGap * size;
    index = end;
  }
  return items;
}

export const node = (
  type: StructureType,
  box: number,
  kids: readonly StructureKid[],
  more: Partial<StructureNode> = {},
): StructureNode => ({ kind: 'node', type, box, kids, ...more });

export const leaf = (id: number): StructureKid => ({ kind: 'leaf', leaf: id });

export const frame = (items: readonly FrameItem[], y = 72): Frame => ({
  x: 72,
  y,
  width: 200,
  height: 200,
  items,
});

/**
 * Two pages with one of each thing: a heading, a paragraph whose link takes two lines, a note drawn at the foot, a list,
 * a paragraph that goes on over the page, heads and feet.
 */
export function smallDocument(fonts: FontBook): LaidOut {
  const at = (x: number, y: number, text: string, options?: TextOptions) =>
    textAt(fonts, x, y, text, options);
  const lang: Lang = 'zh-Hans';
  return {
    lang,
    title: '75/234. 南南合作',
    subject: '发展 & <合作>',
    outline: [
      {
        title: '75/234. 南南合作',
        page: 1,
        y: 80,
        children: [{ title: '附件', page: 2, y: 72, children: [] }],
      },
    ],
    links: new Map([
      [20, { target: { kind: 'uri', uri: 'https://undocs.org/zh/A/RES/33/134' }, text: '第 33/134 号决议' }],
      [21, { target: { kind: 'anchor', name: 'op1' }, text: '第 1 段' }],
    ]),
    pages: [
      {
        number: 1,
        name: '',
        side: 'right',
        width: 300,
        height: 300,
        body: frame([
          { kind: 'rule', x: 72, y: 60, width: 156, height: 0.5, color: [128, 0, 0] },
          ...at(72, 80, '75/234. 南南合作', { leaf: 1, size: 14 }),
          ...at(92, 100, '大会重申其', { leaf: 2, gap: 0.05 }),
          ...at(144.5, 100, '第33/', { leaf: 3, link: 20 }),
          ...at(72, 116, '134号决议', { leaf: 3, link: 20 }),
          ...at(140, 112, '1', { leaf: 4, size: 6 }),
          ...at(150, 116, '，又重申', { leaf: 5 }),
          { kind: 'anchor', name: 'op1', x: 72, y: 122 },
          ...at(72, 132, '1.', { leaf: 7 }),
          ...at(92, 132, '回顾南南合作，', { leaf: 8, gap: 0.089 }),
        ]),
        notes: frame(
          [
            { kind: 'rule', x: 72, y: 220, width: 72, height: 0.5, color: [0, 0, 0] },
            ...at(72, 228, '1', { leaf: 10, size: 6 }),
            ...at(78, 230, '《公约》', { leaf: 11, size: 8 }),
          ],
          210,
        ),
        margins: [frame(at(72, 280, '1/2', { size: 8 }), 270)],
      },
      {
        number: 2,
        name: '',
        side: 'left',
        width: 300,
        height: 300,
        body: frame([
          ...at(72, 80, '并促请。', { leaf: 8 }),
          ...at(72, 96, '见', { leaf: 12 }),
          ...at(82, 96, '第1段', { leaf: 13, link: 21 }),
          ...at(130, 96, 'Décision', { leaf: 12, lang: 'fr' }),
        ]),
        margins: [
          frame(at(72, 40, 'A/RES/75/234', { size: 8 }), 30),
          frame(at(72, 280, '2/2', { size: 8 }), 270),
        ],
      },
    ],
    structure: node('Document', 100, [
      node('Art', 101, [
        node('H1', 102, [leaf(1)]),
        node('P', 103, [
          leaf(2),
          node('Link', 20, [leaf(3)]),
          node('Reference', 104, [leaf(4)]),
          node('Note', 105, [node('Lbl', 106, [leaf(10)]), node('P', 107, [leaf(11)])], { note: 'n1' }),
          leaf(5),
        ]),
        node(
          'L',
          108,
          [node('LI', 109, [node('Lbl', 110, [leaf(7)]), node('LBody', 111, [node('P', 112, [leaf(8)])])])],
          {
            listNumbering: 'Decimal',
          },
        ),
        node('P', 113, [leaf(12), node('Link', 21, [leaf(13)])]),
        node('P', 114, []),
      ]),
    ]),
  };
}
