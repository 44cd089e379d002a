import { type Diagnostic, failed, type Outcome } from '../diagnostics.ts';
import type { Inputs } from '../inputs.ts';
import { LIMITS } from '../limits.ts';
import type { Source } from '../source.ts';
import { nearest } from '../suggest.ts';
import { schemaFaults } from './issues.ts';
import { normalise } from './normalise.ts';
import { PACK_SCHEMA, RESOLUTION_SCHEMA, ResolutionFile } from './schema.ts';
import { describeTree, type MapTree, plainValue, type Tree } from './tree.ts';
import type { Document } from './types.ts';
import { parseTree } from './yaml.ts';

/**
 * Reads a data file (YAML or JSON, by the same parser) of the kind that its `schema:` names.
 *
 * Errors: `input/*` (no such file, too large, not UTF-8), `yaml/*` (syntax, limits), `model/*` (schema, notes, ids),
 * all with their place. Bad input never throws.
 */
export function loadDocument(inputs: Inputs, path: string): Outcome<Document> {
  const { value: source, diagnostics } = inputs.text(path, LIMITS.dataBytes);
  return source ? readDocument(source) : { diagnostics };
}

/** The same for a text at hand. */
export function readDocument(source: Source): Outcome<Document> {
  if (source.text.length > LIMITS.dataBytes) return failed(tooLong(source));
  const { value: tree, diagnostics } = parseTree(source);
  if (!tree) return { diagnostics };
  if (tree.kind !== 'map') return failed(noMap(tree));
  const wrong = wrongKindOfFile(tree);
  if (wrong) return failed(wrong);
  const parsed = ResolutionFile.safeParse(plainValue(tree));
  if (!parsed.success) return { diagnostics: schemaFaults(ResolutionFile, tree, parsed.error.issues) };
  return normalise(parsed.data, tree, source);
}

const tooLong = ({ id, text }: Source): Diagnostic => ({
  code: 'input/too-large',
  severity: 'error',
  message: `${id} has ${text.length} characters; the limit is ${LIMITS.dataBytes}`,
  hints: [{ text: 'Split the file: one resolution a file is the usual form.' }],
});

const noMap = (tree: Tree): Diagnostic => ({
  code: 'model/not-a-document',
  severity: 'error',
  message: `${describeTree(tree)} stands where a document is expected`,
  span: { ...tree.span, end: Math.min(tree.span.end, tree.span.start + 1) },
  expected: `a map that begins \`schema: ${RESOLUTION_SCHEMA}\``,
  hints: [
    {
      text: `Begin with \`schema: ${RESOLUTION_SCHEMA}\`, then \`publication:\`, \`resolution:\`, \`body:\`.`,
    },
  ],
});

/** The kind of a file is told by its `schema:` alone; the rest is judged only when it is known. */
function wrongKindOfFile(tree: MapTree): Diagnostic | undefined {
  const entry = tree.entries.get('schema');
  if (!entry) return missingSchema(tree);
  const kind = entry.value.kind === 'leaf' ? entry.value.text : null;
  if (kind === RESOLUTION_SCHEMA) return undefined;
  if (kind === PACK_SCHEMA)
    return {
      code: 'model/pack',
      severity: 'error',
      message: 'this is a briefing pack, which is not built like a resolution',
      span: entry.value.span,
      hints: [{ text: 'Packs are built by a command of their own, which is not yet available.' }],
    };
  return unknownSchema(kind, entry.value);
}

function missingSchema(tree: MapTree): Diagnostic {
  const first = [...tree.entries.values()][0]?.key;
  const misspelt = nearest('schema', tree.entries.keys());
  const key = misspelt === undefined ? undefined : tree.entries.get(misspelt)?.key;
  return {
    code: 'model/missing-schema',
    severity: 'error',
    message: 'the key `schema` is missing, so the kind of this file is not known',
    span: key?.span ?? first?.span ?? tree.span,
    expected: `schema: ${RESOLUTION_SCHEMA}`,
    hints: [
      key
        ? { text: 'Did you mean `schema`?', span: key.span, replacement: 'schema' }
        : { text: `Add \`schema: ${RESOLUTION_SCHEMA}\` as the first line.` },
    ],
  };
}

function unknownSchema(kind: string | null, at: Tree): Diagnostic {
  const kinds = [RESOLUTION_SCHEMA, PACK_SCHEMA];
  const meant = kind === null ? undefined : nearest(kind, kinds);
  return {
    code: 'model/unknown-schema',
    severity: 'error',
    message:
      kind === null ? 'the key `schema` names no kind of file' : `‘${kind}’ is no kind of file that is known`,
    span: at.span,
    ...(kind === null ? {} : { got: kind }),
    expected: kinds.join(', '),
    hints: [
      meant === undefined
        ? { text: `Write \`schema: ${RESOLUTION_SCHEMA}\`.` }
        : { text: `Did you mean \`${meant}\`?`, span: at.span, replacement: meant },
    ],
  };
}
