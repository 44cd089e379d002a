import { Rules } from '@cto.af/linebreak';
import { isChinese } from '../lang.ts';
import { classOf, isHan } from './classes.ts';
import { applyPenalties, isBeforeYear } from './penalties.ts';
import { FORBIDDEN, FORCED, OBJECT_CHARACTER, type Paragraph } from './types.ts';

let rules: Rules | undefined;

/** Marks that may not begin a line beside the classes that never may (CLREQ 3.1.4 strict, shared with the auditor). */
const NO_START = new Set([...'—…⋯⸺％℃‰々ー–～〜／']);
/** Kana that `strict` keeps off the line start (CSS Text 4, `line-break`: class CJ). */
const SMALL_KANA = /[ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ]/;
/** Signs that stay with the number after them. */
const NO_END = new Set([...'＄￥£$€']);

/** Classes that may not begin a line, and classes that may not end one. */
const START_FORBIDDEN = new Set(['close', 'comma', 'stop', 'middle', 'lclose', 'lpause', 'mark']);
const END_FORBIDDEN = new Set(['open', 'lopen']);

/**
 * Cost of ending a line before each UTF-16 offset of the paragraph: 0 free, `FORBIDDEN`, `FORCED`, or a penalty.
 * UAX #14 (with Chinese quotes as OP and CL, and note marks left out) says where a line may end; the line-start and
 * line-end sets of CLREQ 3.1.4 and the table of penalties take some of these places away or make them dear.
 */
export function breakCosts(paragraph: Paragraph): Float64Array {
  const { text } = paragraph;
  const costs = new Float64Array(text.length + 1).fill(FORBIDDEN);
  markUax14(paragraph, costs);
  applySets(paragraph, costs);
  applyPenalties(text, costs);
  forbidInside(paragraph, costs);
  keepTail(paragraph, costs);
  costs[text.length] = FORCED;
  return costs;
}

/** What UAX #14 sees: same length as the text but for the note marks, which are left out. */
function tailoredText(paragraph: Paragraph): { text: string; offsets: number[] } {
  const { text } = paragraph;
  let tailored = '';
  const offsets: number[] = [];
  for (const run of withObjects(paragraph)) {
    if (run.kind === 'note-mark') continue;
    for (let at = run.start; at < run.end; at++) {
      offsets.push(at);
      tailored += isChinese(run.lang) ? tailor(text, at, run.lang) : text[at];
    }
  }
  return { text: tailored, offsets };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly kind: 'text' | 'note-mark';
  readonly lang: Paragraph['lang'];
}

function withObjects(paragraph: Paragraph): Stretch[] {
  const objects = paragraph.objects.map((o) => ({
    start: o.at,
    end: o.at + 1,
    kind: 'text' as const,
    lang: paragraph.lang,
  }));
  return [...paragraph.runs, ...objects].sort((a, b) => a.start - b.start);
}

/**
 * Chinese quotes are brackets: class QU would glue them to both neighbours (UAX #14 LB19, tailored). A bracketed year
 * or session after a number is a word of its own: LB30 would make 第1509(2003)号 one piece of seven em, and a list of
 * such numbers leaves holes in most lines; the table of penalties makes the place dear.
 */
function tailor(text: string, at: number, lang: Paragraph['lang']): string {
  const code = text.charCodeAt(at);
  if (code === 0x28 && isBeforeYear(text, at)) return '（';
  if (code < 0x2018 || code > 0x201d || code === 0x201a || code === 0x201b) return text.charAt(at);
  const cls = classOf(code, lang, at > 0 ? text.charCodeAt(at - 1) : 0, text.charCodeAt(at + 1) || 0);
  return cls === 'open' ? '「' : cls === 'close' ? '」' : text.charAt(at);
}

function markUax14(paragraph: Paragraph, costs: Float64Array): void {
  const { text, offsets } = tailoredText(paragraph);
  const allow = (position: number, cost: number): void => {
    // A place after a note mark is the place that the text without the mark would have had.
    const at = position < offsets.length ? offsets[position] : undefined;
    if (at !== undefined) costs[at] = cost;
  };
  for (const [start, end] of mixedStretches(text, allow)) {
    rules ??= new Rules({ example7: true });
    for (const { position, required } of rules.breaks(text.slice(start, end))) {
      if (start + position < end) allow(start + position, required ? FORCED : 0);
    }
  }
}

