import { describe, expect, it } from 'vitest';
import { readCases } from '../../support/cases.ts';
import { setSquare } from '../../support/paragraphs.ts';

describe('lines of Chinese text in the square font', () => {
  for (const test of readCases(new URL('../../suite/lines/chinese.case', import.meta.url))) {
    it(test.name, () => {
      const result = setSquare(test.given, Number(test.options.get('measure')));
      expect(result.lines).toEqual(test.expected);
      expect(result.diagnostics.map(({ code }) => code)).toEqual(test.diagnostics);
    });
  }
});
