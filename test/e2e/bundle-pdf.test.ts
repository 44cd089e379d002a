import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileInputs, openTranscript, openWorkshop, typeset } from '../../src/index.ts';
import { chancery, folderOf, ROOT } from './command.ts';

const bundle = readFileSync(join(ROOT, 'dist/chancery.cjs'), 'latin1');
const sourceOf = (module: string): string =>
  readFileSync(createRequire(import.meta.url).resolve(module), 'utf8');

describe('pdfkit in the bundle', () => {
  it('is there', () => {
    expect(sourceOf('pdfkit')).toContain('bufferedPageRange()');
    expect(bundle).toContain('bufferedPageRange()');
  });

  // Each text stands in the module, so that its absence from the bundle says something.
  it.each([
    ['fontkit', 'Unknown font format'],
    ['linebreak', 'nextCharClass'],
    ['png-js', 'Incomplete or corrupt PNG file'],
    ['@noble/ciphers/aes', 'aes: invalid'],
  ])('comes without %s', (module, text) => {
    expect(sourceOf(module)).toContain(text);
    expect(bundle).toContain(`${module} is left out of Chancery's pdfkit`);
    expect(bundle).not.toContain(text);
  });
});

it('scripts that need fontkit are shaped by it, from the bundle as from the sources', async () => {
  const seed = readFileSync(join(ROOT, 'data/a-res-75-234.zh.yaml'), 'utf8');
  // A stress mark has no letter of its own to join.
  const folder = folderOf({ 'stress.yaml': seed.replace('其认可', '其认可За\u0301мок') });
  const { code } = await chancery(folder.path, 'build', 'stress.yaml', '--format', 'pdf');
  expect(code).toBe(0);
  const shop = openWorkshop(fileInputs(), { root: ROOT }).value!;
  const log = openTranscript(() => 0);
  const product = await typeset(shop, join(folder.path, 'stress.yaml'), ['pdf'], log);
  expect(readFileSync(join(folder.path, 'out/stress.pdf')).equals(product!.files[0]!.bytes)).toBe(true);
  expect(Object.keys(createRequire(join(ROOT, 'package.json')).cache ?? {}).join()).toMatch(
    /node_modules.fontkit/,
  );
  folder.remove();
});
