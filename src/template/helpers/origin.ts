import Handlebars from 'handlebars';
import type { Inline } from '../../model/types.ts';
import type { Span } from '../../source.ts';
import { articleOf } from './article.ts';
import { type Helper, split } from './types.ts';

/**
 * `<p{{origin origin}}>`: where the element came from, as the markup stage reads it (`data-origin="120-180"`). The file
 * is named only where it is not the article's.
 */
export const origin: Helper = (...given) => {
  const [[span], options] = split(given);
  const { source, start, end } = span as Span;
  const home = articleOf(options).origin.source;
  return new Handlebars.SafeString(`${sourceAttribute(source, home)} data-origin="${start}-${end}"`);
};

/** `<article{{source}}>`: the file that origins inside count in. */
export const source: Helper = (...given) => {
  const [, options] = split(given);
  return new Handlebars.SafeString(sourceAttribute(articleOf(options).origin.source, undefined));
};

/** `<p{{anchor id}}>`: the id of an element, unique in the document; nothing where the data have none. */
export const anchor: Helper = (...given) => {
  const [[id], options] = split(given);
  if (typeof id !== 'string') return '';
  return new Handlebars.SafeString(
    ` id="${Handlebars.escapeExpression(anchorOf(articleOf(options).id, id))}"`,
  );
};

export const anchorOf = (article: string, id: string): string => `${article}-${id}`;

type Origins = Extract<Inline, { kind: 'text' }>['origins'];

/** Attributes that map a text to the data file, `at:offset` pairs; none for words of the style. */
export function textOriginAttributes(origins: Origins, home: string): string {
  const source = origins[0]?.source;
  if (source === undefined) return '';
  const pairs = origins.filter((part) => part.source === source).map(({ at, start }) => `${at}:${start}`);
  return `${sourceAttribute(source, home)} data-origin="${pairs.join(',')}"`;
}

const sourceAttribute = (source: string, home: string | undefined): string =>
  source === home ? '' : ` data-source="${Handlebars.escapeExpression(source)}"`;
