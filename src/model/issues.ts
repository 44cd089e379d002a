import type * as z from 'zod/mini';
import type { Diagnostic, Hint } from '../diagnostics.ts';
import type { Span } from '../source.ts';
import { nearest } from '../suggest.ts';
import { allowsText, keysAt } from './schema-keys.ts';
import type { RuleFault } from './schema-scalars.ts';
import { childAt, deepestAt, describeTree, type Leaf, type MapTree, type Tree } from './tree.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Diagnostics for what the schema refused, each with its place in the file and, for a word, what was meant. */
export function schemaFaults(schema: z.ZodMiniType, tree: Tree, issues: readonly Issue[]): Diagnostic[] {
  const placed = issues.flatMap((issue) => flatten(issue, [], tree));
  const unknown = placed.flatMap(({ issue, path }) => {
    if (issue.code !== 'unrecognized_keys') return [];
    const known = keysAt(schema, path);
    return issue.keys.map((key) => ({ path, key, known, meant: nearest(key, known) }));
  });
  const torn = new Set(
    unknown
      .map(({ path }) => path)
      .filter((path) => isTorn(schema, tree, path))
      .map(pathKey),
  );
  // A key that is only misspelt is not missing as well.
  const misspelt = new Set(unknown.map(({ path, meant }) => pathKey([...path, meant ?? ''])));
  return [
    ...[...torn].map((path) => tornText(deepestAt(tree, JSON.parse(path)) as MapTree)),
    ...unknown
      .filter(({ path }) => !torn.has(pathKey(path)))
      .map(({ path, key, known, meant }) => unknownKey(tree, path, key, meant, known)),
    ...placed
      .filter(
        ({ path, issue }) =>
          issue.code !== 'unrecognized_keys' &&
          !misspelt.has(pathKey(path)) &&
          !torn.has(pathKey(path.slice(0, -1))),
      )
      .map(({ issue, path }) => diagnose(tree, path, issue)),
  ];
}

const pathKey = (path: Path): string => JSON.stringify(path);

/** A text that a colon made a map: text may stand here, and no key of the map is known or nearly so. */
function isTorn(schema: z.ZodMiniType, tree: Tree, path: Path): boolean {
  const found = deepestAt(tree, path);
  if (found.kind !== 'map' || !allowsText(schema, path)) return false;
  const known = keysAt(schema, path);
  return [...found.entries.keys()].every((key) => nearest(key, known) === undefined);
}

const tornText = (map: MapTree): Diagnostic => ({
  code: 'model/stray-colon',
  severity: 'error',
  message: 'a colon makes a key of this text',
  span: firstLine(map),
  reason: 'In YAML a colon with a blank after it ends a key.',
  hints: [
    { text: 'Put the text in quotes, or on the next line below `>-`. Chinese text has the full-width ：.' },
  ],
});

interface Placed {
  readonly issue: Issue;
  readonly path: Path;
}

/** Replaces the failure of a union by the failures of the alternative that the author most likely meant. */
function flatten(issue: Issue, base: Path, tree: Tree): Placed[] {
  const path = [...base, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, path }];
  const fitting = issue.errors.filter(
    (errors) => !errors.some((error) => error.path.length === 0 && ofOtherKind(error)),
  );
  const best = [...fitting].sort((a, b) => weight(a) - weight(b))[0];
  if (best) return best.flatMap((error) => flatten(error, path, tree));
  // A word that is none of those allowed: say which are, not that a map might stand here.
  const word = issue.errors.flat().find((error) => error.path.length === 0 && error.code === 'invalid_value');
  return [{ issue: deepestAt(tree, path).kind === 'leaf' && word ? word : issue, path }];
}

const ofOtherKind = (issue: Issue): boolean =>
  issue.code === 'invalid_type' || issue.code === 'invalid_value';

/** How far an alternative is from what was written: unknown and missing keys weigh most. */
const weight = (issues: readonly Issue[]): number =>
  issues.reduce(
    (sum, issue) =>
      sum + (issue.code === 'unrecognized_keys' ? 10 * issue.keys.length : issue.path.length <= 1 ? 10 : 1),
    0,
  );

function diagnose(tree: Tree, path: Path, issue: Issue): Diagnostic {
  const found = deepestAt(tree, path);
  const parent = path.length > 0 ? deepestAt(tree, path.slice(0, -1)) : undefined;
  const key = path.at(-1);
  if (parent?.kind === 'map' && typeof key === 'string') {
    const entry = parent.entries.get(key);
    if (!entry) return missingKey(tree, path, key);
    if (entry.value.kind === 'leaf' && entry.value.text === null) return noValue(entry.key);
  }
  if (found.kind === 'leaf' && found.text === null) return emptyItem(found);
  switch (issue.code) {
    case 'custom':
      return ruleBroken(found, issue);
    case 'invalid_value':
      return notInList(found, issue.values.map(String));
    case 'too_small':
      return {
        code: 'model/empty-list',
        severity: 'error',
        message: 'the list is empty',
        span: found.span,
        hints: [{ text: 'Write its items, or delete the key.' }],
      };
    default:
      return wrongKind(found, expectedKind(issue));
  }
}

