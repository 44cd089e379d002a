import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMATS, fileInputs, openTranscript, openWorkshop, typeset } from '../../src/index.ts';
import { chancery, filesIn, folderOf, ROOT } from './command.ts';

const bundle = readFileSync(join(ROOT, 'dist/chancery.cjs'));

describe('the bundle', () => {
  it('needs no module but those of Node', () => {
    const needed = [...bundle.toString('latin1').matchAll(/\brequire\("([^"]+)"\)/g)].map(
      ([, name]) => name!,
    );
    expect(needed.length).toBeGreaterThan(0);
    expect(needed.filter((name) => !builtinModules.includes(name.replace(/^node:/, '')))).toEqual([]);
  });

  it('is pure ASCII, as the starter reads it', () => {
    expect(bundle.every((byte) => byte < 0x80)).toBe(true);
  });

  it('sets the seed to the same bytes as the sources do', async () => {
    const seed = join(ROOT, 'data/a-res-75-234.zh.yaml');
    const folder = folderOf({ 'seed.yaml': readFileSync(seed) });
    const { code } = await chancery(folder.path, 'build', 'seed.yaml');
    const shop = openWorkshop(fileInputs(), { root: ROOT }).value!;
    const log = openTranscript(() => 0);
    const product = await typeset(shop, seed, FORMATS, log);
    expect({ code, fault: log.fault, said: log.diagnostics }).toEqual({
      code: 0,
      fault: undefined,
      said: [],
    });
    expect(product?.files.map(({ format }) => format)).toEqual(FORMATS);
    for (const { format, bytes } of product?.files ?? [])
      expect(readFileSync(join(folder.path, `out/seed.${format}`)).equals(bytes), format).toBe(true);
    folder.remove();
  });

  it('has every shipped template compiled', () => {
    const templates = filesIn(join(ROOT, 'templates')).filter((path) => path.endsWith('.hbs'));
    expect(bundle.toString('latin1').match(/\bspecification:\s?\{/g)).toHaveLength(templates.length);
  });

  it('is started by an executable file with a shebang', () => {
    const command = join(ROOT, 'dist/bin/chancery.js');
    expect(readFileSync(command, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    if (process.platform !== 'win32') expect(statSync(command).mode & 0o111).toBe(0o111);
  });

  it('keeps V8 code for this Node', () => {
    expect(readdirSync(join(ROOT, 'dist/code-cache')).join()).toContain(process.versions.v8);
  });
});

describe('the library', () => {
  it('offers what docs/architecture.md says', async () => {
    expect(Object.keys(await import(join(ROOT, 'dist/index.js'))).sort()).toEqual([
      'FORMATS',
      'draft',
      'fileInputs',
      'hasErrors',
      'layOut',
      'memoryInputs',
      'openTranscript',
      'openWorkshop',
      'positionAt',
      'typeset',
    ]);
    expect(readFileSync(join(ROOT, 'dist/types/index.d.ts'), 'utf8')).toContain('typeset');
  });
});

describe('kept V8 code', () => {
  // A second installation, so that spoiling its kept code disturbs no other test.
  const copy = folderOf({});
  const cache = join(copy.path, 'dist/code-cache');
  let name = '';
  beforeAll(() => {
    for (const part of [
      'dist/bin',
      'dist/chancery.cjs',
      'dist/fonts',
      'fonts',
      'templates',
      'data',
      'package.json',
    ])
      cpSync(join(ROOT, part), join(copy.path, part), { recursive: true });
    cpSync(join(ROOT, 'dist/code-cache'), cache, { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy.path, 'node_modules'), 'junction');
    name = readdirSync(cache)[0]!;
  });
  afterAll(() => copy.remove());
  const build = () =>
    execFileSync(process.execPath, ['dist/bin/chancery.js', 'build', 'data', '--format', 'pdf'], {
      cwd: copy.path,
      encoding: 'utf8',
    });

  it('is taken from the file', () => {
    const before = readFileSync(join(cache, name));
    expect(build()).toContain('out/a-res-75-234.zh.pdf');
    expect(readFileSync(join(cache, name)).equals(before)).toBe(true);
  });

  it.each([
    ['garbage', () => writeFileSync(join(cache, name), 'garbage')],
    ['cut', () => writeFileSync(join(cache, name), readFileSync(join(cache, name)).subarray(0, 1000))],
    ['gone', () => rmSync(join(cache, name))],
  ])('is made anew when it is %s', (_, spoil) => {
    spoil();
    expect(build()).toContain('out/a-res-75-234.zh.pdf');
    expect(statSync(join(cache, name)).size).toBeGreaterThan(100_000);
    expect(readdirSync(cache)).toEqual([name]);
  });

  it('is done without where it cannot be written', () => {
    rmSync(cache, { recursive: true });
    writeFileSync(cache, 'a file where the folder should be');
    expect(build()).toContain('out/a-res-75-234.zh.pdf');
    rmSync(cache);
    mkdirSync(cache);
    chmodSync(cache, 0o755);
  });
});
