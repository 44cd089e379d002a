import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakCosts, collectParagraph, FORBIDDEN } from '../../src/text/index.ts';
import { paragraphBlock, setSquare } from '../support/paragraphs.ts';

const PIECES = [
  ...'天地玄黄宇宙洪荒日月盈昃',
  '，',
  '。',
  '、',
  '；',
  '“',
  '”',
  '《',
  '》',
  '（',
  '）',
  '(',
  ')',
  '——',
  '……',
  '·',
  '％',
  '2020年12月21日',
  '第75/234号',
  'A/RES/75/234',
  'COVID-19',
  'word',
  ' ',
  '¹',
  '²',
  '⏎',
  '1.5%',
  '\u00ad',
  '\u200b',
];

const text = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 60 })
  .map((parts) => parts.join(''));
const measure = fc.integer({ min: 2, max: 30 });

describe('any paragraph at any measure', () => {
  it('ends lines only where it may, keeps every character once and in order', () => {
    fc.assert(
      fc.property(text, measure, (given, ems) => {
        const paragraph = collectParagraph(paragraphBlock(given), () => 0);
        const costs = breakCosts(paragraph);
        const { set } = setSquare(given, ems);
        let at = 0;
        for (const line of set.lines) {
          expect(line.start).toBe(at);
          // A blank after a forced break belongs to the line before.
          let place = at;
          while (place > 0 && set.text[place - 1] === ' ' && costs[place] === FORBIDDEN) place -= 1;
          if (place > 0 && set.text[place - 1] !== '\u2028') expect(costs[place]).toBeLessThan(FORBIDDEN);
          at = line.end;
        }
        const drawn = set.lines
          .flatMap((line) => line.fragments.map((f) => (f.kind === 'text' ? f.run.text : '')))
          .join('');
        const plain = (value: string) => value.replace(/[\s\u00ad\u200b\u2028-]/g, '');
        expect(plain(drawn)).toBe(plain(set.text));
      }),
      { numRuns: 400, seed: 75234 },
    );
  });

  it('is never wider than the measure without a diagnostic, and justified lines are exactly as wide', () => {
    fc.assert(
      fc.property(text, measure, (given, ems) => {
        const { set, diagnostics } = setSquare(given, ems);
        const wide = set.lines.filter((line) => line.width > ems * 10 + 0.01);
        expect(diagnostics.filter(({ code }) => code === 'layout/overfull-line')).toHaveLength(wide.length);
        for (const line of set.lines) {
          const hasGap = line.width !== line.naturalWidth;
          if (line.reason === 'normal' && hasGap) expect(line.width).toBeCloseTo(ems * 10, 6);
        }
      }),
      { numRuns: 400, seed: 75234 },
    );
  });

  it('calls each note in the line of its mark, once and in order', () => {
    fc.assert(
      fc.property(text, measure, (given, ems) => {
        const { set } = setSquare(given, ems);
        const marks = given.match(/[¹²]+/g) ?? [];
        expect(set.lines.flatMap((line) => line.notes)).toHaveLength(marks.length);
      }),
      { numRuns: 200, seed: 75234 },
    );
  });
});
