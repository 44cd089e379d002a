/** A template that was linted and compiled when Chancery was: reading and compiling takes a fifth of a cold run. */
export interface PreparedTemplate {
  /** Partials that it calls, with the place of the name in its text. */
  readonly partials: readonly { readonly name: string; readonly start: number; readonly end: number }[];
  readonly specification: TemplateSpecification;
}

/**
 * Prepared templates by their text, so that one that was changed since is compiled as usual. Empty here; when it makes
 * the bundle, `tools/compile.mjs` puts the shipped house styles in by `prepareTemplate`.
 */
export const PREPARED: ReadonlyMap<string, PreparedTemplate> = new Map();
