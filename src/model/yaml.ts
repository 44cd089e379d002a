import {
  type Alias,
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  Parser,
  type Scalar,
} from 'yaml';
import { type Diagnostic, failed, type Outcome, ok } from '../diagnostics.ts';
import { LIMITS } from '../limits.ts';
import type { Source, Span } from '../source.ts';
import { nearest } from '../suggest.ts';
import { scalarMap } from './scalar-map.ts';
import type { Leaf, Tree } from './tree.ts';
import { forbiddenCharacters } from './yaml-characters.ts';
import { syntaxFaults } from './yaml-faults.ts';

/**
 * Reads YAML 1.2 (and so JSON) into a tree with places. Every scalar stays text; aliases are expanded within bounds;
 * tags, duplicate keys and several documents are refused.
 *
 * Errors: `yaml/*`, each with the place at fault.
 */
export function parseTree(source: Source): Outcome<Tree> {
  const tokens = [...new Parser().parse(source.text)];
  // yaml composes by recursion: thousands of open brackets would exhaust the stack before a node could be counted.
  const deep = tokenTooDeep(tokens, LIMITS.depth);
  if (deep !== undefined) return failed(tooDeep({ source: source.id, start: deep, end: deep + 1 }));
  const composer = new Composer({ keepSourceTokens: true, prettyErrors: false, schema: 'failsafe' });
  const [document, second] = [...composer.compose(tokens, true, source.text.length)];
  if (!document) return failed(empty(source));
  const faults = syntaxFaults(source, document);
  if (faults.length > 0) return { diagnostics: faults };
  if (second) return failed(severalDocuments(source, document, second));
  if (!document.contents || isEmptyFile(document.contents)) return failed(empty(source));
  return new TreeBuilder(source, document).build(document.contents);
}

/** Place of the first collection that stands deeper than `limit`, or none. */
function tokenTooDeep(tokens: readonly CST.Token[], limit: number): number | undefined {
  const waiting = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { token, depth } = next;
    if (depth > limit) return 'offset' in token ? token.offset : 0;
    if (token.type === 'document' && token.value) waiting.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    for (const item of token.items)
      for (const child of [item.key, item.value]) if (child) waiting.push({ token: child, depth: depth + 1 });
  }
  return undefined;
}

const isEmptyFile = (node: Node): boolean => isScalar(node) && node.type === 'PLAIN' && node.value === '';

/** Stops the building of a tree that a limit cuts short. */
class Stop extends Error {}

class TreeBuilder {
  private readonly source: Source;
  private readonly anchors = new Map<string, Node>();
  private readonly diagnostics: Diagnostic[] = [];
  /** Aliases being expanded, from the outermost in. */
  private readonly open: string[] = [];
  private nodes = 0;
  private expansions = 0;

  constructor(source: Source, document: Document.Parsed) {
    this.source = source;
    collectAnchors(document.contents, this.anchors);
  }

  build(root: Node): Outcome<Tree> {
    try {
      const tree = this.tree(root, 0);
      return this.diagnostics.length > 0 ? { diagnostics: this.diagnostics } : ok(tree);
    } catch (error) {
      if (error instanceof Stop) return { diagnostics: this.diagnostics };
      throw error;
    }
  }

  private tree(node: Node, depth: number): Tree {
    const span = this.span(node);
    if (depth > LIMITS.depth) this.stop(tooDeep(span));
    if (++this.nodes > LIMITS.nodes) this.stop(tooManyNodes(span));
    if (isAlias(node)) return this.expand(node, depth);
    if (node.tag) this.report(tagged(node.tag, span));
    if (isScalar(node)) return this.leaf(node);
    if (isSeq(node))
      return { kind: 'list', items: node.items.map((item) => this.tree(item as Node, depth + 1)), span };
    if (isMap(node)) return this.map(node.items, span, depth);
    return this.stop(badKey(span));
  }

  private map(items: readonly unknown[], span: Span, depth: number): Tree {
    const entries = new Map<string, { key: Leaf; value: Tree }>();
    for (const item of items) {
      if (!isPair(item)) continue;
      const keyNode = item.key as Node;
      if (!isScalar(keyNode)) this.stop(badKey(this.span(keyNode)));
      const key = this.leaf(keyNode as Scalar);
      if (key.text === null) this.stop(badKey(key.span));
      else if (key.text === '__proto__') this.report(reservedKey(key.span));
      else {
        const value = item.value
          ? this.tree(item.value as Node, depth + 1)
          : this.nothing({ ...key.span, start: key.span.end });
        entries.set(key.text, { key, value });
      }
    }
    return { kind: 'map', entries, span };
  }

  private nothing(span: Span): Leaf {
    const { start, end } = span;
    const none = new Uint32Array();
    return {
      kind: 'leaf',
      text: null,
      span,
      map: () => ({ text: '', starts: none, ends: none, start, end }),
    };
  }

  private leaf(node: Scalar): Leaf {
    const span = this.span(node);
    const text = String(node.value ?? '');
    const missing = (node.type ?? 'PLAIN') === 'PLAIN' && (text === '' || text === '~' || text === 'null');
    let known: ReturnType<typeof scalarMap> | undefined;
    const map = () => {
      known ??= scalarMap(this.source.text, node);
      return known;
    };
    for (const fault of forbiddenCharacters(this.source.id, text, map)) this.diagnostics.push(fault);
    return { kind: 'leaf', text: missing ? null : text, span, map };
  }

