import type { Pt } from '../../units.ts';
import type { BlockBox, BlockLevel, TextBox } from '../types.ts';
import { anonymousStyle, type Builder, boxBase, originOf } from './context.ts';
import { stringsOf } from './generated.ts';
import { buildLines, buildRun, type InlineContent, isInlineLevel } from './inlines.ts';
import { roleOf } from './roles.ts';
import type { StyledElement } from './styled-element.ts';
import { buildTable } from './tables.ts';

/** The box of a block-level element; `width` is the width of the block around it. */
export function buildBlock(builder: Builder, node: StyledElement, width: Pt): BlockLevel {
  if (node.computed.style.display === 'table') return buildTable(builder, node, width);
  const base = { ...boxBase(builder, node), role: roleOf(node.element, false) };
  const marker = buildMarker(builder, node);
  const inner = contentWidth(node, width);
  return {
    kind: 'block',
    ...base,
    ...(marker && { marker }),
    strings: stringsOf(node),
    content: hasBlocks(node)
      ? { kind: 'blocks', blocks: blocksOf(builder, node, inner) }
      : { kind: 'inlines', inlines: buildLines(builder, node) },
  };
}

const hasBlocks = (node: StyledElement): boolean => node.children.some((child) => !isInlineLevel(child));

/** Children of a box as blocks: what stands in lines between them gets anonymous blocks (CSS 2.2, section 9.2.1.1). */
export function blocksOf(builder: Builder, node: StyledElement, width: Pt = 0): readonly BlockLevel[] {
  const blocks: BlockLevel[] = [];
  let run: InlineContent[] = [];
  const closeRun = (): void => {
    if (run.some(isSeen)) blocks.push(anonymousBlock(builder, node, run));
    run = [];
  };
  for (const child of node.children) {
    if (child.kind === 'text' || isInlineLevel(child)) run.push(child);
    else {
      closeRun();
      blocks.push(buildBlock(builder, child, width));
    }
  }
  closeRun();
  return blocks;
}

/** White space between blocks makes no box. */
const isSeen = (node: InlineContent): boolean => node.kind === 'element' || /[^ \t\r\n\f]/.test(node.text);

function anonymousBlock(builder: Builder, owner: StyledElement, run: readonly InlineContent[]): BlockBox {
  return {
    kind: 'block',
    id: builder.nextId(),
    style: anonymousStyle(builder, owner.computed),
    lang: owner.lang,
    role: 'none',
    origin: originOf(owner),
    classes: [],
    strings: [],
    content: { kind: 'inlines', inlines: buildRun(builder, owner, run) },
  };
}

function buildMarker(builder: Builder, node: StyledElement): BlockBox['marker'] {
  const marker = builder.labels.markers.get(node);
  if (!marker) return undefined;
  const { style } = builder.cascade.pseudo(node.place, node.computed, 'marker')!;
  const box: TextBox = {
    kind: 'text',
    id: builder.nextId(),
    style,
    lang: node.lang,
    text: marker.text,
    origins: [],
    generated: true,
  };
  return { box, marker };
}

/** Width of a block's content (CSS 2.2, section 10.3.3). */
export function contentWidth({ computed: { style } }: StyledElement, width: Pt): Pt {
  const outside = style.marginLeft + style.marginRight;
  const edges = style.paddingLeft + style.paddingRight + style.borderLeft.width + style.borderRight.width;
  return style.width === 'auto' ? width - outside - edges : style.width;
}
