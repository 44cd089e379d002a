import type { LaidOut, Page } from '../../src/layout/types.ts';
import { SQUARE, type world } from './square-world.ts';

type World = ReturnType<typeof world>;

/** The pages of a world of which nothing had to be said. */
export function silently({ value, diagnostics }: World): LaidOut {
  if (diagnostics.length > 0 || !value) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
}

/** Lines of a page's body as `x,y words` in pt from the page area, y of the line's top. */
export function linesOn({ body }: Page): string[] {
  const lines = new Map<string, string>();
  let key = '';
  let end = Number.NaN;
  let at = Number.NaN;
  for (const item of body.items) {
    if (item.kind !== 'text') continue;
    if (item.y !== at || Math.abs(item.x - end) > 0.01) key = `${item.x - body.x},${item.y - 8 - body.y}`;
    at = item.y;
    end = item.x + item.run.width;
    lines.set(key, (lines.get(key) ?? '') + item.run.text);
  }
  return [...lines].map(([place, words]) => `${place} ${words}`);
}

/** Rules of a page's body as `x,y width×height` in pt from the page area. */
export const rulesOn = ({ body }: Page): string[] =>
  body.items.flatMap((item) =>
    item.kind === 'rule' ? [`${item.x - body.x},${item.y - body.y} ${item.width}×${item.height}`] : [],
  );

export const firstPage = (world: World): Page => silently(world).pages[0]!;

/** A length of so many lines. */
export const squares = (count: number): number => count * SQUARE;
