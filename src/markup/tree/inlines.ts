import type { Content, InlineLevel, TextNode, TextOrigin } from '../types.ts';
import { type Builder, boxBase, placeOf } from './context.ts';
import { resolveContent } from './generated.ts';
import { buildNote } from './notes.ts';
import { roleOf } from './roles.ts';
import type { StyledElement } from './styled-element.ts';
import { type CollapsedText, collapseWhiteSpace, type Leaf } from './white-space.ts';

/** What a line holds before white space is settled. Text refers to its leaf by number. */
type Draft =
  | {
      readonly kind: 'text';
      readonly leaf: number;
      readonly owner: StyledElement;
      readonly generated: boolean;
    }
  | { readonly kind: 'content'; readonly content: readonly Content[]; readonly owner: StyledElement }
  | { readonly kind: 'break'; readonly owner: StyledElement }
  | {
      readonly kind: 'inline' | 'inline-block';
      readonly node: StyledElement;
      readonly children: readonly Draft[];
    }
  | { readonly kind: 'note'; readonly node: StyledElement };

export type InlineContent = StyledElement | TextNode;

/** Whether a child stands in a line rather than between blocks. */
export const isInlineLevel = (node: InlineContent): boolean =>
  node.kind === 'text' ||
  node.computed.style.float === 'footnote' ||
  node.computed.style.display === 'inline' ||
  node.computed.style.display === 'inline-block';

/** Boxes of the lines of a block that holds nothing but lines, its `::before` and `::after` among them. */
export function buildLines(builder: Builder, block: StyledElement): readonly InlineLevel[] {
  const leaves: Leaf[] = [];
  const drafts = draftChildren(builder, block, leaves);
  return build(builder, drafts, collapseWhiteSpace(leaves));
}

/** Boxes of some children of a block, for an anonymous block between others. */
export function buildRun(
  builder: Builder,
  owner: StyledElement,
  nodes: readonly InlineContent[],
): readonly InlineLevel[] {
  const leaves: Leaf[] = [];
  const drafts = draftAll(builder, owner, nodes, leaves);
  return build(builder, drafts, collapseWhiteSpace(leaves));
}

// ---------------------------------------------------------------- drafts

function draftAll(
  builder: Builder,
  owner: StyledElement,
  nodes: readonly InlineContent[],
  leaves: Leaf[],
): readonly Draft[] {
  return nodes.flatMap((node) =>
    node.kind === 'text' ? draftText(node, owner, leaves) : draftElement(builder, node, leaves),
  );
}

/** In `pre`, line feeds are forced breaks. */
function draftText(node: TextNode, owner: StyledElement, leaves: Leaf[]): readonly Draft[] {
  const preserve = owner.computed.style.whiteSpace === 'pre';
  if (!preserve || !node.text.includes('\n'))
    return [addText(leaves, owner, node.text, node.origins, preserve, false)];
  return node.text
    .split('\n')
    .flatMap((line, index): readonly Draft[] => [
      ...(index > 0 ? [addBreak(leaves, owner)] : []),
      ...(line === '' ? [] : [addText(leaves, owner, line, [], preserve, false)]),
    ]);
}

function addText(
  leaves: Leaf[],
  owner: StyledElement,
  text: string,
  origins: readonly TextOrigin[],
  preserve: boolean,
  generated: boolean,
): Draft {
  leaves.push({ kind: 'text', text, origins, preserve });
  return { kind: 'text', leaf: leaves.length - 1, owner, generated };
}

function addBreak(leaves: Leaf[], owner: StyledElement): Draft {
  leaves.push({ kind: 'break' });
  return { kind: 'break', owner };
}

function draftElement(builder: Builder, node: StyledElement, leaves: Leaf[]): readonly Draft[] {
  const { style } = node.computed;
  if (node.element.name === 'br') return [addBreak(leaves, node)];
  // A note leaves no width in the line: white space on both its sides collapses as if it were not there.
  if (style.float === 'footnote') return [{ kind: 'note', node }];
  if (!isInlineLevel(node)) {
    builder.report({
      code: 'markup/block-in-line',
      severity: 'error',
      message: `<${node.element.name}> is ${style.display}, but stands in a line of text`,
      ...placeOf(node),
      hints: [{ text: 'Close the paragraph before it, or give it display: inline.' }],
    });
    return [];
  }
  if (style.display === 'inline-block') {
    leaves.push({ kind: 'object' });
    const own: Leaf[] = [];
    const children = draftChildren(builder, node, own);
    return [{ kind: 'inline-block', node, children: settled(children, collapseWhiteSpace(own), leaves) }];
  }
  return [{ kind: 'inline', node, children: draftChildren(builder, node, leaves) }];
}

/**
 * The lines inside an inline-block are settled apart; its texts join the outer leaves afterwards, as preserved text
 * between two objects, so one list of texts serves the whole block.
 */
