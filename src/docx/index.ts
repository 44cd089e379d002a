import type { Outcome } from '../diagnostics.ts';
import type { FontBook } from '../fonts/types.ts';
import type { StyledDocument } from '../markup/types.ts';
import { planDocx } from './plan.ts';

export { planDocx } from './plan.ts';
export type * from './types.ts';

/**
 * A native Word file of a styled document: named styles, Word's own numbering, notes, heads and fields. Equal input
 * gives equal bytes. Errors and warnings are those of `planDocx`.
 *
 * `docx` is loaded here and not before: a run that makes only PDF does not pay for it.
 */
export async function writeDocx(styled: StyledDocument, fonts: FontBook): Promise<Outcome<Uint8Array>> {
  const { value: plan, diagnostics } = planDocx(styled, fonts);
  if (!plan) return { diagnostics };
  const [{ packDocx }, { patchPackage }] = await Promise.all([import('./write.ts'), import('./patch.ts')]);
  return { value: patchPackage(await packDocx(plan), plan), diagnostics };
}
