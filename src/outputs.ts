import { accessSync, constants, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from './diagnostics.ts';

/** A finished file and where it goes. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a run means to write for one input: `stem` is the output's path below the output folder, without extension. */
export interface PlannedOutput {
  readonly input: string;
  readonly stem: string;
}

/** Names that Windows keeps for devices, with any extension (Microsoft, "Naming Files, Paths, and Namespaces"). */
const DEVICE_NAME = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;
/** Characters that some file system refuses in a name, and controls. */
const REFUSED_CHARACTER = /[<>:"|?*\\\u0000-\u001f\u007f]/;

/** Path of an output below `folder`, e.g. `out/a-res-75-234.zh.pdf`. */
export const outputPath = (folder: string, output: PlannedOutput, extension: string): string =>
  join(folder, ...output.stem.split('/')) + extension;

/**
 * Checks all output names before any work. Errors: `output/outside` (a name that leaves the folder),
 * `output/unportable-name` (one that some system refuses), `output/collision` (two names that are one to a file system
 * which ignores case or normalises; compared in NFC and lower case).
 */
export function checkPlan(folder: string, plan: readonly PlannedOutput[]): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const taken = new Map<string, PlannedOutput>();
  for (const output of plan) {
    const fault = outside(folder, output) ?? unportable(output);
    if (fault) {
      diagnostics.push(fault);
      continue;
    }
    const key = output.stem.normalize('NFC').toLowerCase();
    const other = taken.get(key);
    if (other) diagnostics.push(collision(other, output));
    else taken.set(key, output);
  }
  return diagnostics;
}

function outside(folder: string, output: PlannedOutput): Diagnostic | undefined {
  const inside = relative(resolve(folder), resolve(folder, output.stem));
  const leaves = inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  if (!leaves) return undefined;
  return {
    code: 'output/outside',
    severity: 'error',
    message: `the output of ${output.input} would lie outside ${folder}`,
    reason: 'Chancery writes only below the folder given with --out.',
    hints: [{ text: 'Rename the file, or give its folder instead of a path with "..".' }],
  };
}

function unportable(output: PlannedOutput): Diagnostic | undefined {
  const name = output.stem
    .split('/')
    .find((part) => DEVICE_NAME.test(part) || REFUSED_CHARACTER.test(part) || /[. ]$/.test(part));
  if (name === undefined) return undefined;
  return {
    code: 'output/unportable-name',
    severity: 'error',
    message: `the output of ${output.input} would be called "${name}", which Windows cannot store`,
    reason: 'Documents are passed on: a name must be good on every system.',
    hints: [{ text: 'Rename the data file: no device name (CON, NUL, COM1 …), none of < > : " | ? * \\.' }],
  };
}

const collision = (first: PlannedOutput, second: PlannedOutput): Diagnostic => ({
  code: 'output/collision',
  severity: 'error',
  message: `${first.input} and ${second.input} would be written to the same file`,
  reason:
    'Output names are compared without regard to case and to composed or decomposed letters, as many file systems do.',
  hints: [{ text: 'Rename one of them, or build them in two runs with different --out folders.' }],
});

/** Makes the output folder and tries whether it can be written to. Error: `output/folder`. */
export function openOutputFolder(folder: string): Diagnostic | undefined {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    return {
      code: 'output/folder',
      severity: 'error',
      message: `${folder} cannot be used as the output folder: ${explain((error as NodeJS.ErrnoException).code)}`,
      hints: [{ text: 'Give another folder with --out.' }],
    };
  }
}

let serial = 0;

/**
 * Writes the files of one document, all or none: each is first written whole under a temporary name in its own folder
 * (a rename within a folder is atomic), then all are renamed. Error: `output/write`; no temporary file stays behind.
 */
export function writeOutputs(files: readonly OutputFile[]): Diagnostic | undefined {
  const partials: string[] = [];
  let current = '';
  try {
    for (const { path, bytes } of files) {
      current = path;
      mkdirSync(dirname(path), { recursive: true });
      // Else the first rename would stand when the second meets a folder.
      if (isFolder(path)) return writeFault(path, 'EISDIR');
      // A short name of its own: the output's name may already be as long as the file system allows.
      const partial = join(dirname(path), `.chancery-${process.pid}-${serial++}.partial`);
      partials.push(partial);
      writeFileSync(partial, bytes);
    }
    for (const [index, { path }] of files.entries()) {
      current = path;
      renameSync(partials[index]!, path);
    }
    return undefined;
  } catch (error) {
    return writeFault(current, (error as NodeJS.ErrnoException).code);
  } finally {
    for (const partial of partials) rmSync(partial, { force: true });
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const writeFault = (path: string, code: string | undefined): Diagnostic => ({
  code: 'output/write',
  severity: 'error',
  message: `${path} cannot be written: ${explain(code)}`,
  hints: [
    { text: 'Make room or give another folder with --out; a file open in another program must be closed.' },
  ],
});

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you are not allowed to write there',
  EPERM: 'you are not allowed to write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your quota is used up',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'there is a file of that name',
  EISDIR: 'there is a folder of that name',
  EBUSY: 'another program holds it',
  ENAMETOOLONG: 'the name is too long',
};

const explain = (code: string | undefined): string => REASONS[code ?? ''] ?? code ?? 'unknown fault';
