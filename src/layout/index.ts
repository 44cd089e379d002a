import type { Outcome } from '../diagnostics.ts';
import type { FontBook } from '../fonts/types.ts';
import type { StyledDocument } from '../markup/types.ts';
import type { InlineSetter } from './block/types.ts';
import { dumpLines, LINE_COLUMNS } from './dump.ts';
import { setBlock, setText } from './inline/index.ts';
import { layOut } from './lay-out.ts';
import type { LaidOut } from './types.ts';

export { dumpPages, dumpTags } from './dump.ts';
export type * from './types.ts';

const setter: InlineSetter = { setBlock, setText };

/**
 * Styled document → pages, structure, outline and links. Lengths in pt.
 * Errors: `layout/too-many-pages`, `layout/no-page-area`. Warnings: `layout/note-taller-than-page`,
 * `layout/row-taller-than-page`, `layout/line-taller-than-page`, `layout/kept-together-too-tall`,
 * `layout/block-wider-than-page`, `layout/unequal-measures`, `layout/missing-target`, and those of the inline stage.
 */
export const layoutDocument = (styled: StyledDocument, fonts: FontBook): Outcome<LaidOut> =>
  layOut(styled, fonts, { setter });

/** Lays a document out and tells each line of its paragraphs, notes included (`chancery inspect --lines`). */
export function inspectLines(styled: StyledDocument, fonts: FontBook): Outcome<string> {
  const paragraphs: string[] = [];
  const listening: InlineSetter = {
    setText,
    setBlock: (context, block, measure) => {
      const set = setBlock(context, block, measure);
      if (set.lines.length > 0) paragraphs.push(dumpLines(set));
      return set;
    },
  };
  const { value, diagnostics } = layOut(styled, fonts, { setter: listening });
  return value ? { value: `${LINE_COLUMNS}\n${paragraphs.join('\n\n')}\n`, diagnostics } : { diagnostics };
}
