import Handlebars from 'handlebars';
import type { Lang } from '../../lang.ts';
import { nearest } from '../../suggest.ts';
import { fill } from '../strings.ts';
import { type Helper, HelperFault, type HelperOptions, type Rendering, split } from './types.ts';

/**
 * `{{say "session.regular" ordinal=(session number)}}`: words of the style with places filled. `variant=` picks an entry
 * below the key, or the entry `other`. Arguments are escaped unless a helper made them markup.
 */
export const say =
  (rendering: Rendering): Helper =>
  (...given) => {
    const [[key], options] = split(given);
    const [text = ''] = textsOf(rendering, options, String(key));
    return new Handlebars.SafeString(fillText(text, options));
  };

/** `{{#each (lines "closing.date-and-meeting" date=… meeting=…)}}`: a list of texts; those that lack a fact are left out. */
export const lines =
  (rendering: Rendering): Helper =>
  (...given) => {
    const [[key], options] = split(given);
    return textsOf(rendering, options, String(key))
      .filter((text) => fill(text, (name) => placeValue(options, name)).missing.length === 0)
      .map((text) => new Handlebars.SafeString(fillText(text, options)));
  };

/** The texts of a key in the language around the call. */
export function textsOf(rendering: Rendering, options: HelperOptions, key: string): readonly string[] {
  const strings = rendering.strings(langOf(options));
  const variant: unknown = options.hash?.variant;
  const keys = typeof variant === 'string' ? [`${key}.${variant}`, `${key}.other`] : [key];
  for (const candidate of keys) {
    const texts = strings.texts.get(candidate);
    if (texts) return texts;
  }
  const meant = nearest(keys[0]!, strings.texts.keys());
  throw new HelperFault(
    'template/unknown-string',
    `${strings.source.id} has no text “${keys[0]}”`,
    options,
    meant ? `Did you mean ${meant}?` : 'Add the text, or correct the key.',
  );
}

/** The language of the article around a call, else of the document. */
export function langOf(options: HelperOptions): Lang {
  const { article, root } = options.data as { article?: { lang: Lang }; root: { lang: Lang } };
  return article?.lang ?? root.lang;
}

/** A place's value as escaped text; none for what the data leave out. */
function placeValue(options: HelperOptions, name: string): string | undefined {
  const value: unknown = options.hash?.[name];
  return value === undefined || value === null || value === ''
    ? undefined
    : Handlebars.escapeExpression(value as string);
}

function fillText(text: string, options: HelperOptions): string {
  const { text: filled, missing } = fill(Handlebars.escapeExpression(text), (name) =>
    placeValue(options, name),
  );
  if (missing.length > 0)
    throw new HelperFault(
      'template/unfilled',
      `the text “${text}” has no value for ${missing.join(', ')}`,
      options,
      'Ask {{#if …}} before where the data may leave a fact out.',
    );
  return filled;
}
