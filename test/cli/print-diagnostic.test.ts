import { describe, expect, it } from 'vitest';
import { printDiagnostic } from '../../src/cli/print-diagnostic.ts';
import type { Diagnostic } from '../../src/diagnostics.ts';
import type { Source, Span } from '../../src/source.ts';

/** A diagnostic about the first place of `marked` in `text`. */
function print(text: string, marked: string, more: Partial<Diagnostic> = {}, colored = false): string {
  const source: Source = { id: 'data/a.yaml', text };
  const start = text.indexOf(marked);
  const span: Span = { source: source.id, start, end: start + marked.length };
  const diagnostic: Diagnostic = {
    code: 'model/unknown-key',
    severity: 'error',
    message: 'there is no key "tilte" here',
    span,
    hints: [],
    ...more,
  };
  return `${printDiagnostic(diagnostic, new Map([[source.id, source]]), colored)}\n`;
}

const CHINESE = [
  'schema: chancery/resolution@1',
  'resolution:',
  '  number: 75/234',
  '  title: 南南合作',
  'body:',
  '  - 大会，',
  '  - 重申其认可第二次联合国南南合作高级别会议[^3]的决议，',
].join('\n');

describe('a diagnostic as it is printed', () => {
  it('shows two lines before and after, reason and hints', async () => {
    const span = {
      source: 'data/a.yaml',
      start: CHINESE.indexOf('number'),
      end: CHINESE.indexOf('number') + 6,
    };
    const text = print(CHINESE, 'number', {
      got: 'number',
      expected: 'one of title, adoption, source',
      reason: 'A key that nobody reads would be lost without a word.',
      hints: [
        { text: 'Did you mean "title"?', span, replacement: 'title' },
        { text: 'The title stands here.', span: { ...span, start: CHINESE.indexOf('title') } },
      ],
    });
    await expect(text).toMatchFileSnapshot('../golden/cli/reason-and-hints.txt');
  });

  it('aligns the underline below full-width characters', async () => {
    const text = print(CHINESE, '[^3]', { code: 'model/missing-note', message: 'there is no note "3"' });
    await expect(text).toMatchFileSnapshot('../golden/cli/full-width.txt');
    const [line, carets] = text.split('\n').slice(4, 6) as [string, string];
    expect(line).toContain('[^3]');
    // Eight cells of gutter and list dash, then twenty ideographs of two cells.
    expect(carets.indexOf('^')).toBe(line.indexOf('重') + 20 * 2);
  });

  it('makes controls and bidi characters visible, and the underline as long as what is shown', async () => {
    const text = print('title: a\u202Eb\u001b[2J\tc\n', '\u202Eb', {
      message: 'the title holds \u202E',
      hints: [{ text: 'Delete \u001b.', replacement: '\u0007' }],
    });
    await expect(text).toMatchFileSnapshot('../golden/cli/controls.txt');
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  it('cuts a long line to a window around the fault', async () => {
    const long = `  - ${'重申其认可'.repeat(60)}[^9]${'决议'.repeat(90)}`;
    const text = print(`body:\n${long}\n${long.replace('[^9]', '')}`, '[^9]', {
      message: 'there is no note "9"',
    });
    await expect(text).toMatchFileSnapshot('../golden/cli/long-line.txt');
  });

  it('underlines the first line of a fault over several', async () => {
    const text = print(CHINESE, CHINESE.slice(CHINESE.indexOf('title'), CHINESE.indexOf('重申')), {
      message: 'this cannot be',
    });
    await expect(text).toMatchFileSnapshot('../golden/cli/several-lines.txt');
  });

  it('points behind the last character of an empty file', async () => {
    const text = print('', '', { code: 'yaml/empty', message: 'the file is empty' });
    await expect(text).toMatchFileSnapshot('../golden/cli/empty-file.txt');
  });

  it('has no place where none is known', () => {
    const diagnostic: Diagnostic = {
      code: 'output/folder',
      severity: 'error',
      message: 'out cannot be used',
      hints: [],
    };
    expect(printDiagnostic(diagnostic, new Map(), false)).toBe('error: out cannot be used [output/folder]');
    const span = { source: 'gone.yaml', start: 3, end: 4 };
    expect(printDiagnostic({ ...diagnostic, span }, new Map(), false)).toBe(
      'gone.yaml: error: out cannot be used [output/folder]',
    );
  });

  it('colours only on request', () => {
    const introducer = '\u001b[';
    expect(print(CHINESE, 'title', {}, true)).toContain(introducer);
    expect(print(CHINESE, 'title', {}, false)).not.toContain(introducer);
  });
});
