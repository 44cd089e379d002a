import { masterFor } from '../../markup/index.ts';
import type { PageMaster } from '../../markup/types.ts';
import type { Pt } from '../../units.ts';
import type { PageMeasures } from '../block/types.ts';
import type { PageShape } from './types.ts';

/** A rectangle of a page, pt from its top left corner. */
export interface Rectangle {
  readonly x: Pt;
  readonly y: Pt;
  readonly width: Pt;
  readonly height: Pt;
}

/** Page 1 is a right page, in left-to-right page progression (CSS Paged Media 3, 6). */
export const sideOf = (pageNumber: number): 'left' | 'right' => (pageNumber % 2 === 1 ? 'right' : 'left');

/** The page's content area. */
export function pageArea(master: PageMaster): Rectangle {
  return {
    x: master.marginLeft,
    y: master.marginTop,
    width: master.width - master.marginLeft - master.marginRight,
    height: master.height - master.marginTop - master.marginBottom,
  };
}

/** The note area's left edge and width. */
export function noteArea(master: PageMaster): { readonly x: Pt; readonly width: Pt } {
  const { x, width } = pageArea(master);
  const { marginLeft, marginRight } = master.footnote;
  return { x: x + marginLeft, width: width - marginLeft - marginRight };
}

/** What a page of this master offers to body and notes. */
export function shapeOf(master: PageMaster): PageShape {
  const { marginTop, rule, paddingTop } = master.footnote;
  return { height: pageArea(master).height, separator: marginTop + rule.width + paddingTop };
}

/**
 * Measures by page name. Lines are set once, so one master speaks for all pages of a name: that of a right page which is
 * not the first. Heights may differ between them, widths may not; see `layout/unequal-measures`.
 */
export function measuresOf(masters: PageMasters): PageMeasures {
  const master = (page: string): PageMaster => masters.pick(page, false, 'right');
  return {
    area: (page) => pageArea(master(page)).width,
    notes: (page) => noteArea(master(page)).width,
    margins: (page) => {
      const all = masters.named(page);
      return {
        left: Math.min(...all.map(({ marginLeft }) => marginLeft)),
        right: Math.min(...all.map(({ marginRight }) => marginRight)),
      };
    },
  };
}

/** The masters of a document, looked up by what a page is. */
export interface PageMasters {
  pick(name: string, first: boolean, side: 'left' | 'right'): PageMaster;
  /** All masters that pages of a name can have. */
  named(name: string): readonly PageMaster[];
}

export const pageMasters = (masters: readonly PageMaster[]): PageMasters => ({
  named: (name) => {
    const own = masters.filter((master) => master.name === name);
    return own.length > 0 ? own : masters.filter((master) => master.name === '');
  },
  pick: (name, first, side) => masterFor(masters, name, first, side),
});
