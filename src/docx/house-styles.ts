import type { PageMaster, StyledDocument } from '../markup/types.ts';
import { twips } from '../units.ts';
import type { Leaf } from './flow.ts';
import { type Place, paragraphFormat } from './formats.ts';
import { noteAreaOf } from './pages.ts';
import type { RunContext } from './runs.ts';
import type { ParagraphUse, StyleBook } from './styles.ts';
import type { ParagraphFormat } from './types.ts';

/** The place most paragraphs have: styles of the sheet that no element uses are defined as if they stood there. */
export function commonPlace(leaves: readonly Leaf[]): Place {
  const counts = new Map<string, { place: Place; count: number }>();
  for (const { kind, place } of leaves) {
    if (kind !== 'paragraph') continue;
    const key = `${place.left}/${place.right}`;
    counts.set(key, { place, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].reduce((best, each) => (each.count > best.count ? each : best), {
    place: { left: 0, right: 0, width: 0 },
    count: 0,
  }).place;
}

/** A drafter finds every style of the house in Word, used in this document or not. */
export function registerUnused(
  { probes, root }: StyledDocument,
  styles: StyleBook,
  runFormat: RunContext['runFormat'],
  place: Place,
): void {
  for (const { name, kind, style } of probes) {
    if (styles.has(name)) continue;
    const run = runFormat(style);
    if (kind === 'character') styles.character({ name, run, around: runFormat(root.style), origin: {} });
    else
      styles.paragraph({ name, paragraph: paragraphFormat(style, place, style.fontSize), run, origin: {} });
  }
}

/** The line above the notes stands where the notes do; Word fixes its length. */
export function separatorUse(
  { root }: StyledDocument,
  master: PageMaster | undefined,
  runFormat: RunContext['runFormat'],
): ParagraphUse {
  const place = master ? noteAreaOf(master) : { left: 0, right: 0, width: 0 };
  const plain = bare(paragraphFormat(root.style, place, root.style.fontSize));
  return {
    name: 'Footnote separator',
    paragraph: {
      ...plain,
      left: twips(place.left),
      before: twips(master?.footnote.marginTop ?? 0),
      after: twips(master?.footnote.paddingTop ?? 0),
      line: twips(SEPARATOR_LINE),
      lineRule: 'exact',
    },
    run: runFormat(root.style),
    origin: {},
  };
}

/** Height in pt of the line Word draws its separator in; the rule itself lies on the baseline. */
const SEPARATOR_LINE = 6;

/** A format with nothing but what holds for all text of the document. */
export const bare = (format: ParagraphFormat): ParagraphFormat => ({
  ...format,
  left: 0,
  right: 0,
  firstLine: 0,
  before: 0,
  after: 0,
  align: 'left',
  keepNext: false,
  keepLines: false,
  pageBreakBefore: false,
  outline: 0,
  tabs: [],
  borders: {},
});
