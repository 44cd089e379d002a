import type { PageMaster } from '../../markup/types.ts';
import { type BreakMode, breakPages } from './break-pages.ts';
import { type PageMasters, shapeOf, sideOf } from './geometry.ts';
import type { SectionContent } from './sections.ts';
import type { PageCut, PageShape, Section } from './types.ts';

/** A page to be composed. */
export interface PagePlan {
  /** 1-based. */
  readonly number: number;
  readonly master: PageMaster;
  readonly name: string;
  readonly side: 'left' | 'right';
  readonly section: SectionContent;
  /** None = a blank page that brings the next one to its side. */
  readonly cut?: PageCut;
}

/** Cuts each section into pages and numbers them. The side of a section's first page is known when it is cut. */
export function planPages(
  sections: readonly SectionContent[],
  masters: PageMasters,
  mode: BreakMode = 'best',
): readonly PagePlan[] {
  const plans: PagePlan[] = [];
  const add = (section: SectionContent, cut?: PageCut): void => {
    const number = plans.length + 1;
    const side = sideOf(number);
    const master = masters.pick(section.page, number === 1, side);
    plans.push({ number, master, name: section.page, side, section, ...(cut ? { cut } : {}) });
  };
  for (const section of sections) {
    const wanted = section.side === 'recto' ? 'right' : section.side === 'verso' ? 'left' : undefined;
    if (wanted && sideOf(plans.length + 1) !== wanted) add(section);
    const { pages } = breakPages(problemOf(section, masters, plans.length + 1), mode);
    for (const cut of pages) add(section, cut);
  }
  return plans;
}

/** A section as the solver sees it. Left and right pages are told apart only where they differ in height. */
function problemOf(content: SectionContent, masters: PageMasters, firstNumber: number): Section {
  const shape = (first: boolean, side: 'left' | 'right'): PageShape =>
    shapeOf(masters.pick(content.page, first, side));
  const side = sideOf(firstNumber);
  const opposite = sideOf(firstNumber + 1);
  const opening = shape(firstNumber === 1, side);
  const even = shape(false, opposite);
  const odd = shape(false, side);
  const alike = even.height === odd.height && even.separator === odd.separator;
  return {
    units: content.units,
    noteLines: content.noteLines,
    notes: content.noteRanges,
    shapes: alike ? [opening, even] : [opening, even, odd],
    after: alike ? [1, 1] : [1, 2, 1],
    first: 0,
  };
}
