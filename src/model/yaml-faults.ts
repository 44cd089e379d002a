import { type Document, type Scalar, visit, type YAMLError, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Diagnostic } from '../diagnostics.ts';
import { positionAt, type Source } from '../source.ts';

/** What a fault says to an author. */
interface Says {
  readonly name: string;
  readonly message: string;
  readonly reason?: string;
  readonly hint: string;
  /** The place at fault, where `yaml` gives another. */
  readonly at?: readonly [number, number];
}

/** A kind of fault that `yaml` finds. The first row whose code and message fit speaks. */
interface Row extends Says {
  readonly codes: readonly YAMLError['code'][];
  /** Tells apart faults that share a code. */
  readonly says?: RegExp;
}

const QUOTE = 'put the text in quotes, or on the next line below `>-`.';

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** How `yaml` says that a bracket is not closed. */
const UNCLOSED_FLOW = /[Ff]low (?:map|sequence|collection)/;

const ROWS: readonly Row[] = [
  {
    codes: ['TAB_AS_INDENT'],
    name: 'tab-indent',
    message: 'this line is indented with a tab',
    reason: 'YAML indents with blanks only: a tab is as wide as each editor likes.',
    hint: 'Replace each tab at the beginning of a line by two blanks.',
  },
  {
    codes: ['DUPLICATE_KEY'],
    name: 'duplicate-key',
    message: 'this key stands twice in the same map',
    reason: 'One of the two values would be lost.',
    hint: 'Delete one, or put both under one key.',
  },
  {
    codes: ['BAD_ALIAS'],
    says: /Unresolved alias/,
    name: 'unknown-alias',
    message: 'no anchor stands before this alias',
    reason: 'In YAML a plain text may not begin with *: that is an alias.',
    hint: `If the text itself begins with *: ${QUOTE}`,
  },
  {
    codes: ['BAD_ALIAS', 'ALIAS_PROPS', 'MULTIPLE_ANCHORS', 'BAD_PROP_ORDER'],
    name: 'bad-alias',
    message: 'this is neither an alias nor a text',
    reason: 'In YAML a plain text may not begin with * or &.',
    hint: sentence(QUOTE),
  },
  {
    codes: ['TAG_RESOLVE_FAILED', 'MULTIPLE_TAGS', 'BAD_COLLECTION_TYPE'],
    name: 'tag',
    message: 'tags are not used in data files',
    reason: 'The schema says what each value is. In YAML a plain text may not begin with !.',
    hint: `Delete the tag. If the text itself begins with !: ${QUOTE}`,
  },
  {
    codes: ['BAD_SCALAR_START'],
    name: 'bad-start',
    message: 'a plain text may not begin with this character',
    hint: sentence(QUOTE),
  },
  {
    codes: ['BAD_DQ_ESCAPE'],
    name: 'bad-escape',
    message: 'this is no escape of a text in double quotes',
    reason: 'Between double quotes a \\ begins an escape such as \\n or \\u4E00.',
    hint: 'Write \\\\ for a backslash, or use single quotes.',
  },
  {
    codes: ['BLOCK_AS_IMPLICIT_KEY', 'MISSING_CHAR'],
    says: /block sequence|Sequence item without/,
    name: 'bad-indent',
    message: 'this line is not indented like its neighbours',
    reason: 'In YAML the indentation tells what belongs together.',
    hint: 'Indent all items of a list and all keys of a map by the same number of blanks.',
  },
  {
    codes: ['MULTILINE_IMPLICIT_KEY'],
    name: 'missing-colon',
    message: 'this line and the next are read as one key',
    hint: 'Write `key: value` in one line. If the line goes on a text begun above, indent it further than the key of that text.',
  },
  {
    codes: ['BLOCK_AS_IMPLICIT_KEY', 'KEY_OVER_1024_CHARS'],
    name: 'stray-colon',
    message: 'a colon makes a key of the text that begins here, and no key can stand here',
    reason: 'In YAML a colon with a blank after it ends a key.',
    hint: `If the colon belongs to the text: ${QUOTE} If a key is meant, begin a new line for it.`,
  },
  {
    codes: ['MISSING_CHAR'],
    says: /map values|implicit map keys/i,
    name: 'missing-colon',
    message: 'a key was expected here, but no colon follows',
    hint: 'Write `key: value`. If the line goes on a text begun above, indent it further than the key of that text.',
  },
  {
    codes: ['MISSING_CHAR', 'BAD_INDENT'],
    says: UNCLOSED_FLOW,
    name: 'unclosed-bracket',
    message: 'a list in [ ] or a map in { } is not closed, or goes on where it may not',
    hint: 'Close the bracket, and indent all its lines.',
  },
  {
    codes: ['MISSING_CHAR', 'UNEXPECTED_TOKEN'],
    says: /Missing ,|^Unexpected [a-z-]*quoted-scalar at node end/,
    name: 'missing-comma',
    message: 'a comma is missing between two items',
    hint: 'Write a comma after each item but the last.',
  },
  {
    codes: ['BAD_INDENT', 'MISSING_CHAR'],
    name: 'bad-indent',
    message: 'this line is not indented like its neighbours',
    reason: 'In YAML the indentation tells what belongs together.',
    hint: 'Indent all items of a list and all keys of a map by the same number of blanks.',
  },
  {
    codes: ['BAD_DIRECTIVE'],
    name: 'directive',
    message: 'lines that begin with % are not used in data files',
    hint: `Delete the line. If the text itself begins with %: ${QUOTE}`,
  },
];

