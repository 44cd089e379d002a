import { describe, expect, it } from 'vitest';
import { isPattern, matcher, splitPattern } from '../../src/cli/glob.ts';

describe('patterns', () => {
  it.each([
    ['*.yaml', 'a.yaml', true],
    ['*.yaml', 'a/b.yaml', false],
    ['*.yaml', 'a.yamlx', false],
    ['**/*.yaml', 'a.yaml', true],
    ['**/*.yaml', 'a/b/c.yaml', true],
    ['**/*.yaml', 'a/.hidden/c.yaml', false],
    ['**/*.yaml', '.a.yaml', false],
    ['**', 'a/b.json', true],
    ['**', 'a/.b', false],
    ['a/**/b.yaml', 'a/b.yaml', true],
    ['a/**/b.yaml', 'a/x/y/b.yaml', true],
    ['?.yaml', 'a.yaml', true],
    ['?.yaml', 'ab.yaml', false],
    ['?.yaml', '决.yaml', true],
    ['?.yaml', '𠀀.yaml', true],
    ['*.{yaml,json}', 'a.json', true],
    ['*.{yaml,json}', 'a.yml', false],
    ['a,b.yaml', 'a,b.yaml', true],
    ['a(1)+.*', 'a(1)+.yaml', true],
    ['a(1)+.*', 'a1.yaml', false],
    ['{open.*', '{open.yaml', true],
  ])('%s and %s: %s', (pattern, path, expected) => {
    expect(matcher(pattern)(path)).toBe(expected);
  });

  it('tells patterns from names', () => {
    expect(isPattern('data/a-res-75-234.zh.yaml')).toBe(false);
    expect(isPattern('data/*.yaml')).toBe(true);
  });

  it.each([
    ['data/**/*.yaml', 'data', '**/*.yaml'],
    ['*.yaml', '.', '*.yaml'],
    ['/srv/x/?.yaml', '/srv/x', '?.yaml'],
    ['/*.yaml', '/', '*.yaml'],
  ])('splits %s', (pattern, folder, rest) => {
    expect(splitPattern(pattern)).toEqual({ folder, rest });
  });
});
