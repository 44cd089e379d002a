export { loadDocument, readDocument } from './load.ts';
export type * from './types.ts';
