import { describe, expect, it } from 'vitest';
import { helpText } from '../../src/cli/help.ts';
import { COMMANDS, OPTIONS } from '../../src/cli/options.ts';
import { parseCommandLine } from '../../src/cli/parse.ts';

const parse = (line: string) => parseCommandLine(line === '' ? [] : line.split(' '));

describe('the command line', () => {
  it('builds both formats into out/ by default', () => {
    expect(parse('build a.yaml b.yaml')).toEqual({
      value: {
        command: 'build',
        paths: ['a.yaml', 'b.yaml'],
        formats: ['pdf', 'docx'],
        strict: false,
        json: false,
        quiet: false,
        verbose: false,
        views: ['lines'],
        values: new Map(),
      },
      diagnostics: [],
    });
  });

  it.each([
    ['build a.yaml --format docx,pdf --out x', { formats: ['pdf', 'docx'], out: 'x' }],
    ['build -f pdf -o=x a.yaml', { formats: ['pdf'], paths: ['a.yaml'] }],
    ['--out=x build a.yaml', { command: 'build', out: 'x' }],
    ['build -- --odd.yaml', { paths: ['--odd.yaml'] }],
    ['build - 75 -7', { paths: ['-', '75', '-7'] }],
    ['--quiet build a.yaml', { command: 'build', quiet: true, paths: ['a.yaml'] }],
    ['build --strict true', { strict: true, paths: ['true'] }],
    ['build a.yaml --out x --out y', { out: 'y' }],
    ['check -qv a.yaml', { command: 'check', quiet: true, verbose: true }],
    ['inspect a.yaml --tags --lines', { command: 'inspect', views: ['lines', 'tags'] }],
    ['build a.yaml --templates t --fonts f', { templates: 't', fonts: 'f' }],
    ['', { command: 'help' }],
    ['help', { command: 'help' }],
    ['build --help', { command: 'help' }],
    ['biuld --help', { command: 'help' }],
    ['inspect --out x --help', { command: 'help' }],
    ['-V', { command: 'version' }],
  ])('understands "%s"', (line, expected) => {
    expect(parse(line).value).toMatchObject(expected);
  });

  it.each([
    ['biuld a.yaml', 'cli/unknown-command', 'Did you mean "build"?'],
    ['a.yaml', 'cli/unknown-command', 'To typeset a file: chancery build a.yaml'],
    ['constructor', 'cli/unknown-command', 'The commands are build, check, inspect, help.'],
    ['build a.yaml --fromat pdf', 'cli/unknown-option', 'Did you mean --format?'],
    ['build a.yaml --__proto__', 'cli/unknown-option', 'All options: chancery help'],
    ['build a.yaml --constructor', 'cli/unknown-option', 'All options: chancery help'],
    ['build a.yaml --fromat pdf --sttrict', 'cli/unknown-option', 'Did you mean --format?'],
    ['build a.yaml --fromat pdf --help', 'cli/unknown-option', 'Did you mean --format?'],
    ['build a.yaml --no-strict', 'cli/unknown-option', 'Did you mean --strict?'],
    ['build a.yaml --out', 'cli/missing-value', 'Write --out DIR: output folder (default: out)'],
    ['build a.yaml --out=', 'cli/missing-value', 'Write --out DIR: output folder (default: out)'],
    ['build a.yaml --out --strict', 'cli/missing-value', 'Write --out DIR: output folder (default: out)'],
    ['build a.yaml --strict=no', 'cli/unexpected-value', 'Write --strict alone.'],
    ['build a.yaml --format html', 'cli/format', 'This version writes pdf and docx: --format pdf,docx'],
    ['build a.yaml --format pfd', 'cli/format', 'Did you mean "pdf"?'],
    ['build', 'cli/missing-operand', 'Example: chancery build data/a-res-75-234.zh.yaml'],
    ['check a.yaml --out x', 'cli/option-not-here', 'It belongs to: build'],
    ['check a.yaml -o x', 'cli/option-not-here', 'It belongs to: build'],
    ['inspect a.yaml b.yaml', 'cli/too-many-operands', 'Write: chancery inspect <file>'],
  ])('refuses "%s" with %s', (line, code, hint) => {
    const { value, diagnostics } = parse(line);
    expect(value).toBeUndefined();
    expect(diagnostics.map((one) => [one.code, one.hints[0]?.text])).toEqual([[code, hint]]);
  });
});

describe('the help', () => {
  it('has three examples and names every command and option', async () => {
    const text = helpText();
    expect(text.match(/^ {2}chancery /gm)).toHaveLength(3);
    for (const command of Object.keys(COMMANDS)) expect(text).toContain(`  ${command} `);
    for (const option of Object.keys(OPTIONS)) expect(text).toContain(`--${option}`);
    await expect(text).toMatchFileSnapshot('../golden/cli/help.txt');
  });

  it('fits a terminal of 100 cells', () => {
    for (const line of helpText().split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });
});
