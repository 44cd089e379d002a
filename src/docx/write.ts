import {
  Document,
  FileChild,
  Footer,
  Header,
  type IContext,
  type ISectionOptions,
  type IXmlableObject,
  NumberProperties,
  Packer,
  Paragraph,
  type ParagraphProperties,
  XmlAttributeComponent,
  type XmlComponent,
} from 'docx';
import { fontsPart } from './parts/fonts-part.ts';
import { numberingPart } from './parts/numbering-part.ts';
import { bordersElement } from './parts/properties.ts';
import { corePropertiesPart } from './parts/properties-part.ts';
import { settingsPart } from './parts/settings-part.ts';
import { stylesPart } from './parts/styles-part.ts';
import type {
  BlockPlan,
  CellPlan,
  DocxPlan,
  InlinePlan,
  ParagraphPlan,
  SectionPlan,
  TablePlan,
} from './types.ts';
import { el, val, type XmlElement } from './xml.ts';

/**
 * The package of a plan as `docx` builds it: parts, relationships, content types, sections, heads and notes are the
 * library's. Parts it cannot express (list levels tied to styles, East Asian settings) take the place of its own.
 *
 * Its traps, and what keeps clear of them: ids of links are random (`Link` counts its own); numbering ids are put in
 * by a search through the finished XML (paragraphs here name theirs); a run whose text is `CURRENT` becomes a page
 * number (text is never a bare string here); objects change while they are written (each is made for one writing).
 */
export async function packDocx(plan: DocxPlan): Promise<Uint8Array> {
  const file = new Document({
    evenAndOddHeaderAndFooters: plan.settings.evenAndOddHeads,
    footnotes: Object.fromEntries(
      plan.notes.map(({ id, paragraphs }) => [id, { children: paragraphs.map((each) => new Written(each)) }]),
    ),
    sections: plan.sections.map(sectionOptions),
  });
  return Packer.pack(file, 'uint8array', undefined, [
    { path: 'word/styles.xml', data: stylesPart(plan) },
    { path: 'word/numbering.xml', data: numberingPart(plan.numbering) },
    { path: 'word/settings.xml', data: settingsPart(plan) },
    { path: 'word/fontTable.xml', data: fontsPart(plan) },
    { path: 'docProps/core.xml', data: corePropertiesPart(plan) },
  ]);
}

function sectionOptions(section: SectionPlan): ISectionOptions {
  const { heads, feet, margins } = section;
  const header = (plan: ParagraphPlan | undefined) => plan && new Header({ children: [new Written(plan)] });
  const footer = (plan: ParagraphPlan | undefined) => plan && new Footer({ children: [new Written(plan)] });
  return {
    properties: {
      type: section.start,
      page: { size: { width: section.width, height: section.height }, margin: { ...margins, gutter: 0 } },
      ...(section.titlePage && { titlePage: true }),
      // No grid: lines are as high as their styles say. Word still wants a pitch.
      grid: { type: 'default', linePitch: section.linePitch },
    },
    headers: withoutNone({
      default: header(heads.default),
      first: header(heads.first),
      even: header(heads.even),
    }),
    footers: withoutNone({
      default: footer(feet.default),
      first: footer(feet.first),
      even: footer(feet.even),
    }),
    children: section.blocks.map(block),
  };
}

const withoutNone = <T>(record: Record<string, T | undefined>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter((entry): entry is [string, T] => entry[1] !== undefined));

const block = (plan: BlockPlan): Paragraph | Node =>
  plan.kind === 'paragraph' ? new Written(plan) : table(plan);

/** A paragraph of the plan. The library's class, because it carries the properties of a section that ends with it. */
class Written extends Paragraph {
  constructor({ style, direct, numbering, inlines }: ParagraphPlan) {
    const { keepNext, pageBreakBefore, before, after } = direct;
    super({
      style,
      ...(keepNext !== undefined && { keepNext }),
      ...(pageBreakBefore !== undefined && { pageBreakBefore }),
    });
    const properties = this.root[0] as ParagraphProperties;
    if (numbering) properties.push(new NumberProperties(numbering.num, numbering.level));
    if (before !== undefined || after !== undefined)
      properties.push(node(el('w:spacing', { 'w:before': before, 'w:after': after })));
    this.root.push(...inlines.flatMap(inlineComponents));
  }
}

class Attributes extends XmlAttributeComponent<Record<string, string | number>> {}

/** Any element, from its name, attributes and children. */
class Node extends FileChild {
  constructor(
    name: string,
    attributes: XmlElement['attributes'] = {},
    ...children: readonly (XmlComponent | string)[]
  ) {
    super(name);
    const given = Object.entries(attributes).filter(
      (entry): entry is [string, string | number] => entry[1] !== undefined,
    );
    if (given.length > 0) this.root.push(new Attributes(Object.fromEntries(given)));
    this.root.push(...children);
  }
}

const node = ({ name, attributes, children }: XmlElement): Node =>
  new Node(
    name,
    attributes,
    ...children
      .filter((child) => child !== undefined)
      .map((child) => (typeof child === 'string' ? child : node(child))),
  );

/** A link to an address outside. The library's own has a random id; this one is numbered within its part. */
class Link extends Node {
  readonly #url: string;

