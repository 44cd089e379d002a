import type { Pt } from '../../units.ts';
import type { LineFragment } from '../inline/types.ts';
import type { FrameItem } from '../types.ts';

/** An underline lies this far below the baseline and is this thick, in ems, where no face says otherwise. */
const UNDERLINE = { offset: 0.12, thickness: 0.05 };

/**
 * Pieces of a line as frame items, from left to right: a marker or a number that hangs in the margin is drawn, and so
 * copied, before the words it stands beside.
 * @param x left edge of the line's content box
 * @param baseline distance of the line's baseline from the top of the thing it stands in
 */
export function lineItems(fragments: readonly LineFragment[], x: Pt, baseline: Pt): FrameItem[] {
  const ordered = [...fragments].sort((a, b) => a.x - b.x);
  return ordered.flatMap((fragment): FrameItem[] => {
    if (fragment.kind === 'anchor')
      return [{ kind: 'anchor', name: fragment.name, x: x + fragment.x, y: baseline }];
    const { run, color, lang, leaf, link, actualText, origins, underline, rise } = fragment;
    const text: FrameItem = {
      kind: 'text',
      x: x + fragment.x,
      y: baseline - rise,
      run,
      color,
      lang,
      ...(leaf < 0 ? {} : { leaf }),
      ...(link === undefined ? {} : { link }),
      ...(actualText === undefined ? {} : { actualText }),
      origins,
    };
    if (!underline) return [text];
    return [
      text,
      {
        kind: 'rule',
        x: text.x,
        y: text.y + UNDERLINE.offset * run.size,
        width: run.width,
        height: UNDERLINE.thickness * run.size,
        color,
      },
    ];
  });
}
