import { describe, expect, it } from 'vitest';
import { resolutionSymbol, resolveCitation } from '../../src/model/citations.ts';

describe('citations in texts of the General Assembly', () => {
  it.each([
    ['73/291', 'A/RES/73/291', 'A/RES/73/291'],
    ['57/270 B', 'A/RES/57/270 B', 'A/RES/57/270B'],
    ['S-10/2', 'A/RES/S-10/2', 'A/RES/S-10/2'],
    ['ES-10/14', 'A/RES/ES-10/14', 'A/RES/ES-10/14'],
    ['3363 (XXX)', 'A/RES/3363 (XXX)', 'A/RES/3363(XXX)'],
    ['217A(III)', 'A/RES/217 (III)', 'A/RES/217(III)'],
    ['3367 A (XXX)', 'A/RES/3367 (XXX)', 'A/RES/3367(XXX)'],
    ['1483 (2003)', 'S/RES/1483 (2003)', 'S/RES/1483(2003)'],
    ['1483(2003)', 'S/RES/1483 (2003)', 'S/RES/1483(2003)'],
    ['2019/3', 'E/RES/2019/3', 'E/RES/2019/3'],
    ['A/75/463/Add.2', 'A/75/463/Add.2', 'A/75/463/Add.2'],
    ['FCCC/CP/2015/10/Add.1', 'FCCC/CP/2015/10/Add.1', 'FCCC/CP/2015/10/Add.1'],
    ['S/RES/687 (1991)', 'S/RES/687 (1991)', 'S/RES/687(1991)'],
    ['二一五九(二十一)', 'A/RES/2159 (XXI)', 'A/RES/2159(XXI)'],
    ['二0二五(二十)', 'A/RES/2025 (XX)', 'A/RES/2025(XX)'],
    ['四(一九四六)', 'S/RES/4 (1946)', 'S/RES/4(1946)'],
  ])('%s is %s', (cited, symbol, address) => {
    expect(resolveCitation(cited, 'general-assembly', 'zh-Hans')).toEqual({
      symbol,
      href: `https://undocs.org/zh/${address}`,
    });
  });

  it.each(['75/501', '1/CP.21', '73/291 和', 'GB/T 9704', '', '决议', '二一五九(四十)'])(
    '%s has no address',
    (cited) => {
      expect(resolveCitation(cited, 'general-assembly', 'zh-Hans')).toBeUndefined();
    },
  );

  it('leaves session / number open in texts of the Human Rights Council, which numbers alike', () => {
    expect(resolveCitation('16/18', 'human-rights-council', 'en')).toBeUndefined();
  });
});

describe('symbols of resolutions', () => {
  it.each([
    ['75/234', 'general-assembly', 'A/RES/75/234'],
    ['687 (1991)', 'security-council', 'S/RES/687 (1991)'],
    ['16/18', 'human-rights-council', 'A/HRC/RES/16/18'],
    ['2019/3', 'ecosoc', 'E/RES/2019/3'],
    ['75/234', 'security-council', undefined],
    ['75/234', 'other', undefined],
    ['draft', 'general-assembly', undefined],
  ] as const)('%s of %s is %s', (number, organ, symbol) => {
    expect(resolutionSymbol(number, organ)).toBe(symbol);
  });
});