  constructor(url: string, ...children: readonly XmlComponent[]) {
    super('w:hyperlink', {}, ...children);
    this.#url = url;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const { Relationships: relationships } = context.viewWrapper;
    const id = `Link${relationships.RelationshipCount + 1}`;
    relationships.addRelationship(id, HYPERLINK, this.#url, 'External');
    this.root.unshift(new Attributes({ 'r:id': `rId${id}`, 'w:history': 1 }));
    return super.prepForXml(context);
  }
}

const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

function inlineComponents(inline: InlinePlan): XmlComponent[] {
  switch (inline.kind) {
    case 'text': {
      const language = inline.lang === undefined ? undefined : languageElement(inline.lang);
      return [
        run(inline.style, textElements(inline.text), [
          inline.eastAsianHint ? el('w:rFonts', { 'w:hint': 'eastAsia' }) : undefined,
          language,
        ]),
      ];
    }
    case 'tab':
      return [run(inline.style, [new Node('w:tab')])];
    case 'line-break':
      return [run(inline.style, [new Node('w:br')])];
    case 'soft-hyphen':
      return [run(inline.style, [new Node('w:softHyphen')])];
    case 'no-break-hyphen':
      return [run(inline.style, [new Node('w:noBreakHyphen')])];
    case 'note-reference':
      return [run(inline.style, [new Node('w:footnoteReference', { 'w:id': inline.note })])];
    case 'note-mark':
      // The library puts the mark at the start of each note by itself.
      return [];
    case 'field':
      return [
        run(inline.style, [fieldCharacter('begin')]),
        run(inline.style, [new Node('w:instrText', { 'xml:space': 'preserve' }, ` ${inline.instruction} `)]),
        run(inline.style, [fieldCharacter('separate')]),
        ...inline.result.flatMap(inlineComponents),
        run(inline.style, [fieldCharacter('end')]),
      ];
    case 'link': {
      const children = inline.children.flatMap(inlineComponents);
      return 'url' in inline.target
        ? [new Link(inline.target.url, ...children)]
        : [new Node('w:hyperlink', { 'w:anchor': inline.target.bookmark, 'w:history': 1 }, ...children)];
    }
    case 'bookmark':
      return [
        new Node('w:bookmarkStart', { 'w:id': inline.id, 'w:name': inline.name }),
        ...inline.children.flatMap(inlineComponents),
        new Node('w:bookmarkEnd', { 'w:id': inline.id }),
      ];
  }
}

function run(
  style: string | undefined,
  children: readonly XmlComponent[],
  direct: readonly (XmlElement | undefined)[] = [],
): Node {
  const properties = [style === undefined ? undefined : val('w:rStyle', style), ...direct].filter(
    (property) => property !== undefined,
  );
  return new Node(
    'w:r',
    {},
    ...(properties.length > 0 ? [node(el('w:rPr', {}, ...properties))] : []),
    ...children,
  );
}

/**
 * `{default-bullet-numbering-0}` in a text would be taken for the placeholder of a list id. No brace is ever followed
 * by its word within one element, so the library finds none.
 */
const textElements = (text: string): readonly Node[] =>
  text
    .split(/(?<=\{)(?=default-bullet-numbering)/)
    .map((part) => new Node('w:t', { 'xml:space': 'preserve' }, part));

const fieldCharacter = (type: 'begin' | 'separate' | 'end'): Node =>
  new Node('w:fldChar', { 'w:fldCharType': type });

const languageElement = (tag: string): XmlElement =>
  tag.startsWith('zh') ? el('w:lang', { 'w:eastAsia': tag }) : val('w:lang', tag);

function table({ style, indent, columns, rows }: TablePlan): Node {
  const width = columns.reduce((sum, each) => sum + each, 0);
  return new Node(
    'w:tbl',
    {},
    node(
      el(
        'w:tblPr',
        {},
        val('w:tblStyle', style),
        el('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
        el('w:tblInd', { 'w:w': indent, 'w:type': 'dxa' }),
        el('w:tblLayout', { 'w:type': 'fixed' }),
        el('w:tblLook', { 'w:val': '0000' }),
      ),
    ),
    node(el('w:tblGrid', {}, ...columns.map((column) => el('w:gridCol', { 'w:w': column })))),
    ...rows.map(
      ({ height, header, cells }) =>
        new Node(
          'w:tr',
          {},
          node(
            el(
              'w:trPr',
              {},
              el('w:cantSplit'),
              height > 0 ? el('w:trHeight', { 'w:val': height, 'w:hRule': 'atLeast' }) : undefined,
              header ? el('w:tblHeader') : undefined,
            ),
          ),
          ...cells.map(cell),
        ),
    ),
  );
}

/** Properties in the order of CT_TcPr (ECMA-376 17.4.70). */
const cell = ({ width, columns, align, borders, padding, blocks }: CellPlan): Node =>
  new Node(
    'w:tc',
    {},
    node(
      el(
        'w:tcPr',
        {},
        el('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
        columns > 1 ? val('w:gridSpan', columns) : undefined,
        Object.keys(borders).length > 0 ? bordersElement('w:tcBorders', borders) : undefined,
        el(
          'w:tcMar',
          {},
          ...PADDINGS.map((side) => el(`w:${side}`, { 'w:w': padding[side], 'w:type': 'dxa' })),
        ),
        val('w:vAlign', align),
      ),
    ),
    ...blocks.map(block),
  );

const PADDINGS = ['top', 'left', 'bottom', 'right'] as const;
