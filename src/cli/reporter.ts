import type { Diagnostic } from '../diagnostics.ts';
import type { Format } from '../formats.ts';
import type { Source, SourceId } from '../source.ts';
import type { Fault, Transcript } from '../transcript.ts';

/** Where a run speaks: as documents finish, and once at the end. */
export interface Reporter {
  /** What is said before any document: faults of the command line, warnings of fonts. */
  usage(diagnostics: readonly Diagnostic[], sources: ReadonlyMap<SourceId, Source>): void;
  /** The document now worked on, for a progress line. */
  begin(index: number, count: number, input: string): void;
  document(report: DocumentReport): void;
  end(reports: readonly DocumentReport[]): void;
}

/** A file that was written. */
export interface Written {
  readonly format: Format;
  readonly path: string;
  readonly bytes: number;
}

/** What became of one data file. */
export interface DocumentReport {
  readonly input: string;
  /** `skipped`: met in a folder, but no resolution. */
  readonly status: 'done' | 'failed' | 'skipped';
  /** What a skipped file is, in the singular. */
  readonly skipped?: string;
  readonly written: readonly Written[];
  readonly pages?: number;
  readonly milliseconds: number;
  /** Sorted, each once. */
  readonly diagnostics: readonly Diagnostic[];
  /** Texts that the diagnostics point into. */
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly fault: Fault | undefined;
  readonly times: Transcript['times'];
}