  private expand(alias: Alias, depth: number): Tree {
    const span = this.span(alias);
    const target = this.anchors.get(alias.source);
    if (!target) this.stop(unknownAlias(alias.source, this.anchors, span));
    if (this.open.includes(alias.source)) this.stop(cyclicAlias(alias.source, span));
    if (++this.expansions > LIMITS.aliases) this.stop(tooManyAliases(span));
    this.open.push(alias.source);
    const tree = this.tree(target as Node, depth);
    this.open.pop();
    return tree;
  }

  private span(node: Node): Span {
    const [start, end] = node.range ?? [0, 0];
    return { source: this.source.id, start, end };
  }

  private report(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
  }

  private stop(diagnostic: Diagnostic): never {
    this.report(diagnostic);
    throw new Stop();
  }
}

/** Anchors in order of the file; an anchor set twice counts from the last, as no data file needs more. */
function collectAnchors(root: Node | null, anchors: Map<string, Node>): void {
  const waiting: unknown[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (isPair(next)) waiting.push(next.key, next.value);
    else if (isMap(next) || isSeq(next)) {
      if (next.anchor) anchors.set(next.anchor, next);
      // A spread would pass each item on the stack, which a list of 200 000 overflows.
      for (const item of next.items) waiting.push(item);
    } else if (isScalar(next) && next.anchor) anchors.set(next.anchor, next);
  }
}

const empty = (source: Source): Diagnostic => ({
  code: 'yaml/empty',
  severity: 'error',
  message: `${source.id} holds no data`,
  span: { source: source.id, start: 0, end: 0 },
  hints: [{ text: 'Begin with `schema: chancery/resolution@1`, or copy a file of the `data` folder.' }],
});

function severalDocuments(source: Source, first: Document.Parsed, second: Document.Parsed): Diagnostic {
  const from = first.range[1];
  const marker = source.text.indexOf('---', from);
  const start = marker >= 0 ? marker : second.range[0];
  return {
    code: 'yaml/several-documents',
    severity: 'error',
    message: 'a second document begins here',
    span: { source: source.id, start, end: marker >= 0 ? marker + 3 : start },
    reason: 'A file holds one resolution.',
    hints: [{ text: 'Delete the line `---`, or put the second text in a file of its own.' }],
  };
}

const tooDeep = (span: Span): Diagnostic => ({
  code: 'yaml/too-deep',
  severity: 'error',
  message: `the data nest deeper than ${LIMITS.depth} levels`,
  span,
  reason: 'The limit `depth` keeps a hostile file from exhausting memory.',
  hints: [{ text: 'Real resolutions nest about ten levels: look for a bracket or an alias too many.' }],
});

const tooManyNodes = (span: Span): Diagnostic => ({
  code: 'yaml/too-many-nodes',
  severity: 'error',
  message: `the data have more than ${LIMITS.nodes} values, aliases expanded`,
  span,
  reason: 'The limit `nodes` keeps a hostile file from exhausting memory.',
  hints: [{ text: 'Split the file: one resolution a file is the usual form.' }],
});

const tooManyAliases = (span: Span): Diagnostic => ({
  code: 'yaml/too-many-aliases',
  severity: 'error',
  message: `aliases are expanded more than ${LIMITS.aliases} times`,
  span,
  reason: 'The limit `aliases` keeps a hostile file from exhausting memory.',
  hints: [{ text: 'Write the repeated parts out.' }],
});

const cyclicAlias = (name: string, span: Span): Diagnostic => ({
  code: 'yaml/cyclic-alias',
  severity: 'error',
  message: `the alias *${name} stands inside the value that it names`,
  span,
  hints: [{ text: 'Write the value out.' }],
});

function unknownAlias(name: string, anchors: ReadonlyMap<string, Node>, span: Span): Diagnostic {
  const meant = nearest(name, anchors.keys());
  return {
    code: 'yaml/unknown-alias',
    severity: 'error',
    message: `no anchor &${name} stands before the alias *${name}`,
    span,
    reason: 'In YAML a plain text may not begin with *: that is an alias.',
    hints: [
      meant === undefined
        ? { text: 'If the text itself begins with *, put it in quotes or below `>-`.' }
        : { text: `Did you mean *${meant}?`, span, replacement: `*${meant}` },
    ],
  };
}

const tagged = (tag: string, span: Span): Diagnostic => ({
  code: 'yaml/tag',
  severity: 'error',
  message: `the tag ${tag.replace('tag:yaml.org,2002:', '!!')} is not used in data files`,
  span,
  reason: 'The schema says what each value is.',
  hints: [{ text: 'Delete the tag. If the text itself begins with !, put it in quotes or below `>-`.' }],
});

const badKey = (span: Span): Diagnostic => ({
  code: 'yaml/bad-key',
  severity: 'error',
  message: 'a key must be a word',
  span,
  hints: [{ text: 'Write `key: value`. If the text itself holds a colon and a blank, put it in quotes.' }],
});

const reservedKey = (span: Span): Diagnostic => ({
  code: 'yaml/reserved-key',
  severity: 'error',
  message: '‘__proto__’ cannot be a key',
  span,
  reason: 'It has a meaning of its own in JavaScript; no field has this name.',
  hints: [{ text: 'Delete it.' }],
});
