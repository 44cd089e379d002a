import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkPlan, openOutputFolder, outputPath, writeOutputs } from '../../src/outputs.ts';

const plan = (...stems: string[]) => stems.map((stem, index) => ({ input: `${index}.yaml`, stem }));
const codes = (...stems: string[]) => checkPlan('out', plan(...stems)).map(({ code }) => code);

describe('output names', () => {
  it('are the path below the output folder', () => {
    expect(outputPath('out', { input: 'x', stem: 'packs/p.zh' }, '.pdf')).toBe(
      join('out', 'packs', 'p.zh.pdf'),
    );
  });

  it.each([['../x'], ['a/../../x'], ['/etc/x'], ['..'], ['.'], ['']])(
    'never leave the folder: %j',
    (stem) => {
      expect(codes(stem)).toEqual(['output/outside']);
    },
  );

  it.each([['con'], ['a/NUL'], ['com1.zh'], ['a:b'], ['a\\b'], ['a\u0007'], ['a/b. /c'], ['a.']])(
    'are good on every system: %j is not',
    (stem) => {
      expect(codes(stem)).toEqual(['output/unportable-name']);
    },
  );

  it.each([['console'], ['a/b.zh'], ['决议'], ['..a'], ['a..b'], ['odd[1]']])('%j is fine', (stem) => {
    expect(codes(stem)).toEqual([]);
  });

  it('that a file system may take for one are refused', () => {
    expect(codes('A-Res', 'a-res')).toEqual(['output/collision']);
    expect(codes('re\u0301solution', 'r\u00e9solution')).toEqual(['output/collision']);
    expect(codes('a', 'b', 'a/b')).toEqual([]);
  });
});

describe('writing', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chancery-outputs-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const bytes = (text: string) => new TextEncoder().encode(text);

  it('makes folders and leaves nothing but the files', () => {
    const path = join(folder, 'a/b/c.pdf');
    expect(writeOutputs([{ path, bytes: bytes('new') }])).toBeUndefined();
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['c.pdf']);
  });

  it('writes all files of a document or none', () => {
    mkdirSync(join(folder, 'x.docx'));
    writeFileSync(join(folder, 'x.pdf'), 'old');
    const fault = writeOutputs([
      { path: join(folder, 'x.pdf'), bytes: bytes('new') },
      { path: join(folder, 'x.docx'), bytes: bytes('new') },
    ]);
    expect(fault?.code).toBe('output/write');
    expect(fault?.message).toContain('there is a folder of that name');
    expect(readFileSync(join(folder, 'x.pdf'), 'utf8')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['x.docx', 'x.pdf']);
  });

  it('takes a name as long as the file system allows', () => {
    const path = join(folder, `${'x'.repeat(251)}.pdf`);
    expect(writeOutputs([{ path, bytes: bytes('new') }])).toBeUndefined();
    expect(existsSync(path)).toBe(true);
  });

  it('says why a folder cannot be used', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(openOutputFolder(join(folder, 'file/below'))?.message).toContain('a part of the path is a file');
    expect(openOutputFolder(join(folder, 'file'))?.message).toContain('there is a file of that name');
    expect(openOutputFolder(join(folder, 'new/below'))).toBeUndefined();
  });
});
