import Handlebars from 'handlebars';
import type { Article, Inline } from '../../model/types.ts';
import { fill } from '../strings.ts';
import { articleOf } from './article.ts';
import { anchorOf, textOriginAttributes } from './origin.ts';
import { textsOf } from './say.ts';
import { type Helper, HelperFault, type HelperOptions, type Rendering, split } from './types.ts';

const escaped = Handlebars.escapeExpression;

/** `{{inline inlines}}`: text of the data as markup, with notes where their marks stand. */
export const inline =
  (rendering: Rendering): Helper =>
  (...given) => {
    const [[inlines], options] = split(given);
    if (!Array.isArray(inlines))
      throw new HelperFault(
        'template/bad-argument',
        'inline takes text of the data',
        options,
        'Ask {{#if …}} first where the data may leave it out.',
      );
    const writer: Writer = { rendering, options, article: articleOf(options) };
    return new Handlebars.SafeString(write(inlines as readonly Inline[], writer));
  };

interface Writer {
  readonly rendering: Rendering;
  readonly options: HelperOptions;
  readonly article: Article;
}

const write = (inlines: readonly Inline[], writer: Writer): string =>
  inlines.map((inline) => writeOne(inline, writer)).join('');

function writeOne(inline: Inline, writer: Writer): string {
  const home = writer.article.origin.source;
  switch (inline.kind) {
    case 'text': {
      const attributes = textOriginAttributes(inline.origins, home);
      return attributes === '' ? escaped(inline.text) : `<span${attributes}>${escaped(inline.text)}</span>`;
    }
    case 'emphasis':
      return `<em>${write(inline.children, writer)}</em>`;
    case 'strong':
      return `<strong>${write(inline.children, writer)}</strong>`;
    case 'lead':
      return `<span class="lead">${write(inline.children, writer)}</span>`;
    case 'link':
      return `<a class="link" href="${escaped(target(inline.href, writer))}">${write(inline.children, writer)}</a>`;
    case 'cite': {
      const attributes = textOriginAttributes(inline.origins, home);
      // The view of the data has null where the model has nothing.
      return inline.href
        ? `<a class="cite" href="${escaped(inline.href)}"${attributes}>${escaped(inline.text)}</a>`
        : `<span class="cite"${attributes}>${escaped(inline.text)}</span>`;
    }
    case 'ref':
      return writeReference(inline.target, writer);
    case 'note':
      return writeNote(inline.note, writer);
  }
}

const target = (href: string, { article }: Writer): string =>
  href.startsWith('#') ? `#${anchorOf(article.id, href.slice(1))}` : href;

/** The style's words around the label, which the markup stage knows. */
function writeReference(id: string, { rendering, options, article }: Writer): string {
  const anchor = escaped(anchorOf(article.id, id));
  const [text = ''] = textsOf(rendering, options, 'reference.clause');
  const label = `<span data-label-of="${anchor}"></span>`;
  const words = fill(escaped(text), (name) => (name === 'label' ? label : undefined)).text;
  return `<a class="ref" href="#${anchor}">${words}</a>`;
}

/** A note stands once, at its first mark; where the same mark stands again it leads to the note. */
function writeNote(id: string, writer: Writer): string {
  const { article, rendering, options } = writer;
  const note = article.notes.find((candidate) => candidate.id === id);
  if (!note)
    throw new HelperFault(
      'template/unknown-note',
      `the article has no note “${id}”`,
      options,
      'Give {{#article}} the part that the text belongs to.',
    );
  const anchor = escaped(anchorOf(article.id, `note-${note.number}`));
  const key = `${article.id}/${id}`;
  if (rendering.notesSet.has(key)) return `<a class="note-again" href="#${anchor}">${note.number}</a>`;
  rendering.notesSet.add(key);
  const paragraphs = note.paragraphs.map(
    (inlines) => `<span class="note-text">${write(inlines, writer)}</span>`,
  );
  const from = `data-origin="${note.origin.start}-${note.origin.end}"`;
  return `<span class="note" role="doc-footnote" id="${anchor}" data-number="${note.number}" ${from}>${paragraphs.join('')}</span>`;
}
