import type { ComposedPage } from './compose.ts';

/** Values of one named string on one page (GCPM 3, 1.1.2). */
export interface StringValues {
  /** In force where the page begins: what the page before left. */
  readonly entry: string;
  /** First set on the page, none if the page sets none. */
  readonly first?: string;
  readonly last?: string;
  /** The element at the head of the page sets it. */
  readonly atStart: boolean;
}

/** Named strings of each page, in the order of pages. */
export function stringsOf(pages: readonly ComposedPage[]): readonly ReadonlyMap<string, StringValues>[] {
  const values = new Map<string, string>();
  return pages.map(({ starts }) => {
    const page = new Map<string, StringValues>();
    for (const [name, entry] of values) page.set(name, { entry, atStart: false });
    for (const { start, first } of starts) {
      for (const { name, value } of start.strings) {
        const known = page.get(name) ?? { entry: '', atStart: false };
        page.set(
          name,
          known.first === undefined
            ? { entry: known.entry, first: value, last: value, atStart: first }
            : { ...known, last: value },
        );
        values.set(name, value);
      }
    }
    return page;
  });
}

/** The value that `string(name, which)` has on a page. */
export function stringValue(
  values: StringValues | undefined,
  which: 'first' | 'start' | 'last' | 'first-except',
): string {
  if (!values) return '';
  const { entry, first, last, atStart } = values;
  switch (which) {
    case 'first':
      return first ?? entry;
    case 'start':
      return atStart ? (first ?? entry) : entry;
    case 'last':
      return last ?? entry;
    case 'first-except':
      return first === undefined ? entry : '';
  }
}