/**
 * Cuts the text between neighbouring ideographs, where a line may always end (LB31: no rule of UAX #14 looks across
 * ID ÷ ID), and gives the stretches that need the rules. Saves two thirds of the work on Chinese text.
 */
function mixedStretches(text: string, allow: (position: number, cost: number) => void): [number, number][] {
  const stretches: [number, number][] = [];
  let start = 0;
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && !(isIdeograph(text, at - 1) && isIdeograph(text, at))) continue;
    if (at < text.length) allow(at, 0);
    if (at - start > 1) stretches.push([start, at]);
    start = at;
  }
  return stretches;
}

const isIdeograph = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0x4e00 && code <= 0x9fff;
};

function forbid(costs: Float64Array, at: number): void {
  if (costs[at] !== FORCED) costs[at] = FORBIDDEN;
}

function applySets(paragraph: Paragraph, costs: Float64Array): void {
  const { text } = paragraph;
  for (const run of paragraph.runs) {
    if (run.kind === 'note-mark') {
      forbid(costs, run.start);
      for (let at = run.start + 1; at < run.end; at++) forbid(costs, at);
      continue;
    }
    const strict = run.style.lineBreak === 'strict' || run.style.lineBreak === 'auto';
    for (let at = run.start; at < run.end; at++) {
      const code = text.charCodeAt(at);
      if (code >= 0x4e00 && code <= 0x9fff) continue;
      const cls = classOf(code, run.lang, at > 0 ? text.charCodeAt(at - 1) : 0, text.charCodeAt(at + 1) || 0);
      const character = text.charAt(at);
      const repeats = character === text[at - 1] && !'—…⋯'.includes(character);
      if (START_FORBIDDEN.has(cls) || (NO_START.has(character) && isChinese(run.lang) && !repeats))
        forbid(costs, at);
      if (strict && SMALL_KANA.test(character)) forbid(costs, at);
      if (END_FORBIDDEN.has(cls) || NO_END.has(character) || endsNoLine(text, at, run.lang))
        forbid(costs, at + 1);
    }
  }
}

/** A solidus between Chinese words ends no line (GB/T 15834 5.1.10); inside a symbol or URL the penalties decide. */
const endsNoLine = (text: string, at: number, lang: Paragraph['lang']): boolean =>
  isChinese(lang) && (text[at] === '／' || (text[at] === '/' && isHan(text.charCodeAt(at + 1) || 0)));

/** `white-space: nowrap`, and the place after an object that begins the paragraph (a hung number, a marker). */
function forbidInside(paragraph: Paragraph, costs: Float64Array): void {
  for (const run of paragraph.runs) {
    if (!run.nowrap) continue;
    for (let at = run.start + 1; at < run.end; at++) forbid(costs, at);
  }
  if (paragraph.text.startsWith(OBJECT_CHARACTER)) forbid(costs, 1);
}

/**
 * The last line holds at least two Han characters or one word (CLREQ 3.4.4): no break within the last two Han,
 * marks and note marks not counted, a number counted as one. A text shorter than that has no choice.
 */
function keepTail({ text, runs }: Paragraph, costs: Float64Array): void {
  const isMark = (at: number): boolean =>
    runs.some(({ kind, start, end }) => kind === 'note-mark' && start <= at && at < end);
  let count = 0;
  for (let at = text.length - 1; at > 0; at--) {
    const code = text.charCodeAt(at);
    if (/[A-Za-z]/.test(text.charAt(at))) return;
    const isDigit = code >= 0x30 && code <= 0x39 && !isMark(at);
    const beginsNumber = isDigit && !/[0-9.,]/.test(text.charAt(at - 1));
    if (beginsNumber || (isHan(code) && !/\p{P}|\p{S}/u.test(text.charAt(at)))) count += 1;
    if (count >= 2) return;
    forbid(costs, at);
  }
}
