import type { Marker } from '../markup/types.ts';

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
const withoutStop = (label: string): string => label.replace(/\.$/, '');

/**
 * The REF field that yields `text` for a numbered paragraph: its own number (`\n`), or with those of the paragraphs
 * above it in front, their full stops kept (`\w`: `2.(a)`). None = Word would make other words, `2(a)` say, so no field
 * can keep them up to date.
 */
export function referenceInstruction(
  bookmark: string,
  markers: readonly Marker[],
  text: string,
): string | undefined {
  const labels = markers.map((marker) => marker.text.trim());
  const own = labels.at(-1);
  if (own === undefined) return undefined;
  if (text === withoutStop(own)) return `REF ${bookmark} \\n \\h`;
  return text === withoutStop(labels.join('')) ? `REF ${bookmark} \\w \\h` : undefined;
}

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
