import type { Diagnostic } from '../../diagnostics.ts';
import { formatCounter, resolveCounterStyle } from '../css/counter-style.ts';
import type { CounterStyle } from '../css/types.ts';
import type { ListId, Marker } from '../types.ts';
import type { StyledElement } from './styled-element.ts';

/** Labels of all list items, and for each anchor within an item what references call it: `3`, `3(b)`. */
export interface Labels {
  readonly markers: ReadonlyMap<StyledElement, Marker>;
  readonly names: ReadonlyMap<string, string>;
}

interface ListContext {
  readonly list: ListId;
  readonly level: number;
  readonly prefix: string;
  /** What references call the item around this list. */
  readonly name: string;
}

/**
 * Labels the items of every list (CSS Lists 3, section 4). Values come from the markup; how they look comes from
 * `list-style-type`; a label typed by the author stands as it is. A nested list belongs to the list around it, one
 * level deeper.
 */
export function labelLists(
  root: StyledElement,
  styles: ReadonlyMap<string, CounterStyle>,
  report: (diagnostic: Diagnostic) => void,
): Labels {
  const markers = new Map<StyledElement, Marker>();
  const names = new Map<string, string>();
  let anonymous = 0;

  const visit = (node: StyledElement, around: ListContext | undefined): void => {
    const id = node.element.attributes.get('id');
    if (id !== undefined && around?.name) names.set(id, around.name);
    if (node.element.name === 'ol') visitList(node, around);
    else for (const child of node.children) if (child.kind === 'element') visit(child, around);
  };

  const visitList = (list: StyledElement, around: ListContext | undefined): void => {
    const { attributes } = list.element;
    const named = attributes.get('data-list');
    const nested = named === undefined && around !== undefined;
    const context: ListContext = {
      list: nested ? around.list : (named ?? `list-${++anonymous}`),
      level: nested ? around.level + 1 : 0,
      prefix: attributes.get('data-prefix') ?? '',
      name: nested ? around.name : '',
    };
    let value = 0;
    for (const item of list.children) {
      if (item.kind !== 'element') continue;
      value = integer(item.element.attributes.get('value')) ?? value + 1;
      const marker = markerOf(item, value, context);
      if (marker) markers.set(item, marker);
      visit(item, { ...context, name: marker ? context.name + nameOf(marker) : context.name });
    }
  };

  const markerOf = (item: StyledElement, value: number, context: ListContext): Marker | undefined => {
    const type = item.computed.style.listStyleType;
    const label = item.element.attributes.get('data-label');
    if (item.computed.style.display !== 'list-item' || (type === 'none' && label === undefined))
      return undefined;
    const style = resolveCounterStyle(type === 'none' ? 'decimal' : type, styles);
    if (!style) {
      report(unknownCounterStyle(type, item));
      return undefined;
    }
    const prefix = context.prefix + style.prefix;
    const text = label ?? prefix + formatCounter(value, style.format) + style.suffix;
    return {
      list: context.list,
      level: context.level,
      value,
      format: style.format,
      prefix,
      suffix: style.suffix,
      ...(label !== undefined && { label }),
      text,
    };
  };

  visit(root, undefined);
  return { markers, names };
}

const integer = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;

/** References leave out the stop after a number (`3.` is cited as `3`), but keep brackets (`(b)`). */
const nameOf = ({ text }: Marker): string => text.replace(/[.．、\s]+$/u, '');

const unknownCounterStyle = (name: string, item: StyledElement): Diagnostic => ({
  code: 'css/unknown-counter-style',
  severity: 'error',
  message: `there is no counter style “${name}”`,
  ...(item.element.origin.template && { span: item.element.origin.template }),
  reason: 'The list item has this list-style-type.',
  hints: [{ text: `Define it: @counter-style ${name} { system: extends decimal; suffix: "." }` }],
});
