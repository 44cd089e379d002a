/** css-tree's parser alone: its full entry loads the syntax definitions of all CSS, which Chancery never uses. */
declare module 'css-tree/parser' {
  import type { CssNode, ParseOptions } from 'css-tree';
  export default function parse(text: string, options?: ParseOptions): CssNode;
}
