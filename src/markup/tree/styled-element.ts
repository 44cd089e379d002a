import { type Lang, parseLang } from '../../lang.ts';
import type { Cascade, Computed } from '../css/cascade.ts';
import type { Place } from '../css/match.ts';
import type { ElementNode, MarkupNode, TextNode } from '../types.ts';

/** An element with its style; elements of `display: none` and wrappers that only carry origins are gone. */
export interface StyledElement {
  readonly kind: 'element';
  readonly element: ElementNode;
  readonly place: Place;
  readonly computed: Computed;
  /** Style of the element around it; of the initial values for the root. */
  readonly parent: Computed;
  readonly lang: Lang;
  readonly children: readonly (StyledElement | TextNode)[];
}

/** Computes the style of every element, from the root down. `lang` holds until an element says otherwise. */
export function styleTree(root: ElementNode, cascade: Cascade, initial: Computed, lang: Lang): StyledElement {
  return styleElement(
    { element: root, last: true, lang: langOf(root, lang) },
    flatten(root.children),
    cascade,
    initial,
  );
}

function styleElement(
  place: Place,
  nodes: readonly MarkupNode[],
  cascade: Cascade,
  parent: Computed,
): StyledElement {
  const computed = cascade.element(place, parent);
  const elements = nodes.filter((node) => node.kind === 'element');
  const final = elements[elements.length - 1];
  const children: (StyledElement | TextNode)[] = [];
  let previous: Place | undefined;
  for (const node of nodes) {
    if (node.kind === 'text') {
      children.push(node);
      continue;
    }
    const lang = langOf(node, place.lang);
    const own: Place = {
      element: node,
      parent: place,
      last: node === final,
      lang,
      ...(previous && { previous }),
    };
    previous = own;
    const styled = styleElement(own, flatten(node.children), cascade, computed);
    if (styled.computed.style.display !== 'none') children.push(styled);
  }
  return { kind: 'element', element: place.element, place, computed, parent, lang: place.lang, children };
}

const langOf = (element: ElementNode, inherited: Lang): Lang =>
  parseLang(element.attributes.get('lang') ?? '') ?? inherited;

/** Puts the text of wrappers that only carry origins in their place, and joins texts that then touch. */
function flatten(nodes: readonly MarkupNode[]): readonly MarkupNode[] {
  const flat: MarkupNode[] = [];
  const add = (node: MarkupNode): void => {
    if (node.kind === 'element' && isWrapper(node)) for (const child of node.children) add(child);
    else {
      const last = flat.at(-1);
      if (node.kind === 'text' && last?.kind === 'text' && joinable(last, node))
        flat[flat.length - 1] = join(last, node);
      else flat.push(node);
    }
  };
  for (const node of nodes) add(node);
  return flat;
}

const isWrapper = ({ name, attributes }: ElementNode): boolean =>
  name === 'span' && [...attributes.keys()].every((key) => key === 'data-origin' || key === 'data-source');

/** Words of the template have no origins: joined after mapped text they would seem to be mapped too. */
const joinable = (a: TextNode, b: TextNode): boolean =>
  a.origins.length > 0 === b.origins.length > 0 && (b.origins.length === 0 || b.origins[0]!.at === 0);

const join = (a: TextNode, b: TextNode): TextNode => ({
  kind: 'text',
  text: a.text + b.text,
  origins: [...a.origins, ...b.origins.map((origin) => ({ ...origin, at: origin.at + a.text.length }))],
});

/** Text of an element without its notes, white space collapsed: for titles and running heads. */
export function textOf({ children }: Pick<StyledElement, 'children'>): string {
  const gather = (nodes: readonly (StyledElement | TextNode)[]): string =>
    nodes
      .map((node) => {
        if (node.kind === 'text') return node.text;
        if (node.computed.style.float === 'footnote') return '';
        return node.element.name === 'br' ? ' ' : gather(node.children);
      })
      .join('');
  return gather(children)
    .replace(/[ \t\r\n\f]+/g, ' ')
    .trim();
}
