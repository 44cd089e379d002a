import type Handlebars from 'handlebars';
import type { Lang } from '../../lang.ts';
import type { Location } from '../faults.ts';
import type { Strings } from '../strings.ts';

/** What the helpers of one rendering know beside their arguments. */
export interface Rendering {
  /** Words of a language. */
  strings(lang: Lang): Strings;
  /** Notes whose text stands in the markup already, as `article/note`. */
  readonly notesSet: Set<string>;
}

/** The last argument of every helper; `data.article` is set by `{{#article}}`. */
export interface HelperOptions extends Handlebars.HelperOptions {
  readonly loc: Location;
  readonly name: string;
}

/** A helper as Handlebars calls it: the arguments of the template, then the options. */
export type Helper = (...given: unknown[]) => unknown;

/** A fault that a helper finds in its arguments; the engine adds the file. */
export class HelperFault extends Error {
  readonly code: `template/${string}`;
  readonly location: Location;
  readonly hint: string;
  constructor(code: `template/${string}`, message: string, options: HelperOptions, hint: string) {
    super(message);
    this.code = code;
    this.location = options.loc;
    this.hint = hint;
  }
}

/** Arguments of a call without the options, and the options. */
export function split(
  given: readonly unknown[],
): readonly [args: readonly unknown[], options: HelperOptions] {
  return [given.slice(0, -1), given.at(-1) as HelperOptions];
}
