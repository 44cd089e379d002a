import type {
  BlockBox,
  BlockLevel,
  ComputedStyle,
  Marker,
  StringSet,
  TableBox,
  TextBox,
} from '../markup/types.ts';
import type { Place } from './formats.ts';
import { paragraphStyleOfRole } from './style-names.ts';

/** A list item as references see it. */
export interface NumberedItem {
  readonly marker: Marker;
  readonly anchor?: string;
}

interface LeafBase {
  readonly place: Place;
  /** Name of the page type it stands on. */
  readonly page: string;
  readonly breakBefore: ComputedStyle['breakBefore'];
  /** Not to be parted from what follows because of an ancestor, or of what follows. */
  readonly keepNext: boolean;
  /** Space that its margins and those of its ancestors ask for before it, in pt, collapsed as CSS does. */
  readonly gap: number;
  /** Ids of the leaf and of the ancestors that begin with it. */
  readonly anchors: readonly string[];
  /** Named strings set here by the leaf and the ancestors that begin with it. */
  readonly strings: readonly StringSet[];
}

export interface ParagraphLeaf extends LeafBase {
  readonly kind: 'paragraph';
  readonly block: BlockBox;
  /** Name of its paragraph style: its own, else that of its nearest ancestor, else Word's for its role. */
  readonly styleName: string;
  /** The list item that begins with this paragraph. */
  readonly item?: { readonly box: TextBox; readonly marker: Marker };
  /** The list items it stands in, outermost first, with its own. */
  readonly items: readonly NumberedItem[];
}

export interface TableLeaf extends LeafBase {
  readonly kind: 'table';
  readonly table: TableBox;
}

/** What Word can hold of a flow of blocks: a row of paragraphs and tables. */
export type Leaf = ParagraphLeaf | TableLeaf;

interface Inherited {
  readonly place: Place;
  readonly styleName: string | undefined;
  readonly items: readonly NumberedItem[];
  readonly page: string;
}

/**
 * Flattens nested blocks into paragraphs and tables. What Word's paragraphs cannot inherit from wrappers is worked out
 * here: insets add up, vertical margins collapse (CSS 2.2, 8.3.1), breaks and keeps move to the first and last leaf.
 */
export function flatten(blocks: readonly BlockLevel[], place: Place, styleName?: string): readonly Leaf[] {
  const leaves: Leaf[] = [];
  let margins: number[] = [];
  let solid = 0;
  let anchors: string[] = [];
  let strings: StringSet[] = [];
  let breakBefore: ComputedStyle['breakBefore'] = 'auto';
  let item: ParagraphLeaf['item'] | undefined;

  const settle = (extra: number) => {
    solid += Math.max(0, ...margins) + extra;
    margins = [];
  };
  const enter = (box: BlockLevel) => {
    if (box.anchor !== undefined) anchors.push(box.anchor);
    strings.push(...box.strings);
    breakBefore = strongerBreak(breakBefore, box.style.breakBefore);
    margins.push(box.style.marginTop);
  };
  const leave = (box: BlockLevel) => {
    margins.push(box.style.marginBottom);
    if (box.style.breakAfter === 'page') breakBefore = strongerBreak(breakBefore, 'page');
  };
  const add = (leaf: Leaf) => {
    if (leaf.breakBefore === 'avoid') keep(leaves.length - 1);
    leaves.push(leaf);
    solid = 0;
    margins = [];
    anchors = [];
    strings = [];
    breakBefore = 'auto';
  };
  const keep = (at: number) => {
    const leaf = leaves[at];
    if (leaf) leaves[at] = { ...leaf, keepNext: true };
  };
  const common = (inherited: Inherited, box: BlockLevel) => ({
    place: inherited.place,
    page: box.style.page || inherited.page,
    breakBefore,
    keepNext: false,
    gap: solid + Math.max(0, ...margins),
    anchors,
    strings,
  });

  const walk = (box: BlockLevel, inherited: Inherited) => {
    enter(box);
    if (box.kind === 'table') {
      add({ kind: 'table', table: box, ...common(inherited, box) });
      leave(box);
      return;
    }
    const items = box.marker
      ? [...inherited.items, numberedItem(box.marker.marker, box.anchor)]
      : inherited.items;
    if (box.marker) item = box.marker;
    const name = box.style.docxStyle ?? inherited.styleName;
    if (box.content.kind === 'inlines') {
      if (box.content.inlines.length > 0 || item || isDrawn(box.style)) {
        add({
          kind: 'paragraph',
          block: box,
          styleName: name ?? paragraphStyleOfRole(box.role, box.style.bookmarkLevel),
          ...(item && { item }),
          items,
          ...common(inherited, box),
        });
        item = undefined;
      }
      leave(box);
      return;
    }
    const { style } = box;
    if (style.paddingTop + style.borderTop.width > 0) settle(style.paddingTop + style.borderTop.width);
    const first = leaves.length;
    for (const child of box.content.blocks)
      walk(child, {
        place: inside(style, inherited.place),
        styleName: name,
        items,
        page: style.page || inherited.page,
      });
    const last = leaves.length - 1;
    if (style.breakInside === 'avoid') for (let at = first; at < last; at++) keep(at);
    if (style.breakAfter === 'avoid' && last >= first) keep(last);
    if (style.paddingBottom + style.borderBottom.width > 0)
      settle(style.paddingBottom + style.borderBottom.width);
    leave(box);
  };

  for (const block of blocks) walk(block, { place, styleName, items: [], page: '' });
  return leaves;
}

const numberedItem = (marker: Marker, anchor: string | undefined): NumberedItem => ({
  marker,
  ...(anchor !== undefined && { anchor }),
});

/** The place of a block's children: its content box. */
export function inside(style: ComputedStyle, { left, right, width }: Place): Place {
  const start = style.marginLeft + style.borderLeft.width + style.paddingLeft;
  const end = style.marginRight + style.borderRight.width + style.paddingRight;
  const inner = style.width === 'auto' ? width - start - end : style.width;
  return { left: left + start, right: right + width - start - inner, width: inner };
}

const isDrawn = ({ borderTop, borderBottom, minHeight }: ComputedStyle): boolean =>
  borderTop.width > 0 || borderBottom.width > 0 || minHeight > 0;

const STRENGTH = ['auto', 'avoid', 'page', 'recto', 'verso'] as const;

/** Of two breaks that meet at one place the stronger holds (CSS Fragmentation 3, 5.2). */
const strongerBreak = (
  a: ComputedStyle['breakBefore'],
  b: ComputedStyle['breakBefore'],
): ComputedStyle['breakBefore'] => (STRENGTH.indexOf(b) > STRENGTH.indexOf(a) ? b : a);