function ruleBroken(found: Tree, issue: Issue): Diagnostic {
  const fault = issue.code === 'custom' ? issue.params?.fault : undefined;
  const text = found.kind === 'leaf' ? (found.text ?? '') : '';
  const { code, message, expected, reason, hint } = (fault as (value: string) => RuleFault)(text);
  return {
    code,
    severity: 'error',
    message,
    span: found.span,
    got: text,
    ...(expected === undefined ? {} : { expected }),
    ...(reason === undefined ? {} : { reason }),
    hints:
      hint !== undefined ? [{ text: hint }] : expected !== undefined ? [{ text: `Write ${expected}.` }] : [],
  };
}

function unknownKey(
  tree: Tree,
  path: Path,
  key: string,
  meant: string | undefined,
  known: readonly string[],
): Diagnostic {
  const map = deepestAt(tree, path) as MapTree;
  const span = map.entries.get(key)?.key.span ?? map.span;
  const hint: Hint =
    meant === undefined
      ? { text: `Known here: ${known.join(', ')}.` }
      : { text: `Did you mean \`${meant}\`?`, span, replacement: meant };
  return {
    code: 'model/unknown-key',
    severity: 'error',
    message: `there is no key \`${key}\` here`,
    span,
    got: key,
    reason: 'A key that nobody reads would be lost in silence.',
    hints: [hint],
  };
}

function missingKey(tree: Tree, path: Path, key: string): Diagnostic {
  return {
    code: 'model/missing-key',
    severity: 'error',
    message: `the key \`${key}\` is missing`,
    span: headOf(tree, path.slice(0, -1)),
    expected: key,
    hints: [{ text: `Add \`${key}:\` here.` }],
  };
}

/** What names a part of the file: its key, or the first key of a map without one. */
function headOf(tree: Tree, path: Path): Span {
  const parent = path.length > 0 ? deepestAt(tree, path.slice(0, -1)) : undefined;
  const own = parent?.kind === 'map' ? parent.entries.get(String(path.at(-1)))?.key.span : undefined;
  if (own) return own;
  const found = deepestAt(tree, path);
  const first = found.kind === 'map' ? [...found.entries.values()][0]?.key.span : undefined;
  return first ?? { ...found.span, end: found.span.start };
}

const noValue = (key: Leaf): Diagnostic => ({
  code: 'model/no-value',
  severity: 'error',
  message: `the key \`${key.text}\` has no value`,
  span: key.span,
  hints: [{ text: 'Write the value, or delete the key: what is absent is left out of the page.' }],
});

const emptyItem = (found: Tree): Diagnostic => ({
  code: 'model/no-value',
  severity: 'error',
  message: 'this item is empty',
  span: found.span,
  hints: [{ text: 'Write the text after the dash, or delete the dash.' }],
});

function notInList(found: Tree, values: readonly string[]): Diagnostic {
  if (found.kind !== 'leaf') return wrongKind(found, values.map((value) => `\`${value}\``).join(', '));
  const meant = nearest(found.text ?? '', values);
  return {
    code: 'model/unknown-value',
    severity: 'error',
    message: `‘${found.text}’ is not known here`,
    span: found.span,
    got: found.text ?? '',
    expected: values.join(', '),
    hints: [
      meant === undefined
        ? { text: `Write one of: ${values.join(', ')}.` }
        : { text: `Did you mean \`${meant}\`?`, span: found.span, replacement: meant },
    ],
  };
}

const wrongKind = (found: Tree, expected: string): Diagnostic => ({
  code: 'model/wrong-kind',
  severity: 'error',
  message: `${describeTree(found)} stands where ${expected} is expected`,
  span: firstLine(found),
  got: describeTree(found),
  expected,
  hints: [
    {
      text:
        expected === 'a list'
          ? 'Begin each item on a line of its own with `- `.'
          : expected === 'text' && found.kind !== 'leaf'
            ? 'If the text itself holds a colon or begins with a bracket, put it in quotes.'
            : `Write ${expected}.`,
    },
  ],
});

/** The first thing in a map or list, so that a frame does not show all of it. */
function firstLine(found: Tree): Span {
  if (found.kind === 'map') return [...found.entries.values()][0]?.key.span ?? found.span;
  if (found.kind === 'list') return found.items[0] ? firstLine(childAt(found, 0) as Tree) : found.span;
  return found.span;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'a map',
  record: 'a map',
  array: 'a list',
  null: 'nothing',
};

function expectedKind(issue: Issue): string {
  if (issue.code === 'invalid_type') return KINDS[issue.expected] ?? issue.expected;
  if (issue.code !== 'invalid_union') return 'something else';
  const kinds = issue.errors.flatMap((errors) =>
    errors.filter((error) => error.path.length === 0 && error.code === 'invalid_type').map(expectedKind),
  );
  return [...new Set(kinds)].join(' or ') || 'something else';
}
