import { expect, test } from 'vitest';
import { closest } from '../../src/fonts/match.ts';

const family = (...weights: number[]) => weights.map((weight) => ({ weight, style: 'normal' as const }));

// The examples and order of CSS Fonts 4, section 5.2.
test.each<[has: number[], asked: number, found: number]>([
  [[100, 300, 400, 900], 400, 400],
  [[300, 500, 700], 400, 500],
  [[300, 700], 400, 300],
  [[600, 700], 400, 600],
  [[400, 700], 500, 400],
  [[300, 400, 600], 500, 400],
  [[400, 700, 900], 600, 700],
  [[400, 500], 700, 500],
  [[200, 400], 300, 200],
  [[400, 700], 300, 400],
])('of %j weight %d takes %d', (has, asked, found) => {
  expect(closest(family(...has), asked, 'normal')?.weight).toBe(found);
});

test('the style is settled before the weight', () => {
  const faces = [
    { weight: 400, style: 'normal' },
    { weight: 900, style: 'italic' },
  ] as const;
  expect(closest(faces, 400, 'italic')).toBe(faces[1]);
});

test('a family without the style gives the other', () => {
  expect(closest(family(400), 400, 'italic')?.weight).toBe(400);
});
