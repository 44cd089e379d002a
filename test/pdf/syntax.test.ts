import { expect, test } from 'vitest';
import { hexText, nameOf, number } from '../../src/pdf/syntax.ts';

test.each([
  [3, '3'],
  [0.12345, '0.123'],
  [-0.0001, '0'],
  [1e-9, '0'],
  [595.275_590_55, '595.276'],
])('the number %s is written %s', (value, written) => {
  expect(number(value)).toBe(written);
});

test.each([
  ['Tinos-Bold', 'Tinos-Bold'],
  ['A B#/(', 'A#20B#23#2F#28'],
  ['国', '#E5#9B#BD'],
])('the name %s is written %s', (value, written) => {
  expect(nameOf(value)).toBe(written);
});

test.each([
  ['A', '<FEFF0041>'],
  ['南', '<FEFF5357>'],
  ['𠀀', '<FEFFD840DC00>'],
])('the text %s is written %s', (value, written) => {
  expect(hexText(value)).toBe(written);
});
