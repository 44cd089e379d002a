import { masterFor } from '../markup/index.ts';
import type { PageMaster } from '../markup/types.ts';
import type { Leaf } from './flow.ts';
import type { Place } from './formats.ts';
import type { Masters } from './sections.ts';
import type { SectionPlan } from './types.ts';

/** The masters that Word's three kinds of page follow. Word's first page is a right-hand one. */
export const mastersOf = (masters: readonly PageMaster[], page: string): Masters => ({
  default: masterFor(masters, page, false, 'right'),
  first: masterFor(masters, page, true, 'right'),
  even: masterFor(masters, page, false, 'left'),
});

export const widthOf = ({ width, marginLeft, marginRight }: PageMaster): number =>
  width - marginLeft - marginRight;

export const noteAreaOf = (master: PageMaster): Place => ({
  left: master.footnote.marginLeft,
  right: master.footnote.marginRight,
  width: widthOf(master) - master.footnote.marginLeft - master.footnote.marginRight,
});

export interface Stretch {
  readonly page: string;
  readonly start: SectionPlan['start'];
  readonly leaves: readonly Leaf[];
}

/** Cuts the flow where Word needs a new section: at another page type, and where a right or left page must follow. */
export function sectionsOf(leaves: readonly Leaf[]): readonly Stretch[] {
  const starts = { recto: 'oddPage', verso: 'evenPage' } as const;
  const stretches: { page: string; start: SectionPlan['start']; leaves: Leaf[] }[] = [];
  for (const leaf of leaves) {
    const current = stretches.at(-1);
    const side = leaf.breakBefore === 'recto' || leaf.breakBefore === 'verso' ? leaf.breakBefore : undefined;
    if (current && current.page === leaf.page && !side) {
      current.leaves.push(leaf);
      continue;
    }
    stretches.push({
      page: leaf.page,
      start: side ? starts[side] : 'nextPage',
      leaves: [{ ...leaf, breakBefore: 'auto' }],
    });
  }
  return stretches.length > 0 ? stretches : [{ page: '', start: 'nextPage', leaves: [] }];
}
