import type { Diagnostic } from '../diagnostics.ts';
import type { Span } from '../source.ts';
import { nearest } from '../suggest.ts';
import { type Leaf, type MapTree, plainValue, type Tree } from './tree.ts';

/**
 * Names of the parts of one article. Ids that the author gave are known before any is made, so a made one (`op3`)
 * never takes theirs.
 */
export class Ids {
  private readonly given: ReadonlySet<string>;
  private readonly taken = new Set<string>();
  private readonly references: { target: string; span: Span }[] = [];

  constructor(given: Iterable<string>) {
    this.given = new Set(given);
  }

  /** The author's id if there is one, else `made`, with a number after it where it is taken. */
  take(given: string | undefined, made: string): string {
    if (given !== undefined) {
      this.taken.add(given);
      return given;
    }
    let id = made;
    for (let copy = 2; this.given.has(id) || this.taken.has(id); copy++) id = `${made}-${copy}`;
    this.taken.add(id);
    return id;
  }

  refer(target: string, span: Span): void {
    this.references.push({ target, span });
  }

  /** References that lead nowhere. */
  dangling(): Diagnostic[] {
    return this.references
      .filter(({ target }) => !this.taken.has(target))
      .map(({ target, span }) => {
        const meant = nearest(target, this.taken);
        return {
          code: 'model/unknown-reference',
          severity: 'error',
          message: `nothing here has the id \`${target}\``,
          span,
          got: target,
          hints: [
            meant === undefined
              ? {
                  text: 'Give the clause an `id:`, or point to its place: `op3` is the third operative clause.',
                }
              : { text: `Did you mean \`${meant}\`?` },
          ],
        } satisfies Diagnostic;
      });
  }
}

/** All `id:` of the body, and an error for each that stands twice. */
export function givenIds(body: Tree): { ids: string[]; diagnostics: Diagnostic[] } {
  const first = new Map<string, Leaf>();
  const diagnostics: Diagnostic[] = [];
  for (const leaf of idLeaves(body)) {
    const id = String(plainValue(leaf));
    const known = first.get(id);
    if (known) diagnostics.push(duplicateId(id, leaf.span, known.span));
    else first.set(id, leaf);
  }
  return { ids: [...first.keys()], diagnostics };
}

function idLeaves(tree: Tree): Leaf[] {
  if (tree.kind === 'leaf') return [];
  if (tree.kind === 'list') return tree.items.flatMap(idLeaves);
  return [...(tree as MapTree).entries].flatMap(([key, { value }]) =>
    key === 'id' && value.kind === 'leaf' ? [value] : idLeaves(value),
  );
}

const duplicateId = (id: string, span: Span, first: Span): Diagnostic => ({
  code: 'model/duplicate-id',
  severity: 'error',
  message: `the id \`${id}\` is given twice`,
  span,
  got: id,
  reason: 'A reference could not tell which is meant.',
  hints: [{ text: 'It is first given here.', span: first }, { text: 'Choose another id.' }],
});
