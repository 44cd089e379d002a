import { isChinese, type Lang } from '../lang.ts';
import type { CharClass } from './types.ts';

/**
 * Members of the spacing classes by CLREQ appendix A and the line-start and line-end sets that the auditor shares.
 * A row: class, members, why they are alike.
 */
const MEMBERS: readonly (readonly [CharClass, string, string])[] = [
  [
    'open',
    '「『（〔【《〈〖［｛〘〚｟',
    'opening brackets and quotes: ink in the right half, glue before (CLREQ 3.1.6)',
  ],
  ['close', '」』）〕】》〉〗］｝〙〛｠', 'closing brackets and quotes: ink in the left half, glue after'],
  ['comma', '、，；：', 'pauses: reduced before stops are (CLREQ 3.5.3 step 5)'],
  ['stop', '。．？！', 'stops: reduced last (CLREQ 3.5.3 step 7)'],
  ['middle', '·・‧•', 'interpuncts: half an em, nothing beside them is adjusted (GB/T 15834 5.1.9)'],
  ['connector', '～〜–／', 'connectors and solidi: avoid space beside them (CLREQ 3.5.4)'],
  [
    'wide',
    '％℃‰￥＄￡§①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳×°',
    'symbols of full or own width in Chinese text: no autospace beside digits',
  ],
  ['lopen', '([{', 'half-width opening brackets: OP, no autospace'],
  ['lclose', ')]}%', 'half-width closing brackets and the per cent sign: CL or PO, no autospace'],
  ['lpause', ',.;:!?', 'half-width pauses: at the end of a word they part it from Han as a word space would'],
];

const BY_CHARACTER: ReadonlyMap<string, CharClass> = new Map(
  MEMBERS.flatMap(([cls, members]) => [...members].map((member) => [member, cls] as const)),
);

/** Characters that are full-width punctuation in Chinese text and Latin punctuation elsewhere. */
const AMBIGUOUS: ReadonlyMap<string, CharClass> = new Map([
  ['“', 'open'],
  ['‘', 'open'],
  ['”', 'close'],
  ['’', 'close'],
]);

const CHINESE_ONLY: ReadonlySet<CharClass> = new Set(['middle', 'connector', 'wide']);

const HAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\u3000-\u3020\u3030-\u303F\uFF00-\uFFEF\u3200-\u33FF]/u;

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

const hanCache = new Map<number, boolean>();

/** Ideographs, kana, hangul and full-width forms: set on the em square, a break on either side by default. */
export function isHan(codePoint: number): boolean {
  if (codePoint < 0x2e80) return false;
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return true;
  let known = hanCache.get(codePoint);
  if (known === undefined) {
    known = HAN.test(String.fromCodePoint(codePoint));
    hanCache.set(codePoint, known);
  }
  return known;
}

/**
 * Spacing class of a character in its context.
 * @param before code point before it in the paragraph, 0 at the start
 * @param after code point after it, 0 at the end
 */
export function classOf(codePoint: number, lang: Lang, before: number, after: number): CharClass {
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return 'han';
  if (codePoint === 0x20 || codePoint === 0xa0) return 'space';
  if (codePoint === 0xfffc) return 'object';
  const character = String.fromCodePoint(codePoint);
  const ambiguous = AMBIGUOUS.get(character);
  if (ambiguous) {
    if (!isChinese(lang)) return 'latin';
    return codePoint === 0x2019 && isLetter(before) && isLetter(after) ? 'latin' : ambiguous;
  }
  // Between two Chinese words the half-width solidus does the work of the full-width one: 艾滋病毒/艾滋病.
  if (codePoint === 0x2f && isChinese(lang) && isHan(before) && isHan(after)) return 'connector';
  const known = BY_CHARACTER.get(character);
  if (known && (isChinese(lang) || !CHINESE_ONLY.has(known))) {
    // A full stop or comma inside a number or symbol (1.25, C.78.II) is part of the word.
    if (known === 'lpause' && isWordCharacter(after)) return 'latin';
    return known;
  }
  return isHan(codePoint) ? 'han' : 'latin';
}

function isLetter(codePoint: number): boolean {
  return codePoint > 0 && !isHan(codePoint) && /\p{L}/u.test(String.fromCodePoint(codePoint));
}

function isWordCharacter(codePoint: number): boolean {
  if (codePoint === 0 || isHan(codePoint)) return false;
  return LETTER_OR_DIGIT.test(String.fromCodePoint(codePoint)) || codePoint === 0x2f || codePoint === 0x2d;
}

/** Two-em units (CLREQ 3.1.5.1): never split, no space put inside. */
export const UNIT = /——|……|⋯⋯|⸺/y;
