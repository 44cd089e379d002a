import type { Diagnostic } from '../diagnostics.ts';
import type { Span } from '../source.ts';
import { Counter, numberingOf } from './numbering.ts';
import type { Reading } from './reading.ts';
import type { ClauseData, ClauseMap } from './schema-body.ts';
import { childAt, type Tree } from './tree.ts';
import type { Action, Clause, ItemList, Paragraph } from './types.ts';

/** Text, items and tail of a clause, read in this order. */
export interface ClauseMatter {
  readonly paragraphs: readonly Paragraph[];
  readonly items?: ItemList;
  readonly tail?: readonly Paragraph[];
}

/** `made` is the id that the clause's items take theirs from. */
export function clauseMatter(
  data: ClauseData,
  tree: Tree,
  level: number,
  id: string,
  reading: Reading,
): ClauseMatter {
  if (typeof data === 'string') return { paragraphs: reading.prose(tree) };
  const paragraphs = reading.prose(childAt(tree, 'text'));
  const items = data.items && itemList(data, childAt(tree, 'items') as Tree, level + 1, id, reading);
  const tail = reading.prose(childAt(tree, 'tail'));
  return { paragraphs, ...(items ? { items } : {}), ...(tail.length > 0 ? { tail } : {}) };
}

function itemList(
  parent: ClauseMap,
  tree: Tree,
  level: number,
  parentId: string,
  reading: Reading,
): ItemList {
  const numbering = numberingOf(parent.numbering);
  const counter = new Counter(numbering);
  const items = (parent.items ?? []).map((item, index) =>
    numberedClause(item, childAt(tree, index) as Tree, {
      level,
      counter,
      id: `${parentId}-${index + 1}`,
      reading,
    }),
  );
  return { numbering, items };
}

/** A clause or item with its number. `id` is its name if the author gives none. */
export function numberedClause(
  data: ClauseData,
  tree: Tree,
  { level, counter, id, reading }: { level: number; counter: Counter; id: string; reading: Reading },
): Clause {
  const map: Partial<ClauseMap> = typeof data === 'string' ? {} : data;
  const { value, unexpected } = counter.take(map.label);
  if (unexpected !== undefined && map.label !== undefined)
    reading.report(unexpectedLabel(map.label, unexpected, (childAt(tree, 'label') ?? tree).span));
  const ownId = reading.ids.take(map.id, id);
  return {
    id: ownId,
    value,
    level,
    ...(map.label === undefined ? {} : { label: map.label }),
    ...clauseMatter(data, tree, level, ownId, reading),
    ...(map.actions ? { actions: map.actions.map(actionOf) } : {}),
    origin: tree.span,
  };
}

const actionOf = ({ who, what, by }: NonNullable<ClauseMap['actions']>[number]): Action => ({
  who,
  what,
  ...(by === undefined ? {} : { by }),
});

const unexpectedLabel = (label: string, derived: number, span: Span): Diagnostic => ({
  code: 'model/label-differs',
  severity: 'note',
  message: `the typed label is ‘${label}’, but this is number ${derived} of its list`,
  span,
  got: label,
  expected: String(derived),
  reason: 'The typed label is set as it is; the next number is counted on from it.',
  hints: [{ text: 'Check the source; without `label:` the number is derived.' }],
});
