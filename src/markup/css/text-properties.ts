import { fills, lengthOf, type Property, SAME, word, ZERO } from './property.ts';
import { customIdent, keyword, length } from './values.ts';

/** Lines and lists (CSS Text 4, CSS Lists 3). */
export const TEXT_PROPERTIES: readonly Property[] = [
  word('text-align', 'textAlign', {
    syntax: keyword('start', 'end', 'left', 'right', 'center', 'justify'),
    inherited: true,
    initial: 'start',
    means: 'Alignment of lines.',
    cells: { pdf: 'place of each line', docx: 'w:jc', html: SAME },
  }),
  word('text-align-last', 'textAlignLast', {
    syntax: keyword('auto', 'start', 'end', 'left', 'right', 'center', 'justify'),
    inherited: true,
    initial: 'auto',
    means: 'Alignment of the last line and of lines before a forced break.',
    cells: { pdf: 'place of the last line', docx: '— Word knows one alignment a paragraph', html: SAME },
  }),
  fills('text-indent', 'textIndent', {
    syntax: length,
    inherited: true,
    initial: ZERO,
    to: lengthOf,
    means: 'Indent of the first line; negative hangs it out.',
    cells: { pdf: 'place of the first line', docx: 'w:ind firstLine or hanging', html: SAME },
  }),
  word('white-space', 'whiteSpace', {
    syntax: keyword('normal', 'nowrap', 'pre'),
    inherited: true,
    initial: 'normal',
    means: 'Whether white space collapses and lines may break.',
    cells: {
      pdf: 'break opportunities',
      docx: 'xml:space; — Word cannot forbid breaks in a run',
      html: SAME,
    },
  }),
  word('list-style-type', 'listStyleType', {
    syntax: customIdent,
    inherited: true,
    initial: 'decimal',
    means: 'Counter style of list labels: a predefined one, one of `@counter-style`, or `none`.',
    cells: { pdf: 'text of the label', docx: 'w:numFmt and w:lvlText', html: SAME },
  }),
  word('list-style-position', 'listStylePosition', {
    syntax: keyword('inside', 'outside'),
    inherited: true,
    initial: 'outside',
    means: 'Whether the label stands in the first line or hangs before it.',
    cells: { pdf: 'place of the label', docx: 'w:ind of the level', html: SAME },
  }),
  word('line-break', 'lineBreak', {
    syntax: keyword('auto', 'loose', 'normal', 'strict', 'anywhere'),
    inherited: true,
    initial: 'auto',
    means: 'Strictness of the rules for line starts and ends in Chinese and Japanese.',
    cells: { pdf: 'break opportunities', docx: 'w:kinsoku and its character lists', html: SAME },
  }),
  word('word-break', 'wordBreak', {
    syntax: keyword('normal', 'keep-all', 'break-all'),
    inherited: true,
    initial: 'normal',
    means: 'Breaks inside words.',
    cells: { pdf: 'break opportunities', docx: '— w:wordWrap holds for whole paragraphs', html: SAME },
  }),
  word('overflow-wrap', 'overflowWrap', {
    syntax: keyword('normal', 'break-word', 'anywhere'),
    inherited: true,
    initial: 'normal',
    means: 'Whether a word wider than the line may be broken anywhere.',
    cells: { pdf: 'emergency breaks', docx: '— Word always breaks such words', html: SAME },
  }),
  word('hyphens', 'hyphens', {
    syntax: keyword('none', 'manual', 'auto'),
    inherited: true,
    initial: 'manual',
    means: 'Hyphenation of Latin words.',
    cells: { pdf: 'discretionary breaks', docx: 'w:autoHyphenation', html: SAME },
  }),
  word('text-autospace', 'textAutospace', {
    syntax: keyword('normal', 'no-autospace'),
    inherited: true,
    initial: 'normal',
    means: 'Space between Han and Latin letters or digits.',
    cells: { pdf: 'glue', docx: 'w:autoSpaceDE, w:autoSpaceDN', html: SAME },
  }),
  word('text-spacing-trim', 'textSpacingTrim', {
    syntax: keyword('normal', 'space-all', 'trim-start', 'trim-both'),
    inherited: true,
    initial: 'normal',
    means: 'Whether full-width marks give up half their width beside others and at line edges.',
    cells: { pdf: 'glue', docx: 'w:characterSpacingControl', html: SAME },
  }),
  word('hanging-punctuation', 'hangingPunctuation', {
    syntax: keyword('none', 'allow-end'),
    inherited: true,
    initial: 'none',
    means: 'Whether a stop or comma may hang out of the line end.',
    cells: { pdf: 'line width', docx: 'w:overflowPunct', html: SAME },
  }),
];