const OTHER: Says = {
  name: 'syntax',
  message: 'this is not YAML',
  hint: `If it belongs to a text: ${QUOTE}`,
};

const OTHER_IN_JSON: Says = {
  name: 'syntax',
  message: 'this is not JSON',
  hint: 'Look for a missing comma, colon or quote before this place.',
};

/** A line up to a fault whose value begins with a character that no plain text may begin with. */
const RESERVED_START = /^(\s*(?:- +)*(?:[\w-]+: +)?(?:- +)*)([*&![\]{}"'@`%|>])/;

/**
 * Diagnostics for what `yaml` found. Of several syntax faults only the first is told, since the others mostly follow
 * from it; duplicate keys are independent, and all are told.
 */
export function syntaxFaults(source: Source, document: Document.Parsed): Diagnostic[] {
  const errors = [...document.errors, ...document.warnings];
  if (errors.length === 0) return [];
  const sorted = [...errors].sort((a, b) => a.pos[0] - b.pos[0]);
  const syntax = sorted.find((error) => error.code !== 'DUPLICATE_KEY');
  if (!syntax) return sorted.map((error) => diagnose(source, error));
  if (isJson(source.text)) return [unclosed(source) ?? diagnose(source, syntax)];
  const opening = openingOf(document, syntax);
  return [opening === undefined ? diagnose(source, syntax) : neverClosed(source.id, source.text, opening)];
}

/** Where a quote or bracket was opened: `yaml` tells only where it misses the end. */
function openingOf(document: Document.Parsed, { message, pos }: YAMLError): number | undefined {
  let opening: number | undefined;
  const open = (node: Scalar | YAMLMap | YAMLSeq) => {
    if (node.range && node.range[0] <= pos[0]) opening = node.range[0];
  };
  const collection = (_: unknown, node: YAMLMap | YAMLSeq) => {
    const token = node.srcToken;
    if (token?.type === 'flow-collection' && !token.end.some(({ type }) => type.endsWith('-end'))) open(node);
  };
  if (/quote/.test(message))
    visit(document, {
      Scalar: (_, node) => {
        if (node.type?.startsWith('QUOTE') && node.range?.[1] === pos[0]) open(node);
      },
    });
  else if (UNCLOSED_FLOW.test(message)) visit(document, { Map: collection, Seq: collection });
  return opening;
}

function diagnose(source: Source, error: YAMLError): Diagnostic {
  const found = ROWS.find(
    ({ codes, says }) => codes.includes(error.code) && (!says || says.test(error.message)),
  );
  const row =
    isJson(source.text) && error.code !== 'DUPLICATE_KEY'
      ? OTHER_IN_JSON
      : (found ?? reservedStart(source.text, error) ?? OTHER);
  const [start, end] = wordAt(source.text, row.at ?? error.pos);
  return {
    code: `yaml/${row.name}`,
    severity: 'error',
    message: row.message,
    span: { source: source.id, start, end: clip(source.text, start, end) },
    ...(row.reason ? { reason: row.reason } : {}),
    hints: [{ text: row.hint }],
  };
}

/** `- **回顾** 决定`: yaml stumbles over 决定, but the fault is the first character. */
function reservedStart(text: string, error: YAMLError): Says | undefined {
  const lineStart = text.lastIndexOf('\n', error.pos[0] - 1) + 1;
  const [, before, first] = RESERVED_START.exec(text.slice(lineStart, error.pos[0])) ?? [];
  if (before === undefined || first === undefined) return undefined;
  const at = lineStart + before.length;
  return {
    name: 'bad-start',
    message: `a plain text may not begin with ${first}`,
    reason: 'The character has a meaning of its own in YAML.',
    hint: sentence(QUOTE),
    at: [at, at + 1],
  };
}

/** `yaml` often gives one character, or the blanks before: the word there says more. */
function wordAt(text: string, [from, to]: readonly [number, number]): readonly [number, number] {
  const blanks = /^ */.exec(text.slice(from, to + 1))?.[0].length ?? 0;
  const start = from + blanks;
  const word = /^[\p{L}\p{N}_-]+/u.exec(text.slice(start, start + 100))?.[0].length ?? 0;
  return [start, Math.max(to, start + word)];
}

/** A span ends at its line's end: `yaml` sometimes gives all the rest of the file. */
function clip(text: string, start: number, end: number): number {
  const lineEnd = text.slice(start, end).search(/[\r\n]/);
  return lineEnd > 0 ? start + lineEnd : Math.max(start, Math.min(end, text.length));
}

const isJson = (text: string): boolean => /^\s*[{[]/.test(text);

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** The innermost bracket or quote of a JSON text that is never closed, or closed by the wrong bracket. */
function unclosed(source: Source): Diagnostic | undefined {
  const { text, id } = source;
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    if (unit === '"') {
      const end = stringEnd(text, at);
      if (end === undefined) return neverClosed(id, text, at);
      at = end;
    } else if (unit === '{' || unit === '[') open.push(at);
    else if (unit === '}' || unit === ']') {
      const start = open.pop();
      if (start === undefined || CLOSING[text[start]!] !== unit) return wrongBracket(source, at, start);
    }
  }
  const start = open.pop();
  return start === undefined ? undefined : neverClosed(id, text, start);
}

function stringEnd(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return undefined;
}

const neverClosed = (source: string, text: string, start: number): Diagnostic => ({
  code: text[start]! in CLOSING ? 'yaml/unclosed-bracket' : 'yaml/unclosed-quote',
  severity: 'error',
  message: `the ${text[start]} opened here is never closed`,
  span: { source, start, end: start + 1 },
  hints: [
    {
      text: `Write the closing ${CLOSING[text[start]!] ?? text[start]}. If the file was cut off, fetch it again.`,
    },
    ...(isJson(text) ? [] : [{ text: `If the text itself begins with ${text[start]}: ${QUOTE}` }]),
  ],
});

function wrongBracket(source: Source, at: number, start: number | undefined): Diagnostic {
  const opener = start === undefined ? undefined : source.text[start];
  const line = start === undefined ? 0 : positionAt(source, start).line;
  return {
    code: 'yaml/unclosed-bracket',
    severity: 'error',
    message: opener
      ? `${source.text[at]} closes nothing: the ${opener} of line ${line} is still open`
      : `${source.text[at]} closes nothing`,
    span: { source: source.id, start: at, end: at + 1 },
    hints: [{ text: opener ? `Write ${CLOSING[opener]} before it.` : 'Delete it.' }],
  };
}
