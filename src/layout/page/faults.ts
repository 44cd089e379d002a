import type { Diagnostic } from '../../diagnostics.ts';
import { LIMITS } from '../../limits.ts';
import type { Origin, PageMaster } from '../../markup/types.ts';
import { placeOf } from '../block/faults.ts';
import type { VItem } from '../block/types.ts';
import { type PageMasters, pageArea } from './geometry.ts';
import type { PagePlan } from './plan.ts';

/** What the solver had to do against the rules, said about the words that forced it; each of them once. */
export function pageFaults(plans: readonly PagePlan[]): readonly Diagnostic[] {
  const said = new Set<unknown>();
  return plans.flatMap(({ number, section, cut }) => {
    if (!cut?.fault) return [];
    const unit = section.body[cut.to - 1];
    const note = section.notes[cut.notesTo]?.note.box;
    const subject = cut.fault === 'note-cut' ? note : unit;
    if (said.has(subject)) return [];
    said.add(subject);
    if (cut.fault === 'note-cut') return note ? [noteTallerThanPage(note.number, note.origin, number)] : [];
    const [item] = (unit?.items ?? []).filter(isPlaced);
    if (!item) return [];
    return cut.fault === 'too-tall'
      ? [tallerThanPage(item, number)]
      : [keptApart(unit?.items.filter(isPlaced).at(-1)?.origin ?? item.origin, number)];
  });
}

type PlacedItem = Extract<VItem, { type: 'line' | 'block' }>;

const isPlaced = (item: VItem): item is PlacedItem => item.type === 'line' || item.type === 'block';

function noteTallerThanPage(note: number, origin: Origin, page: number): Diagnostic {
  return {
    code: 'layout/note-taller-than-page',
    severity: 'warning',
    message: `note ${note} finds no room with its mark on page ${page}; it goes on, or begins, on the next`,
    ...placeOf(origin),
    reason:
      'A note starts on the page of its mark and is cut only where two lines stand and two go on. The line of the mark and that much of the note are together taller than a page.',
    hints: [{ text: 'Shorten the notes of that line, or move a mark to another sentence.' }],
  };
}

function tallerThanPage(item: PlacedItem, page: number): Diagnostic {
  const row = item.type === 'block';
  return {
    code: row ? 'layout/row-taller-than-page' : 'layout/line-taller-than-page',
    severity: 'warning',
    message: `a ${row ? 'table row or box' : 'line'} is taller than page ${page} and runs over its foot`,
    ...placeOf(item.origin),
    reason: 'It cannot be broken, so what does not fit is set over the margin or off the sheet.',
    hints: [
      { text: row ? 'Share its text among several rows.' : 'Lower the line height or the page margins.' },
    ],
  };
}

function keptApart(origin: Origin, page: number): Diagnostic {
  return {
    code: 'layout/kept-together-too-tall',
    severity: 'warning',
    message: `page ${page} ends where the style forbids it: what should stay together is taller than a page`,
    ...placeOf(origin),
    reason: '`break-inside`, `break-before` and `break-after: avoid` hold only while a page can hold it all.',
    hints: [{ text: 'Keep less together in the style sheet, or shorten the text.' }],
  };
}

export function tooManyPages(pages: number): Diagnostic {
  return {
    code: 'layout/too-many-pages',
    severity: 'error',
    message: `the document has ${pages} pages; the limit is ${LIMITS.pages} (limits.ts: pages)`,
    hints: [{ text: 'Split the document.' }],
  };
}

/** Masters on which nothing can be set, or whose widths differ within one page name although lines are set only once. */
export function masterFaults(masters: readonly PageMaster[], lookup: PageMasters): readonly Diagnostic[] {
  const names = [...new Set(masters.map(({ name }) => name))];
  return names.flatMap((name): Diagnostic[] => {
    const all = lookup.named(name);
    const label = name === '' ? '@page' : `@page ${name}`;
    if (all.some((master) => pageArea(master).height <= 0 || pageArea(master).width <= 0)) {
      return [
        {
          code: 'layout/no-page-area',
          severity: 'error',
          message: `the margins of ${label} leave no room for text`,
          hints: [{ text: 'Lower its margins or choose a larger `size`.' }],
        },
      ];
    }
    const widths = new Set(all.map((master) => Math.round(pageArea(master).width * 100)));
    if (widths.size === 1) return [];
    return [
      {
        code: 'layout/unequal-measures',
        severity: 'warning',
        message: `pages of ${label} differ in width: left and right, or first and following`,
        reason: 'Lines are set once, at the width of a following right page, wherever they come to stand.',
        hints: [{ text: 'Give left and right margins that add up to the same on each of them.' }],
      },
    ];
  });
}
