import type { BlockLevel, Origin, TextBox } from '../../markup/types.ts';
import type { Pt } from '../../units.ts';
import type { FlowContext } from './types.ts';
import type { VerticalList } from './vertical-list.ts';

/** Hangs an outside marker: it ends at the content edge, less its own right margin, on the first line that follows. */
export function hangMarker(
  context: FlowContext,
  list: VerticalList,
  marker: TextBox,
  contentX: Pt,
  origin: Origin,
): void {
  const { style } = marker;
  const line = context.setter.setText(context.inline, marker.text, style, marker.lang, marker.id);
  list.hang({
    fragments: line.fragments,
    x: contentX - style.marginRight - line.width,
    rise: style.verticalAlign,
    height: line.height,
    baseline: line.baseline,
    origin,
  });
}

/**
 * Puts an inside mark before the first inline content of some blocks. An inline box around it carries its rise, as
 * `vertical-align` applies to inline boxes only.
 */
export function withMark(blocks: readonly BlockLevel[], mark: TextBox): readonly BlockLevel[] {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'block') return blocks;
  const { content } = first;
  if (content.kind === 'blocks') {
    return [{ ...first, content: { ...content, blocks: withMark(content.blocks, mark) } }, ...rest];
  }
  const raised = {
    kind: 'inline',
    id: mark.id,
    style: mark.style,
    lang: mark.lang,
    role: 'none',
    origin: {},
    classes: [],
    children: [mark],
  } as const;
  return [{ ...first, content: { ...content, inlines: [raised, ...content.inlines] } }, ...rest];
}
