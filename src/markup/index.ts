export type { Families } from './css/cascade.ts';
export { formatCounter } from './css/counter-style.ts';
export { parseStyleSheet } from './css/parse.ts';
export type { StyleSheet } from './css/types.ts';
export { dumpStyledTree } from './dump.ts';
export { parseMarkup } from './html.ts';
export { styleDocument } from './styled-document.ts';
export { masterFor } from './tree/masters.ts';
export type * from './types.ts';
