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

/** The masters of one page type as Word's three kinds of page. Word's first page is a right-hand one. */
export type Masters = Readonly<Record<PageKind, PageMaster>>;

type Edge = 'top' | 'bottom';
type Setup = Omit<SectionPlan, 'blocks' | 'start' | 'linePitch'>;

/**
 * Page set-up of a section with its heads and feet, from the margin boxes of its masters. Word has one top margin for
 * all pages of a section: it is the least of the masters', and heads of pages with a larger one are followed by space.
 */
export function pageSetup(
  masters: Masters,
  strings: ReadonlyMap<string, CitedString>,
  context: RunContext,
): Setup {
  const { default: odd, first, even } = masters;
  const top = Math.min(odd.marginTop, first.marginTop, even.marginTop);
  const bottom = Math.min(odd.marginBottom, first.marginBottom, even.marginBottom);
  const kinds = kindsInUse(masters);
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
      header: twips(edgeDistance(odd, 'top')),
      footer: twips(edgeDistance(odd, 'bottom')),
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

/** Distance of a head or foot from the paper's edge: where its box's content stands in the margin. */
function edgeDistance(master: PageMaster, edge: Edge): number {
  const box = boxesAt(master, edge)[0];
  const margin = edge === 'top' ? master.marginTop : master.marginBottom;
  if (!box) return margin / 2;
  const { style } = box;
  const outer = edge === 'top' ? 'top' : 'bottom';
  const free = margin - boxHeight(box) - style.marginTop - style.marginBottom;
  const before = edge === 'top' ? style.marginTop : style.marginBottom;
  if (style.cellAlign === 'middle') return Math.max(0, before + free / 2);
  return Math.max(0, style.cellAlign === outer ? before : before + free);
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
 * style of their own, so that the line under the others' does not show.
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
    ...clearance(masters, kind, edge, model),
    align: 'left',
    tabs: [
      ...(centred ? [{ align: 'center', position: twips(width / 2) } satisfies TabStop] : []),
      { align: 'right', position: twips(width) },
    ],
    borders: empty ? {} : bordersOf(model.style, true),
  };
  const { id, direct } = context.styles.paragraph({
    name: empty ? `${base} empty` : base,
    paragraph: format,
    run,
    origin: {},
  });
  if (empty) context.styles.base(`${base} empty`, base);
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

/** Space after a head (before a foot) that moves the text to where its page's margin says. */
function clearance(masters: Masters, kind: PageKind, edge: Edge, model: MarginBox): Partial<ParagraphFormat> {
  const of = (master: PageMaster) => (edge === 'top' ? master.marginTop : master.marginBottom);
  const least = Math.min(...Object.values(masters).map(of));
  const own = of(masters[kind]);
  const space = own > least ? Math.max(0, own - edgeDistance(masters.default, edge) - boxHeight(model)) : 0;
  return edge === 'top' ? { before: 0, after: twips(space) } : { before: twips(space), after: 0 };
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
