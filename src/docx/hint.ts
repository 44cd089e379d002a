import type { Face, FontBook } from '../fonts/types.ts';
import type { Lang } from '../lang.ts';

/** A stretch of text that one run holds. `eastAsian`: its ambiguous characters take the East Asian font. */
export interface Stretch {
  readonly text: string;
  readonly eastAsian: boolean;
}

/**
 * Word sets “ ” ‘ ’ — … · and other characters from U+00A0 to U+2BFF in the Latin font unless the run says
 * `w:hint="eastAsia"` (ECMA-376 17.3.2.26), which makes Chinese quotes narrow. The faces chosen for the PDF decide; the
 * text is cut only where neighbours disagree, as at the apostrophe of a French name in a Chinese sentence.
 */
export function hinted(
  text: string,
  lang: Lang,
  chain: readonly Face[],
  fonts: FontBook,
): readonly Stretch[] {
  if (!/[\u00a0-\u2bff]/.test(text)) return [{ text, eastAsian: false }];
  const characters = Array.from(text);
  const codes = characters.map((character) => character.codePointAt(0) ?? 0);
  const stretches: { text: string; eastAsian: boolean | undefined }[] = [];
  characters.forEach((character, at) => {
    const code = codes[at] ?? 0;
    const undecided = code < 0xa0 || code > 0x2bff;
    const eastAsian = undecided
      ? undefined
      : fonts.pick(chain, code, lang, codes[at - 1] ?? 0, codes[at + 1] ?? 0)?.script === 'cjk';
    const current = stretches.at(-1);
    if (!current || (eastAsian !== undefined && current.eastAsian === !eastAsian))
      stretches.push({ text: character, eastAsian });
    else {
      current.text += character;
      current.eastAsian ??= eastAsian;
    }
  });
  return stretches.map((stretch) => ({ text: stretch.text, eastAsian: stretch.eastAsian ?? false }));
}
