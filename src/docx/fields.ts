import type { NumberedItem } from './flow.ts';

/**
 * Names of bookmarks from ids of elements. Word takes letters, digits and `_`, a letter first, 40 characters at most;
 * all else becomes `_`, and a name that is taken gets a number. Field instructions are made of nothing but these.
 */
export function bookmarkNamer(): (anchor: string) => string {
  const known = new Map<string, string>();
  const taken = new Set<string>();
  return (anchor) => {
    const found = known.get(anchor);
    if (found !== undefined) return found;
    const plain = anchor.replace(/[^A-Za-z0-9_]/g, '_');
    const base = (/^[A-Za-z]/.test(plain) ? plain : `b${plain}`).slice(0, 36);
    let name = base;
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${base}_${count}`;
    taken.add(name.toLowerCase());
    known.set(anchor, name);
    return name;
  };
}

/** Word leaves the full stop at the end of a number out where a REF field cites it (ECMA-376 17.16.5.51). */
const cited = ({ marker }: NumberedItem): string => marker.text.trim().replace(/\.$/, '');

/** A REF field by the id of the element it cites, with the words it will make. */
export interface Reference {
  readonly anchor: string;
  readonly text: string;
}

/** A reference's words, cut at the numbers in them. */
export interface CitedNumbers {
  readonly before: string;
  readonly numbers: readonly Reference[];
  readonly after: string;
}

/**
 * Finds the number of the item cited in the words of a reference (第2(a)段): with those of the items it stands in, one
 * field for each (`2` + `(a)`), or its own alone. The switch `\w` would do with one field, but it keeps inner full
 * stops: `2.(a)`. None = the words hold no such number, so no field can keep them up to date.
 */
export function numbersCited(items: readonly NumberedItem[], text: string): CitedNumbers | undefined {
  const chain = items.flatMap((item) =>
    item.anchor === undefined ? [] : [{ anchor: item.anchor, text: cited(item) }],
  );
  const own = chain.slice(-1);
  for (const numbers of chain.length === items.length ? [chain, own] : [own]) {
    const words = numbers.map((each) => each.text).join('');
    const at = words === '' ? -1 : text.indexOf(words);
    if (at < 0) continue;
    const [before, after] = [text.slice(0, at), text.slice(at + words.length)];
    // The 1 of 11, or the (a) of 2(a), is not the number that is meant.
    if (!/[\p{L}\p{N})]$/u.test(latinOf(before)) && !/^[\p{L}\p{N}(]/u.test(latinOf(after)))
      return { before, numbers, after };
  }
  return undefined;
}

/** Han letters may touch a number. */
const latinOf = (text: string): string => text.replace(/\p{Script=Han}/gu, ' ');

/** The paragraph number of a bookmarked paragraph, without its full stop, as a link to it. */
export const numberInstruction = (bookmark: string): string => `REF ${bookmark} \\n \\h`;

/** The number of the note whose mark is bookmarked, as a link to it. */
export const noteInstruction = (bookmark: string): string => `NOTEREF ${bookmark} \\h`;

/** Number formats of PAGE and NUMPAGES (`\*` switch) by `list-style-type`; decimal is the section's own. */
const PAGE_FORMAT: Readonly<Record<string, string>> = {
  'lower-roman': ' \\* roman',
  'upper-roman': ' \\* ROMAN',
  'lower-alpha': ' \\* alphabetic',
  'upper-alpha': ' \\* ALPHABETIC',
  'simp-chinese-informal': ' \\* CHINESENUM3',
  'cjk-decimal': ' \\* CHINESENUM1',
};

export const pageInstruction = (counter: 'page' | 'pages', format: string): string =>
  `${counter === 'page' ? 'PAGE' : 'NUMPAGES'}${PAGE_FORMAT[format] ?? ''}`;

/**
 * STYLEREF by the name Word shows for the style. A quote or backslash cannot stand in an instruction, so such a name
 * has none. `last` looks for the last such paragraph of the page instead of the first.
 */
export const styleReference = (styleName: string, last: boolean): string | undefined =>
  /^[\p{L}\p{N} _-]+$/u.test(styleName) ? `STYLEREF "${styleName}"${last ? ' \\l' : ''}` : undefined;
