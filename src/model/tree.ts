import type { Span } from '../source.ts';
import type { ScalarMap } from './scalar-map.ts';

/**
 * A data file as read: YAML without its syntax, with the place of everything. Scalars keep the text that the author
 * wrote (`75.10` is never the number 75.1); aliases are expanded.
 */
export type Tree = Leaf | MapTree | ListTree;

export interface Leaf {
  readonly kind: 'leaf';
  /** Decoded text; `null` for an empty plain scalar, `~` and `null`. */
  readonly text: string | null;
  readonly span: Span;
  /** Places of the decoded text; made on demand. */
  readonly map: () => ScalarMap;
}

export interface MapTree {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, { readonly key: Leaf; readonly value: Tree }>;
  readonly span: Span;
}

export interface ListTree {
  readonly kind: 'list';
  readonly items: readonly Tree[];
  readonly span: Span;
}

/** A value of nothing but maps, lists, strings and nulls, for the schema. */
export type Plain = string | null | readonly Plain[] | { readonly [key: string]: Plain };

export function plainValue(tree: Tree): Plain {
  if (tree.kind === 'leaf') return tree.text;
  if (tree.kind === 'list') return tree.items.map(plainValue);
  const value: Record<string, Plain> = Object.create(null);
  for (const [key, entry] of tree.entries) value[key] = plainValue(entry.value);
  return value;
}

/** The part of a tree under a key or index, or none. */
export function childAt(tree: Tree | undefined, key: PropertyKey): Tree | undefined {
  if (tree?.kind === 'map') return tree.entries.get(String(key))?.value;
  if (tree?.kind === 'list') return tree.items[Number(key)];
  return undefined;
}

/** The deepest part of a tree that a path reaches. */
export function deepestAt(tree: Tree, path: readonly PropertyKey[]): Tree {
  let found = tree;
  for (const key of path) {
    const child = childAt(found, key);
    if (!child) break;
    found = child;
  }
  return found;
}

/** `a map`, `a list`, `text`, `nothing`: how messages name what stands there. */
export const describeTree = (tree: Tree): string =>
  tree.kind === 'leaf' ? (tree.text === null ? 'nothing' : 'text') : tree.kind === 'map' ? 'a map' : 'a list';
