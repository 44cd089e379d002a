import type { Diagnostic } from '../diagnostics.ts';
import { lineStarts, type Source, type Span } from '../source.ts';
import { HelperFault } from './helpers/types.ts';

/** Handlebars' places: lines from 1, columns from 0. */
export interface Location {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

export function spanOfLocation(source: Source, { start, end }: Location): Span {
  const starts = lineStarts(source);
  const offset = (at: { line: number; column: number }): number =>
    Math.min((starts[at.line - 1] ?? source.text.length) + at.column, source.text.length);
  return { source: source.id, start: offset(start), end: offset(end) };
}

interface HandlebarsError {
  readonly message?: unknown;
  readonly lineNumber?: number;
  readonly column?: number;
  readonly endLineNumber?: number;
  readonly endColumn?: number;
}

/** The diagnostic of an exception that a running template threw. */
export function templateFault(error: unknown, source: Source): Diagnostic {
  if (error instanceof HelperFault)
    return {
      code: error.code,
      severity: 'error',
      message: error.message,
      span: spanOfLocation(source, error.location),
      hints: [{ text: error.hint }],
    };
  const { message, lineNumber: line, column, endLineNumber, endColumn } = error as HandlebarsError;
  const text = String(message ?? error);
  const place =
    line === undefined || column === undefined
      ? undefined
      : spanOfLocation(source, {
          start: { line, column },
          end: { line: endLineNumber ?? line, column: endColumn ?? column },
        });
  const missing = /^"([^"]*)" not defined in/.exec(text);
  return {
    code: missing ? 'template/unknown-variable' : 'template/failed',
    severity: 'error',
    message: missing
      ? `the data have no “${missing[1]}” here`
      : text.replace(/ - \d+:\d+$/, '').replace(/^./, (first) => first.toLowerCase()),
    span: place ?? { source: source.id, start: 0, end: 0 },
    reason: missing ? 'Templates are strict: a name that is misspelt would else leave a hole.' : '',
    hints: [{ text: 'Correct the name. Fields that data may leave out are there, as null.' }],
  };
}
