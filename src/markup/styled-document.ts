import { type Diagnostic, hasErrors, type Outcome, ok } from '../diagnostics.ts';
import { parseLang } from '../lang.ts';
import { Cascade, type Families, initialComputed } from './css/cascade.ts';
import { parseStyleSheet } from './css/parse.ts';
import type { StyleSheet } from './css/types.ts';
import { buildBlock } from './tree/blocks.ts';
import type { Builder } from './tree/context.ts';
import { labelLists } from './tree/labels.ts';
import { pageMasters } from './tree/masters.ts';
import { styleProbes } from './tree/probes.ts';
import { type StyledElement, styleTree } from './tree/styled-element.ts';
import type { ElementNode, StyledDocument } from './types.ts';
import { USER_AGENT_SHEET } from './user-agent.ts';

let userAgent: StyleSheet | undefined;

/**
 * Element tree and style sheets to styled tree: cascade, labels of lists, boxes, pages and Word styles. `sheets` in
 * order of precedence, the strongest last; the user-agent sheet goes before them. Errors: `css/unknown-variable`,
 * `css/variable-cycle`, `css/bad-value`, `css/unknown-font-family` (a warning while the stack has another family),
 * `css/unknown-counter-style`, `markup/no-language`, `markup/no-label`, `markup/dangling-link`, `markup/unsafe-link`,
 * `markup/block-in-line`, `markup/bad-note`, `markup/uneven-table`.
 */
export function styleDocument(
  tree: ElementNode,
  sheets: readonly StyleSheet[],
  options: Families,
): Outcome<StyledDocument> {
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  // A declaration is computed for many elements and pages; what is wrong with it is said once.
  const report = (diagnostic: Diagnostic): void => {
    const key = JSON.stringify([diagnostic.code, diagnostic.message, diagnostic.span]);
    if (!seen.has(key)) diagnostics.push(diagnostic);
    seen.add(key);
  };
  const lang = parseLang(tree.attributes.get('lang') ?? '');
  if (!lang) report(noLanguage(tree));
  userAgent ??= parseStyleSheet(USER_AGENT_SHEET).value!;
  const all = [userAgent, ...sheets];
  const cascade = new Cascade(all, options, report);
  const initial = initialComputed();
  const root = styleTree(tree, cascade, initial, lang ?? 'zh-Hans');
  const counterStyles = new Map(
    all.flatMap((sheet) => sheet.counterStyles).map((style) => [style.name, style]),
  );

  const body = bodyOf(root);
  let lastId = 0;
  const builder: Builder = {
    cascade,
    labels: labelLists(root, counterStyles, report),
    anchors: new Set(anchorsOf(tree)),
    report,
    nextId: () => ++lastId,
    pageNames: new Set(['']),
  };
  const [page] = pageMasters(all, [''], root.computed, cascade, report);
  const width = page!.width - page!.marginLeft - page!.marginRight;
  const box = buildBlock(builder, body, width);
  const masters = pageMasters(all, [...builder.pageNames], root.computed, cascade, report);
  if (box.kind !== 'block') report(bodyIsTable(tree));
  if (hasErrors(diagnostics) || box.kind !== 'block') return { diagnostics };
  const subject = descriptionOf(tree);
  return ok(
    {
      root: box,
      masters,
      probes: styleProbes(all, masters, cascade, initial, root.lang),
      lang: root.lang,
      title: titleOf(tree),
      ...(subject !== undefined && { subject }),
    },
    diagnostics,
  );
}

const bodyOf = (root: StyledElement): StyledElement =>
  (root.children.find((child) => child.kind === 'element' && child.element.name === 'body') as
    | StyledElement
    | undefined) ?? root;

function anchorsOf(element: ElementNode): readonly string[] {
  const id = element.attributes.get('id');
  const inner = element.children.flatMap((child) => (child.kind === 'element' ? anchorsOf(child) : []));
  return id === undefined ? inner : [id, ...inner];
}

/** Elements of the head, by name. */
function headOf(tree: ElementNode, name: string): readonly ElementNode[] {
  const elements = (parent: ElementNode | undefined): readonly ElementNode[] =>
    parent?.children.filter((child) => child.kind === 'element') ?? [];
  const head = elements(tree).find((child) => child.name === 'head');
  return elements(head).filter((child) => child.name === name);
}

const titleOf = (tree: ElementNode): string =>
  headOf(tree, 'title')
    .flatMap(({ children }) => children.map((child) => (child.kind === 'text' ? child.text : '')))
    .join('')
    .replace(/[ \t\r\n\f]+/g, ' ')
    .trim();

const descriptionOf = (tree: ElementNode): string | undefined =>
  headOf(tree, 'meta')
    .find((meta) => meta.attributes.get('name') === 'description')
    ?.attributes.get('content');

const noLanguage = (tree: ElementNode): Diagnostic => ({
  code: 'markup/no-language',
  severity: 'error',
  message: 'the markup does not say its language',
  ...(tree.origin.template && { span: tree.origin.template }),
  reason: 'Line breaking, fonts and reading aloud depend on it.',
  hints: [{ text: 'Write <html lang="{{lang}}">; known are zh-Hans, zh-Hant, en, fr, es, ru, ar.' }],
});

const bodyIsTable = (tree: ElementNode): Diagnostic => ({
  code: 'markup/bad-root',
  severity: 'error',
  message: 'the body is a table',
  ...(tree.origin.template && { span: tree.origin.template }),
  hints: [{ text: 'Give the body display: block.' }],
});
