import { type Diagnostic, hasErrors, type Outcome, ok } from '../diagnostics.ts';
import type { FontBook } from '../fonts/types.ts';
import type { PageMaster, StyledDocument } from '../markup/types.ts';
import { twips } from '../units.ts';
import { anchorsAndTargets } from './anchors.ts';
import { blocksOf, type Observer } from './blocks.ts';
import { bookmarkNamer } from './fields.ts';
import { flatten, type Leaf } from './flow.ts';
import { type Place, paragraphFormat, runFormatter } from './formats.ts';
import { documentLanguages } from './languages.ts';
import { type NumberedParagraph, type NumberedResult, numberParagraphs } from './numbering.ts';
import { draftNote } from './paragraphs.ts';
import type { RunContext } from './runs.ts';
import {
  type CitedString,
  defaultTab,
  hasEvenPages,
  hasMirroredMargins,
  type Masters,
  pageSetup,
} from './sections.ts';
import { type ParagraphUse, type StyleBook, styleBook } from './styles.ts';
import type {
  BlockPlan,
  DocxPlan,
  NotePlan,
  ParagraphFormat,
  ParagraphPlan,
  SectionPlan,
  StylePlan,
} from './types.ts';

/**
 * Everything the Word file will say, as plain data. Errors: `docx/style-split`. Warnings: `docx/unnamed-style`,
 * `docx/unsafe-link`, `docx/missing-target`, `docx/note-number`, `docx/number-format`.
 */
export function planDocx(styled: StyledDocument, fonts: FontBook): Outcome<DocxPlan> {
  const diagnostics: Diagnostic[] = [];
  const styles = styleBook();
  const runFormat = runFormatter(fonts);
  const notes: NotePlan[] = [];
  const leaves = flatten(
    [styled.root],
    widthOf(mastersFor(styled.masters, styled.root.style.page).default),
  ).leaves;
  const numbered: { readonly paragraph: NumberedParagraph; readonly key: object }[] = [];
  let bookmarks = 0;
  let notePlace: Place = { left: 0, right: 0, width: 0 };

  const context: RunContext = {
    fonts,
    runFormat,
    styles,
    lang: styled.lang,
    ...anchorsAndTargets(styled.root, leaves),
    cited: citedNames(styled.masters),
    bookmarkName: bookmarkNamer(),
    bookmarkId: () => bookmarks++,
    takeNote(note) {
      const id = notes.length + 1;
      if (note.number !== id)
        diagnostics.push({
          code: 'docx/note-number',
          severity: 'warning',
          message: `note ${note.number} is note ${id} in the Word file`,
          ...(note.origin.model && { span: note.origin.model }),
          reason: 'Word counts notes by itself, in the order of their marks.',
          hints: [{ text: 'Refer to each note once.' }],
        });
      const paragraphs = flatten(note.children, notePlace.width, note.style.docxStyle).leaves.flatMap(
        (leaf) => (leaf.kind === 'paragraph' ? [{ ...leaf, place: shifted(leaf.place, notePlace) }] : []),
      );
      const slot = { id, note: note.note, paragraphs: [] as ParagraphPlan[] };
      notes.push(slot);
      slot.paragraphs.push(...draftNote(note, paragraphs, context));
      return id;
    },
    report: (diagnostic) => diagnostics.push(diagnostic),
  };

  for (const probe of styled.probes) if (probe.basedOn !== undefined) styles.base(probe.name, probe.basedOn);

  const drafts = sectionsOf(leaves).map((section) => {
    const masters = mastersFor(styled.masters, section.page);
    notePlace = notePlaceOf(masters.default);
    const strings = new Map<string, CitedString>();
    const observer: Observer = {
      paragraph({ plan, numbered: paragraph }) {
        if (paragraph) numbered.push({ paragraph, key: plan });
        return plan;
      },
      strings(set, draft) {
        for (const { name, value } of set) {
          if (strings.has(name)) continue;
          const style = draft?.citable?.text === value ? draft.citable.style : undefined;
          strings.set(name, { value, ...(style !== undefined && { style }) });
        }
      },
    };
    return { ...section, masters, strings, blocks: blocksOf(section.leaves, context, observer) };
  });
  const numbering = numberParagraphs(numbered.map(({ paragraph }) => paragraph));
  const numbers = new Map(numbered.map(({ key }, at) => [key, numbering.assigned[at]]));

  const carried = new Map<string, CitedString>();
  const sections = drafts.map(({ masters, strings, blocks, start }): SectionPlan => {
    for (const [name, value] of strings) carried.set(name, value);
    return {
      ...pageSetup(masters, carried, context),
      start,
      blocks: blocks.map((block) => withNumbers(block, numbers)),
      linePitch: twips(styled.root.style.lineHeight),
    };
  });

  registerUnused(styled, styles, runFormat, commonPlace(leaves));
  const separator = styles.paragraph(separatorUse(styled, drafts[0]?.masters.default, runFormat)).id;
  const normal = {
    paragraph: paragraphFormat(
      styled.root.style,
      { left: 0, right: 0, width: 0 },
      styled.root.style.fontSize,
    ),
    run: runFormat(styled.root.style),
  };
  const finished = styles.finish(normal);
  diagnostics.push(...finished.diagnostics, ...numbering.uncounted.map(uncountedFormat));
  if (hasErrors(diagnostics)) return { diagnostics };
  return ok(
    {
      defaults: { paragraph: bare(normal.paragraph), run: normal.run },
      styles: finished.styles.map((style) => tied(style, numbering)),
      numbering: numbering.plan,
      sections,
      notes,
      settings: {
        evenAndOddHeads: drafts.some(({ masters }) => hasEvenPages(masters)),
        mirrorMargins: drafts.some(({ masters }) => hasMirroredMargins(masters)),
        defaultTab: defaultTab(styled.root.style.fontSize, styled.lang),
      },
      separatorStyle: separator,
      languages: documentLanguages(styled.lang),
      properties: { title: styled.title, ...(styled.subject !== undefined && { subject: styled.subject }) },
    },
    diagnostics,
  );
}

