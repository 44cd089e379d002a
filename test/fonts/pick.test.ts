import { expect, test } from 'vitest';
import type { Lang } from '../../src/lang.ts';
import { shippedFonts } from '../support/fonts.ts';

const book = shippedFonts();
const latinFirst = book.chain(['Tinos', 'Noto Serif SC'], 400, 'normal');
const hanFirst = book.chain(['Noto Serif SC', 'Tinos'], 400, 'normal');

const pick = (text: string, lang: Lang, chain = latinFirst): string | undefined => {
  const [before, mark, after] = /^(.?)\[(.)\](.?)$/u
    .exec(text)!
    .slice(1)
    .map((part) => part.codePointAt(0) ?? 0);
  return book.pick(chain, mark!, lang, before!, after!)?.family;
};

test.each<[text: string, lang: Lang, family: string]>([
  // text with the character in question in brackets
  ['[国]', 'zh-Hans', 'Noto Serif SC'],
  ['[国]', 'en', 'Noto Serif SC'],
  ['[A]国', 'zh-Hans', 'Tinos'],
  ['[2]', 'zh-Hans', 'Tinos'],
  ['[(]', 'zh-Hans', 'Tinos'],
  ['[，]', 'zh-Hans', 'Noto Serif SC'],
  ['[“]变', 'zh-Hans', 'Noto Serif SC'],
  ['界[”]', 'zh-Hant', 'Noto Serif SC'],
  ['[“]w', 'en', 'Tinos'],
  ['n[—]n', 'en', 'Tinos'],
  ['中[—]中', 'zh-Hans', 'Noto Serif SC'],
  ['中[…]中', 'zh-Hans', 'Noto Serif SC'],
  ['勒[·]庞', 'zh-Hans', 'Noto Serif SC'],
  ['3[×]4', 'zh-Hans', 'Noto Serif SC'],
  ['0[°]', 'zh-Hans', 'Noto Serif SC'],
  ['0[°]', 'fr', 'Tinos'],
  // an apostrophe between Latin letters is Latin in any text, a quotation mark is not
  ['t[’]i', 'zh-Hans', 'Tinos'],
  ['é[’]A', 'zh-Hans', 'Tinos'],
  ['t[’]国', 'zh-Hans', 'Noto Serif SC'],
  ['t[’]', 'zh-Hans', 'Noto Serif SC'],
  ['t[”]i', 'zh-Hans', 'Noto Serif SC'],
])('%s in %s is set in %s', (text, lang, family) => {
  expect(pick(text, lang)).toBe(family);
});

test('the rule does not depend on which face comes first', () => {
  expect(pick('[“]变', 'zh-Hans', hanFirst)).toBe('Noto Serif SC');
  expect(pick('[“]w', 'en', hanFirst)).toBe('Tinos');
});

test('where the owner lacks the character any face that has it serves', () => {
  const latinOnly = book.chain(['Tinos'], 400, 'normal');
  expect(pick('[“]变', 'zh-Hans', latinOnly)).toBe('Tinos');
});

test('a character that no face has is picked by none', () => {
  expect(book.pick(latinFirst, 0x1f600, 'zh-Hans', 0, 0)).toBeUndefined();
});
