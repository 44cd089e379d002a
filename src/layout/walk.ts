import { childrenOf } from '../markup/index.ts';
import type { StyledBox } from '../markup/types.ts';

/** Every box of a document in document order, those of notes where they are called. */
export function* boxesOf(root: StyledBox): Generator<StyledBox> {
  yield root;
  for (const child of childrenOf(root)) yield* boxesOf(child);
}