/** The masters that Word's three kinds of page follow; page types without any of their own take the default ones. */
function mastersFor(masters: readonly PageMaster[], page: string): Masters {
  const master = (first: boolean, side: PageMaster['side']): PageMaster =>
    masters.find((each) => each.name === page && each.first === first && each.side === side) ??
    masters.find((each) => each.name === '' && each.first === first && each.side === side) ??
    masters[0]!;
  return { default: master(false, 'right'), first: master(true, 'right'), even: master(false, 'left') };
}

const widthOf = ({ width, marginLeft, marginRight }: PageMaster): number => width - marginLeft - marginRight;

const notePlaceOf = (master: PageMaster): Place => ({
  left: master.footnote.marginLeft,
  right: master.footnote.marginRight,
  width: widthOf(master) - master.footnote.marginLeft - master.footnote.marginRight,
});

const shifted = (place: Place, by: Place): Place => ({
  ...place,
  left: place.left + by.left,
  right: place.right + by.right,
});

interface Stretch {
  readonly page: string;
  readonly start: SectionPlan['start'];
  readonly leaves: readonly Leaf[];
}

/** Cuts the flow where Word needs a new section: at another page type, and where a right or left page must follow. */
function sectionsOf(leaves: readonly Leaf[]): readonly Stretch[] {
  const starts = { recto: 'oddPage', verso: 'evenPage' } as const;
  const stretches: { page: string; start: SectionPlan['start']; leaves: Leaf[] }[] = [];
  for (const leaf of leaves) {
    const current = stretches.at(-1);
    const side = leaf.breakBefore === 'recto' || leaf.breakBefore === 'verso' ? leaf.breakBefore : undefined;
    if (current && current.page === leaf.page && !side) {
      current.leaves.push(leaf);
      continue;
    }
    stretches.push({
      page: leaf.page,
      start: side ? starts[side] : 'nextPage',
      leaves: [{ ...leaf, breakBefore: 'auto' }],
    });
  }
  return stretches.length > 0 ? stretches : [{ page: '', start: 'nextPage', leaves: [] }];
}

