import { describe, expect, it } from 'vitest';
import { collapseWhiteSpace, type Leaf } from '../../src/markup/tree/white-space.ts';

const leaf = (text: string, preserve = false): Leaf => ({
  kind: 'text',
  text,
  origins: [{ at: 0, source: 'a', start: 100 }],
  preserve,
});
const collapsed = (...leaves: (string | Leaf)[]): string =>
  collapseWhiteSpace(leaves.map((one) => (typeof one === 'string' ? leaf(one) : one)))
    .map(({ text }) => text)
    .join('|');

describe('white space', () => {
  it.each([
    ['is gone at both ends', ['  a  '], 'a'],
    ['is one blank inside', ['a \t\n b'], 'a b'],
    ['is gone around a line feed between wide characters', ['大\n  会'], '大会'],
    ['stays without a line feed', ['大 会'], '大 会'],
    ['stays beside a narrow character', ['大\n7'], '大 7'],
    ['vanishes beside wide marks and beyond the basic plane', ['会，\n「\u{20000}\n大'], '会，「\u{20000}大'],
    ['stays between Hangul', ['한\n글'], '한 글'],
    ['collapses over elements', ['a ', ' b'], 'a |b'],
    ['is seen over an empty element', ['大\n', '', '\n会'], '大||会'],
    ['is gone beside a forced break', ['a ', { kind: 'break' }, ' b'], 'a||b'],
    ['stays beside an object', ['a ', { kind: 'object' }, ' b'], 'a || b'],
    ['leaves ideographic and no-break spaces', ['\u3000a\u00a0 b'], '\u3000a\u00a0 b'],
    ['of pre stays', [leaf('  a\n b ', true)], '  a\n b '],
  ] as [string, (string | Leaf)[], string][])('%s', (_name, leaves, expected) => {
    expect(collapsed(...leaves)).toBe(expected);
  });

  it('keeps origins exact behind what is gone', () => {
    const [one] = collapseWhiteSpace([leaf('\n  大\n会')]);
    expect(one).toEqual({
      text: '大会',
      origins: [
        { at: 0, source: 'a', start: 103 },
        { at: 1, source: 'a', start: 105 },
      ],
    });
  });

  it('keeps jumps of the source where they are', () => {
    const folded: Leaf = {
      kind: 'text',
      text: ' 大会决议',
      origins: [
        { at: 0, source: 'a', start: 10 },
        { at: 3, source: 'a', start: 30 },
      ],
      preserve: false,
    };
    expect(collapseWhiteSpace([folded])[0]!.origins).toEqual([
      { at: 0, source: 'a', start: 11 },
      { at: 2, source: 'a', start: 30 },
    ]);
  });
});
