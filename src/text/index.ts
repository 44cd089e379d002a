export { breakCosts } from './break-opportunities.ts';
export { buildItems, FINISHING } from './items.ts';
export { sliceOrigins, spanOf } from './origins.ts';
export { collectInlines, collectParagraph, LINE_SEPARATOR, paragraphOfText } from './paragraph.ts';
export { type Shaped, shapeParagraph } from './shape.ts';
export type { CharClass, Cluster, InlineObject, Item, Paragraph, TextRun } from './types.ts';
export { FORBIDDEN, FORCED } from './types.ts';
