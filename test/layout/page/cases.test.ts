import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { type Case, parseCases, runCase, writeCases } from './case-file.ts';

const FOLDER = new URL('../../suite/layout/', import.meta.url);
/** Rewrites the pictures by what is drawn, to be read before they are committed. */
const UPDATE = process.env.UPDATE_CASES === '1';

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.case'))) {
  const path = new URL(file, FOLDER);
  const { head, cases } = parseCases(readFileSync(path, 'utf8'));
  describe(file, () => {
    const drawn: Case[] = [];
    test.each(cases)('$name', (named) => {
      const actual = runCase(named.input);
      drawn.push({ ...named, expected: actual });
      if (!UPDATE) expect(actual).toBe(named.expected);
    });
    afterAll(() => {
      if (UPDATE) writeFileSync(path, writeCases(head, drawn));
    });
  });
}
