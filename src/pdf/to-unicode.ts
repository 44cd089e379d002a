import type { CodedGlyph } from './glyph-codes.ts';
import { hex, utf16Hex } from './syntax.ts';

/** Entries a block may hold (Adobe Technical Note 5014, section 1.4.1). */
const ENTRIES_PER_BLOCK = 100;

/**
 * The CMap that says which text each code stands for (ISO 32000-1, 9.10.3). Codes are two bytes. Code 0 (.notdef)
 * stands for nothing and is never shown.
 */
export function toUnicode(glyphs: readonly CodedGlyph[]): string {
  const entries = glyphs.slice(1).map(({ text }, index) => `<${hex(index + 1, 4)}> <${utf16Hex(text)}>`);
  const blocks: string[] = [];
  for (let first = 0; first < entries.length; first += ENTRIES_PER_BLOCK) {
    const block = entries.slice(first, first + ENTRIES_PER_BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}
