import type { FontBook } from '../../fonts/types.ts';
import { isChinese, type Lang } from '../../lang.ts';
import type { ComputedStyle } from '../../markup/types.ts';
import type { Pt } from '../../units.ts';

/** Ascent and descent of the ideographic em box above and below the baseline (OpenType `ideo`: 0.88 and 0.12). */
const EM_BOX = { ascent: 0.88, descent: 0.12 };

/**
 * Baseline of a line from its top: the strut of the block's font in the middle of `line-height` (CSS 2.2, 10.8.1).
 * Chinese text is centred by its em box rather than by the font's ascent and descent, which differ wildly between
 * CJK faces (1.151 and 0.286 for Noto, 0.928 and 0.256 for WenKai): so a change of face never moves a baseline.
 */
export function baselineOf(fonts: FontBook, style: ComputedStyle, lang: Lang): Pt {
  const { ascent, descent } = isChinese(lang) ? EM_BOX : strut(fonts, style);
  const leading = style.lineHeight - (ascent + descent) * style.fontSize;
  return leading / 2 + ascent * style.fontSize;
}

function strut(fonts: FontBook, style: ComputedStyle): { ascent: number; descent: number } {
  const face = fonts.chain(style.fontFamily, style.fontWeight, style.fontStyle)[0];
  if (!face) return EM_BOX;
  return { ascent: face.ascent / face.unitsPerEm, descent: -face.descent / face.unitsPerEm };
}
