import type { Computed } from '../css/cascade.ts';
import { formatCounter } from '../css/counter-style.ts';
import type { NoteBox, TextBox } from '../types.ts';
import { blocksOf } from './blocks.ts';
import { type Builder, boxBase, placeOf } from './context.ts';
import { contentText, resolveContent } from './generated.ts';
import type { StyledElement } from './styled-element.ts';

/**
 * A footnote at the place of its call (GCPM 3, section 2). The call inherits from the text around it, the mark before
 * the note from the note. Both show the note's number unless their `content` says otherwise.
 */
export function buildNote(builder: Builder, node: StyledElement): NoteBox {
  const number = Number(node.element.attributes.get('data-number') ?? Number.NaN);
  const id = node.element.attributes.get('id');
  if (id === undefined || !Number.isInteger(number) || number < 1)
    builder.report({
      code: 'markup/bad-note',
      severity: 'error',
      message: 'a note lacks its id or its number',
      ...placeOf(node),
      hints: [{ text: 'Write <span class="note" role="doc-footnote" id="…" data-number="1">.' }],
    });
  const base = { ...boxBase(builder, node), role: 'note' as const };
  return {
    kind: 'note',
    ...base,
    note: id ?? '',
    number,
    call: markBox(builder, node, node.parent, 'footnote-call'),
    marker: markBox(builder, node, node.computed, 'footnote-marker'),
    children: blocksOf(builder, node).filter((box) => box.kind === 'block'),
  };
}

function markBox(
  builder: Builder,
  node: StyledElement,
  parent: Computed,
  name: 'footnote-call' | 'footnote-marker',
): TextBox {
  const { style, content } = builder.cascade.pseudo(node.place, parent, name)!;
  const number = Number(node.element.attributes.get('data-number') ?? 0);
  const text =
    content === undefined || content === 'none'
      ? formatCounter(number, 'decimal')
      : contentText(resolveContent(content, node));
  return { kind: 'text', id: builder.nextId(), style, lang: node.lang, text, origins: [], generated: true };
}
