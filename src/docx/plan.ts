import { type Diagnostic, hasErrors, type Outcome, ok } from '../diagnostics.ts';
import type { FontBook } from '../fonts/types.ts';
import type { PageMaster, StyledDocument } from '../markup/types.ts';
import { twips } from '../units.ts';
import { anchorsAndTargets } from './anchors.ts';
import { blocksOf, type Observer } from './blocks.ts';
import { bookmarkNamer } from './fields.ts';
import { flatten, type Leaf } from './flow.ts';
import { type Place, paragraphFormat, runFormatter } from './formats.ts';
import { bare, commonPlace, registerUnused, separatorUse } from './house-styles.ts';
import { documentLanguages } from './languages.ts';
import { noteBook } from './notes.ts';
import { type NumberedParagraph, type NumberedResult, numberParagraphs } from './numbering.ts';
import { mastersOf, noteAreaOf, sectionsOf, widthOf } from './pages.ts';
import type { Citable } from './paragraphs.ts';
import type { RunContext } from './runs.ts';
import { type CitedString, defaultTab, hasEvenPages, hasMirroredMargins, pageSetup } from './sections.ts';
import { styleBook } from './styles.ts';
import type { BlockPlan, DocxPlan, ParagraphPlan, SectionPlan, StylePlan } from './types.ts';

/**
 * Everything the Word file will say, as plain data. Errors: `docx/style-split`. Warnings: `docx/unnamed-style`,
 * `docx/unsafe-link`, `docx/missing-target`, `docx/note-number`, `docx/number-format`.
 */
export function planDocx(styled: StyledDocument, fonts: FontBook): Outcome<DocxPlan> {
  const diagnostics: Diagnostic[] = [];
  const styles = styleBook();
  const runFormat = runFormatter(fonts);
  const notes = noteBook();
  const width = widthOf(mastersOf(styled.masters, styled.root.style.page).default);
  const leaves = flatten([styled.root], { left: 0, right: 0, width });
  const numbered: { readonly paragraph: NumberedParagraph; readonly key: object }[] = [];
  let bookmarks = 0;
  let noteArea: Place = { left: 0, right: 0, width: 0 };

  const context: RunContext = {
    fonts,
    runFormat,
    styles,
    lang: styled.lang,
    ...anchorsAndTargets(styled.root, leaves),
    numberedStyles: numberedStyles(leaves),
    cited: citedNames(styled.masters),
    bookmarkName: bookmarkNamer(),
    bookmarkId: () => bookmarks++,
    takeNote: (note) => notes.take(note, noteArea, context),
    report: (diagnostic) => diagnostics.push(diagnostic),
  };

  for (const probe of styled.probes) if (probe.basedOn !== undefined) styles.base(probe.name, probe.basedOn);

  const drafts = sectionsOf(leaves).map((section) => {
    const masters = mastersOf(styled.masters, section.page);
    noteArea = noteAreaOf(masters.default);
    const values = new Map<string, string>();
    const citable: Citable[] = [];
    const observer: Observer = {
      paragraph({ plan, numbered: paragraph, citable: own }) {
        if (paragraph) numbered.push({ paragraph, key: plan });
        if (own) citable.push(own);
        return plan;
      },
      strings(set) {
        for (const { name, value } of set) if (!values.has(name)) values.set(name, value);
      },
    };
    const blocks = blocksOf(section.leaves, context, observer);
    return { ...section, masters, strings: citedStrings(values, citable), blocks };
  });
  const numbering = numberParagraphs(numbered.map(({ paragraph }) => paragraph));
  const numbers = new Map(numbered.map(({ key }, at) => [key, numbering.assigned[at]]));

  const carried = new Map<string, CitedString>();
  const sections = drafts.map(({ masters, strings, blocks, start }, at): SectionPlan => {
    for (const [name, value] of strings) carried.set(name, value);
    return {
      ...pageSetup(masters, at === 0, carried, context),
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
      notes: notes.notes,
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

const numberedStyles = (leaves: readonly Leaf[]): ReadonlySet<string> =>
  new Set(leaves.flatMap((leaf) => (leaf.kind === 'paragraph' && leaf.item ? [leaf.styleName] : [])));

/** Named strings, with the style that can be cited for them: the one whose only text in the section is the string. */
function citedStrings(
  values: ReadonlyMap<string, string>,
  citable: readonly Citable[],
): ReadonlyMap<string, CitedString> {
  const strings = [...values].map(([name, value]): [string, CitedString] => {
    const style = citable.find(({ text }) => text === value)?.style;
    const alone = style !== undefined && citable.filter((each) => each.style === style).length === 1;
    return [name, { value, ...(alone && { style }) }];
  });
  return new Map(strings);
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
