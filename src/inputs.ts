import { readFileSync, statSync } from 'node:fs';
import { type Diagnostic, failed, type Outcome, ok } from './diagnostics.ts';
import type { Source, SourceId } from './source.ts';

/** The one door to files. It notes what was read, so a run knows what its output depends on. */
export interface Inputs {
  /** Whole file as bytes; `limit` in bytes. Errors: `input/not-found`, `input/unreadable`, `input/too-large`. */
  bytes(path: string, limit?: number): Outcome<Uint8Array>;
  /** UTF-8 text without byte-order mark. Also errors with `input/not-utf8`, naming the byte offset. */
  text(path: string, limit?: number): Outcome<Source>;
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
    read,
    sources,
  };
}

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
