// Turns the WOFF2 files of the font catalogue into TrueType files in dist/fonts.
//
// PDF embeds TrueType or CFF programs, never WOFF2 (a WOFF2 file put into a PDF makes a file of many megabytes
// that shows nothing), and decoding takes a third of a second, so it is done once, when Chancery is compiled.
// Run alone with `node tools/prepare-fonts.mjs`.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Makes every `prepared` font of `<root>/fonts/catalogue.yaml` that is missing or older than its package.
 * Beside each font stands `<font>.json` with the SHA-256 of the WOFF2 file it came from and of itself.
 * @param {string} root folder of Chancery's package.json
 * @returns {Promise<{ made: string[], fresh: string[] }>} paths of the fonts
 */
export async function prepareFonts(root) {
  const { parse } = await import('yaml');
  const catalogue = parse(readFileSync(join(root, 'fonts', 'catalogue.yaml'), 'utf8'));
  const made = [];
  const fresh = [];
  for (const face of catalogue.families.flatMap((family) => family.faces)) {
    if (!face.prepared) continue;
    const source = readFileSync(findInPackage(root, face.package, face.file));
    const output = join(root, 'dist', 'fonts', face.prepared);
    if (isFresh(output, digest(source))) fresh.push(output);
    else {
      await decode(source, output);
      made.push(output);
    }
  }
  return { made, fresh };
}

/** As Node finds modules: in node_modules of the root or of a folder above it, where Chancery is itself installed. */
function findInPackage(root, name, file) {
  for (let folder = resolve(root); ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name, file);
    if (existsSync(path)) return path;
    if (dirname(folder) === folder) throw new Error(`${name}/${file} is not installed: run "npm ci" first`);
  }
}

const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');

function isFresh(output, sourceDigest) {
  if (!existsSync(output) || !existsSync(`${output}.json`)) return false;
  try {
    const note = JSON.parse(readFileSync(`${output}.json`, 'utf8'));
    return note.source === sourceDigest && note.bytes === statSync(output).size;
  } catch {
    return false; // a note cut short by an interrupted run
  }
}

async function decode(source, output) {
  const { default: wawoff2 } = await import('wawoff2');
  const font = await wawoff2.decompress(source);
  mkdirSync(dirname(output), { recursive: true });
  writeWhole(output, font);
  // The note comes last: a run that stops between the two decodes again.
  const note = { source: digest(source), font: digest(font), bytes: font.length };
  writeWhole(`${output}.json`, `${JSON.stringify(note, null, 2)}\n`);
}

function writeWhole(path, content) {
  const partial = `${path}.${process.pid}.partial`;
  writeFileSync(partial, content);
  renameSync(partial, path);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { made, fresh } = await prepareFonts(resolve(dirname(fileURLToPath(import.meta.url)), '..'));
  for (const path of made) console.log(`made ${path}`);
  for (const path of fresh) console.log(`fresh ${path}`);
}
