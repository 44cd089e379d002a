import { expect } from 'vitest';
import type { Diagnostic, Outcome } from '../../src/diagnostics.ts';
import { childrenOf } from '../../src/markup/children.ts';
import { parseMarkup, parseStyleSheet, styleDocument } from '../../src/markup/index.ts';
import type {
  BlockBox,
  BlockLevel,
  InlineLevel,
  StyledBox,
  StyledDocument,
  TextBox,
} from '../../src/markup/types.ts';

export const FAMILIES = ['Tinos', 'Noto Serif SC', 'LXGW WenKai'];
const fonts = { families: FAMILIES, hasFamily: (name: string) => FAMILIES.includes(name) };

/** The value of an outcome that must be silent. */
export function silent<T>({ value, diagnostics }: Outcome<T>): T {
  expect(diagnostics).toEqual([]);
  return value!;
}

/** Styles a body under a sheet; the whole outcome. */
export function tryStyle(css: string, body: string): Outcome<StyledDocument> {
  const markup = `<html lang="zh-Hans"><head><title>题</title></head><body>${body}</body></html>`;
  const tree = silent(parseMarkup({ id: '<markup>', text: markup }));
  const sheet = silent(parseStyleSheet({ id: 'style.css', text: css }));
  return styleDocument(tree, [sheet], fonts);
}

/** The same where there must be nothing to say. */
export const style = (css: string, body: string): StyledDocument => silent(tryStyle(css, body));

/** Blocks of the body. */
export const blocks = (styled: StyledDocument): readonly BlockLevel[] =>
  styled.root.content.kind === 'blocks' ? styled.root.content.blocks : [];

/** The first block of the body under a sheet. */
export const firstBlock = (css: string, body: string): BlockBox => blocks(style(css, body))[0] as BlockBox;

export const inlinesOf = (block: BlockLevel): readonly InlineLevel[] =>
  block.kind === 'block' && block.content.kind === 'inlines' ? block.content.inlines : [];

/** Every text of a box in order, notes left out. */
export function texts(box: StyledBox): readonly TextBox[] {
  if (box.kind === 'text') return [box];
  if (box.kind === 'note') return [];
  return childrenOf(box).flatMap(texts);
}

/** A diagnostic as a test reads it: code, the words of the source it points at, and its first hint. */
export const seen = (source: string, { code, span, hints }: Diagnostic) => ({
  code,
  at: span && source.slice(span.start, span.end),
  hint: hints[0]?.text,
});
