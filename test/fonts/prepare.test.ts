import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { ROOT } from '../support/fonts.ts';

const tool = pathToFileURL(join(ROOT, 'tools/prepare-fonts.mjs')).href;

/** `prepareFonts` in a process of its own: how many fonts were made and how many were fresh. */
function prepare(root: string): { made: number; fresh: number } {
  const script = `import { prepareFonts } from ${JSON.stringify(tool)};
    const { made, fresh } = await prepareFonts(${JSON.stringify(root)});
    console.log(JSON.stringify({ made: made.length, fresh: fresh.length }));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }),
  );
}

test('the Kai is decoded once, and again only if its file is not whole', () => {
  const root = mkdtempSync(join(tmpdir(), 'chancery-'));
  mkdirSync(join(root, 'fonts'));
  copyFileSync(join(ROOT, 'fonts/catalogue.yaml'), join(root, 'fonts/catalogue.yaml'));
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  expect(prepare(root)).toEqual({ made: 1, fresh: 0 });
  expect(prepare(root)).toEqual({ made: 0, fresh: 1 });
  const font = join(root, 'dist/fonts/lxgw-wenkai-500.ttf');
  truncateSync(font, 1000);
  expect(prepare(root)).toEqual({ made: 1, fresh: 0 });
  expect(readFileSync(font).equals(readFileSync(join(ROOT, 'dist/fonts/lxgw-wenkai-500.ttf')))).toBe(true);
});
