import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { type Diagnostic, failed, hasErrors, type Outcome, ok } from '../diagnostics.ts';
import type { Source, Span } from '../source.ts';

/** Words of one language by dotted key (`closing.meeting`); a list of lines is a list of texts. */
export interface Strings {
  readonly source: Source;
  readonly texts: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads `strings.<lang>.yaml`: nested maps of texts and lists of texts. `{name}` in a text is a place to fill. Errors:
 * `template/bad-strings`.
 */
export function readStrings(source: Source): Outcome<Strings> {
  const document = parseDocument(source.text, { uniqueKeys: true });
  const diagnostics: Diagnostic[] = document.errors.map((error) =>
    fault(error.message.split(' at line')[0] ?? error.message, {
      source: source.id,
      start: error.pos[0],
      end: error.pos[1],
    }),
  );
  if (hasErrors(diagnostics)) return failed(...diagnostics);
  const texts = new Map<string, readonly string[]>();
  const spanOf = (node: Node): Span => ({
    source: source.id,
    start: node.range?.[0] ?? 0,
    end: node.range?.[1] ?? 0,
  });
  const gather = (node: unknown, key: string): void => {
    if (isMap(node))
      for (const pair of node.items) {
        const name = isScalar(pair.key) ? String(pair.key.value) : '';
        gather(pair.value, key === '' ? name : `${key}.${name}`);
      }
    else if (isScalar(node) && typeof node.value === 'string') texts.set(key, [node.value]);
    else if (isSeq(node) && node.items.every((item) => isScalar(item) && typeof item.value === 'string'))
      texts.set(
        key,
        node.items.map((item) => (isScalar(item) ? String(item.value) : '')),
      );
    else if (isScalar(node) || isSeq(node) || isAlias(node))
      diagnostics.push(fault(`“${key}” is neither a text nor a list of texts`, spanOf(node)));
  };
  gather(document.contents, '');
  return hasErrors(diagnostics) ? failed(...diagnostics) : ok({ source, texts });
}

const fault = (message: string, span: Span): Diagnostic => ({
  code: 'template/bad-strings',
  severity: 'error',
  message,
  span,
  hints: [{ text: 'Write `key: "text"`, with quotes where the text holds : { } [ ] or #.' }],
});

/**
 * Fills the places `{name}` of a text; gives the names that nothing was given for. A stretch `{?, on {date}}` is left out
 * where its place has no value.
 */
export function fill(
  text: string,
  give: (name: string) => string | undefined,
): { readonly text: string; readonly missing: readonly string[] } {
  const missing: string[] = [];
  const filled = text
    .replace(OPTIONAL, (_whole, before: string, name: string, after: string) =>
      give(name) === undefined ? '' : `${before}{${name}}${after}`,
    )
    .replace(PLACE, (whole, name: string) => {
      const value = give(name);
      if (value === undefined) missing.push(name);
      return value ?? whole;
    });
  return { text: filled, missing };
}

const PLACE = /\{([a-z][\w-]*)\}/gi;
const OPTIONAL = /\{\?([^{}]*)\{([a-z][\w-]*)\}([^{}]*)\}/gi;
