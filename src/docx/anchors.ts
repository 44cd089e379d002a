import type { BlockBox, BlockLevel, InlineLevel } from '../markup/types.ts';
import type { Leaf, NumberedItem } from './flow.ts';

/** Which ids exist, which are pointed at, and which are notes'. An id of a numbered paragraph comes with the items it stands in. */
export function anchorsAndTargets(
  root: BlockBox,
  leaves: readonly Leaf[],
): {
  readonly anchors: ReadonlyMap<string, readonly NumberedItem[]>;
  readonly targets: ReadonlySet<string>;
  readonly noteNumbers: ReadonlyMap<string, number>;
} {
  const anchors = new Map<string, readonly NumberedItem[]>();
  const targets = new Set<string>();
  const noteNumbers = new Map<string, number>();
  const see = (anchor: string | undefined) => {
    if (anchor !== undefined && !anchors.has(anchor)) anchors.set(anchor, []);
  };
  const inlines = (children: readonly InlineLevel[]) => {
    for (const child of children) {
      if (child.kind === 'content')
        for (const piece of child.content)
          if (piece.kind === 'target-page') targets.add(piece.target.replace(/^#/, ''));
      if (child.kind === 'inline' || child.kind === 'inline-block') {
        see(child.anchor);
        if (child.kind === 'inline' && child.href?.startsWith('#')) {
          targets.add(child.href.slice(1));
          // A reference to 2(a) cites paragraph 2 as well.
          for (const { anchor } of anchors.get(child.href.slice(1)) ?? [])
            if (anchor !== undefined) targets.add(anchor);
        }
        inlines(child.children);
      }
      if (child.kind === 'note') {
        see(child.anchor);
        if (child.anchor !== undefined) noteNumbers.set(child.anchor, child.number);
        blocks(child.children);
      }
    }
  };
  const blocks = (children: readonly BlockLevel[]) => {
    for (const child of children) {
      see(child.anchor);
      if (child.kind === 'table')
        for (const row of child.rows) for (const cell of row.cells) blocks(cell.blocks);
      else if (child.content.kind === 'blocks') blocks(child.content.blocks);
      else inlines(child.content.inlines);
    }
  };
  for (const leaf of leaves)
    if (leaf.kind === 'paragraph' && leaf.item)
      for (const anchor of leaf.anchors) anchors.set(anchor, leaf.items);
  blocks([root]);
  return { anchors, targets, noteNumbers };
}
