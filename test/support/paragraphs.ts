import type { Diagnostic } from '../../src/diagnostics.ts';
import type { Lang } from '../../src/lang.ts';
import { setBlock } from '../../src/layout/inline/index.ts';
import type { SetParagraph } from '../../src/layout/inline/types.ts';
import type { BlockBox, ComputedStyle, InlineLevel, TextBox } from '../../src/markup/types.ts';
import { PLAIN_STYLE } from './plain-style.ts';
import { SQUARE_FAMILY, SQUARE_LATIN_FAMILY, squareFontBook } from './square-font.ts';

/** Font size 10 pt: a Han character is 10 pt wide, a Latin letter 5. */
export const SQUARE_STYLE: ComputedStyle = {
  ...PLAIN_STYLE,
  fontFamily: [SQUARE_LATIN_FAMILY, SQUARE_FAMILY],
  lineHeight: 15,
  textAlign: 'justify',
  listStyleType: 'none',
  lineBreak: 'strict',
};

const MARKS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A block of text. `¹` is a note mark, `⏎` a forced break; a mark's digits are 6 pt and raised. */
export function paragraphBlock(
  text: string,
  style: Partial<ComputedStyle> = {},
  lang: Lang = 'zh-Hans',
): BlockBox {
  const own = { ...SQUARE_STYLE, ...style };
  let id = 1;
  const inlines: InlineLevel[] = [];
  const textBox = (value: string, boxStyle: ComputedStyle): TextBox => ({
    kind: 'text',
    id: id++,
    style: boxStyle,
    lang,
    text: value,
    origins: [],
    generated: false,
  });
  for (const part of text.split(/([⁰¹²³⁴⁵⁶⁷⁸⁹]+|⏎)/)) {
    if (part === '') continue;
    if (part === '⏎') inlines.push({ kind: 'line-break', id: id++, style: own, lang });
    else if (MARKS.includes(part.charAt(0))) {
      const digits = [...part].map((mark) => MARKS.indexOf(mark)).join('');
      const call = textBox(digits, { ...own, fontSize: 6, verticalAlign: 3 });
      inlines.push({
        kind: 'note',
        id: id++,
        style: own,
        lang,
        role: 'note',
        origin: {},
        classes: [],
        note: `n${digits}`,
        number: Number(digits),
        call,
        marker: call,
        children: [],
      });
    } else inlines.push(textBox(part, own));
  }
  return {
    kind: 'block',
    id: 0,
    style: own,
    lang,
    role: 'paragraph',
    origin: {},
    classes: [],
    strings: [],
    content: { kind: 'inlines', inlines },
  };
}

export interface SetResult {
  readonly set: SetParagraph;
  /** Text of each line; vanished blanks stay off. */
  readonly lines: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Sets a text in the square font at a measure in em. */
export function setSquare(
  text: string,
  ems: number,
  style: Partial<ComputedStyle> = {},
  lang: Lang = 'zh-Hans',
): SetResult {
  const diagnostics: Diagnostic[] = [];
  const context = { fonts: squareFontBook(), report: (d: Diagnostic) => void diagnostics.push(d) };
  const block = paragraphBlock(text, style, lang);
  const set = setBlock(context, block, ems * block.style.fontSize);
  const lines = set.lines.map((line) => set.text.slice(line.start, line.end).replace(/[ \u2028]+$/, ''));
  return { set, lines, diagnostics };
}
