import type { Diagnostic } from '../diagnostics.ts';
import type { SourceId } from '../source.ts';
import { type ScalarMap, sourceRange } from './scalar-map.ts';

interface Forbidden {
  readonly matches: RegExp;
  readonly name: string;
  readonly reason: string;
  readonly hint: string;
}

/** Characters that no text may hold, each with why. The first row that matches a character speaks. */
const FORBIDDEN: readonly Forbidden[] = [
  {
    matches: /\t/,
    name: 'a tab',
    reason: 'A tab has no width of its own in a typeset line.',
    hint: 'Write a blank, or nothing between Han characters.',
  },
  {
    matches: /[\0-\x08\x0b-\x1f\x7f-\x9f]/,
    name: 'a control character',
    reason: 'It draws nothing, and Word files may not hold it (XML 1.0, section 2.2).',
    hint: 'Delete it. Such characters often come with text copied from a PDF.',
  },
  {
    matches: /\p{Surrogate}/u,
    name: 'half of a surrogate pair',
    reason: 'One half of a pair is no character.',
    hint: 'Write the character itself, or both halves of its escape.',
  },
  {
    matches: /[\uFFFE\uFFFF]|\uFEFF/,
    name: 'a code point that is no character',
    reason: 'Word files may not hold it (XML 1.0, section 2.2).',
    hint: 'Delete it. It often comes from a file that was put together from several.',
  },
  {
    matches: /\uFFFD/,
    name: 'the replacement character',
    reason: 'It stands where a program could not read the original character.',
    hint: 'Look the character up in the source and write it.',
  },
];

const ANY = /[\0-\x09\x0b-\x1f\x7f-\x9f\uFEFF\uFFFD-\uFFFF]|\p{Surrogate}/gu;

/** One error for each forbidden character of a decoded scalar, at most three a scalar. */
export function forbiddenCharacters(source: SourceId, text: string, map: () => ScalarMap): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const match of text.matchAll(ANY)) {
    const row = FORBIDDEN.find(({ matches }) => matches.test(match[0]));
    if (!row) continue;
    const code = match[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    found.push({
      code: 'yaml/forbidden-character',
      severity: 'error',
      message: `the text holds ${row.name} (U+${code})`,
      span: { source, ...sourceRange(map(), match.index, match.index + match[0].length) },
      reason: row.reason,
      hints: [{ text: row.hint }],
    });
    if (found.length === 3) break;
  }
  return found;
}
