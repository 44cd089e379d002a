import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakPages } from '../../../src/layout/page/break-pages.ts';
import type { PageCut, PageShape, Section } from '../../../src/layout/page/types.ts';
import { timeRatio } from '../../support/time-ratio.ts';
import { leastCost } from './oracle.ts';
import { plainNote, sectionOf, sections, unit } from './section-world.ts';

describe('the least cost', () => {
  test('is what trying everything finds', () => {
    fc.assert(
      fc.property(sections(9), (section) => {
        expect(breakPages(section).cost / leastCost(section)).toBeCloseTo(1, 9);
      }),
      { numRuns: 2000, seed: 75234 },
    );
  });

  test('is never above that of the greedy way', () => {
    fc.assert(
      fc.property(sections(14), (section) => {
        expect(breakPages(section).cost).toBeLessThanOrEqual(breakPages(section, 'greedy').cost);
      }),
      { numRuns: 500, seed: 75234 },
    );
  });

  test('is below that of the greedy way where looking ahead pays', () => {
    // Filling page 1 leaves one line for page 2, too short a last page.
    const section = sectionOf(
      Array.from({ length: 11 }, () => unit()),
      [{ height: 10, separator: 1 }],
    );
    expect(breakPages(section, 'greedy').pages.map(({ to }) => to)).toEqual([10, 11]);
    expect(breakPages(section).pages.map(({ to }) => to)).toEqual([8, 11]);
  });
});

/** The kind of each page, as the section's `after` tells. */
const shapesOf = ({ shapes, after, first }: Section, pages: readonly PageCut[]): PageShape[] => {
  let kind = first;
  return pages.map(() => {
    const shape = shapes[kind]!;
    kind = after[kind]!;
    return shape;
  });
};

const heights = (things: readonly { before: number; height: number }[]): number =>
  things.reduce((sum, { before, height }, index) => sum + (index > 0 ? before : 0) + height, 0);

describe.each(['best', 'greedy'] as const)('pages in %s mode', (mode) => {
  const always = (check: (section: Section, pages: readonly PageCut[]) => void): void =>
    fc.assert(
      fc.property(sections(25), (section) => check(section, breakPages(section, mode).pages)),
      { numRuns: 500, seed: 73291 },
    );

  test('hold every unit and every note line once, in order, whatever is carried first', () => {
    always(({ units, noteLines }, pages) => {
      const ends = [{ to: 0, notesTo: 0 }, ...pages];
      for (const [index, page] of pages.entries()) {
        expect([page.from, page.notesFrom]).toEqual([ends[index]!.to, ends[index]!.notesTo]);
      }
      expect([ends.at(-1)!.to, ends.at(-1)!.notesTo]).toEqual([units.length, noteLines.length]);
    });
  });

  test('always go on: no more pages than units and note lines', () => {
    always(({ units, noteLines }, pages) => {
      for (const page of pages) {
        expect(page.to - page.from + page.notesTo - page.notesFrom).toBeGreaterThan(0);
      }
      expect(pages.length).toBeLessThanOrEqual(units.length + noteLines.length);
    });
  });

  test('are never taller than the sheet without saying so', () => {
    always((section, pages) => {
      const shapes = shapesOf(section, pages);
      for (const [index, { from, to, notesFrom, notesTo, fault }] of pages.entries()) {
        const notes = section.noteLines.slice(notesFrom, notesTo);
        const shape = shapes[index]!;
        const height =
          heights(section.units.slice(from, to)) + (notes.length > 0 ? shape.separator : 0) + heights(notes);
        if (height > shape.height + 0.001) expect(['too-tall', 'note-cut']).toContain(fault);
      }
    });
  });

  test('begin each note on the page of its mark, and cut it only two and two, without saying otherwise', () => {
    always(({ units, notes }, pages) => {
      for (const [index, note] of notes.entries()) {
        const unitOfCall = units.findIndex((candidate) => candidate.notes > index);
        const called = pages.find(({ from, to }) => from <= unitOfCall && unitOfCall < to)!;
        const begun = pages.find(
          ({ notesFrom, notesTo }) => notesFrom <= note.start && note.start < notesTo,
        )!;
        const carriedByCaller = notes.some(
          (outer, at) => at < index && index < outer.subtree && outer.end > called.notesTo,
        );
        const late = pages.indexOf(begun) > pages.indexOf(called) && !carriedByCaller;
        const faulty = pages.some(({ fault }) => fault === 'note-cut' || fault === 'too-tall');
        if (late) expect(faulty).toBe(true);
        expect(pages.indexOf(begun)).toBeGreaterThanOrEqual(pages.indexOf(called));
        for (const { notesTo, notesFrom } of pages) {
          if (notesTo <= note.start || notesTo >= note.end || faulty) continue;
          expect(notesTo - Math.max(note.start, notesFrom)).toBeGreaterThanOrEqual(2);
          expect(note.end - notesTo).toBeGreaterThanOrEqual(2);
        }
      }
    });
  });

  test('end at each forced break, and at a forbidden one only with a word about it', () => {
    always(({ units }, pages) => {
      const ends = new Set(pages.map(({ to }) => to));
      for (const [index, { forced }] of units.entries()) if (forced) expect(ends.has(index + 1)).toBe(true);
      for (const { from, to, fault } of pages) {
        const last = units[to - 1];
        if (from < to && last && !last.forced && to < units.length && last.cost === Number.POSITIVE_INFINITY)
          expect(fault).toBeDefined();
      }
    });
  });
});

describe('a long document', () => {
  const long = (clauses: number) =>
    sectionOf(
      Array.from({ length: clauses * 4 }, (_, index) =>
        unit({
          before: index % 4 === 0 ? 0.5 : 0,
          cost: index % 4 === 3 ? 0 : index % 2 === 0 ? 310 : 10,
          calls: index % 16 === 5 ? [plainNote(1 + (index % 7))] : [],
        }),
      ),
      [{ height: 40, separator: 1 }],
    );
  test('twice as long takes at most about twice as much time', () => {
    const whole = long(2000);
    const half = long(1000);
    expect(whole.notes).toHaveLength(500);
    expect(
      timeRatio(
        () => void breakPages(whole),
        () => void breakPages(half),
      ),
    ).toBeLessThan(3);
  });
});
