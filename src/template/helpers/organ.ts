import { articleOf } from './article.ts';
import { textsOf } from './say.ts';
import { type Helper, type Rendering, split } from './types.ts';

/** `{{organ-name}}`: the organ as the data call it, else in the words of the style. */
export const organName =
  (rendering: Rendering): Helper =>
  (...given) => {
    const [, options] = split(given);
    const { organ, organName } = articleOf(options).publication;
    return organName ? organName : textsOf(rendering, options, `organ.${organ}`)[0];
  };
