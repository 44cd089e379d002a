import type { Diagnostic } from '../../diagnostics.ts';
import type { Cascade, Computed } from '../css/cascade.ts';
import type { ContentPart } from '../css/content.ts';
import { clipLength, DEFAULT_SIZE, type PageSize } from '../css/page-properties.ts';
import { MARGIN_BOXES } from '../css/page-selector.ts';
import type { Declaration, PageRule, StyleSheet } from '../css/types.ts';
import type { Length } from '../css/values.ts';
import type { Content, MarginBox, MarginBoxName, PageMaster } from '../types.ts';

/**
 * The page of each combination of name, first or not, and side (Paged Media 3, sections 3 to 5). The page inherits
 * from the root element, margin boxes and the note area from the page.
 */
export function pageMasters(
  sheets: readonly StyleSheet[],
  names: readonly string[],
  root: Computed,
  cascade: Cascade,
  report: (diagnostic: Diagnostic) => void,
): readonly PageMaster[] {
  const rules = sheets.flatMap(({ pages }) => pages);
  return names.flatMap((name) =>
    [true, false].flatMap((first) =>
      (['left', 'right'] as const).map((side) => {
        const matching = rules.filter((rule) => selects(rule, name, first, side)).sort(bySpecificity);
        return pageMaster({ name, first, side }, matching, root, cascade, report);
      }),
    ),
  );
}

/** The master of a page; names that no rule speaks of look like the default page. */
export function masterFor(
  masters: readonly PageMaster[],
  name: string,
  first: boolean,
  side: 'left' | 'right',
): PageMaster {
  const fits = (master: PageMaster): boolean => master.first === first && master.side === side;
  const found =
    masters.find((master) => master.name === name && fits(master)) ??
    masters.find((master) => master.name === '' && fits(master));
  if (!found) throw new Error('a styled document has masters for the default page');
  return found;
}

const selects = (rule: PageRule, name: string, first: boolean, side: 'left' | 'right'): boolean =>
  (rule.name === '' || rule.name === name) &&
  (!rule.first || first) &&
  (rule.side === undefined || rule.side === side);

/** Name before `:first` before side (Paged Media 3, section 4.4); the sort keeps the order of equals. */
const weight = (rule: PageRule): number =>
  (rule.name === '' ? 0 : 4) + (rule.first ? 2 : 0) + (rule.side === undefined ? 0 : 1);
const bySpecificity = (a: PageRule, b: PageRule): number => weight(a) - weight(b);

function pageMaster(
  which: Pick<PageMaster, 'name' | 'first' | 'side'>,
  rules: readonly PageRule[],
  root: Computed,
  cascade: Cascade,
  report: (diagnostic: Diagnostic) => void,
): PageMaster {
  const declarations = rules.flatMap((rule) => rule.declarations);
  const page = cascade.fromDeclarations(declarations, root, 'page');
  const settled = cascade.settle(declarations, page.variables, 'page');
  const [width, height] = lastValue<PageSize>(settled, 'size') ?? DEFAULT_SIZE;
  const { marginTop, marginRight, marginBottom, marginLeft } = page.style;
  return {
    ...which,
    width,
    height,
    marginTop,
    marginRight,
    marginBottom,
    marginLeft,
    boxes: MARGIN_BOXES.flatMap((name) => marginBox(name, rules, page, cascade, report)),
    footnote: noteArea(rules, page, cascade),
  };
}

function lastValue<V>(declarations: readonly Declaration[], property: string): V | undefined {
  const found = declarations.findLast(
    (declaration) => declaration.kind === 'value' && declaration.property === property,
  );
  return found?.kind === 'value' ? (found.value as V) : undefined;
}

// ---------------------------------------------------------------- margin boxes

/** Alignment that margin boxes have by themselves (Paged Media 3, section 5.3). */
const ALIGN: Readonly<Record<MarginBoxName, 'left' | 'center' | 'right'>> = {
  'top-left': 'left',
  'top-center': 'center',
  'top-right': 'right',
  'bottom-left': 'left',
  'bottom-center': 'center',
  'bottom-right': 'right',
};

/** A margin box, if its `content` makes one. */
function marginBox(
  name: MarginBoxName,
  rules: readonly PageRule[],
  page: Computed,
  cascade: Cascade,
  report: (diagnostic: Diagnostic) => void,
): readonly MarginBox[] {
  const own = rules.flatMap((rule) =>
    rule.boxes.filter((box) => box.name === name).flatMap((box) => box.declarations),
  );
  const span = { source: '<user-agent>', start: 0, end: 0 };
  const { style, content } = cascade.fromDeclarations(
    [
      { kind: 'value', property: 'display', value: 'block', span },
      { kind: 'value', property: 'text-align', value: ALIGN[name], span },
      { kind: 'value', property: 'text-indent', value: { value: 0, unit: 'pt' }, span },
      { kind: 'value', property: 'vertical-align', value: 'middle', span },
      ...own,
    ],
    page,
    'margin-box',
  );
  if (content === undefined || content === 'none') return [];
  const pieces = content.flatMap((part) => symbolic(part));
  if (pieces.length < content.length) report(senseless(own));
  return [{ name, style, content: pieces }];
}

/** What a margin box can show: it belongs to no element, so `attr()`, `content()` and note numbers mean nothing. */
function symbolic(part: ContentPart): readonly Content[] {
  if (part.kind === 'attr' || part.kind === 'content' || part.kind === 'target-page') return [];
  if (part.kind !== 'counter') return [part];
  const { name, format } = part;
  return name === 'footnote' ? [] : [{ kind: 'counter', name, format }];
}

function senseless(own: readonly Declaration[]): Diagnostic {
  const at = own.findLast(
    (declaration) => declaration.kind === 'value' && declaration.property === 'content',
  );
  return {
    code: 'css/bad-value',
    severity: 'error',
    message: 'a margin box has no element to take this content from',
    ...(at && { span: at.span }),
    hints: [{ text: 'Use text, string(), counter(page) and counter(pages); set strings with string-set.' }],
  };
}

// ---------------------------------------------------------------- note area

function noteArea(rules: readonly PageRule[], page: Computed, cascade: Cascade): PageMaster['footnote'] {
  const declarations = rules.flatMap((rule) => rule.footnote);
  const { style, variables } = cascade.fromDeclarations(declarations, page, 'footnote');
  const settled = cascade.settle(declarations, variables, 'footnote');
  const clip = lastValue<Length | 'none'>(settled, 'border-clip') ?? 'none';
  return {
    marginTop: style.marginTop,
    marginLeft: style.marginLeft,
    marginRight: style.marginRight,
    paddingTop: style.paddingTop,
    rule: style.borderTop,
    ruleLength: clipLength(clip, style.fontSize),
  };
}
