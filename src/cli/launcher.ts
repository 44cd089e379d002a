#!/usr/bin/env node
// The `chancery` command. Compiling the bundle takes longer than typesetting a short resolution, so V8's compiled code
// is kept beside the bundle and handed back at the next start (vm.Script `cachedData`).
// Kept code is named after the bundle's digest and V8's version and checked by V8 itself; where it is missing, refused
// or cannot be written, the bundle is compiled as usual.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, Script } from 'node:vm';

/** First digits of the bundle's SHA-256; put in by tools/compile.mjs. */
declare const BUNDLE_DIGEST: string;

type Start = (root: string) => Promise<number>;

const dist = join(dirname(fileURLToPath(import.meta.url)), '..');
const bundle = join(dist, 'chancery.cjs');
const kept = join(dist, 'code-cache', `${BUNDLE_DIGEST}-${process.versions.v8}-${process.arch}`);

// The bundle is pure ASCII (tools/compile.mjs sees to it): Latin-1 needs no decoding and one byte a character.
const source = readFileSync(bundle, 'latin1');
const cachedData = readKept();
const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
  filename: bundle,
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  ...(cachedData ? { cachedData } : {}),
});
const module: { exports: { start?: Start } } = { exports: {} };
script.runInThisContext()(module.exports, createRequire(bundle), module, bundle, dist);
const code = await module.exports.start?.(join(dist, '..'));

// After a build, not before: V8 then keeps the functions that a build uses, not only the outermost ones.
if ((!cachedData || script.cachedDataRejected) && code === 0 && process.argv[2] === 'build') keep();

function readKept(): Buffer | undefined {
  try {
    return readFileSync(kept);
  } catch {
    return undefined;
  }
}

function keep(): void {
  try {
    const partial = `${kept}.${process.pid}.partial`;
    writeFileSync(partial, script.createCachedData());
    renameSync(partial, kept);
  } catch {
    // Installed where the user may not write: the next start compiles again.
  }
}
