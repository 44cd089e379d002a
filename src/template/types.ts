import type { Outcome } from '../diagnostics.ts';
import type { Lang } from '../lang.ts';
import type { Source } from '../source.ts';
import type { TemplateProgram } from './compile.ts';
import type { Strings } from './strings.ts';

/** A house style: how a document becomes markup, how the markup looks, and every word that is not data. */
export interface HouseStyle {
  /** Name of its folder, e.g. `un-resolution`. */
  readonly name: string;
  readonly program: TemplateProgram;
  /** `style.css`, for the markup stage. */
  readonly styleSheet: Source;
  /** Words of a language; read when first asked for. */
  strings(lang: Lang): Outcome<Strings>;
}
