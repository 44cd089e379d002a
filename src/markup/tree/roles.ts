import type { ElementNode, Role } from '../types.ts';

/** What each element is, where neither `role` nor a link's target says more. */
const ROLES: Readonly<Record<string, Role>> = {
  html: 'none',
  body: 'document',
  article: 'article',
  section: 'section',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  p: 'paragraph',
  ol: 'list',
  li: 'list-item',
  em: 'emphasis',
  strong: 'strong',
  span: 'span',
  a: 'link',
  table: 'table',
  tr: 'table-row',
  th: 'table-header',
  td: 'table-cell',
};

/** `role` attributes of the vocabulary (ARIA 1.2, DPUB-ARIA 1.1). */
const ARIA_ROLES: Readonly<Record<string, Role>> = {
  presentation: 'layout-table',
  'doc-footnote': 'note',
};

/** Role of an element; parts of a layout table have none. */
export function roleOf({ name, attributes }: ElementNode, inLayoutTable: boolean): Role {
  const aria = attributes.get('role');
  if (aria !== undefined && Object.hasOwn(ARIA_ROLES, aria)) return ARIA_ROLES[aria]!;
  if (inLayoutTable && (name === 'tr' || name === 'td' || name === 'th')) return 'none';
  if (name === 'a' && attributes.get('class')?.split(/\s+/).includes('ref')) return 'reference';
  return ROLES[name] ?? 'none';
}
