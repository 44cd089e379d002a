import { expect, it } from 'vitest';
import { LIMITS } from '../../src/limits.ts';
import { readDocument } from '../../src/model/index.ts';

// A list of 200 000 values was spread into the arguments of one call: a RangeError where the stack is small, so bad
// input ended in an apology instead of a message.
it('tells of too many values in one list, however long it is', () => {
  const source = { id: 'long.yaml', text: `a: [${'x,'.repeat(4 * LIMITS.nodes)}]` };
  expect(readDocument(source).diagnostics.map(({ code }) => code)).toEqual(['yaml/too-many-nodes']);
});
