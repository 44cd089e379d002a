import { type Diagnostic, failed, hasErrors, type Outcome, ok } from '../diagnostics.ts';
import type { Lang } from '../lang.ts';
import type { Document } from '../model/types.ts';
import type { Source } from '../source.ts';
import { TemplateFault } from './compile.ts';
import { templateData } from './data.ts';
import { helpersFor } from './helpers/index.ts';
import type { Strings } from './strings.ts';
import type { HouseStyle } from './types.ts';

/**
 * Runs the template of a house style over a document. The text is a source of its own, `<markup>`. Errors:
 * `template/no-strings`, `template/bad-strings`, `template/unknown-variable`, `template/unknown-string`,
 * `template/unfilled`, `template/bad-argument`, `template/outside-article`, `template/unknown-note`, `template/failed`.
 */
export function renderMarkup(style: HouseStyle, document: Document): Outcome<Source> {
  const langs = new Set<Lang>([document.lang, ...document.parts.map(({ lang }) => lang)]);
  const words = new Map<Lang, Strings>();
  const diagnostics: Diagnostic[] = [];
  for (const lang of langs) {
    const strings = style.strings(lang);
    diagnostics.push(...strings.diagnostics);
    if (strings.value) words.set(lang, strings.value);
  }
  if (hasErrors(diagnostics)) return { diagnostics };
  const helpers = helpersFor({ strings: (lang) => words.get(lang)!, notesSet: new Set() });
  try {
    return ok({ id: '<markup>', text: style.program.run(templateData(document), helpers) }, diagnostics);
  } catch (error) {
    if (error instanceof TemplateFault) return failed(...diagnostics, error.diagnostic);
    throw error;
  }
}
