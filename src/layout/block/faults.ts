import type { Diagnostic } from '../../diagnostics.ts';
import type { BlockLevel, Origin } from '../../markup/types.ts';
import type { Span } from '../../source.ts';
import type { Pt } from '../../units.ts';
import type { PageMeasures } from './types.ts';

/** Rounding that adding up widths may cost. */
const TOLERANCE = 0.01;

/** The place a user can mend: the data, else the template, else the style. */
export const placeOf = (origin: Origin): { span: Span } | Record<never, never> => {
  const span = origin.model ?? origin.template ?? origin.style;
  return span ? { span } : {};
};

/** A stretch from the page area's left edge. */
interface Extent {
  readonly x: Pt;
  readonly width: Pt;
}

/**
 * A block whose border box leaves the sheet further than its container does, or whose `measure`, the width of its
 * content, leaves no room to set text in.
 */
export function tooWide(
  block: BlockLevel,
  { x, width }: Extent,
  measure: Pt,
  container: Extent,
  measures: PageMeasures,
): Diagnostic | undefined {
  const page = block.style.page;
  const margins = measures.margins(page);
  const overBy = (extent: Extent): Pt =>
    Math.max(-margins.left - extent.x, extent.x + extent.width - measures.area(page) - margins.right);
  const over = overBy({ x, width });
  if (over <= Math.max(0, overBy(container)) + TOLERANCE && measure > 0) return undefined;
  const measured = (length: Pt): string => `${Math.round(length * 100) / 100} pt`;
  return {
    code: 'layout/block-wider-than-page',
    severity: 'warning',
    message:
      measure > 0
        ? `a ${block.kind} stands ${measured(over)} over the edge of the page`
        : `a ${block.kind} has no width left: its margins and padding take ${measured(-measure)} more than there is`,
    ...placeOf(block.origin),
    reason: 'What lies outside the sheet is not printed.',
    hints: [
      {
        text: 'Lower its width, margins or padding in the style sheet.',
        ...(block.origin.style ? { span: block.origin.style } : {}),
      },
    ],
  };
}
