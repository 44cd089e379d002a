import type { ContentPart } from '../css/content.ts';
import { formatCounter } from '../css/counter-style.ts';
import type { Content, StringSet } from '../types.ts';
import { type StyledElement, textOf } from './styled-element.ts';

/** Pieces of generated content with `attr()`, `content()` and note numbers put in; the rest stays symbolic. */
export function resolveContent(parts: readonly ContentPart[], node: StyledElement): readonly Content[] {
  return parts.flatMap((part): readonly Content[] => {
    switch (part.kind) {
      case 'attr':
        return [{ kind: 'text', text: node.element.attributes.get(part.name) ?? '' }];
      case 'content':
        return [{ kind: 'text', text: textOf(node) }];
      case 'counter': {
        const { name, format } = part;
        if (name !== 'footnote') return [{ kind: 'counter', name, format }];
        const number = Number(node.element.attributes.get('data-number') ?? 0);
        return [{ kind: 'text', text: formatCounter(number, format) }];
      }
      case 'target-page': {
        const target = node.element.attributes.get(part.attribute);
        return target?.startsWith('#') ? [{ kind: 'target-page', target: target.slice(1) }] : [];
      }
      default:
        return [part];
    }
  });
}

/** Text of generated content that has no symbolic piece. */
export const contentText = (content: readonly Content[]): string =>
  content.map((part) => (part.kind === 'text' ? part.text : '')).join('');

/** Named strings that an element sets, and those of the elements in its lines. */
export function stringsOf(node: StyledElement): readonly StringSet[] {
  const own = node.computed.strings.map(({ name, parts }) => ({
    name,
    value: contentText(resolveContent(parts, node)),
  }));
  const inner = node.children.flatMap((child) =>
    child.kind === 'element' && child.computed.style.display.startsWith('inline') ? stringsOf(child) : [],
  );
  return [...own, ...inner];
}
