import Handlebars from 'handlebars';
import type { Article } from '../../model/types.ts';
import { type Helper, HelperFault, type HelperOptions, split } from './types.ts';

/** `{{#article part}}…{{/article}}`: inside, notes, anchors, words and sources are those of this article. */
export const article: Helper = function (this: unknown, ...given) {
  const [[part], options] = split(given);
  if (!isArticle(part))
    throw new HelperFault(
      'template/bad-argument',
      'article takes a part of the document',
      options,
      'Write {{#each parts}}{{#article this}} … {{/article}}{{/each}}.',
    );
  const frame = Handlebars.createFrame(options.data);
  frame.article = part;
  return options.fn(part, { data: frame });
};

const isArticle = (value: unknown): value is Article =>
  typeof value === 'object' && value !== null && 'notes' in value && 'publication' in value;

/** The article around a call. */
export function articleOf(options: HelperOptions): Article {
  const found: unknown = options.data?.article;
  if (!isArticle(found))
    throw new HelperFault(
      'template/outside-article',
      `${options.name} stands outside {{#article}}`,
      options,
      'Put it inside {{#article this}} … {{/article}}.',
    );
  return found;
}
