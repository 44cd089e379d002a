import yargs, { type Options } from 'yargs';
import { type Diagnostic, failed, type Outcome, ok } from '../diagnostics.ts';
import { FORMATS, type Format } from '../formats.ts';
import { nearest } from '../suggest.ts';
import { COMMANDS, type Command, OPTIONS, type Request, usage, VIEW_NAMES } from './options.ts';

/** What yargs says (in English, whatever the locale: `detectLocale(false)`) and the kind of our diagnostic for it. */
const MESSAGES = [
  [/^Unknown commands?: /, 'unknown-command'],
  [/^Unknown arguments?: /, 'unknown-option'],
  [/^Not enough arguments following: /, 'missing-value'],
  [/^Argument unexpected for: /, 'unexpected-value'],
] as const;
type Kind = (typeof MESSAGES)[number][1] | 'option-not-here';

/** A failure and the word it is about: a command, or an option, long or short, without hyphens. */
interface Failure {
  readonly kind: Kind;
  readonly name: string;
}

/** The command line as yargs reads it. */
interface Words {
  /** Absent: no command, or an unknown one. */
  readonly command: Command | undefined;
  /** What follows the command and is no option. */
  readonly paths: readonly string[];
  /** By long name: the last text given for an option with a value, else the empty string. */
  readonly values: ReadonlyMap<string, string>;
  /** The first thing that yargs refused. */
  readonly failure: Failure | undefined;
}

/**
 * Reads the command line (without `node` and the program). No arguments ask for help. Errors: `cli/unknown-command`,
 * `cli/unknown-option`, `cli/option-not-here`, `cli/missing-value`, `cli/unexpected-value`, `cli/format`,
 * `cli/missing-operand`, `cli/too-many-operands`.
 */
export function parseCommandLine(words: readonly string[]): Outcome<Request> {
  const { command, paths, values, failure } = readWords(words);
  // Who asks for help or the version gets it, wherever the words stand; only a mistyped option comes first.
  const asked = (['version', 'help'] as const).find((name) => values.has(name));
  const outranked = failure?.kind === 'unknown-command' || failure?.kind === 'option-not-here';
  if (failure && !(asked && outranked)) return failed(diagnose(failure, command));
  if (asked) return ok(request(asked, [], values, FORMATS));
  if (command === undefined || command === 'help') return ok(request('help', [], values, FORMATS));
  const formats = readFormats(values.get('format'));
  if (!formats.value) return { diagnostics: formats.diagnostics };
  if (paths.length < COMMANDS[command].least) return failed(missingOperand(command));
  if (paths.length > COMMANDS[command].most) return failed(tooManyOperands(command, paths));
  return ok(request(command, paths, values, formats.value));
}

/** Lets yargs read the words by the tables of commands and options; nothing is printed and the process goes on. */
function readWords(words: readonly string[]): Words {
  let command: Command | undefined;
  let failure: Failure | undefined;
  const parser = yargs([...words])
    .help(false)
    .version(false)
    .exitProcess(false)
    .detectLocale(false)
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'duplicate-arguments-array': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    })
    .strictCommands()
    .strictOptions()
    // Until the command is known, so that no option takes it for its value.
    .options(optionsOf(undefined))
    .fail((message, error) => {
      failure = readFailure(message, error);
      throw new Error(message); // or yargs goes on with what it has refused
    });
  for (const name of Object.keys(COMMANDS) as Command[])
    parser.command(name, COMMANDS[name].text, (own) => {
      command = name;
      return own.strictCommands(false).options(optionsOf(name));
    });
  const found = parseQuietly();
  const values = new Map<string, string>();
  for (const [name, { type }] of Object.entries(OPTIONS)) {
    if (!Object.hasOwn(found, name)) continue;
    const value = type === 'string' ? String(found[name]) : '';
    if (type === 'string' && value === '') failure ??= { kind: 'missing-value', name };
    values.set(name, value);
  }
  return { command, paths: found._.slice(1).map(String), values, failure };

  /** What was read, also where it was refused. */
  function parseQuietly() {
    try {
      return parser.parseSync();
    } catch (error) {
      if (!failure || !parser.parsed) throw error;
      return parser.parsed.argv;
    }
  }
}

