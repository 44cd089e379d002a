import Handlebars from 'handlebars';
import { fill } from '../strings.ts';
import { textsOf } from './say.ts';
import { type Helper, type Rendering, split } from './types.ts';

interface Report {
  readonly symbol: string;
  readonly href: string | null;
  readonly paragraphs: readonly string[];
}

/** `{{reports source.reports}}`: reports of a committee with their paragraphs, each symbol a link where it has a target. */
export const reports =
  (rendering: Rendering): Helper =>
  (...given) => {
    const [[list], options] = split(given);
    const say = (key: string): string =>
      Handlebars.escapeExpression(textsOf(rendering, options, key)[0] ?? '');
    const written = (list as readonly Report[]).map((report) => writeReport(report, say));
    return new Handlebars.SafeString(written.join(say('source.separator')));
  };

function writeReport({ symbol, href, paragraphs }: Report, say: (key: string) => string): string {
  const name = Handlebars.escapeExpression(symbol);
  const places: Readonly<Record<string, string>> = {
    symbol: href ? `<a class="cite" href="${Handlebars.escapeExpression(href)}">${name}</a>` : name,
    paragraphs: paragraphs
      .map((one) => Handlebars.escapeExpression(one))
      .join(say('source.paragraph-separator')),
  };
  const key =
    paragraphs.length === 0
      ? 'source.reference-alone'
      : paragraphs.length === 1
        ? 'source.reference'
        : 'source.reference-many';
  return fill(say(key), (place) => places[place]).text;
}
