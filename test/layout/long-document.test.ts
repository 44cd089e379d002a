import { describe, expect, test } from 'vitest';
import { timeRatio } from '../support/time-ratio.ts';
import { silently } from './reading.ts';
import { div, doc, h, li, marker, note, p, world } from './square-world.ts';

/** Clauses of four lines under headings, every fourth with a note of three lines. */
const clauses = (count: number) =>
  doc(
    ...Array.from({ length: count / 20 }, (_, part) =>
      div([
        h(`第${part}节`),
        ...Array.from({ length: 20 }, (_, index) => {
          const called = index % 4 === 1 ? [note(part * 5 + (index >> 2) + 1, ['注一/注二/注三'])] : [];
          return li(marker(`${index + 1}.`), [p(['一二三四/五六七八/九', ...called, '/十'])], {
            marginTop: 5,
          });
        }),
      ]),
    ),
  );

const layOut = (root: ReturnType<typeof clauses>) => () => void world(root, { lines: 40 });

describe('a document of 2 000 clauses with 500 notes', () => {
  test('is laid out whole', () => {
    const { pages, outline } = silently(world(clauses(2000), { lines: 40 }));
    const count = (words: string) =>
      pages
        .flatMap(({ body, notes }) => [...body.items, ...(notes?.items ?? [])])
        .filter((item) => item.kind === 'text' && item.run.text === words).length;
    expect([count('十'), count('注')]).toEqual([2000, 1500]);
    expect(outline).toHaveLength(100);
  });

  test('takes about twice as long as half of it', () => {
    expect(timeRatio(layOut(clauses(800)), layOut(clauses(400)), 5)).toBeLessThan(3);
  });
});
