import type { FontBook } from '../fonts/types.ts';
import { wordKeeps } from '../markup/index.ts';
import type { Border, Color, ComputedStyle } from '../markup/types.ts';
import { halfPoints, twips } from '../units.ts';
import type { BorderLine, Borders, ParagraphFormat, RunFormat } from './types.ts';

/** Six hexadecimal digits; black is `auto`, so that Word may turn it on a dark page. */
export function colorOf(color: Color): string {
  if (color.every((channel) => channel === 0)) return 'auto';
  return color.map((channel) => Math.round(channel).toString(16).padStart(2, '0').toUpperCase()).join('');
}

/** A border of Word, or none for width 0. `space` is the padding between border and text. */
export function borderOf({ width, color }: Border, space: number): BorderLine | undefined {
  if (width <= 0) return undefined;
  return {
    width: Math.max(2, Math.round(width * 8)),
    color: colorOf(color),
    space: Math.min(31, Math.max(0, Math.round(space))),
  };
}

export function bordersOf(style: ComputedStyle, spaced: boolean): Borders {
  const side = (border: Border, padding: number) => borderOf(border, spaced ? padding : 0);
  const top = side(style.borderTop, style.paddingTop);
  const left = side(style.borderLeft, style.paddingLeft);
  const bottom = side(style.borderBottom, style.paddingBottom);
  const right = side(style.borderRight, style.paddingRight);
  return { ...(top && { top }), ...(left && { left }), ...(bottom && { bottom }), ...(right && { right }) };
}

/** Character formats of computed styles. `fonts` gives Word's names of the families. */
export function runFormatter(fonts: FontBook): (style: ComputedStyle) => RunFormat {
  return (style) => {
    const chain = fonts.chain(style.fontFamily, style.fontWeight, style.fontStyle);
    const latin = chain.find((face) => face.script === 'latin') ?? chain[0];
    const eastAsian = chain.find((face) => face.script === 'cjk') ?? chain[0];
    return {
      latin: latin?.wordName ?? 'Times New Roman',
      eastAsian: eastAsian?.wordName ?? '宋体',
      size: halfPoints(style.fontSize),
      bold: style.fontWeight >= 600,
      italic: style.fontStyle === 'italic',
      color: colorOf(style.color),
      underline: style.textDecorationLine === 'underline',
      superscript: style.verticalAlign > 0,
      letterSpacing: twips(style.letterSpacing),
    };
  };
}

/** Where a paragraph stands in its flow: insets that its ancestors add, and the width it has. All in pt. */
export interface Place {
  readonly left: number;
  readonly right: number;
  readonly width: number;
}

const ALIGNMENTS: Readonly<Record<ComputedStyle['textAlign'], ParagraphFormat['align']>> = {
  start: 'left',
  left: 'left',
  end: 'right',
  right: 'right',
  center: 'center',
  justify: 'both',
};

/** Largest characters that an exact line can hold uncut: SimSun's ink takes up to 1.06 of its size, Times' 1.11. */
const ROOM = 1.1;

/**
 * The paragraph format of a block. `largest` is the size of its largest characters in pt, raised ones left out.
 * Word knows no boxes, so insets of all ancestors go into the paragraph's own indents.
 */
export function paragraphFormat(style: ComputedStyle, place: Place, largest: number): ParagraphFormat {
  const left = place.left + style.marginLeft + style.paddingLeft;
  const content =
    style.width === 'auto'
      ? undefined
      : Math.max(0, place.width - style.marginLeft - style.paddingLeft - style.width);
  return {
    left: twips(left),
    right: twips(place.right + (content ?? style.marginRight + style.paddingRight)),
    firstLine: twips(style.textIndent),
    before: twips(Math.max(0, style.marginTop) + (style.borderTop.width > 0 ? 0 : style.paddingTop)),
    after: twips(Math.max(0, style.marginBottom) + (style.borderBottom.width > 0 ? 0 : style.paddingBottom)),
    line: twips(style.lineHeight),
    lineRule: style.lineHeight >= largest * ROOM ? 'exact' : 'atLeast',
    align: ALIGNMENTS[style.textAlign],
    ...wordKeeps(style, false),
    pageBreakBefore: style.breakBefore === 'page',
    outline: Math.min(9, style.bookmarkLevel),
    tabs: [],
    borders: bordersOf(style, true),
    kinsoku: style.lineBreak !== 'anywhere',
    autoSpace: style.textAutospace === 'normal',
    trimLineStart: style.textSpacingTrim === 'trim-start' || style.textSpacingTrim === 'trim-both',
  };
}
