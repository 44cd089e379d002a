import { fstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { compareText, type Diagnostic, failed, type Outcome, ok } from './diagnostics.ts';
import type { Source, SourceId } from './source.ts';

/** A file read piece by piece: a CJK font has 15 MB, of which a document needs some hundred kilobytes. */
export interface ByteSource {
  /** Bytes in the file. */
  readonly size: number;
  /** The bytes from `start` up to `end`, both cut to the file's size. */
  slice(start: number, end: number): Uint8Array;
}

/** The one door to files. It notes what was read, so a run knows what its output depends on. */
export interface Inputs {
  /** Whole file as bytes; `limit` in bytes. Errors: `input/not-found`, `input/unreadable`, `input/too-large`. */
  bytes(path: string, limit?: number): Outcome<Uint8Array>;
  /** UTF-8 text without byte-order mark. Also errors with `input/not-utf8`, naming the byte offset. */
  text(path: string, limit?: number): Outcome<Source>;
  /** A file to be read piece by piece, open until the process ends. Errors as for `bytes`. */
  open(path: string): Outcome<ByteSource>;
  /** Names of the files and folders in a folder, in code-unit order. Errors as for `bytes`. */
  list(folder: string): Outcome<readonly string[]>;
  /** What stands at a path; links are followed. */
  kind(path: string): 'file' | 'folder' | 'none';
  /**
   * The files anywhere below a folder as paths relative to it with `/`, in code-unit order. Names that begin with a
   * dot, `node_modules` and links to folders are passed over. Errors as for `bytes`.
   */
  files(folder: string): Outcome<readonly string[]>;
  /** Paths read so far, in order of first reading. */
  readonly read: readonly string[];
  /** Every text read so far, for code frames. */
  readonly sources: ReadonlyMap<SourceId, Source>;
}

/** Inputs on the real file system. */
export function fileInputs(): Inputs {
  const read: string[] = [];
  const sources = new Map<SourceId, Source>();
  const bytes = (path: string, limit = Number.POSITIVE_INFINITY): Outcome<Uint8Array> => {
    if (!read.includes(path)) read.push(path);
    try {
      const size = statSync(path).size;
      if (size > limit) return failed(tooLarge(path, size, limit));
      return ok(readFileSync(path));
    } catch (error) {
      return failed(readFailure(path, error as NodeJS.ErrnoException));
    }
  };
  return {
    bytes,
    text: (path, limit) => {
      const { value, diagnostics } = bytes(path, limit);
      return value ? decode(sources, path, value) : { diagnostics };
    },
    open: (path) => {
      if (!read.includes(path)) read.push(path);
      try {
        return ok(fileSource(openSync(path, 'r')));
      } catch (error) {
        return failed(readFailure(path, error as NodeJS.ErrnoException));
      }
    },
    list: (folder) => {
      if (!read.includes(folder)) read.push(folder);
      try {
        return ok(readdirSync(folder).sort(compareText));
      } catch (error) {
        return failed(readFailure(folder, error as NodeJS.ErrnoException));
      }
    },
    kind: (path) => {
      try {
        return statSync(path).isDirectory() ? 'folder' : 'file';
      } catch {
        return 'none'; // reading it says why
      }
    },
    files: (folder) => {
      try {
        return ok(filesBelow(folder, ''));
      } catch (error) {
        return failed(readFailure(folder, error as NodeJS.ErrnoException));
      }
    },
    read,
    sources,
  };
}

/** Inputs from a map of path to text, for tests. */
export function memoryInputs(files: Readonly<Record<string, string | Uint8Array>>): Inputs {
  const read: string[] = [];
  const sources = new Map<SourceId, Source>();
  const bytes = (path: string): Outcome<Uint8Array> => {
    read.push(path);
    const found = Object.hasOwn(files, path) ? files[path] : undefined;
    if (found === undefined) return failed(readFailure(path, { code: 'ENOENT' } as NodeJS.ErrnoException));
    return ok(typeof found === 'string' ? new TextEncoder().encode(found) : found);
  };
  return {
    bytes,
    text: (path) => {
      const { value, diagnostics } = bytes(path);
      return value ? decode(sources, path, value) : { diagnostics };
    },
    open: (path) => {
      const { value, diagnostics } = bytes(path);
      return value ? ok(memorySource(value)) : { diagnostics };
    },
    list: (folder) => {
      read.push(folder);
      const inside = Object.keys(files).filter((path) => path.startsWith(`${folder}/`));
      if (inside.length === 0)
        return failed(readFailure(folder, { code: 'ENOENT' } as NodeJS.ErrnoException));
      const names = inside.map((path) => path.slice(folder.length + 1).split('/')[0] ?? '');
      return ok([...new Set(names)].sort(compareText));
    },
    kind: (path) =>
      Object.hasOwn(files, path)
        ? 'file'
        : Object.keys(files).some((known) => known.startsWith(`${path}/`))
          ? 'folder'
          : 'none',
    files: (folder) =>
      ok(
        Object.keys(files)
          .filter((path) => path.startsWith(`${folder}/`))
          .map((path) => path.slice(folder.length + 1))
          .sort(compareText),
      ),
    read,
    sources,
  };
}

function filesBelow(folder: string, prefix: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(path, `${prefix}${entry.name}/`);
      const isFile =
        entry.isFile() || (entry.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isFile());
      return isFile ? [`${prefix}${entry.name}`] : [];
    })
    .sort(compareText);
}

