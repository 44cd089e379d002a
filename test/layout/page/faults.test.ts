import { describe, expect, test } from 'vitest';
import type { FontBook } from '../../../src/fonts/types.ts';
import { layOut } from '../../../src/layout/lay-out.ts';
import { LIMITS } from '../../../src/limits.ts';
import type { BlockBox, Origin, PageMaster } from '../../../src/markup/types.ts';
import { doc, masters, note, p, setter, world } from '../square-world.ts';

const at = (start: number): { origin: Origin } => ({
  origin: { model: { source: 'a.yaml', start, end: start + 1 } },
});

const withMasters = (all: readonly PageMaster[], root: BlockBox = doc(p('a'))) =>
  layOut({ root, masters: all, probes: [], lang: 'zh-Hans', title: '' }, {} as FontBook, { setter });

describe('a note without room', () => {
  test('points into the data, at the note', () => {
    const long = note(7, ['x/y/z'], {}, at(12));
    const { diagnostics } = world(doc(p(['a', long])), { lines: 3 });
    expect(diagnostics).toMatchObject([
      {
        code: 'layout/note-taller-than-page',
        severity: 'warning',
        message: 'note 7 finds no room with its mark on page 1; it goes on, or begins, on the next',
        span: { source: 'a.yaml', start: 12 },
      },
    ]);
  });

  test('is reported once, on however many pages it goes on', () => {
    const long = note(1, ['1/2/3/4/5/6/7/8/9']);
    expect(world(doc(p(['a', long])), { lines: 2 }).diagnostics).toHaveLength(1);
  });
});

describe('pages', () => {
  test('without room for text are an error, and nothing is laid out', () => {
    const { value, diagnostics } = withMasters(masters({ lines: 0 }));
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['layout/no-page-area', 'error'],
    ]);
  });

  test('of unequal width are reported', () => {
    const unequal = masters({}).map((master) => (master.first ? { ...master, marginLeft: 30 } : master));
    expect(withMasters(unequal).diagnostics.map(({ code }) => code)).toEqual(['layout/unequal-measures']);
  });

  test('may have left and right margins changed over', () => {
    const mirrored = masters({}).map((master) => {
      const inner =
        master.side === 'right' ? { marginLeft: 30, marginRight: 10 } : { marginLeft: 10, marginRight: 30 };
      return { ...master, ...inner };
    });
    const { value, diagnostics } = withMasters(mirrored, doc(p('a'), p('b', { breakBefore: 'page' })));
    expect(diagnostics).toEqual([]);
    expect(value!.pages.map(({ body }) => body.items[0]!.x)).toEqual([30, 10]);
  });

  test('of different height left and right are each filled to their own', () => {
    const lower = masters({ lines: 5 }).map((master) =>
      master.side === 'left' ? { ...master, marginBottom: master.marginBottom + 20 } : master,
    );
    const lines = Array.from({ length: 12 }, (_, index) => p(`${index % 10}`));
    const { value } = withMasters(lower, doc(...lines));
    expect(value!.pages.map(({ body }) => body.items.length)).toEqual([5, 3, 4]);
  });

  test('above the limit are an error', () => {
    const many = Array.from({ length: LIMITS.pages + 1 }, () => p('a', { breakBefore: 'page' }));
    const { value, diagnostics } = world(doc(...many));
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ message }) => message)).toEqual([
      `the document has ${LIMITS.pages + 1} pages; the limit is ${LIMITS.pages} (limits.ts: pages)`,
    ]);
  });
});
