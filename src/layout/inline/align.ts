import type { ComputedStyle } from '../../markup/types.ts';

/** What `text-align` means for one line. */
export interface Alignment {
  /** Share of the free width that stands before the line: 0 start, 0.5 centre, 1 end. */
  readonly share: number;
  /** Lines are spread to the measure. */
  readonly spread: boolean;
  /** So are last lines and lines before a forced break. */
  readonly spreadLast: boolean;
}

const SHARES: Readonly<Record<ComputedStyle['textAlign'], number>> = {
  start: 0,
  left: 0,
  justify: 0,
  center: 0.5,
  end: 1,
  right: 1,
};

export const justifies = (style: ComputedStyle): boolean => style.textAlign === 'justify';

/**
 * Alignment of a line (CSS Text 4, sections 7.1 and 7.2); text runs left to right.
 * @param ending whether the line is the last or ends at a forced break
 */
export function alignOffset(
  style: Pick<ComputedStyle, 'textAlign' | 'textAlignLast'>,
  ending: boolean,
): Alignment {
  const auto = style.textAlignLast === 'auto';
  const own = ending && !auto ? (style.textAlignLast as ComputedStyle['textAlign']) : style.textAlign;
  return {
    share: SHARES[own],
    spread: style.textAlign === 'justify',
    spreadLast: !auto && style.textAlignLast === 'justify',
  };
}
