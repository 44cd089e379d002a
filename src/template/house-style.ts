import { basename, join } from 'node:path';
import { type Diagnostic, failed, type Outcome, ok } from '../diagnostics.ts';
import type { Inputs } from '../inputs.ts';
import type { Lang } from '../lang.ts';
import { compileTemplate } from './compile.ts';
import { HELPER_NAMES } from './helpers/index.ts';
import { readStrings, type Strings } from './strings.ts';
import type { HouseStyle } from './types.ts';

/**
 * Opens the house style in a folder: `template.hbs`, the partials it calls in `partials/`, `style.css`, and, when first
 * asked for, `strings.<lang>.yaml`. Errors: those of reading, and of `compileTemplate`.
 */
export function openHouseStyle(inputs: Inputs, folder: string): Outcome<HouseStyle> {
  const template = inputs.text(join(folder, 'template.hbs'));
  const styleSheet = inputs.text(join(folder, 'style.css'));
  if (!template.value || !styleSheet.value)
    return { diagnostics: [...template.diagnostics, ...styleSheet.diagnostics] };
  const program = compileTemplate(
    template.value,
    (partial) => inputs.text(join(folder, 'partials', `${partial}.hbs`)),
    HELPER_NAMES,
  );
  if (!program.value) return { diagnostics: program.diagnostics };
  const known = new Map<Lang, Outcome<Strings>>();
  const name = basename(folder);
  return ok(
    {
      name,
      program: program.value,
      styleSheet: styleSheet.value,
      strings(lang) {
        const strings = known.get(lang) ?? openStrings(inputs, folder, name, lang);
        known.set(lang, strings);
        return strings;
      },
    },
    program.diagnostics,
  );
}

function openStrings(inputs: Inputs, folder: string, style: string, lang: Lang): Outcome<Strings> {
  const path = join(folder, `strings.${lang}.yaml`);
  const source = inputs.text(path);
  if (source.value) return readStrings(source.value);
  return failed(...source.diagnostics.map((diagnostic) => noWords(diagnostic, style, lang, path)));
}

const noWords = (diagnostic: Diagnostic, style: string, lang: Lang, path: string): Diagnostic =>
  diagnostic.code !== 'input/not-found'
    ? diagnostic
    : {
        code: 'template/no-strings',
        severity: 'error',
        message: `the house style ${style} has no words for the language ${lang}`,
        reason: diagnostic.message,
        hints: [{ text: `Translate one of its other strings files as ${path}, or choose another style.` }],
      };
