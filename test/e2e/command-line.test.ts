import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chancery, filesIn, folderOf, ROOT } from './command.ts';

const SEED = readFileSync(join(ROOT, 'data/a-res-75-234.zh.yaml'), 'utf8');
const folder = folderOf({
  'data/a.yaml': SEED,
  'data/sub/b.yaml': SEED.replace('南南合作\n', '合作\n'),
  'data/other.json': '{"compilerOptions": {}}',
  'data/pack.yaml': 'schema: chancery/pack@1\ntitle: x\n',
  'data/bad.txt': 'not looked at',
});
afterAll(() => folder.remove());

describe.concurrent('the command', () => {
  it('shows its help when nothing is asked', async () => {
    const { code, out, err } = await chancery(folder.path);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Examples');
  });

  it('tells its version', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(await chancery(folder.path, '--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it.each([
    ['biuld data', 'cli/unknown-command', 'Did you mean "build"?'],
    ['build data --fromat pdf --sttrict', 'cli/unknown-option', 'Did you mean --format?'],
    ['check data --out x', 'cli/option-not-here', 'It belongs to: build'],
    ['build data --out', 'cli/missing-value', 'Write --out DIR'],
    ['build data --strict=no', 'cli/unexpected-value', 'Write --strict alone.'],
  ])('refuses "%s" and says what to do', async (line, kind, hint) => {
    const { code, out, err } = await chancery(folder.path, ...line.split(' '));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(kind);
    expect(err).toContain(hint);
  });

  it('builds a folder, keeps its paths, skips what is no resolution and counts it', async () => {
    const { code, out, err } = await chancery(folder.path, 'build', 'data', '--out', 'all');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(filesIn(join(folder.path, 'all'))).toEqual(['a.docx', 'a.pdf', 'sub/b.docx', 'sub/b.pdf']);
    expect(out.trimEnd().split('\n').at(-1)).toBe('2 done, skipped 1 other file, 1 briefing pack');
  });

  it('refuses a file that is no resolution when it is named', async () => {
    const { code, err } = await chancery(folder.path, 'check', 'data/other.json');
    expect(code).toBe(1);
    expect(err).toMatch(/data\/other\.json:\d+:\d+: error: /);
  });

  it('writes one format if one is asked', async () => {
    await chancery(folder.path, 'build', 'data/**/b.yaml', '--format', 'pdf', '--out', 'one');
    expect(filesIn(join(folder.path, 'one'))).toEqual(['sub/b.pdf']);
  });

  it('says nothing when quiet', async () => {
    const ended = await chancery(folder.path, 'build', 'data', '--quiet', '--out', 'quiet');
    expect(ended).toEqual({ code: 0, out: '', err: '' });
  });

  it('speaks JSON', async () => {
    const { code, out, err } = await chancery(folder.path, 'build', 'data', '--json', '--out', 'json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { version, documents, diagnostics } = JSON.parse(out);
    expect({ version, diagnostics }).toEqual({ version: 1, diagnostics: [] });
    expect(
      documents.map(({ input, status }: { input: string; status: string }) => `${input} ${status}`),
    ).toEqual([
      'data/a.yaml done',
      'data/other.json skipped',
      'data/pack.yaml skipped',
      'data/sub/b.yaml done',
    ]);
    expect(documents[0].written.map(({ path }: { path: string }) => path)).toEqual([
      'json/a.pdf',
      'json/a.docx',
    ]);
    expect(documents[1].diagnostics[0]).toMatchObject({ file: 'data/other.json', start: { line: 1 } });
  });

  it('speaks JSON about a wrong command line too', async () => {
    const { code, out } = await chancery(folder.path, 'build', 'nothing/*.yaml', '--json');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ documents: [], diagnostics: [{ code: 'cli/nothing-found' }] });
  });

  it('checks without writing', async () => {
    const { code, out } = await chancery(folder.path, 'check', 'data/a.yaml');
    expect(code).toBe(0);
    expect(out).toMatch(/^data\/a\.yaml ok {2}\d pages, /);
    expect(filesIn(folder.path).filter((path) => path.startsWith('out/'))).toEqual([]);
  });

  it.each(['--lines', '--pages', '--tags', '--styles'])('inspects %s', async (view) => {
    const { code, out, err } = await chancery(folder.path, 'inspect', 'data/a.yaml', view);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n').length).toBeGreaterThan(20);
    expect(out).toContain('南南合作');
  });

  it('tells the time of each stage when verbose', async () => {
    const { out } = await chancery(folder.path, 'check', 'data/a.yaml', '--verbose');
    expect(out).toMatch(/ {2}model \d+\.\d ms, template .*, layout .*, pdf .*, docx /);
  });
});
