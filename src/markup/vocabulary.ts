/** How an element may stand in the markup. */
export interface ElementRule {
  /** `inline` holds inline only; `flow` holds both; the others hold exactly the elements named. */
  readonly holds: 'inline' | 'flow' | 'nothing' | 'text' | readonly string[];
  /** Whether it may stand inside a line (`inline`) or only between blocks (`block`). */
  readonly stands: 'inline' | 'block';
  /** Attributes beside those of all elements. */
  readonly attributes: readonly string[];
}

/** Attributes of every element. `data-origin` and `data-source` are explained in `origin.ts`. */
export const GLOBAL_ATTRIBUTES: readonly string[] = [
  'id',
  'class',
  'lang',
  'role',
  'data-origin',
  'data-source',
];

const block = (holds: ElementRule['holds'], attributes: readonly string[] = []): ElementRule => ({
  holds,
  stands: 'block',
  attributes,
});
const inline = (holds: ElementRule['holds'], attributes: readonly string[] = []): ElementRule => ({
  holds,
  stands: 'inline',
  attributes,
});

const HEADING = block('inline', ['data-short-title']);
const CELL = block('flow', ['colspan', 'scope']);

/**
 * The markup: a semantic subset of HTML, so that a browser can open it for comparison. The `data-` attributes are
 * facts that HTML has no word for:
 * - `ol data-list`: name of the numbering that this list begins or goes on with; `data-numbering`: counter style asked
 *   for by the data; `data-prefix`: text before each label (`1.` of target 1.1);
 * - `li value`: the number; `li data-label`: a label typed by the author;
 * - `span data-number`: number of a note; `span data-label-of`: stands for the label of the element with that id;
 * - `h1 data-short-title`, `table data-symbol`: texts of running heads.
 */
export const ELEMENTS: ReadonlyMap<string, ElementRule> = new Map<string, ElementRule>([
  ['html', block(['head', 'body'])],
  ['head', block(['meta', 'title', 'link'])],
  ['meta', block('nothing', ['charset', 'name', 'content'])],
  ['link', block('nothing', ['rel', 'href'])],
  ['title', block('text')],
  ['body', block('flow')],
  ['article', block('flow')],
  ['section', block('flow')],
  ['header', block('flow')],
  ['footer', block('flow')],
  ['div', block('flow')],
  ['h1', HEADING],
  ['h2', HEADING],
  ['h3', HEADING],
  ['p', block('inline')],
  ['ol', block(['li'], ['data-list', 'data-numbering', 'data-prefix'])],
  ['li', block('flow', ['value', 'data-label'])],
  ['table', block(['tr'], ['data-symbol'])],
  ['tr', block(['td', 'th'])],
  ['td', CELL],
  ['th', CELL],
  ['span', inline('inline', ['data-number', 'data-label-of'])],
  ['em', inline('inline')],
  ['strong', inline('inline')],
  ['a', inline('inline', ['href'])],
  ['br', inline('nothing')],
]);

/** Whether an element may stand directly in another (both names are known). */
export function mayHold(parent: string, child: string): boolean {
  const { holds } = ELEMENTS.get(parent)!;
  if (typeof holds !== 'string') return holds.includes(child);
  if (holds === 'nothing' || holds === 'text' || STRUCTURAL.has(child)) return false;
  return holds === 'flow' || ELEMENTS.get(child)!.stands === 'inline';
}

/** Elements that stand only where they are named. */
const STRUCTURAL: ReadonlySet<string> = new Set([
  'html',
  'head',
  'body',
  'meta',
  'link',
  'title',
  'li',
  'tr',
  'td',
  'th',
]);

/** Whether text other than white space may stand directly in an element. */
export const mayHoldText = (name: string): boolean => {
  const { holds } = ELEMENTS.get(name)!;
  return holds === 'inline' || holds === 'flow' || holds === 'text';
};

const HOLDS = {
  inline: 'text and elements of a line only',
  flow: 'blocks and text, but no parts of lists and tables',
  text: 'text only',
  nothing: 'nothing',
} as const;

/** What an element holds, as a sentence. */
export function contentsOf(name: string): string {
  const { holds } = ELEMENTS.get(name)!;
  return typeof holds === 'string'
    ? `<${name}> holds ${HOLDS[holds]}.`
    : `<${name}> holds ${holds.map((child) => `<${child}>`).join(' and ')} only.`;
}
