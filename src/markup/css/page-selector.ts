import type { MarginBoxName } from '../types.ts';

/** Margin boxes of the subset (Paged Media 3, section 5.3): three above and three below the page area. */
export const MARGIN_BOXES: readonly MarginBoxName[] = [
  'top-left',
  'top-center',
  'top-right',
  'bottom-left',
  'bottom-center',
  'bottom-right',
];

/** What `@page` selects: a name ('' = any), the first page only or all, one side or both. */
export interface PageSelector {
  readonly name: string;
  readonly first: boolean;
  readonly side?: 'left' | 'right';
}

/** Reads the words between `@page` and its block; none if they are outside the subset. */
export function readPageSelector(text: string): PageSelector | undefined {
  const match = /^([a-z_][\w-]*)?((?::(?:first|left|right))*)$/i.exec(text.trim());
  if (!match) return undefined;
  const pseudos = (match[2] ?? '').toLowerCase().split(':').slice(1);
  const side = pseudos.find((word) => word !== 'first') as 'left' | 'right' | undefined;
  return { name: match[1] ?? '', first: pseudos.includes('first'), ...(side && { side }) };
}
