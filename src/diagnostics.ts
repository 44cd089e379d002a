import type { Span } from './source.ts';

/** The stage that speaks; the first half of each diagnostic code. */
export type Stage =
  | 'input'
  | 'yaml'
  | 'model'
  | 'template'
  | 'markup'
  | 'css'
  | 'fonts'
  | 'text'
  | 'layout'
  | 'pdf'
  | 'docx'
  | 'output'
  | 'cli'
  | 'internal';

export type Severity = 'error' | 'warning' | 'note';

/** What to do about it: a sentence, where, and the text that would repair it (if known). */
export interface Hint {
  readonly text: string;
  readonly span?: Span;
  readonly replacement?: string;
}

/**
 * One message for a person: what is wrong (`message`), why it matters (`reason`), what to do (`hints`).
 * `code` is stable and documented, e.g. `model/unknown-key`. `span` points into the file the user wrote.
 */
export interface Diagnostic {
  readonly code: `${Stage}/${string}`;
  readonly severity: Severity;
  readonly message: string;
  readonly span?: Span;
  readonly got?: string;
  readonly expected?: string;
  readonly reason?: string;
  readonly hints: readonly Hint[];
}

/** A value, or none because of an error, with everything there is to say about it. */
export interface Outcome<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

export const ok = <T>(value: T, diagnostics: readonly Diagnostic[] = []): Outcome<T> => ({
  value,
  diagnostics,
});

export const failed = (...diagnostics: Diagnostic[]): Outcome<never> => ({ diagnostics });

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((diagnostic) => diagnostic.severity === 'error');

/** Order in which diagnostics are printed: source, offset, code; those without a place come last. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  const bySource = compareText(a.span?.source ?? '\uffff', b.span?.source ?? '\uffff');
  return bySource || (a.span?.start ?? 0) - (b.span?.start ?? 0) || compareText(a.code, b.code);
}

/** Code-unit order: the same on every machine and locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
