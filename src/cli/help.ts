import { COMMANDS, OPTIONS } from './options.ts';

const EXAMPLES: readonly (readonly [string, string])[] = [
  ['chancery build data/a-res-75-234.zh.yaml', 'PDF and Word into out/'],
  ["chancery build 'data/**/*.yaml' --format pdf --out pdf", 'every resolution below data/, PDF only'],
  ['chancery check draft.yaml', 'only say what is wrong, and where'],
];

/** The help: usage, examples, commands, options, exit codes. */
export function helpText(): string {
  const options = Object.entries(OPTIONS).map(([name, { short, value, text, commands }]) => {
    const left = `${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`;
    const where = commands.length === Object.keys(COMMANDS).length ? '' : ` [${commands.join(', ')}]`;
    return [left, `${text}${where}`] as const;
  });
  const commands = Object.entries(COMMANDS).map(
    ([name, { operands, text }]) => [`${name} ${operands}`, text] as const,
  );
  return [
    'Chancery typesets structured UN resolutions (YAML or JSON) to PDF and Word.',
    '',
    'Usage: chancery <command> [options]',
    '',
    'Examples',
    ...EXAMPLES.flatMap(([command, text]) => [`  ${command}`, `      ${text}`]),
    '',
    'Commands',
    ...columns(commands),
    '',
    'Options',
    ...columns(options),
    '',
    'Exit codes: 0 all well, 1 a document has errors, 2 wrong command line, 3 fault in Chancery',
    '',
  ].join('\n');
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
