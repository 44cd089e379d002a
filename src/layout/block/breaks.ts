import type { BlockLevel } from '../../markup/types.ts';
import { costBetween } from '../page/break-costs.ts';
import type { Break } from './types.ts';

/** Children in the flow of a block: what break values and page names pass through. Tables keep theirs to themselves. */
const inFlow = (block: BlockLevel): readonly BlockLevel[] =>
  block.kind === 'block' && block.content.kind === 'blocks' ? block.content.blocks : [];

/** A block and its first children down to the first leaf: `break-before` of any counts for all (CSS Fragmentation 3, 3.1). */
function firsts(block: BlockLevel): BlockLevel[] {
  const chain = [block];
  for (let next = inFlow(block)[0]; next; next = inFlow(next)[0]) chain.push(next);
  return chain;
}

/** A block and its last children down to the last leaf: `break-after` of any counts for all. */
function lasts(block: BlockLevel): BlockLevel[] {
  const chain = [block];
  for (let next = inFlow(block).at(-1); next; next = inFlow(next).at(-1)) chain.push(next);
  return chain;
}

/** Page name with which a block begins (CSS Paged Media 3, 9.1: start page value). */
export const startPage = (block: BlockLevel): string => firsts(block).at(-1)?.style.page ?? '';

/** Page name with which a block ends. */
const endPage = (block: BlockLevel): string => lasts(block).at(-1)?.style.page ?? '';

/** What the two say about a page end between them. A page name that changes forces one. */
export function breakBetween(before: BlockLevel, after: BlockLevel): Break {
  const ends = lasts(before).map(({ style }) => style.breakAfter);
  const begins = firsts(after).map(({ style }) => style.breakBefore);
  const page = startPage(after);
  const renamed = page !== endPage(before);
  const side = begins.find((value) => value === 'recto' || value === 'verso');
  if (renamed || side || ends.includes('page') || begins.includes('page')) {
    return { cost: 0, force: side ?? 'page', ...(renamed ? { page } : {}) };
  }
  return { cost: costBetween(ends.includes('avoid'), begins.includes('avoid')) };
}
