import Handlebars from 'handlebars';
import { compileOptions } from './compile.ts';
import { HELPER_NAMES } from './helpers/index.ts';
import { lintTemplate } from './lint.ts';

/**
 * An entry of `PREPARED` as JavaScript, `[text, { partials, specification }]`; none for a template with a fault, which
 * is then told where it is used.
 */
export function prepareTemplate(text: string): string | undefined {
  const { ast, partials, diagnostics } = lintTemplate({ id: '', text }, HELPER_NAMES);
  if (!ast || diagnostics.length > 0) return undefined;
  const places = partials.map(({ name, span: { start, end } }) => ({ name, start, end }));
  const specification = Handlebars.precompile(ast, compileOptions(HELPER_NAMES));
  return `[${JSON.stringify(text)}, { partials: ${JSON.stringify(places)}, specification: ${specification} }]`;
}