function fileSource(descriptor: number): ByteSource {
  const { size } = fstatSync(descriptor);
  return {
    size,
    slice: (start, end) => {
      const from = Math.min(Math.max(start, 0), size);
      const piece = new Uint8Array(Math.max(Math.min(end, size) - from, 0));
      let done = 0;
      while (done < piece.length) {
        const count = readSync(descriptor, piece, done, piece.length - done, from + done);
        if (count === 0) return piece.subarray(0, done); // the file was cut while it was read
        done += count;
      }
      return piece;
    },
  };
}

/** Bytes in memory as a file read piece by piece. */
export const memorySource = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  slice: (start, end) => bytes.subarray(Math.max(start, 0), Math.max(end, 0)),
});

function decode(sources: Map<SourceId, Source>, path: string, data: Uint8Array): Outcome<Source> {
  try {
    const source = { id: path, text: new TextDecoder('utf-8', { fatal: true }).decode(data) };
    sources.set(path, source);
    return ok(source);
  } catch {
    const offset = firstInvalidByte(data);
    const before = new TextDecoder('utf-8').decode(data.subarray(0, offset));
    const line = before.split(/\r\n|\n|\r/).length;
    return failed({
      code: 'input/not-utf8',
      severity: 'error',
      message: `${path} is not UTF-8: the byte 0x${hex(data[offset] ?? 0)} at offset ${offset} (line ${line}) begins no character`,
      reason: 'Chancery reads UTF-8 only, so that a text means the same on every machine.',
      hints: [
        { text: 'Save the file as UTF-8. A Chinese text in GB 18030 or Big5 must be converted first.' },
      ],
    });
  }
}

/** Length of the longest prefix that decodes; the byte after it is at fault. */
function firstInvalidByte(data: Uint8Array): number {
  let low = 0;
  let high = data.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(data.subarray(0, middle), { stream: true });
      low = middle;
    } catch {
      high = middle - 1;
    }
  }
  return low;
}

const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0');

function tooLarge(path: string, size: number, limit: number): Diagnostic {
  return {
    code: 'input/too-large',
    severity: 'error',
    message: `${path} has ${size} bytes; the limit is ${limit}`,
    hints: [{ text: 'Split the file: one resolution a file is the usual form.' }],
  };
}

function readFailure(path: string, error: NodeJS.ErrnoException): Diagnostic {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
    return {
      code: 'input/not-found',
      severity: 'error',
      message: `there is no file ${path}`,
      hints: [{ text: 'Check the spelling and the folder you are in.' }],
    };
  const why =
    error.code === 'EISDIR'
      ? 'it is a folder'
      : error.code === 'EACCES' || error.code === 'EPERM'
        ? 'you are not allowed to read it'
        : (error.code ?? 'unknown fault');
  return {
    code: 'input/unreadable',
    severity: 'error',
    message: `${path} cannot be read: ${why}`,
    hints: [{ text: 'Give a readable YAML or JSON file.' }],
  };
}
