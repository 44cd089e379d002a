import { isChinese } from '../lang.ts';
import type { Content, MarginBox, MarginBoxName, PageMaster } from '../markup/types.ts';
import { twips } from '../units.ts';
import { pageInstruction, styleReference } from './fields.ts';
import { bordersOf, paragraphFormat } from './formats.ts';
import { characters, type RunContext } from './runs.ts';
import { changes } from './styles.ts';
import type { InlinePlan, PageKind, ParagraphFormat, ParagraphPlan, SectionPlan, TabStop } from './types.ts';

/** What a named string is on the pages of a section, and the style whose text it is, if it is one's. */
export interface CitedString {
  readonly value: string;
  readonly style?: string;
}

/** The masters of one page type as Word's three kinds of page. */
export type Masters = Readonly<Record<PageKind, PageMaster>>;

type Edge = 'top' | 'bottom';
type Setup = Omit<SectionPlan, 'blocks' | 'start' | 'linePitch'>;

/**
 * Page set-up of a section with its heads and feet, from the margin boxes of its masters. Word has one top margin for
 * all pages of a section: it is the least of the masters', and heads of pages with a larger one are followed by space.
 * Only the `opening` section has a first page: `:first` is the document's (Paged Media 3, 4.1).
 */
export function pageSetup(
  masters: Masters,
  opening: boolean,
  strings: ReadonlyMap<string, CitedString>,
  context: RunContext,
): Setup {
  const { default: odd, first, even } = masters;
  const top = Math.min(odd.marginTop, first.marginTop, even.marginTop);
  const bottom = Math.min(odd.marginBottom, first.marginBottom, even.marginBottom);
  const kinds = kindsInUse(masters).filter((kind) => kind !== 'first' || opening);
  const edge = (side: Edge) =>
    Object.fromEntries(
      kinds.map((kind) => [kind, headParagraph(masters, kind, side, strings, context)]),
    ) as Readonly<Partial<Record<PageKind, ParagraphPlan>>>;
  return {
    width: twips(odd.width),
    height: twips(odd.height),
    margins: {
      top: twips(top),
      right: twips(odd.marginRight),
      bottom: twips(bottom),
      left: twips(odd.marginLeft),
      header: twips(headDistance(masters, 'top')),
      footer: twips(headDistance(masters, 'bottom')),
    },
    titlePage: kinds.includes('first'),
    heads: edge('top'),
    feet: edge('bottom'),
  };
}

/** Pages that need a head of their own: Word shows the default one on all kinds that are not told apart. */
function kindsInUse({ default: odd, first, even }: Masters): readonly PageKind[] {
  return [
    'default',
    ...(looksLike(odd, first) ? [] : ['first' as const]),
    ...(looksLike(odd, even) ? [] : ['even' as const]),
  ];
}

export const hasEvenPages = (masters: Masters): boolean => !looksLike(masters.default, masters.even);
export const hasMirroredMargins = ({ default: odd, even }: Masters): boolean =>
  odd.marginLeft !== even.marginLeft;

const looksLike = (a: PageMaster, b: PageMaster): boolean =>
  JSON.stringify([a.boxes, a.marginTop, a.marginBottom]) ===
  JSON.stringify([b.boxes, b.marginTop, b.marginBottom]);

/** Height in pt of the paragraph that stands in an empty head: Word wants one. */
const EMPTY_HEAD = 1;

/**
 * Distance of heads (feet) from the paper's edge, one for all pages of a section: the least that any page needs. An
 * empty head must end above the text, which may begin higher there than on other pages.
 */
const headDistance = (masters: Masters, edge: Edge): number =>
  Math.max(
    0,
    Math.min(
      ...Object.values(masters).map(
        (master) => boxDistance(master, edge) ?? marginOf(master, edge) - EMPTY_HEAD,
      ),
    ),
  );

const marginOf = (master: PageMaster, edge: Edge): number =>
  edge === 'top' ? master.marginTop : master.marginBottom;

/** Where a box's content stands in the margin, from the paper's edge; none = the page has no such box. */
function boxDistance(master: PageMaster, edge: Edge): number | undefined {
  const box = boxesAt(master, edge)[0];
  if (!box) return undefined;
  const { style } = box;
  const outer = edge === 'top' ? style.marginTop : style.marginBottom;
  const free = marginOf(master, edge) - boxHeight(box) - style.marginTop - style.marginBottom;
  if (style.cellAlign === 'middle') return outer + free / 2;
  return style.cellAlign === edge ? outer : outer + free;
}

const boxHeight = ({ style }: MarginBox): number =>
  style.lineHeight +
  style.paddingTop +
  style.paddingBottom +
  style.borderTop.width +
  style.borderBottom.width;

const boxesAt = (master: PageMaster, edge: Edge): readonly MarginBox[] =>
  master.boxes.filter(({ name, content }) => name.startsWith(edge) && content.length > 0);

const STYLE_OF_EDGE = { top: 'header', bottom: 'footer' } as const;

/**
 * The one paragraph of a head or foot: left, centred and right boxes parted by tabs. Pages whose head is empty have a
 * style of their own, so that the line under the others' does not show; so have page types of another width.
 */
