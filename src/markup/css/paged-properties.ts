import { type ContentValue, content, type StringSetValue, stringSet } from './content.ts';
import { fills, generated, named, type Property, SAME, word } from './property.ts';
import { customIdent, either, keyword, positiveInteger } from './values.ts';

/** Pages, generated content and Word styles (CSS Fragmentation 3, Paged Media 3, GCPM 3). */
export const PAGED_PROPERTIES: readonly Property[] = [
  word('orphans', 'orphans', {
    syntax: positiveInteger,
    inherited: true,
    initial: 2,
    means: 'Least number of a block’s lines before a page break.',
    cells: { pdf: 'cost of page breaks', docx: 'w:widowControl', html: SAME },
  }),
  word('widows', 'widows', {
    syntax: positiveInteger,
    inherited: true,
    initial: 2,
    means: 'Least number of a block’s lines after a page break.',
    cells: { pdf: 'cost of page breaks', docx: 'w:widowControl', html: SAME },
  }),
  word('break-before', 'breakBefore', {
    syntax: keyword('auto', 'avoid', 'page', 'recto', 'verso'),
    initial: 'auto',
    means: 'Page break before the block.',
    cells: { pdf: 'cost of page breaks', docx: 'w:pageBreakBefore, w:keepNext, a section', html: SAME },
  }),
  word('break-after', 'breakAfter', {
    syntax: keyword('auto', 'avoid', 'page'),
    initial: 'auto',
    means: 'Page break after the block; `avoid` keeps it with the next.',
    cells: { pdf: 'cost of page breaks', docx: 'w:keepNext', html: SAME },
  }),
  word('break-inside', 'breakInside', {
    syntax: keyword('auto', 'avoid'),
    initial: 'auto',
    means: 'Whether the block may be broken between pages.',
    cells: { pdf: 'cost of page breaks', docx: 'w:keepLines, w:cantSplit', html: SAME },
  }),
  fills('page', 'page', {
    syntax: customIdent,
    inherited: true,
    initial: 'auto',
    to: (value) => (value === 'auto' ? '' : value),
    means: 'Name of the page type that the element stands on.',
    cells: { pdf: 'page master', docx: 'a section', html: '— a browser has no pages' },
  }),
  word('float', 'float', {
    syntax: keyword('none', 'footnote'),
    initial: 'none',
    means: 'Moves the element to the note area and leaves a mark (GCPM 3).',
    cells: { pdf: 'note area', docx: 'a native footnote', html: 'an aside at the end' },
  }),
  fills<'bookmarkLevel', 'none' | number>('bookmark-level', 'bookmarkLevel', {
    syntax: either(keyword('none'), positiveInteger),
    initial: 'none',
    to: (value) => (value === 'none' ? 0 : value),
    means: 'Level of the element in the outline (GCPM 3).',
    cells: { pdf: 'outline entry', docx: 'w:outlineLvl', html: '— headings make the outline' },
  }),
  generated<ContentValue>('content', {
    syntax: content,
    initial: 'none',
    means: 'Text of a generated box, margin box or note mark.',
    cells: { pdf: 'text', docx: 'text and fields', html: SAME },
  }),
  generated<readonly StringSetValue[]>('string-set', {
    syntax: stringSet,
    initial: [],
    means: 'Keeps a text for running heads (GCPM 3).',
    cells: { pdf: 'running heads', docx: 'STYLEREF or text', html: '— a browser has no running heads' },
  }),
  named('-docx-style', 'docxStyle', {
    means: 'Name of the Word style that paragraphs or runs of this element take.',
    cells: { pdf: '— Word only', docx: 'w:pStyle, w:rStyle', html: '— Word only' },
  }),
  named('-docx-based-on', 'docxBasedOn', {
    means: 'Name of the Word style that this element’s style is based on.',
    cells: { pdf: '— Word only', docx: 'w:basedOn', html: '— Word only' },
  }),
];
