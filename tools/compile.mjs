// Makes dist/: the command and the library bundled, type declarations, prepared fonts, V8 code cache.
//
//   node tools/compile.mjs              always
//   node tools/compile.mjs --if-stale   only if a source, tool, font list or dependency has changed
//
// dist/bin/chancery.js   the command: a small starter (src/cli/launcher.ts) that runs
// dist/chancery.cjs      the whole program in one classic script, since only `vm.Script` can take V8's kept code on
//                        Node 20 (one bundle instead of modules saves 0.1 s at start, kept code another 0.06 s)
// dist/code-cache/       kept code, named after the bundle's digest and V8's version
// dist/index.js          the library for programs; dependencies stay outside
// dist/types/            its declarations
// dist/fonts/            fonts decoded for embedding (tools/prepare-fonts.mjs)
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nativeGunzip } from './native-gunzip.mjs';
import { prepareFonts } from './prepare-fonts.mjs';
import { preparedTemplates } from './prepare-templates.mjs';
import { leaveOutUnreached } from './unreached-parts.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const stamp = join(dist, 'stamp');

/** What dist/ is made of. Data and styles are read when a document is set. */
const INGREDIENTS = [
  'src',
  'tools',
  'templates',
  'fonts/catalogue.yaml',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.types.json',
];

const digest = sourceDigest();
const isFresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
if (!process.argv.includes('--if-stale') || !isFresh) {
  // esbuild has said what is wrong, with a code frame; its exception repeats it.
  await compile().catch((error) => {
    if (!error.errors) console.error(error.message);
    process.exitCode = 1;
  });
}

async function compile() {
  const start = performance.now();
  rmSync(stamp, { force: true }); // a compilation that stops halfway is stale
  const [, fonts] = await Promise.all([bundleAll(), prepareFonts(root), declareTypes()]);
  await warmUp();
  writeFileSync(stamp, digest);
  const made = fonts.made.length > 0 ? `, ${fonts.made.length} font prepared` : '';
  console.error(`compiled in ${((performance.now() - start) / 1000).toFixed(1)} s${made}`);
}

async function bundleAll() {
  const esbuild = await import('esbuild');
  const common = {
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    logLevel: 'warning',
    absWorkingDir: root,
  };
  const program = await esbuild.build({
    ...common,
    entryPoints: ['src/cli/bin.ts'],
    format: 'cjs',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    // Modules that ask where they stand are answered with the bundle's place.
    define: { 'import.meta.url': '__bundleUrl' },
    plugins: [leaveOutUnreached, nativeGunzip, preparedTemplates(root, esbuild)],
    banner: { js: 'const __bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
    write: false,
  });
  const code = asciiOnly(program.outputFiles[0].text);
  const starter = await esbuild.build({
    ...common,
    entryPoints: ['src/cli/launcher.ts'],
    format: 'esm',
    define: { BUNDLE_DIGEST: JSON.stringify(sha256(code).slice(0, 16)) },
    write: false,
  });
  await esbuild.build({
    ...common,
    entryPoints: ['src/index.ts'],
    format: 'esm',
    packages: 'external',
    outfile: join(dist, 'index.js'),
  });
  rmSync(join(dist, 'code-cache'), { recursive: true, force: true });
  mkdirSync(join(dist, 'code-cache'), { recursive: true });
  mkdirSync(join(dist, 'bin'), { recursive: true });
  writeFileSync(join(dist, 'chancery.cjs'), code);
  const command = join(dist, 'bin', 'chancery.js');
  writeFileSync(command, starter.outputFiles[0].contents);
  chmodSync(command, 0o755);
}

/**
 * The same program in ASCII, which the starter can read without decoding. esbuild escapes strings but leaves regular
 * expressions as they are; `\\uXXXX` means the same in both. A backslash that stood before the character goes.
 */
function asciiOnly(code) {
  return code.replace(/(\\*)([^\0-\x7f])/g, (_, slashes, character) => {
    const kept = slashes.length % 2 === 0 ? slashes : slashes.slice(1);
    return `${kept}\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** Declarations of the public API and of what it names. Types are checked by `npm run check`, not here. */
async function declareTypes() {
  await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.types.json']);
}

/** One real run, after which the starter keeps V8's code. It only makes the next start faster, so it may fail. */
async function warmUp() {
  const out = mkdtempSync(join(tmpdir(), 'chancery-'));
  await run(
    process.execPath,
    [join(dist, 'bin/chancery.js'), 'build', join(root, 'data'), '--out', out, '--quiet'],
    'ignore',
  );
  rmSync(out, { recursive: true });
}

function run(program, words, stdio = 'inherit') {
  return new Promise((done) => {
    const child = spawn(program, words, { cwd: root, stdio });
    child.on('error', () => done(-1));
    child.on('close', (code) => done(code));
  });
}

function sourceDigest() {
  const hash = createHash('sha256').update(process.version);
  for (const path of INGREDIENTS.flatMap((ingredient) => filesOf(join(root, ingredient))))
    hash.update(`\0${path}\0`).update(readFileSync(path));
  return hash.digest('hex');
}

function filesOf(path) {
  const entries = readdirSync(dirname(path), { withFileTypes: true });
  const entry = entries.find(({ name }) => join(dirname(path), name) === path);
  if (!entry?.isDirectory()) return entry ? [path] : [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
