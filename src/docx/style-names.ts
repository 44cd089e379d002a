import type { Role } from '../markup/types.ts';
import type { StyleId } from './types.ts';

export interface StyleName {
  readonly id: StyleId;
  readonly name: string;
  readonly builtIn: boolean;
}

/**
 * Styles that Word has by itself, in Word's spelling (`w:name`) with Word's ids. A style sheet may write them in any
 * case; under these names Word finds them for its outline, its notes and its own commands in every interface language.
 */
const BUILT_IN: readonly (readonly [name: string, id: StyleId])[] = [
  ['Normal', 'Normal'],
  ...Array.from({ length: 9 }, (_, at) => [`heading ${at + 1}`, `Heading${at + 1}`] as const),
  ...Array.from({ length: 9 }, (_, at) => [`toc ${at + 1}`, `TOC${at + 1}`] as const),
  ['Title', 'Title'],
  ['Subtitle', 'Subtitle'],
  ['Date', 'Date'],
  ['Closing', 'Closing'],
  ['Signature', 'Signature'],
  ['Body Text', 'BodyText'],
  ['Body Text First Indent', 'BodyTextFirstIndent'],
  ['List Paragraph', 'ListParagraph'],
  ['Quote', 'Quote'],
  ['caption', 'Caption'],
  ['header', 'Header'],
  ['footer', 'Footer'],
  ['footnote text', 'FootnoteText'],
  ['footnote reference', 'FootnoteReference'],
  ['Hyperlink', 'Hyperlink'],
  ['Emphasis', 'Emphasis'],
  ['Strong', 'Strong'],
  ['page number', 'PageNumber'],
  ['Normal Table', 'TableNormal'],
  ['Table Grid', 'TableGrid'],
];

const byLowerName = new Map(BUILT_IN.map(([name, id]) => [name.toLowerCase(), { name, id, builtIn: true }]));
const builtInIds = new Set(BUILT_IN.map(([, id]) => id.toLowerCase()));

/**
 * Gives each style name one id: Word's own for built-in styles, else the words of the name in camel case
 * (`Operative paragraph` → `OperativeParagraph`). Ids are told apart without regard to case, as Word does.
 */
export function styleNamer(): (name: string) => StyleName {
  const known = new Map<string, StyleName>();
  const taken = new Set(builtInIds);
  return (name) => {
    const key = name.trim().toLowerCase();
    const found = known.get(key) ?? byLowerName.get(key);
    if (found) return found;
    const words = name.match(/[A-Za-z0-9]+/g) ?? ['Style'];
    const base = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
    let id = base;
    for (let count = 2; taken.has(id.toLowerCase()); count++) id = `${base}${count}`;
    taken.add(id.toLowerCase());
    const made = { id, name: name.trim().replace(ALIAS_MARK, ' '), builtIn: false };
    known.set(key, made);
    return made;
  };
}

/** What follows a comma in a style's name is an alias to Word (ECMA-376 17.7.4.9), so commas are left out. */
const ALIAS_MARK = /\s*[,;]\s*/g;

/** Character styles of inline elements to which the style sheet gives none. */
export const CHARACTER_STYLE_OF_ROLE: Readonly<Partial<Record<Role, string>>> = {
  emphasis: 'Emphasis',
  strong: 'Strong',
  link: 'Hyperlink',
};

/** Paragraph style of a block to which neither the style sheet nor an ancestor gives one. */
export function paragraphStyleOfRole(role: Role, outline: number): string {
  if (role === 'heading' && outline > 0) return `heading ${Math.min(9, outline)}`;
  return role === 'note' ? 'footnote text' : 'Normal';
}
