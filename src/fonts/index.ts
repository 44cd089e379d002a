import { dirname, join } from 'node:path';
import { type Diagnostic, failed, hasErrors, type Outcome, ok } from '../diagnostics.ts';
import type { ByteSource, Inputs } from '../inputs.ts';
import { type CatalogueFace, readCatalogue } from './catalogue.ts';
import { type FaceFacts, openFace } from './face.ts';
import { closest } from './match.ts';
import { pickFace } from './pick.ts';
import { openSfnt, type Sfnt } from './sfnt.ts';
import { fontkitLoader } from './shape.ts';
import type { Face, FaceId, FontBook } from './types.ts';
import { readUserFonts } from './user-fonts.ts';

export type * from './types.ts';

interface FontEntry {
  readonly facts: FaceFacts;
  readonly sfnt: Sfnt;
  readonly index: number;
}

/**
 * All faces of `<root>/fonts/catalogue.yaml` and of the user's fonts folder; a user's family takes the place of a
 * shipped one of the same name. Files are opened now, so a missing one is told before any work; their tables are read
 * when a face is first used. Opening costs a millisecond, parsing is kept in the book: open one book a process.
 * Errors: `fonts/not-installed`, `fonts/not-prepared`, and those of `readUserFonts` and `readCatalogue`.
 */
export function openFontBook(
  inputs: Inputs,
  options: { readonly root: string; readonly userFonts?: string },
): Outcome<FontBook> {
  const diagnostics: Diagnostic[] = [];
  const take = <T>(outcome: Outcome<T>): T | undefined => {
    diagnostics.push(...outcome.diagnostics);
    return outcome.value;
  };
  const text = take(inputs.text(join(options.root, 'fonts', 'catalogue.yaml')));
  const catalogue = (text && take(readCatalogue(text))) ?? [];
  const entries: FontEntry[] = [];
  for (const face of catalogue) {
    const sfnt = take(openCatalogueFace(inputs, options.root, face));
    if (sfnt) entries.push({ facts: face.facts, sfnt, index: 0 });
  }
  const own = options.userFonts === undefined ? [] : (take(readUserFonts(inputs, options.userFonts)) ?? []);
  if (hasErrors(diagnostics)) return { diagnostics };
  const replaced = new Set(own.map(({ facts }) => facts.family));
  return ok(
    bookOf([...entries.filter(({ facts }) => !replaced.has(facts.family)), ...own], options.root),
    diagnostics,
  );
}

function openCatalogueFace(inputs: Inputs, root: string, face: CatalogueFace): Outcome<Sfnt> {
  const path = face.prepared === undefined ? undefined : join(root, 'dist', 'fonts', face.prepared);
  if (path !== undefined) {
    const source = inputs.open(path).value;
    return source ? openSfnt(path, source) : failed(notPrepared(face, path));
  }
  const found = findInPackage(inputs, root, face);
  return found ? openSfnt(found.path, found.source) : failed(notInstalled(face));
}

/** As Node finds modules: in node_modules of the root or of a folder above it, where Chancery is itself installed. */
function findInPackage(
  inputs: Inputs,
  root: string,
  face: CatalogueFace,
): { path: string; source: ByteSource } | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', face.package, face.file);
    const source = inputs.open(path).value;
    if (source) return { path, source };
    if (dirname(folder) === folder) return undefined;
  }
}

function bookOf(entries: readonly FontEntry[], root: string): FontBook {
  const loadFontkit = fontkitLoader(root);
  const opened = new Map<FaceId, Face>();
  const open = (entry: FontEntry): Face => {
    const known = opened.get(entry.facts.id);
    if (known) return known;
    const face = openFace(entry.facts, entry.sfnt, entry.index, loadFontkit);
    opened.set(entry.facts.id, face);
    return face;
  };
  const byFamily = new Map<string, (FontEntry & FaceFacts)[]>();
  for (const entry of entries) {
    const family = byFamily.get(entry.facts.family) ?? [];
    family.push({ ...entry, ...entry.facts });
    byFamily.set(entry.facts.family, family);
  }
  return {
    chain: (families, weight, style) =>
      families.flatMap((name) => {
        const entry = closest(byFamily.get(name) ?? [], weight, style);
        return entry ? [open(entry)] : [];
      }),
    face: (id) => {
      const entry = entries.find(({ facts }) => facts.id === id);
      if (!entry) throw new Error(`no face is called ${id}`);
      return open(entry);
    },
    hasFamily: (name) => byFamily.has(name),
    families: [...byFamily.keys()],
    pick: pickFace,
  };
}

const notInstalled = (face: CatalogueFace): Diagnostic => ({
  code: 'fonts/not-installed',
  severity: 'error',
  message: `the font ${face.facts.family} (${face.facts.id}) is not installed: ${face.package}/${face.file} is missing`,
  hints: [{ text: 'Run `npm ci`, then `npm run compile`.' }],
});

const notPrepared = (face: CatalogueFace, path: string): Diagnostic => ({
  code: 'fonts/not-prepared',
  severity: 'error',
  message: `the font ${face.facts.family} (${face.facts.id}) is not prepared: there is no file ${path}`,
  reason: 'It comes as WOFF2, which PDF cannot embed; compiling turns it into TrueType.',
  hints: [{ text: 'Run `npm run compile`.' }],
});
