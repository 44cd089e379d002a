import type { Diagnostic } from '../diagnostics.ts';
import type { Format } from '../formats.ts';

interface CommandRow {
  /** What follows its name, for the help. */
  readonly operands: string;
  /** How many operands it takes. */
  readonly least: number;
  readonly most: number;
  /** What a command line that lacks an operand could have been. */
  readonly example: string;
  /** A sentence for the help. */
  readonly text: string;
}

const MANY = Number.POSITIVE_INFINITY;

/** Every command, in the order of the help. */
export const COMMANDS = {
  build: {
    operands: '<file, folder or pattern>…',
    least: 1,
    most: MANY,
    example: 'build data/a-res-75-234.zh.yaml',
    text: 'typeset resolutions into the output folder',
  },
  check: {
    operands: '<file, folder or pattern>…',
    least: 1,
    most: MANY,
    example: 'check data/a-res-75-234.zh.yaml',
    text: 'say what is wrong with them; write nothing',
  },
  inspect: {
    operands: '<file>',
    least: 1,
    most: 1,
    example: 'inspect data/a-res-75-234.zh.yaml',
    text: 'show how a document was set: lines, pages, tags or styles',
  },
  help: { operands: '', least: 0, most: MANY, example: 'help', text: 'show this help' },
} as const satisfies Readonly<Record<string, CommandRow>>;
export type Command = keyof typeof COMMANDS;

interface OptionRow {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** What the value is, for the help. */
  readonly value?: string;
  readonly commands: readonly Command[];
  readonly text: string;
}

const ALL: readonly Command[] = ['build', 'check', 'inspect', 'help'];
const RUNS: readonly Command[] = ['build', 'check'];
const READS: readonly Command[] = ['build', 'check', 'inspect'];
const VIEWS: readonly Command[] = ['inspect'];

/** Every option, in the order of the help. */
export const OPTIONS: Readonly<Record<string, OptionRow>> = {
  format: {
    type: 'string',
    short: 'f',
    value: 'LIST',
    commands: RUNS,
    text: 'pdf, docx or both: pdf,docx (default)',
  },
  out: {
    type: 'string',
    short: 'o',
    value: 'DIR',
    commands: ['build'],
    text: 'output folder (default: out)',
  },
  templates: { type: 'string', value: 'DIR', commands: READS, text: 'folder of your own house styles' },
  fonts: { type: 'string', value: 'DIR', commands: READS, text: 'folder of your own fonts (ttf, otf, ttc)' },
  strict: { type: 'boolean', commands: RUNS, text: 'treat warnings as errors' },
  json: { type: 'boolean', commands: RUNS, text: 'one JSON object on standard output instead of lines' },
  quiet: { type: 'boolean', short: 'q', commands: RUNS, text: 'say nothing but errors' },
  verbose: {
    type: 'boolean',
    short: 'v',
    commands: READS,
    text: 'also notes, times by stage, stack of a fault',
  },
  lines: {
    type: 'boolean',
    commands: VIEWS,
    text: 'each line: natural and set width, ratio, reason (default)',
  },
  pages: { type: 'boolean', commands: VIEWS, text: 'what stands on each page and where' },
  tags: { type: 'boolean', commands: VIEWS, text: 'the structure tree of the PDF' },
  styles: { type: 'boolean', commands: VIEWS, text: 'the styled tree' },
  help: { type: 'boolean', short: 'h', commands: ALL, text: 'show help' },
  version: { type: 'boolean', short: 'V', commands: ALL, text: 'show the version' },
};

/** What `inspect` can show. */
export const VIEW_NAMES = ['lines', 'pages', 'tags', 'styles'] as const;
export type View = (typeof VIEW_NAMES)[number];

/** A command line that was understood. */
export interface Request {
  readonly command: Command | 'version';
  readonly paths: readonly string[];
  readonly formats: readonly Format[];
  /** `--out`, where it was given: its default is the command's. */
  readonly out?: string;
  readonly templates?: string;
  readonly fonts?: string;
  readonly strict: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly views: readonly View[];
  /** All options given, by long name, for those that one command alone knows; the empty string for one without value. */
  readonly values: ReadonlyMap<string, string>;
}

/** A fault of the command line, with what to do. */
export const usage = (kind: string, message: string, hint: string): Diagnostic => ({
  code: `cli/${kind}`,
  severity: 'error',
  message,
  hints: [{ text: hint }],
});
