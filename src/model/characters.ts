import { isChinese, type Lang } from '../lang.ts';

/** What a character is to the rules on blanks (DESIGN section 3). */
export type BlankClass =
  /** A Han character (also kana and other letters set in full-width squares). */
  | 'han'
  /** A mark that is full-width in every language: ，。、；：？！（）《》「」 */
  | 'wide'
  /** A mark that is full-width in Chinese only: “ ” ‘ ’ … — · */
  | 'ambiguous'
  /** A letter or digit of another script. */
  | 'word'
  | 'other';

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}]/u;
const WIDE = /[\u3001-\u3003\u3008-\u3020\u3030\u30FB\uFE10-\uFE1F\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6]/u;
const AMBIGUOUS = /[‘’“”…—·]/u;
const WORD = /[\p{L}\p{N}\p{M}]/u;

export function blankClass(character: string, lang: Lang): BlankClass {
  if (HAN.test(character)) return 'han';
  if (WIDE.test(character)) return 'wide';
  if (isChinese(lang) && AMBIGUOUS.test(character)) return 'ambiguous';
  return WORD.test(character) ? 'word' : 'other';
}