/** Names of the strings that heads and feet show. */
const citedNames = (masters: readonly PageMaster[]): ReadonlySet<string> =>
  new Set(
    masters.flatMap(({ boxes }) =>
      boxes.flatMap(({ content }) =>
        content.flatMap((piece) => (piece.kind === 'string' ? [piece.name] : [])),
      ),
    ),
  );

/** The place most paragraphs have: styles of the sheet that no element uses are defined as if they stood there. */
function commonPlace(leaves: readonly Leaf[]): Place {
  const counts = new Map<string, { place: Place; count: number }>();
  for (const { kind, place } of leaves) {
    if (kind !== 'paragraph') continue;
    const key = `${place.left}/${place.right}`;
    counts.set(key, { place, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].reduce((best, each) => (each.count > best.count ? each : best), {
    place: { left: 0, right: 0, width: 0 },
    count: 0,
  }).place;
}

/** A drafter finds every style of the house in Word, used in this document or not. */
function registerUnused(
  { probes, root }: StyledDocument,
  styles: StyleBook,
  runFormat: RunContext['runFormat'],
  place: Place,
): void {
  for (const { name, kind, style } of probes) {
    if (styles.has(name)) continue;
    const run = runFormat(style);
    if (kind === 'character') styles.character({ name, run, around: runFormat(root.style), origin: {} });
    else
      styles.paragraph({ name, paragraph: paragraphFormat(style, place, style.fontSize), run, origin: {} });
  }
}

/** The line above the notes stands where the notes do; Word fixes its length. */
function separatorUse(
  { root }: StyledDocument,
  master: PageMaster | undefined,
  runFormat: RunContext['runFormat'],
): ParagraphUse {
  const place = master ? notePlaceOf(master) : { left: 0, right: 0, width: 0 };
  const plain = bare(paragraphFormat(root.style, place, root.style.fontSize));
  return {
    name: 'Footnote separator',
    paragraph: {
      ...plain,
      left: twips(place.left),
      before: twips(master?.footnote.marginTop ?? 0),
      after: twips(master?.footnote.paddingTop ?? 0),
      line: twips(SEPARATOR_LINE),
      lineRule: 'exact',
    },
    run: runFormat(root.style),
    origin: {},
  };
}

/** Height in pt of the line Word draws its separator in; the rule itself lies on the baseline. */
const SEPARATOR_LINE = 6;

/** A format with nothing but what holds for all text of the document. */
const bare = (format: ParagraphFormat): ParagraphFormat => ({
  ...format,
  left: 0,
  right: 0,
  firstLine: 0,
  before: 0,
  after: 0,
  align: 'left',
  keepNext: false,
  keepLines: false,
  pageBreakBefore: false,
  outline: 0,
  tabs: [],
  borders: {},
});

function withNumbers(block: BlockPlan, numbers: ReadonlyMap<object, ParagraphPlan['numbering']>): BlockPlan {
  if (block.kind === 'paragraph') {
    const numbering = numbers.get(block);
    return numbering ? { ...block, numbering } : block;
  }
  return {
    ...block,
    rows: block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({
        ...cell,
        blocks: cell.blocks.map((inner) => withNumbers(inner, numbers)),
      })),
    })),
  };
}

function tied(style: StylePlan, { styles }: NumberedResult): StylePlan {
  const numbering = styles.get(style.id);
  return style.kind === 'paragraph' && numbering ? { ...style, numbering } : style;
}

const uncountedFormat = (format: string): Diagnostic => ({
  code: 'docx/number-format',
  severity: 'warning',
  message: `Word cannot count in the list style "${format}"; the labels are written as they are`,
  reason: 'Who adds a paragraph in Word must number it by hand.',
  hints: [{ text: 'Take a list-style-type that Word knows, such as decimal, lower-alpha or lower-roman.' }],
});