function headParagraph(
  masters: Masters,
  kind: PageKind,
  edge: Edge,
  strings: ReadonlyMap<string, CitedString>,
  context: RunContext,
): ParagraphPlan {
  const master = masters[kind];
  const boxes = boxesAt(master, edge);
  const model = boxes[0] ?? boxesAt(masters.default, edge)[0] ?? boxesAt(masters.even, edge)[0];
  const base = STYLE_OF_EDGE[edge];
  if (!model) return { kind: 'paragraph', style: context.styles.idOf('Normal'), direct: {}, inlines: [] };
  const run = context.runFormat(model.style);
  const width = master.width - master.marginLeft - master.marginRight;
  const centred = Object.values(masters).some((each) =>
    boxesAt(each, edge).some((box) => box.name.endsWith('center')),
  );
  const plain = paragraphFormat(model.style, { left: 0, right: 0, width }, model.style.fontSize);
  const empty = boxes.length === 0;
  const format: ParagraphFormat = {
    ...plain,
    left: 0,
    right: 0,
    firstLine: 0,
    ...clearance(masters, kind, edge),
    ...(empty && { line: twips(EMPTY_HEAD), lineRule: 'exact' }),
    align: 'left',
    tabs: [
      ...(centred ? [{ align: 'center', position: twips(width / 2) } satisfies TabStop] : []),
      { align: 'right', position: twips(width) },
    ],
    borders: empty ? {} : bordersOf(model.style, true),
  };
  const name = [base, masters.default.name, empty ? 'empty' : ''].filter((word) => word !== '').join(' ');
  const { id, direct } = context.styles.paragraph({
    name,
    paragraph: format,
    run,
    origin: {},
  });
  if (name !== base) context.styles.base(name, base);
  const places: readonly MarginBoxName[] = centred
    ? [`${edge}-left`, `${edge}-center`, `${edge}-right`]
    : [`${edge}-left`, `${edge}-right`];
  const inlines = places.flatMap((place, at): InlinePlan[] => {
    const box = boxes.find(({ name }) => name === place);
    const content = box ? boxContent(box, run, strings, context) : [];
    return at === 0 ? content : [{ kind: 'tab' }, ...content];
  });
  return { kind: 'paragraph', style: id, direct, inlines: withoutTrailingTabs(inlines) };
}

/**
 * Space on both sides of a head or foot: toward the paper's edge what it stands further in than the section's common
 * distance, toward the text what moves the text to where its page's margin says.
 */
function clearance(masters: Masters, kind: PageKind, edge: Edge): Partial<ParagraphFormat> {
  const master = masters[kind];
  const box = boxesAt(master, edge)[0];
  const common = headDistance(masters, edge);
  const outside = Math.max(0, (boxDistance(master, edge) ?? common) - common);
  const least = Math.min(...Object.values(masters).map((each) => marginOf(each, edge)));
  const own = marginOf(master, edge);
  const height = box ? boxHeight(box) : EMPTY_HEAD;
  const inside = own > least ? Math.max(0, own - common - outside - height) : 0;
  return edge === 'top'
    ? { before: twips(outside), after: twips(inside) }
    : { before: twips(inside), after: twips(outside) };
}

function boxContent(
  box: MarginBox,
  around: ReturnType<RunContext['runFormat']>,
  strings: ReadonlyMap<string, CitedString>,
  context: RunContext,
): InlinePlan[] {
  const run = context.runFormat(box.style);
  const differs = Object.keys(changes(around, run)).length > 0;
  const style = differs
    ? context.styles.character({ name: `${box.name.replace('-', ' ')}`, run, around, origin: {} })
    : undefined;
  const named = style === undefined ? {} : { style };
  const text = (words: string) => characters(words, box.style, context.lang, style, context);
  const field = (instruction: string, result: readonly InlinePlan[]): InlinePlan[] => [
    { kind: 'field', instruction, result, ...named },
  ];
  const planOf = (piece: Content): InlinePlan[] => {
    switch (piece.kind) {
      case 'text':
        return text(piece.text);
      case 'counter':
        return field(pageInstruction(piece.name, piece.format), text('1'));
      case 'string': {
        const cited = strings.get(piece.name);
        if (!cited) return [];
        const instruction =
          cited.style === undefined ? undefined : styleReference(cited.style, piece.which === 'last');
        return instruction === undefined ? text(cited.value) : field(instruction, text(cited.value));
      }
      case 'leader':
        return [{ kind: 'tab', ...named }];
      case 'target-page':
        return [];
    }
  };
  return box.content.flatMap(planOf);
}

function withoutTrailingTabs(inlines: readonly InlinePlan[]): readonly InlinePlan[] {
  let end = inlines.length;
  while (inlines[end - 1]?.kind === 'tab') end--;
  return inlines.slice(0, end);
}

/** Two ems of the body: Word's tab stops beyond the styles' own, as wide as a Chinese paragraph's indent. */
export const defaultTab = (size: number, lang: RunContext['lang']): number =>
  isChinese(lang) ? twips(2 * size) : twips(36);
