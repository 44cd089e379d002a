import { expect, test } from 'vitest';
import { name, PdfBytes, PdfRef, type PdfValue, write } from '../../src/pdf/objects.ts';

test.each<[value: PdfValue, written: string]>([
  [null, 'null'],
  [true, 'true'],
  [3, '3'],
  [0.12345, '0.123'],
  [-0.0001, '0'],
  [1e-9, '0'],
  [595.275_590_55, '595.276'],
  [name('Type'), '/Type'],
  [name('A B#/('), '/A#20B#23#2F#28'],
  [name('国'), '/#E5#9B#BD'],
  [new PdfRef(7), '7 0 R'],
  [new PdfBytes('00FF'), '<00FF>'],
  ['plain (text) \\', '(plain \\(text\\) \\\\)'],
  ['南', '<FEFF5357>'],
  ['\n', '<FEFF000A>'],
  ['𠀀', '<FEFFD840DC00>'],
  [[1, 'a', [name('B')]], '[1 (a) [/B]]'],
  [{ A: 1, B: undefined, C: { D: [] } }, '<</A 1 /C <</D []>>>>'],
])('%j is written %s', (value, written) => {
  expect(write(value)).toBe(written);
});
