import { parseArgs } from 'node:util';
import { type Diagnostic, failed, type Outcome, ok } from '../diagnostics.ts';
import { FORMATS, type Format } from '../formats.ts';
import { nearest } from '../suggest.ts';

/** Commands with what follows their name and a sentence for the help. */
export const COMMANDS = {
  build: { operands: '<file, folder or pattern>…', text: 'typeset resolutions into the output folder' },
  check: { operands: '<file, folder or pattern>…', text: 'say what is wrong with them; write nothing' },
  inspect: { operands: '<file>', text: 'show how a document was set: lines, pages, tags or styles' },
  help: { operands: '', text: 'show this help' },
} as const;
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
  readonly out: string;
  readonly templates?: string;
  readonly fonts?: string;
  readonly strict: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly views: readonly View[];
}

/**
 * Reads the command line (without `node` and the program). No arguments ask for help. Errors: `cli/unknown-command`,
 * `cli/unknown-option`, `cli/option-not-here`, `cli/missing-value`, `cli/unexpected-value`, `cli/format`,
 * `cli/missing-file`, `cli/one-file`.
 */
export function parseCommandLine(words: readonly string[]): Outcome<Request> {
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      Object.entries(OPTIONS).map(([name, { type, short }]) => [name, short ? { type, short } : { type }]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const fault = optionFault(token.name, token.rawName, token.value);
    if (fault) return failed(fault);
    values.set(token.name, token.value ?? '');
  }
  if (values.has('version')) return ok(request('version', [], values, FORMATS));
  const [word, ...paths] = operands;
  if (word === undefined || values.has('help')) return ok(request('help', [], values, FORMATS));
  if (!Object.hasOwn(COMMANDS, word)) return failed(unknownCommand(word));
  const command = word as Command;
  const misplaced = [...values.keys()].find((name) => !OPTIONS[name]!.commands.includes(command));
  if (misplaced !== undefined) return failed(notHere(command, misplaced));
  const formats = readFormats(values.get('format'));
  if (!formats.value) return { diagnostics: formats.diagnostics };
  if (command !== 'help' && paths.length === 0) return failed(missingFile(command));
  if (command === 'inspect' && paths.length > 1) return failed(oneFile(paths));
  return ok(request(command, paths, values, formats.value));
}

function request(
  command: Request['command'],
  paths: readonly string[],
  values: ReadonlyMap<string, string>,
  formats: readonly Format[],
): Request {
  const templates = values.get('templates');
  const fonts = values.get('fonts');
  const views = VIEW_NAMES.filter((view) => values.has(view));
  return {
    command,
    paths,
    formats,
    out: values.get('out') ?? 'out',
    ...(templates === undefined ? {} : { templates }),
    ...(fonts === undefined ? {} : { fonts }),
    strict: values.has('strict'),
    json: values.has('json'),
    quiet: values.has('quiet'),
    verbose: values.has('verbose'),
    views: views.length > 0 ? views : ['lines'],
  };
}

/** Formats in the order of `FORMATS`, whatever the order they were asked in. */
function readFormats(list: string | undefined): Outcome<readonly Format[]> {
  if (list === undefined) return ok(FORMATS);
  const names = list.split(',').map((name) => name.trim().toLowerCase());
  const strange = names.find((name) => !(FORMATS as readonly string[]).includes(name));
  if (strange === undefined) return ok(FORMATS.filter((format) => names.includes(format)));
  const guess = nearest(strange, FORMATS);
  return failed(
    usage(
      'format',
      strange === 'html' ? 'HTML output is not there yet' : `there is no format "${strange}"`,
      guess === undefined
        ? 'This version writes pdf and docx: --format pdf,docx'
        : `Did you mean "${guess}"?`,
    ),
  );
}

function optionFault(name: string, rawName: string, value: string | undefined): Diagnostic | undefined {
  const row = Object.hasOwn(OPTIONS, name) ? OPTIONS[name]! : undefined;
  if (!row) {
    const guess = name === 'cache' || name === 'no-cache' ? undefined : nearest(name, Object.keys(OPTIONS));
    return usage(
      'unknown-option',
      `there is no option ${rawName}`,
      guess === undefined ? 'All options: chancery help' : `Did you mean --${guess}?`,
    );
  }
  if (row.type === 'string' && (value === undefined || value === ''))
    return usage('missing-value', `${rawName} needs a value`, `Write ${rawName} ${row.value}: ${row.text}`);
  if (row.type === 'boolean' && value !== undefined)
    return usage('unexpected-value', `${rawName} takes no value`, `Write ${rawName} alone.`);
  return undefined;
}

function unknownCommand(word: string): Diagnostic {
  const guess = nearest(word, Object.keys(COMMANDS));
  const looksLikeFile = /[./\\]/.test(word);
  return usage(
    'unknown-command',
    `there is no command "${word}"`,
    looksLikeFile
      ? `To typeset a file: chancery build ${word}`
      : guess === undefined
        ? `The commands are ${Object.keys(COMMANDS).join(', ')}.`
        : `Did you mean "${guess}"?`,
  );
}

const notHere = (command: Command, option: string): Diagnostic =>
  usage(
    'option-not-here',
    `--${option} is no option of ${command}`,
    `It belongs to: ${OPTIONS[option]!.commands.join(', ')}`,
  );

const missingFile = (command: Command): Diagnostic =>
  usage('missing-file', `${command} needs a file`, `Example: chancery ${command} data/a-res-75-234.zh.yaml`);

const oneFile = (paths: readonly string[]): Diagnostic =>
  usage('one-file', `inspect takes one file, not ${paths.length}`, 'Give one file at a time.');

export const usage = (kind: string, message: string, hint: string): Diagnostic => ({
  code: `cli/${kind}`,
  severity: 'error',
  message,
  hints: [{ text: hint }],
});
