import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryInputs } from '../../src/inputs.ts';
import { LIMITS } from '../../src/limits.ts';
import { loadDocument } from '../../src/model/index.ts';
import { file, read } from './world.ts';

const codes = (text: string): string[] => read(text).diagnostics.map(({ code }) => code);

describe('hostile files', () => {
  it('an alias bomb meets the limit of aliases', () => {
    const levels = Array.from({ length: 12 }, (_, level) =>
      level === 0
        ? 'l0: &l0 [x, x]'
        : `l${level}: &l${level} [${'*l'.concat(String(level - 1), ', ').repeat(9)}]`,
    );
    expect(codes(`${levels.join('\n')}\n`)).toEqual(['yaml/too-many-aliases']);
  });

  it('many nodes meet the limit of nodes', () => {
    expect(codes(`a: [${'x,'.repeat(LIMITS.nodes + 1)}]`)).toEqual(['yaml/too-many-nodes']);
  });

  it.each([
    ['brackets', '['.repeat(100_000)],
    ['braces', '{a: '.repeat(20_000)],
    ['dashes', '- '.repeat(5_000)],
    ['marks', file(`preamble: ["${'*'.repeat(2_000)}甲${'*_'.repeat(2_000)}"]`)],
    ['brackets in a text', file(`preamble: ["${'['.repeat(5_000)}甲"]`)],
    ['directives in directives', file(`preamble: ["${':lead['.repeat(500)}甲${']'.repeat(500)}"]`)],
    ['links in links', file(`preamble: ["${'['.repeat(500)}甲${'](https://a)'.repeat(500)}"]`)],
    ['digits', file(`preamble: ["${'9'.repeat(50_000)}"]`)],
    ['blanks', file(`preamble: ["甲${' '.repeat(50_000)}乙"]`)],
  ])('%s come to an end', (_, text) => {
    // Work that grows with the square of such a text would pass the runner's limit.
    expect(read(text).diagnostics).toBeDefined();
  });

  it('names of the prototype are only names', () => {
    const { value } = read(
      file('operative: ["甲[^constructor]", "乙[^toString]"]', 'notes: { constructor: 丙, toString: 丁 }'),
    );
    expect(value?.parts[0]?.notes.map(({ id }) => id)).toEqual(['constructor', 'toString']);
    expect(codes(file('operative: ["甲[^valueOf]", 乙]', 'notes: {}'))).toEqual(['model/missing-note']);
    expect(codes(file('operative: [甲, 乙]\nhasOwnProperty: 1'))).toEqual(['model/unknown-key']);
  });

  it('bytes that are not UTF-8 are told', () => {
    const bytes = Uint8Array.from([0x61, 0x3a, 0x20, 0xd6, 0xd0, 0xb9, 0xfa]);
    const { value, diagnostics } = loadDocument(memoryInputs({ 'gb.yaml': bytes }), 'gb.yaml');
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['input/not-utf8']);
  });

  it('a byte-order mark at the beginning does no harm', () => {
    const text = `\uFEFF${file('operative: [甲, 乙]')}`;
    expect(loadDocument(memoryInputs({ 'bom.yaml': text }), 'bom.yaml').diagnostics).toEqual([]);
  });
});

describe('reading never throws', () => {
  const seed = readFileSync('data/a-res-75-234.zh.yaml', 'utf8');
  const settled = (text: string): void => {
    const { value, diagnostics } = read(text);
    expect(value === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
    for (const { span } of diagnostics)
      if (span) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
  };

  it('on the seed with a stretch cut out or put in', () => {
    const scrap = fc.constantFrom(
      '',
      '\t',
      '"',
      "'",
      '[',
      '}',
      '*',
      '&a ',
      '*a',
      ': ',
      '- ',
      '|\n',
      '\n',
      '#',
      '!x ',
      '[^a]',
      '\u0000',
      '---\n',
      '{"a":',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.nat(seed.length), fc.nat(200), scrap, (at, length, text) => {
        settled(seed.slice(0, at) + text + seed.slice(at + length));
      }),
      { seed: 5, numRuns: 400 },
    );
  });

  it('on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), settled), {
      seed: 6,
      numRuns: 500,
    });
  });

  it('on any value in any place', () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('甲', '', null, 1, true, '1', 'none', '2020-13-01'),
        tie('list'),
        tie('map'),
      ),
      list: fc.array(tie('any'), { maxLength: 3 }),
      map: fc.dictionary(
        fc.constantFrom(
          'text',
          'items',
          'heading',
          'label',
          'content',
          'article',
          'clauses',
          'operative',
          'id',
          'organLine',
          'table',
          'rows',
        ),
        tie('any'),
        { maxKeys: 4 },
      ),
    })).any;
    const place = fc.constantFrom('publication', 'resolution', 'body', 'notes', 'rules', 'style');
    fc.assert(
      fc.property(place, value, value, (key, first, second) => {
        const base = {
          schema: 'chancery/resolution@1',
          publication: { organ: 'general-assembly', language: 'zh' },
          resolution: { number: '75/1' },
          body: { operative: ['甲', second], annexes: [{ content: [second] }] },
        };
        settled(JSON.stringify({ ...base, [key]: first }));
        settled(JSON.stringify(base));
      }),
      { seed: 7, numRuns: 600 },
    );
  });
});
