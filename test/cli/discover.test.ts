import { expect, it } from 'vitest';
import { discover } from '../../src/cli/discover.ts';
import { memoryInputs } from '../../src/inputs.ts';

const inputs = memoryInputs({
  'data/a.zh.yaml': '',
  'data/packs/p.yml': '',
  'data/readme.md': '',
  'data/sub/b.JSON': '',
  'data/odd[1].yaml': '',
});
const find = (...operands: string[]) =>
  discover(inputs, operands).value?.map(({ input, stem }) => `${input} > ${stem}`);

it('takes a file by itself and names its output after it', () => {
  expect(find('data/a.zh.yaml', 'data/odd[1].yaml')).toEqual([
    'data/a.zh.yaml > a.zh',
    'data/odd[1].yaml > odd[1]',
  ]);
});

it('takes all data files below a folder and keeps their paths', () => {
  const whole = [
    'data/a.zh.yaml > a.zh',
    'data/odd[1].yaml > odd[1]',
    'data/packs/p.yml > packs/p',
    'data/sub/b.JSON > sub/b',
  ];
  expect(find('data')).toEqual(whole);
  expect(find('data/')).toEqual(whole);
});

it('matches a pattern and keeps paths below its fixed part', () => {
  expect(find('data/**/*.y*ml')).toEqual([
    'data/a.zh.yaml > a.zh',
    'data/odd[1].yaml > odd[1]',
    'data/packs/p.yml > packs/p',
  ]);
  expect(find('data/packs/*')).toEqual(['data/packs/p.yml > p']);
});

it('counts a file once; one named on the command line stays named', () => {
  const found = discover(inputs, ['data/packs', 'data/packs/p.yml', 'data/packs']).value;
  expect(found).toEqual([{ input: 'data/packs/p.yml', stem: 'p', named: true }]);
});

it('finds a missing file all the same, so that reading it says so', () => {
  expect(find('missing.yaml')).toEqual(['missing.yaml > missing']);
});

it.each(['data/*.toml', 'nowhere/*.yaml'])('says that %s meets nothing', (operand) => {
  expect(discover(inputs, [operand]).diagnostics.map(({ code }) => code)).toEqual(['cli/nothing-found']);
});