/** The options of a command, or of all, for yargs. `nargs` makes it refuse `--strict=no` and an `--out` without folder. */
function optionsOf(command: Command | undefined): Record<string, Options> {
  return Object.fromEntries(
    Object.entries(OPTIONS)
      .filter(([, { commands }]) => command === undefined || commands.includes(command))
      .map(([name, { type, short, text }]) => [
        name,
        {
          type,
          nargs: type === 'string' ? 1 : 0,
          global: false,
          describe: text,
          ...(short && { alias: short }),
        },
      ]),
  );
}

/** yargs names all unknown options in one message; the first is told. What it never said before is a fault. */
function readFailure(message: string, error: Error | undefined): Failure {
  const row = MESSAGES.find(([pattern]) => pattern.test(message));
  if (!row) throw error ?? new Error(message);
  const [pattern, kind] = row;
  const name = message.replace(pattern, '').split(', ')[0]!;
  return kind === 'unknown-option' && Object.hasOwn(OPTIONS, longName(name))
    ? { kind: 'option-not-here', name }
    : { kind, name };
}

const longName = (name: string): string =>
  Object.entries(OPTIONS).find(([, { short }]) => short === name)?.[0] ?? name;

function diagnose({ kind, name }: Failure, command: Command | undefined): Diagnostic {
  const written = name.length === 1 ? `-${name}` : `--${name}`;
  const long = longName(name);
  switch (kind) {
    case 'unknown-command':
      return unknownCommand(name);
    case 'unknown-option':
      return unknownOption(name, written);
    case 'option-not-here':
      return usage(
        kind,
        `--${long} is no option of ${command}`,
        `It belongs to: ${OPTIONS[long]!.commands.join(', ')}`,
      );
    case 'missing-value': {
      const { value, text } = OPTIONS[long]!;
      return usage(kind, `${written} needs a value`, `Write ${written} ${value}: ${text}`);
    }
    case 'unexpected-value':
      return usage(kind, `${written} takes no value`, `Write ${written} alone.`);
  }
}

function unknownOption(name: string, written: string): Diagnostic {
  const guess = name === 'cache' || name === 'no-cache' ? undefined : nearest(name, Object.keys(OPTIONS));
  return usage(
    'unknown-option',
    `there is no option ${written}`,
    guess === undefined ? 'All options: chancery help' : `Did you mean --${guess}?`,
  );
}
function request(
  command: Request['command'],
  paths: readonly string[],
  values: ReadonlyMap<string, string>,
  formats: readonly Format[],
): Request {
  const templates = values.get('templates');
  const fonts = values.get('fonts');
  const out = values.get('out');
  const views = VIEW_NAMES.filter((view) => values.has(view));
  return {
    command,
    paths,
    formats,
    ...(out === undefined ? {} : { out }),
    ...(templates === undefined ? {} : { templates }),
    ...(fonts === undefined ? {} : { fonts }),
    strict: values.has('strict'),
    json: values.has('json'),
    quiet: values.has('quiet'),
    verbose: values.has('verbose'),
    views: views.length > 0 ? views : ['lines'],
    values,
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

const missingOperand = (command: Command): Diagnostic => {
  const { operands, example } = COMMANDS[command];
  return usage(
    'missing-operand',
    `${command} needs ${operands.replace(/[<>]/g, '')}`,
    `Example: chancery ${example}`,
  );
};

const tooManyOperands = (command: Command, paths: readonly string[]): Diagnostic => {
  const { operands, most } = COMMANDS[command];
  return usage(
    'too-many-operands',
    most === 0
      ? `${command} takes options alone, not "${paths[0]}"`
      : `${command} takes ${most === 1 ? 'one' : most} ${operands.replace(/[<>]/g, '')}, not ${paths.length}`,
    `Write: chancery ${command}${operands && ` ${operands}`}`,
  );
};