function settled(
  drafts: readonly Draft[],
  texts: readonly CollapsedText[],
  leaves: Leaf[],
): readonly Draft[] {
  return drafts.map((draft): Draft => {
    if (draft.kind === 'text') {
      const { text, origins } = texts[draft.leaf]!;
      return addText(leaves, draft.owner, text, origins, true, draft.generated);
    }
    return 'children' in draft ? { ...draft, children: settled(draft.children, texts, leaves) } : draft;
  });
}

function draftChildren(builder: Builder, node: StyledElement, leaves: Leaf[]): readonly Draft[] {
  return [
    ...draftPseudo(builder, node, 'before', leaves),
    ...draftLabel(builder, node, leaves),
    ...draftAll(builder, node, node.children, leaves),
    ...draftPseudo(builder, node, 'after', leaves),
  ];
}

/** Text of `data-label-of`: what references call the target. */
function draftLabel(builder: Builder, node: StyledElement, leaves: Leaf[]): readonly Draft[] {
  const target = node.element.attributes.get('data-label-of');
  if (target === undefined) return [];
  const name = builder.labels.names.get(target);
  if (name !== undefined) return [addText(leaves, node, name, [], false, true)];
  builder.report({
    code: 'markup/no-label',
    severity: 'error',
    message: `the reference to “${target}” has no number to show`,
    ...placeOf(node),
    reason: builder.anchors.has(target)
      ? 'Its target is no numbered paragraph.'
      : 'No paragraph of the document has this id.',
    hints: [{ text: 'Refer to a numbered paragraph by its id.' }],
  });
  return [];
}

/** Pieces of an element's `::before` or `::after`. */
function draftPseudo(
  builder: Builder,
  node: StyledElement,
  name: 'before' | 'after',
  leaves: Leaf[],
): readonly Draft[] {
  const computed = builder.cascade.pseudo(node.place, node.computed, name);
  if (!computed?.content || computed.content === 'none') return [];
  const owner: StyledElement = { ...node, computed, children: [] };
  return resolveContent(computed.content, node).map((part): Draft => {
    if (part.kind === 'text')
      return addText(leaves, owner, part.text, [], computed.style.whiteSpace === 'pre', true);
    leaves.push({ kind: 'object' });
    return { kind: 'content', content: [part], owner };
  });
}

// ---------------------------------------------------------------- boxes

function build(
  builder: Builder,
  drafts: readonly Draft[],
  texts: readonly CollapsedText[],
): readonly InlineLevel[] {
  return drafts.flatMap((draft): readonly InlineLevel[] => {
    switch (draft.kind) {
      case 'text': {
        const { text, origins } = texts[draft.leaf]!;
        const { owner, generated } = draft;
        return text === '' ? [] : [{ kind: 'text', ...leafBase(builder, owner), text, origins, generated }];
      }
      case 'content':
        return [{ kind: 'content', ...leafBase(builder, draft.owner), content: draft.content }];
      case 'break':
        return [{ kind: 'line-break', ...leafBase(builder, draft.owner) }];
      case 'note':
        return [buildNote(builder, draft.node)];
      default:
        return [buildInline(builder, draft, texts)];
    }
  });
}

const leafBase = (builder: Builder, owner: StyledElement) => ({
  id: builder.nextId(),
  style: owner.computed.style,
  lang: owner.lang,
});

function buildInline(
  builder: Builder,
  { kind, node, children }: Extract<Draft, { kind: 'inline' | 'inline-block' }>,
  texts: readonly CollapsedText[],
): InlineLevel {
  const base = { ...boxBase(builder, node), role: roleOf(node.element, false) };
  if (kind === 'inline-block') return { kind, ...base, children: build(builder, children, texts) };
  const href = checkedLink(builder, node);
  return {
    kind,
    ...base,
    ...(href !== undefined && { href }),
    children: build(builder, children, texts),
  };
}

/** The target of a link; what no writer may write, or what leads nowhere, is a fault. */
function checkedLink(builder: Builder, node: StyledElement): string | undefined {
  const href = node.element.attributes.get('href');
  if (href === undefined) return undefined;
  if (href.startsWith('#')) {
    if (builder.anchors.has(href.slice(1))) return href;
    builder.report({
      code: 'markup/dangling-link',
      severity: 'error',
      message: `the link to “${href}” leads nowhere`,
      ...placeOf(node),
      reason: 'Nothing in the document has this id.',
      hints: [{ text: 'Give the target this id, or correct the link.' }],
    });
    return undefined;
  }
  if (/^(?:https?:\/\/|mailto:)/i.test(href)) return href;
  builder.report({
    code: 'markup/unsafe-link',
    severity: 'error',
    message: `“${href}” may not be a link`,
    ...placeOf(node),
    reason: 'A document may link to https, http and mailto addresses and to its own parts only.',
    hints: [{ text: 'Write the whole address, beginning with https://.' }],
  });
  return undefined;
}
