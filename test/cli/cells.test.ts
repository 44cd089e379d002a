import { expect, it } from 'vitest';
import { cells, visible } from '../../src/cli/cells.ts';

it.each([
  ['abc', 3],
  ['决议', 4],
  ['，“A”', 5],
  ['é', 1],
  ['e\u0301', 1],
  ['ｱ', 1],
  ['Ａ', 2],
  ['𠀀', 2],
  ['한글', 4],
])('%s takes %i cells', (text, expected) => {
  expect(cells(text)).toBe(expected);
});

it.each([
  ['\u001b[31mred', '\\u{1B}[31mred'],
  ['a\tb', 'a\\u{9}b'],
  ['\u202Egnp.exe', '\\u{202E}gnp.exe'],
  ['\u2066a\u2069', '\\u{2066}a\\u{2069}'],
  ['\u009b2J', '\\u{9B}2J'],
  ['\ud800', '\\u{D800}'],
  ['\ufeff', '\\u{FEFF}'],
  ['南南合作 — “𠀀”', '南南合作 — “𠀀”'],
])('shows %j as %s', (text, expected) => {
  expect(visible(text)).toBe(expected);
});
