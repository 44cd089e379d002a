import type { Lang } from '../../lang.ts';
import type { Cascade, Computed } from '../css/cascade.ts';
import type { Place } from '../css/match.ts';
import type { Compound, Declaration, Selector, StyleSheet } from '../css/types.ts';
import type { ComputedStyle, ElementNode, PageMaster, StyleProbe } from '../types.ts';

/**
 * What each Word style named in the sheets looks like: the computed style of an empty element that the rule selects,
 * directly in the body. Elements are made from the selector itself (`ol.a > li` gives a list with an item), so styles
 * are the same for every document of a language.
 */
export function styleProbes(
  sheets: readonly StyleSheet[],
  masters: readonly PageMaster[],
  cascade: Cascade,
  initial: Computed,
  lang: Lang,
): readonly StyleProbe[] {
  const probes = new Map<string, StyleProbe>();
  const add = (style: ComputedStyle | undefined, kind: StyleProbe['kind']): void => {
    const { docxStyle: name, docxBasedOn: basedOn } = style ?? {};
    if (!style || name === undefined || probes.has(name)) return;
    probes.set(name, { name, kind, style, ...(basedOn !== undefined && { basedOn }) });
  };
  for (const { selector, declarations } of sheets.flatMap(({ rules }) => rules)) {
    if (!declarations.some(namesStyle)) continue;
    const { place, computed, parent } = specimen(selector, cascade, initial, lang);
    const { pseudo } = selector;
    // As in the tree, a note's call inherits from the text around it.
    const owner = pseudo === 'footnote-call' ? parent : computed;
    const style = pseudo ? cascade.pseudo(place, owner, pseudo)?.style : computed.style;
    add(style, pseudo || style?.display.startsWith('inline') ? 'character' : 'paragraph');
  }
  for (const master of masters) for (const box of master.boxes) add(box.style, 'paragraph');
  return [...probes.values()];
}

const namesStyle = (declaration: Declaration): boolean =>
  declaration.kind !== 'variable' && declaration.property === '-docx-style';

interface Specimen {
  readonly place: Place;
  readonly computed: Computed;
  /** Style of the element around it. */
  readonly parent: Computed;
}

/** An element that a selector selects, with the ancestors and siblings it asks for, in `html > body`. */
function specimen({ compounds }: Selector, cascade: Cascade, initial: Computed, lang: Lang): Specimen {
  const inside = (element: ElementNode, around: Specimen | undefined, previous?: Place): Specimen => {
    const place: Place = {
      element,
      last: true,
      lang,
      ...(around && { parent: around.place }),
      ...(previous && { previous }),
    };
    const parent = around?.computed ?? initial;
    return { place, computed: cascade.element(place, parent), parent };
  };
  const [first] = compounds;
  const top = first!.tests.find((test) => test.kind === 'type')?.name;
  const html = top === 'html' ? undefined : inside(element('html'), undefined);
  let around = top === 'html' || top === 'body' ? html : inside(element('body'), html);
  let subject: Specimen | undefined;
  for (const compound of compounds) {
    const sibling = compound.combinator === '+' || compound.combinator === '~' ? subject : undefined;
    if (subject && !sibling) around = subject;
    subject = inside(elementFor(compound), around, sibling?.place);
  }
  return subject!;
}

const element = (name: string, attributes: ReadonlyMap<string, string> = new Map()): ElementNode => ({
  kind: 'element',
  name,
  attributes,
  children: [],
  origin: {},
});

function elementFor({ tests }: Compound): ElementNode {
  const attributes = new Map<string, string>();
  let name = 'div';
  for (const test of tests) {
    if (test.kind === 'type') name = test.name;
    else if (test.kind === 'class')
      attributes.set('class', `${attributes.get('class') ?? ''} ${test.name}`.trim());
    else if (test.kind === 'id') attributes.set('id', test.name);
    else if (test.kind === 'attribute') attributes.set(test.name, test.value);
  }
  return element(name, attributes);
}
