import type { Item, Paragraph } from '../../text/index.ts';
import { spanOf } from '../../text/index.ts';
import type { Em, Pt } from '../../units.ts';
import type { InlineContext, Line } from './types.ts';

/** Even gaps wider than this, in em, are told; wider than `LOOSE` they are a warning (DESIGN 6 and 14). */
export const NOTICEABLE = 0.06;
const LOOSE = 0.1;
/** A line may stick out by rounding. */
const HAIR: Pt = 0.01;

/** Widest even gap of a line in em: what a reader sees as looseness. `glue` holds the line's glue only. */
export function widestGap(items: readonly Item[], glue: ReadonlyMap<number, Pt>, em: Pt): Em {
  let widest = 0;
  for (const [index, width] of glue) {
    const item = items[index];
    if (item?.type === 'glue' && item.order.stretch === 3)
      widest = Math.max(widest, (width - item.width) / em);
  }
  return widest;
}

/** Tells of lines that are too full or too loose, pointing at their words in the file the user wrote. */
export function reportLine(context: InlineContext, paragraph: Paragraph, set: Line, measure: Pt): void {
  const span = spanOf(paragraph, set.start, set.end);
  const place = span ? { span } : {};
  const words = excerpt(paragraph.text.slice(set.start, set.end));
  if (set.width > measure + HAIR) {
    context.report({
      code: 'layout/overfull-line',
      severity: 'warning',
      message: `a line is ${(set.width - measure).toFixed(1)} pt wider than its measure: ${words}`,
      ...place,
      reason: 'It holds a word that fits on no line and may be broken nowhere.',
      hints: [
        { text: 'Put a soft hyphen (U+00AD) or zero-width space (U+200B) where the word may be broken.' },
      ],
    });
    return;
  }
  const { gap } = set;
  if (gap <= NOTICEABLE) return;
  context.report({
    code: 'layout/loose-line',
    severity: gap > LOOSE ? 'warning' : 'note',
    message: `a line is set ${gap.toFixed(3)} em loose: ${words}`,
    ...place,
    reason: 'No set of allowed line ends makes every line of this paragraph tighter.',
    hints: [{ text: 'Often nothing need be done; a change of wording nearby helps if the gap is seen.' }],
  });
}

const excerpt = (text: string): string => {
  const plain = text.replaceAll('\uFFFC', '').trim();
  return plain.length > 24 ? `${plain.slice(0, 12)}…${plain.slice(-8)}` : plain;
};
