import type { Lang } from '../../lang.ts';
import { formatCounter } from '../../markup/index.ts';
import type {
  BlockBox,
  ComputedStyle,
  Content,
  MarginBox,
  MarginBoxName,
  PageMaster,
} from '../../markup/types.ts';
import type { Pt } from '../../units.ts';
import { borderRules, bottomEdge, leftEdge, rightEdge, topEdge } from '../block/edges.ts';
import { lineItems } from '../block/lines.ts';
import type { InlineSetter } from '../block/types.ts';
import type { InlineContext, Line } from '../inline/types.ts';
import type { Frame, FrameItem } from '../types.ts';
import { type Share, shareWidths, type WidthWish } from './margin-widths.ts';
import { type StringValues, stringValue } from './strings.ts';

/** What the symbolic content of margin boxes turns on. */
export interface PageFacts {
  readonly number: number;
  readonly pages: number;
  readonly strings: ReadonlyMap<string, StringValues>;
  /** Page on which a target stands. */
  readonly pageOf: (target: string) => number | undefined;
}

export interface MarginContext {
  readonly setter: InlineSetter;
  readonly inline: InlineContext;
  readonly lang: Lang;
}

/** Heads and feet of one page, filled (CSS Paged Media 3, 5). All of it is artifact. */
export function marginFrames(context: MarginContext, master: PageMaster, facts: PageFacts): readonly Frame[] {
  return (['top', 'bottom'] as const).flatMap((edge) => edgeFrames(context, master, facts, edge));
}

interface FilledBox {
  readonly box: MarginBox;
  readonly text: string;
  readonly line: Line;
  readonly wish: WidthWish;
}

function edgeFrames(
  context: MarginContext,
  master: PageMaster,
  facts: PageFacts,
  edge: 'top' | 'bottom',
): readonly Frame[] {
  const filled = (place: 'left' | 'center' | 'right'): FilledBox | undefined => {
    const name: MarginBoxName = `${edge}-${place}`;
    const box = master.boxes.find((candidate) => candidate.name === name);
    return box && fill(context, box, facts);
  };
  const left = filled('left');
  const center = filled('center');
  const right = filled('right');
  const total = master.width - master.marginLeft - master.marginRight;
  const shares = shareWidths(total, left?.wish, center?.wish, right?.wish);
  const band =
    edge === 'top'
      ? { y: 0, height: master.marginTop }
      : { y: master.height - master.marginBottom, height: master.marginBottom };
  const frames: Frame[] = [];
  for (const [box, share] of [
    [left, shares.start],
    [center, shares.center],
    [right, shares.end],
  ] as const) {
    if (box && share) frames.push(place(context, box, { ...share, x: master.marginLeft + share.x }, band));
  }
  return frames;
}

function fill(context: MarginContext, box: MarginBox, facts: PageFacts): FilledBox {
  const text = box.content.map((piece) => textOf(piece, facts)).join('');
  const line = context.setter.setText(context.inline, text, box.style, context.lang, -1);
  const around = sidesOf(box.style);
  return {
    box,
    text,
    line,
    wish: {
      natural: line.width + around,
      asked: box.style.width === 'auto' ? 'auto' : box.style.width + around,
    },
  };
}

const sidesOf = (style: ComputedStyle): Pt =>
  style.marginLeft + leftEdge(style) + rightEdge(style) + style.marginRight;

/** Text of a piece of content on a page. A leader has nothing to lead to here and vanishes. */
function textOf(piece: Content, facts: PageFacts): string {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'counter':
      return formatCounter(piece.name === 'page' ? facts.number : facts.pages, piece.format);
    case 'string':
      return stringValue(facts.strings.get(piece.name), piece.which);
    case 'target-page': {
      const page = facts.pageOf(piece.target);
      return page === undefined ? '' : String(page);
    }
    case 'leader':
      return '';
  }
}

/** Text alignment of a margin box whose style does not say (CSS Paged Media 3, 5.1). */
const OWN_ALIGN: Readonly<Record<MarginBoxName, 'left' | 'center' | 'right'>> = {
  'top-left': 'left',
  'top-center': 'center',
  'top-right': 'right',
  'bottom-left': 'left',
  'bottom-center': 'center',
  'bottom-right': 'right',
};

function place(
  context: MarginContext,
  filled: FilledBox,
  share: Share,
  band: { readonly y: Pt; readonly height: Pt },
): Frame {
  const { box } = filled;
  const { style } = box;
  const frame = {
    x: share.x + style.marginLeft,
    y: band.y + style.marginTop,
    width: share.width - style.marginLeft - style.marginRight,
    height: band.height - style.marginTop - style.marginBottom,
  };
  const inner = {
    x: frame.x + leftEdge(style),
    y: frame.y + topEdge(style),
    width: frame.width - leftEdge(style) - rightEdge(style),
    height: frame.height - topEdge(style) - bottomEdge(style),
  };
  const align = style.textAlign === 'start' ? OWN_ALIGN[box.name] : style.textAlign;
  const lines = linesOf(context, filled, align, inner.width);
  const textHeight = lines.reduce((sum, line) => sum + line.height, 0);
  const down = { top: 0, middle: 0.5, bottom: 1 }[style.cellAlign];
  let y = inner.y + down * (inner.height - textHeight);
  const items: FrameItem[] = borderRules(style, frame.x, frame.y, frame.width, frame.height);
  for (const line of lines) {
    const room = lines.length > 1 ? 0 : inner.width - line.width;
    const across = align === 'center' ? 0.5 : align === 'right' || align === 'end' ? 1 : 0;
    items.push(...lineItems(line.fragments, inner.x + across * room, y + line.baseline).map(asArtifact));
    y += line.height;
  }
  return { ...frame, items };
}

/** One line if the text fits, else as many as it takes, aligned by the inline stage. */
function linesOf(
  context: MarginContext,
  { box, text, line }: FilledBox,
  align: ComputedStyle['textAlign'],
  width: Pt,
): readonly Line[] {
  if (line.width <= width) return [line];
  const style = { ...box.style, textAlign: align };
  const block: BlockBox = {
    kind: 'block',
    id: -1,
    style,
    lang: context.lang,
    role: 'none',
    origin: {},
    classes: [],
    strings: [],
    content: {
      kind: 'inlines',
      inlines: [{ kind: 'text', id: -1, style, lang: context.lang, text, origins: [], generated: true }],
    },
  };
  return context.setter.setBlock(context.inline, block, Math.max(width, style.fontSize)).lines;
}

/** Heads and feet belong to no structure and lead nowhere. */
function asArtifact(item: FrameItem): FrameItem {
  if (item.kind !== 'text') return item;
  const { leaf: _leaf, link: _link, ...rest } = item;
  return rest;
}
