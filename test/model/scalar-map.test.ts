import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isScalar, parseDocument, type Scalar, visit } from 'yaml';
import { type ScalarMap, scalarMap, sourceRange } from '../../src/model/scalar-map.ts';

/** All scalars of a file with the map made for each; none if the file has a fault. */
function scalarsOf(source: string): { node: Scalar; map: ScalarMap }[] {
  const document = parseDocument(source, { keepSourceTokens: true, schema: 'failsafe' });
  if (document.errors.length > 0) return [];
  const found: { node: Scalar; map: ScalarMap }[] = [];
  visit(document, (_, node) => {
    if (isScalar(node)) found.push({ node, map: scalarMap(source, node) });
  });
  return found;
}

/** The map of the value of `text:`, the only key. */
function mapOf(source: string): ScalarMap {
  const scalars = scalarsOf(source);
  expect(scalars).toHaveLength(2);
  return scalars[1]!.map;
}

/** The source stretch of a piece of the decoded text. */
function at(source: string, piece: string): string {
  const map = mapOf(source);
  const from = map.text.indexOf(piece);
  expect(from).toBeGreaterThanOrEqual(0);
  const { start, end } = sourceRange(map, from, from + piece.length);
  return source.slice(start, end);
}

describe('a scalar map', () => {
  it.each([
    ['plain', 'text: 重申其\n  决议\n', '重申其 决议', '决议', '决议'],
    ['plain with a blank line', 'text: 甲\n\n  乙\n', '甲\n乙', '\n', '\n\n  '],
    ['single quotes', "text: 'it''s a\n  fold'\n", "it's a fold", "'", "''"],
    ['double quotes', 'text: "甲\\u4e59丙 \\\n   丁"\n', '甲乙丙 丁', '乙', '\\u4e59'],
    ['a fold in double quotes', 'text: "甲 \n   乙"\n', '甲 乙', ' ', ' \n   '],
    ['a literal block', 'text: |\n  甲\n   乙\n', '甲\n 乙\n', '乙', '乙'],
    ['a folded block', 'text: >-\n  甲\n  乙\n\n  丙\n', '甲 乙\n丙', '丙', '丙'],
    ['a folded block with CRLF', 'text: >-\r\n  甲\r\n  乙\r\n', '甲 乙', ' ', '\r\n  '],
    ['an indicator', 'text: |2-\n   甲\n  乙\n', ' 甲\n乙', '乙', '乙'],
  ])('follows %s', (_, source, text, piece, stretch) => {
    expect(mapOf(source).text).toBe(text);
    expect(at(source, piece)).toBe(stretch);
  });

  it('gives the place of an empty text', () => {
    const map = mapOf('text: ""\n');
    expect(sourceRange(map, 0, 0)).toEqual({ start: 7, end: 7 });
  });

  const piece = fc.constantFrom(
    '甲',
    '乙',
    'ab',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\r\n',
    '\t',
    "''",
    '\\n',
    '\\u4e59',
    '\\x41',
    '\\\n',
    '，',
    '#',
    ':',
    '-',
    '😀',
  );
  const styled = fc
    .tuple(
      fc.constantFrom('plain', 'single', 'double', '|', '|-', '|+', '>', '>-', '>+', '>2', '|1-', '>1+'),
      fc.array(piece, { maxLength: 24 }),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom('text: ', '- ', '- text: ', '? '),
      fc.constantFrom('', '\n', '\nnext: 1\n'),
    )
    .map(([style, pieces, indent, key, after]) => {
      const body = pieces.join('').replaceAll('\n', `\n${' '.repeat(indent)}`);
      if (style === 'plain') return `${key}${body}${after}`;
      if (style === 'single') return `${key}'${body}'${after}`;
      if (style === 'double') return `${key}"${body}"${after}`;
      return `${key}${style}\n${' '.repeat(indent)}${body}${after}`;
    });

  it('decodes as yaml does, and its places run forward inside the scalar', () => {
    let compared = 0;
    fc.assert(
      fc.property(styled, (source) => {
        for (const { node, map } of scalarsOf(source)) {
          compared++;
          expect(map.text).toBe(node.value);
          let before = node.range![0];
          for (let unit = 0; unit < map.text.length; unit++) {
            expect(map.starts[unit]).toBeGreaterThanOrEqual(Math.min(before, map.starts[unit - 1] ?? before));
            expect(map.ends[unit]).toBeGreaterThanOrEqual(map.starts[unit]!);
            expect(map.ends[unit]).toBeLessThanOrEqual(node.range![1]);
            before = map.starts[unit]!;
          }
        }
      }),
      { numRuns: 3000, seed: 1 },
    );
    expect(compared).toBeGreaterThan(3000);
  });
});
