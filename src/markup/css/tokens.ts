import type { CssNode, List } from 'css-tree';
import parse from 'css-tree/parser';

/** One component value of a declaration (CSS Syntax 3, section 5). White space is left out. */
export type Token =
  | { readonly type: 'ident'; readonly name: string }
  | { readonly type: 'string'; readonly text: string }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'percentage'; readonly value: number }
  | { readonly type: 'dimension'; readonly value: number; readonly unit: string }
  | { readonly type: 'hash'; readonly text: string }
  | { readonly type: 'function'; readonly name: string; readonly args: readonly Token[] }
  | { readonly type: 'delim'; readonly text: string };

/** Component values of css-tree's nodes; none where a node is outside the subset (a `url()`, a block …). */
export function tokensOf(nodes: List<CssNode>): readonly Token[] | undefined {
  const tokens: Token[] = [];
  for (const node of nodes.toArray()) {
    const token = tokenOf(node);
    if (!token) return undefined;
    tokens.push(token);
  }
  return tokens;
}

/** Component values of a text, e.g. of a value after `var()` was put in. */
export function tokenise(text: string): readonly Token[] | undefined {
  let broken = false;
  const value = parse(text, {
    context: 'value',
    onParseError: () => {
      broken = true;
    },
  });
  return broken || value.type !== 'Value' ? undefined : tokensOf(value.children);
}

function tokenOf(node: CssNode): Token | undefined {
  switch (node.type) {
    case 'Identifier':
      return { type: 'ident', name: node.name };
    case 'String':
      return { type: 'string', text: node.value };
    case 'Number':
      return { type: 'number', value: Number(node.value) };
    case 'Percentage':
      return { type: 'percentage', value: Number(node.value) };
    case 'Dimension':
      return { type: 'dimension', value: Number(node.value), unit: node.unit.toLowerCase() };
    case 'Hash':
      return { type: 'hash', text: node.value };
    case 'Operator':
      return { type: 'delim', text: node.value };
    case 'Function': {
      const args = tokensOf(node.children);
      return args && { type: 'function', name: node.name.toLowerCase(), args };
    }
    default:
      return undefined;
  }
}

/** Splits at top-level commas: `a b, c` gives `[[a, b], [c]]`. */
export function splitAtCommas(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const groups: Token[][] = [[]];
  for (const token of tokens)
    if (token.type === 'delim' && token.text === ',') groups.push([]);
    else groups[groups.length - 1]!.push(token);
  return groups;
}
