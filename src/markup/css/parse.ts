import type { Atrule, Block, CssNode, Declaration as DeclarationNode, Rule as RuleNode } from 'css-tree';
import parse from 'css-tree/parser';
import { type Diagnostic, hasErrors, type Outcome, ok } from '../../diagnostics.ts';
import type { Source, Span } from '../../source.ts';
import { nearest } from '../../suggest.ts';
import { readCounterStyle } from './counter-style.ts';
import { type DeclarationPlace, readDeclaration } from './declarations.ts';
import { MARGIN_BOXES, readPageSelector } from './page-selector.ts';
import { readSelector } from './selectors.ts';
import type { CounterStyle, Declaration, PageRule, Rule, StyleSheet } from './types.ts';

/**
 * Parses a style sheet in the strict subset. Every fault is an error with its place: `css/syntax`,
 * `css/unknown-property`, `css/bad-value`, `css/unknown-selector`, `css/unknown-element`, `css/unknown-at-rule`,
 * `css/duplicate-counter-style`. There is no value if there are errors.
 */
export function parseStyleSheet(source: Source): Outcome<StyleSheet> {
  const reader = new Reader(source);
  const root = parse(source.text, {
    positions: true,
    parseValue: false,
    parseAtrulePrelude: false,
    onParseError: (error) => reader.syntaxError(error.message, error.offset),
  });
  if (root.type === 'StyleSheet') for (const node of root.children.toArray()) reader.statement(node);
  const { rules, pages, counterStyles, diagnostics } = reader;
  return hasErrors(diagnostics) ? { diagnostics } : ok({ source, rules, pages, counterStyles }, diagnostics);
}

/** Collects the rules of one sheet. */
class Reader {
  readonly rules: Rule[] = [];
  readonly pages: PageRule[] = [];
  readonly counterStyles: CounterStyle[] = [];
  readonly diagnostics: Diagnostic[] = [];
  private readonly source: Source;
  private readonly report = (diagnostic: Diagnostic): void => {
    this.diagnostics.push(diagnostic);
  };

  constructor(source: Source) {
    this.source = source;
  }

  statement(node: CssNode): void {
    if (node.type === 'Rule') this.styleRule(node);
    else if (node.type === 'Atrule') this.atRule(node);
    // Comments carry nothing; raw text has been reported by `syntaxError`.
  }

  syntaxError(message: string, offset: number): void {
    const at = Math.min(offset, this.source.text.length);
    this.report({
      code: 'css/syntax',
      severity: 'error',
      message: `${message[0]?.toLowerCase() ?? ''}${message.slice(1)}`,
      span: { source: this.source.id, start: at, end: Math.min(at + 1, this.source.text.length) },
      reason: 'A sheet that is not read whole would set pages in a way nobody wrote.',
      hints: [{ text: 'A declaration is `property: value;`, a rule `selector { … }`.' }],
    });
  }

  private styleRule(node: RuleNode): void {
    const declarations = this.declarations(node.block, 'element');
    if (node.prelude.type !== 'SelectorList') return;
    for (const part of node.prelude.children.toArray()) {
      if (part.type !== 'Selector') continue;
      const selector = readSelector(part, this.spanOf, this.report);
      if (selector) this.rules.push({ selector, declarations });
    }
  }

  private atRule(node: Atrule): void {
    if (node.name === 'page') this.pageRule(node);
    else if (node.name === 'counter-style') {
      const style = readCounterStyle(node, this.spanOf, this.counterStyles, this.report);
      if (style) this.counterStyles.push(style);
    } else this.unknownAtRule(node, ['page', 'counter-style']);
  }

  private pageRule(node: Atrule): void {
    const span = this.spanOf(node);
    const selector = readPageSelector(node.prelude?.type === 'Raw' ? node.prelude.value : '');
    if (!selector)
      this.report({
        code: 'css/unknown-selector',
        severity: 'error',
        message: 'this page selector is not in the subset',
        span: node.prelude ? this.spanOf(node.prelude) : span,
        hints: [{ text: 'Write @page, @page name, and after them :first, :left or :right.' }],
      });
    const boxes: { name: string; declarations: readonly Declaration[] }[] = [];
    const footnote: Declaration[] = [];
    for (const child of node.block?.children.toArray() ?? []) {
      if (child.type !== 'Atrule') continue;
      if (child.name === 'footnote') footnote.push(...this.declarations(child.block, 'footnote'));
      else if (MARGIN_BOXES.some((name) => name === child.name))
        boxes.push({ name: child.name, declarations: this.declarations(child.block, 'margin-box') });
      else this.unknownAtRule(child, ['footnote', ...MARGIN_BOXES]);
    }
    const declarations = this.declarations(node.block, 'page');
    if (selector) this.pages.push({ ...selector, declarations, boxes, footnote, span });
  }

  private declarations(block: Block | null, place: DeclarationPlace): readonly Declaration[] {
    const declarations: Declaration[] = [];
    for (const node of block?.children.toArray() ?? []) {
      if (node.type === 'Declaration') declarations.push(...this.declaration(node, place));
      else if (node.type === 'Rule')
        this.report({
          code: 'css/nested-rule',
          severity: 'error',
          message: 'a rule stands inside another rule',
          span: this.spanOf(node.prelude),
          hints: [{ text: 'Close the rule before with }. Nesting is not in the subset.' }],
        });
      else if (node.type === 'Atrule' && place !== 'page') this.unknownAtRule(node, []);
    }
    return declarations;
  }

  private declaration(node: DeclarationNode, place: DeclarationPlace): readonly Declaration[] {
    const span = this.spanOf(node);
    if (node.important) {
      this.report({
        code: 'css/important',
        severity: 'error',
        message: '!important is not in the subset',
        span,
        reason: 'A house style is one sheet: a more specific selector says the same and can be found again.',
        hints: [{ text: 'Remove !important and make the selector more specific.' }],
      });
      return [];
    }
    const text = node.value.type === 'Raw' ? node.value.value : '';
    return readDeclaration(
      { property: node.property, text, span, valueSpan: this.spanOf(node.value) },
      place,
      this.report,
    );
  }

  private unknownAtRule(node: Atrule, known: readonly string[]): void {
    const meant = nearest(node.name, known);
    const start = node.loc?.start.offset ?? 0;
    const span = { source: this.source.id, start, end: start + node.name.length + 1 };
    this.report({
      code: 'css/unknown-at-rule',
      severity: 'error',
      message: `there is no @${node.name} here`,
      span,
      hints: [
        meant
          ? { text: `Did you mean @${meant}?`, span, replacement: `@${meant}` }
          : {
              text:
                known.length > 0
                  ? `Known here: ${known.map((name) => `@${name}`).join(', ')}.`
                  : 'Close the rule before with }.',
            },
      ],
    });
  }

  /** White space that css-tree counts to the end of a value is left out. */
  private readonly spanOf = (node: CssNode): Span => {
    const start = node.loc?.start.offset ?? 0;
    const end = node.loc?.end.offset ?? start;
    const text = this.source.text.slice(start, end);
    const lead = text.length - text.trimStart().length;
    return { source: this.source.id, start: start + lead, end: start + lead + text.trim().length };
  };
}
