import type { Diagnostic, Outcome, Stage } from './diagnostics.ts';
import type { Source, SourceId } from './source.ts';

/** An exception that escaped from a stage: a defect of Chancery, never the user's. */
export interface Fault {
  readonly stage: Stage;
  readonly error: unknown;
}

/** What the stages said about one document, in order, and how long each took. */
export interface Transcript {
  /**
   * Runs one stage and keeps what it says. None if it gives no value; an exception is kept as `fault`, so that one
   * document's fault never stops the others.
   */
  stage<T>(name: Stage, work: () => Outcome<T> | Promise<Outcome<T>>): Promise<T | undefined>;
  /** Keeps a text that a stage made, so that diagnostics about it can show it. */
  show(source: Source): void;
  readonly diagnostics: readonly Diagnostic[];
  readonly fault: Fault | undefined;
  /** In order of running; a name may stand twice. */
  readonly times: readonly { readonly stage: Stage; readonly milliseconds: number }[];
  /** Texts made on the way; those read from files are in `Inputs.sources`. */
  readonly sources: ReadonlyMap<SourceId, Source>;
}

/** `clock` gives milliseconds from any start. */
export function openTranscript(clock: () => number): Transcript {
  const diagnostics: Diagnostic[] = [];
  const times: { stage: Stage; milliseconds: number }[] = [];
  const sources = new Map<SourceId, Source>();
  let fault: Fault | undefined;
  return {
    async stage(name, work) {
      const start = clock();
      try {
        const outcome = await work();
        diagnostics.push(...outcome.diagnostics);
        return outcome.value;
      } catch (error) {
        fault ??= { stage: name, error };
        return undefined;
      } finally {
        times.push({ stage: name, milliseconds: clock() - start });
      }
    },
    show: (source) => {
      sources.set(source.id, source);
    },
    diagnostics,
    get fault() {
      return fault;
    },
    times,
    sources,
  };
}
