import type { Diagnostic } from '../diagnostics.ts';
import { spanOf } from './origins.ts';
import type { Paragraph, TextRun } from './types.ts';

/** The fault of a character (`length` UTF-16 units at `at`) that no face of its run's families has. */
export function missingCharacter(paragraph: Paragraph, run: TextRun, at: number, length: number): Diagnostic {
  const character = paragraph.text.slice(at, at + length);
  const codePoint = character.codePointAt(0) ?? 0;
  const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  const span = spanOf(paragraph, at, at + length);
  return {
    code: 'fonts/missing-character',
    severity: 'error',
    message: `no font of this style has the character “${character}” (${name})`,
    ...(span ? { span } : {}),
    reason: `The families asked for are ${run.style.fontFamily.join(', ')}; a page with an empty box would be wrong.`,
    hints: [
      {
        text: 'Check that the character is meant: a private-use or look-alike character often comes with copied text.',
      },
      { text: 'Or put a font that has it into fonts/ and name its family in the style.' },
    ],
  };
}
