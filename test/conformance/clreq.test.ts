import { describe, expect, it } from 'vitest';
import { breakCosts, buildItems, collectParagraph, FORBIDDEN, shapeParagraph } from '../../src/text/index.ts';
import { paragraphBlock } from '../support/paragraphs.ts';
import { squareFontBook } from '../support/square-font.ts';
import { hasSuite, readTable } from '../support/suites.ts';

/** Natural width in em of a text in the square font (10 pt). */
function naturalEms(text: string): number {
  const paragraph = collectParagraph(paragraphBlock(text), () => 0);
  const shaped = shapeParagraph(paragraph, squareFontBook(), () => {});
  const items = buildItems(paragraph, shaped, breakCosts(paragraph), 0);
  return items.reduce((sum, item) => sum + (item.type === 'penalty' ? 0 : item.width), 0) / 10;
}

const costs = (text: string) => breakCosts(collectParagraph(paragraphBlock(text), () => 0));

describe.skipIf(!hasSuite('clreq/adjacent-marks.tsv'))('CLREQ 3.1.6.2: two marks side by side', () => {
  for (const row of hasSuite('clreq/adjacent-marks.tsv') ? readTable('clreq/adjacent-marks.tsv') : []) {
    it(`${row.example} is ${row.width_em} em wide`, () => {
      expect(naturalEms(`田${row.example}田`) - 2).toBeCloseTo(Number(row.width_em));
    });
  }
});

describe.skipIf(!hasSuite('clreq/line-start-end.tsv'))('CLREQ 3.1.4: line start and end, strict', () => {
  const rows = hasSuite('clreq/line-start-end.tsv') ? readTable('clreq/line-start-end.tsv') : [];
  for (const row of rows.filter(({ level, forbidden }) => level === 'strict' && forbidden === 'yes')) {
    it(`${row.mark} is forbidden at the ${row.position}`, () => {
      const mark = row.mark ?? '';
      const found = costs(`田田田${mark}田田田`);
      expect(row.position === 'line start' ? found[3] : found[3 + mark.length]).toBe(FORBIDDEN);
    });
  }
});

describe.skipIf(!hasSuite('clreq/unbreakable.tsv'))('CLREQ 3.1.5: units that stay together', () => {
  const units = ['——', '……', '⋯⋯'];
  it.each(units)('%s is two em wide and never split', (unit) => {
    expect(naturalEms(`田${unit}田`)).toBeCloseTo(4);
    expect(costs(`田田${unit}田田`)[3]).toBe(FORBIDDEN);
  });
});
