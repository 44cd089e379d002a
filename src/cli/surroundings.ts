/** What the command line knows of the process it runs in; tests give their own. */
export interface Surroundings {
  /** Folder of Chancery's package.json: fonts and shipped house styles lie below it. */
  readonly root: string;
  /** Results. */
  readonly out: (text: string) => void;
  /** Diagnostics, progress, apologies. */
  readonly err: (text: string) => void;
  /** Whether diagnostics are coloured. */
  readonly colored: boolean;
  /** Whether `err` is a terminal on which a progress line can be drawn over. */
  readonly interactive: boolean;
  /** Milliseconds from any start. */
  readonly clock: () => number;
}

/** 0 = all well; 1 = a document has errors; 2 = the command line is wrong; 3 = Chancery itself failed. */
export type ExitCode = 0 | 1 | 2 | 3;
