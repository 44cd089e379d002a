import type { CssNode, Selector as SelectorNode } from 'css-tree';
import type { Diagnostic } from '../../diagnostics.ts';
import type { Span } from '../../source.ts';
import { nearest } from '../../suggest.ts';
import { ELEMENTS } from '../vocabulary.ts';
import type { Combinator, Compound, PseudoElement, Selector, SimpleSelector } from './types.ts';

const PSEUDO_ELEMENTS: readonly PseudoElement[] = [
  'before',
  'after',
  'marker',
  'footnote-call',
  'footnote-marker',
];
const PSEUDO_CLASSES = ['root', 'first-child', 'last-child', 'lang'] as const;
const COMBINATORS: readonly string[] = [' ', '>', '+', '~'];
const OPERATORS: readonly string[] = ['=', '^=', '~=', '|='];

/** Specificity of each kind of test (Selectors 4, section 17), as in `Selector.specificity`. */
const WEIGHTS: Readonly<Record<SimpleSelector['kind'], number>> = {
  id: 1_000_000,
  class: 1_000,
  attribute: 1_000,
  root: 1_000,
  'first-child': 1_000,
  'last-child': 1_000,
  lang: 1_000,
  type: 1,
};

/** Reads one complex selector; what is outside the subset goes to `report` and gives none. */
export function readSelector(
  node: SelectorNode,
  spanOf: (node: CssNode) => Span,
  report: (diagnostic: Diagnostic) => void,
): Selector | undefined {
  const compounds: { combinator?: Combinator; tests: SimpleSelector[] }[] = [{ tests: [] }];
  let pseudo: PseudoElement | undefined;
  for (const part of node.children.toArray()) {
    const fault = (diagnostic: Pick<Diagnostic, 'code' | 'message' | 'hints'>): undefined => {
      report({ severity: 'error', span: spanOf(part), ...diagnostic });
    };
    if (part.type === 'Combinator') {
      if (!COMBINATORS.includes(part.name))
        return fault({
          code: 'css/unknown-selector',
          message: `the combinator “${part.name}” is not in the subset`,
          hints: [{ text: 'Combinators: blank (descendant), > (child), + (next), ~ (later sibling).' }],
        });
      compounds.push({ combinator: part.name as Combinator, tests: [] });
      continue;
    }
    if (part.type === 'PseudoElementSelector') {
      pseudo = PSEUDO_ELEMENTS.find((name) => name === part.name);
      if (!pseudo) return fault(unknownPseudo('::', part.name, PSEUDO_ELEMENTS));
      continue;
    }
    const test = readSimple(part, fault);
    if (test === undefined) return undefined;
    if (test !== 'any') compounds[compounds.length - 1]!.tests.push(test);
  }
  const specificity = compounds
    .flatMap(({ tests }) => tests)
    .reduce((sum, { kind }) => sum + WEIGHTS[kind], pseudo ? 1 : 0);
  return {
    compounds: compounds as readonly Compound[],
    specificity,
    span: spanOf(node),
    ...(pseudo && { pseudo }),
  };
}

type Fault = (diagnostic: Pick<Diagnostic, 'code' | 'message' | 'hints'>) => undefined;

function readSimple(node: CssNode, fault: Fault): SimpleSelector | 'any' | undefined {
  switch (node.type) {
    case 'TypeSelector':
      if (node.name === '*') return 'any';
      if (!ELEMENTS.has(node.name)) return fault(unknownElement(node.name));
      return { kind: 'type', name: node.name };
    case 'ClassSelector':
      return { kind: 'class', name: node.name };
    case 'IdSelector':
      return { kind: 'id', name: node.name };
    case 'AttributeSelector': {
      const { matcher, value } = node;
      if (matcher === null) return { kind: 'attribute', name: node.name.name, value: '' };
      if (!OPERATORS.includes(matcher) || !value)
        return fault({
          code: 'css/unknown-selector',
          message: `the attribute operator “${matcher}” is not in the subset`,
          hints: [
            {
              text: 'Operators: = (is), ^= (begins with), ~= (has the word), |= (is, or begins with it and -).',
            },
          ],
        });
      return {
        kind: 'attribute',
        name: node.name.name,
        operator: matcher as '=',
        value: value.type === 'String' ? value.value : value.name,
      };
    }
    case 'PseudoClassSelector':
      return readPseudoClass(node.name, node.children?.toArray() ?? [], fault);
    default:
      return fault({
        code: 'css/unknown-selector',
        message: 'this selector is not in the subset',
        hints: [
          { text: 'Select by element, .class, #id, [attribute], :lang(), :first-child, :last-child, :root.' },
        ],
      });
  }
}

function readPseudoClass(name: string, args: readonly CssNode[], fault: Fault): SimpleSelector | undefined {
  const [argument] = args;
  if (name === 'lang' && argument?.type === 'Identifier' && args.length === 1)
    return { kind: 'lang', range: argument.name.toLowerCase() };
  if ((name === 'root' || name === 'first-child' || name === 'last-child') && args.length === 0)
    return { kind: name };
  return fault(unknownPseudo(':', name, PSEUDO_CLASSES));
}

function unknownPseudo(
  colons: string,
  name: string,
  known: readonly string[],
): Pick<Diagnostic, 'code' | 'message' | 'hints'> {
  const meant = nearest(name, known);
  return {
    code: 'css/unknown-selector',
    message: `there is no ${colons}${name} in the subset`,
    hints: [
      {
        text: meant
          ? `Did you mean ${colons}${meant}?`
          : `Known: ${known.map((word) => colons + word).join(', ')}.`,
      },
    ],
  };
}

function unknownElement(name: string): Pick<Diagnostic, 'code' | 'message' | 'hints'> {
  const meant = nearest(name, ELEMENTS.keys());
  return {
    code: 'css/unknown-element',
    message: `no element is called “${name}”, so this rule can never apply`,
    hints: [
      meant
        ? { text: `Did you mean ${meant}?`, replacement: meant }
        : { text: `Elements: ${[...ELEMENTS.keys()].join(', ')}.` },
    ],
  };
}
