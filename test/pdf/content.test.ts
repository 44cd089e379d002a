import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FrameItem, LaidOut } from '../../src/layout/types.ts';
import { writePdf } from '../../src/pdf/index.ts';
import { shippedFonts } from '../support/fonts.ts';
import { comparable, openPdf } from './read.ts';
import { frame, leaf, node, textAt } from './world.ts';

const fonts = shippedFonts();

/** One page of these items, all in one paragraph. */
const onePage = (items: readonly FrameItem[], margins: readonly FrameItem[] = []): LaidOut => ({
  pages: [
    {
      number: 1,
      name: '',
      side: 'right',
      width: 600,
      height: 200,
      body: frame(items),
      margins: [frame(margins, 10)],
    },
  ],
  structure: node('Document', 1, [node('P', 2, [leaf(1)])]),
  outline: [],
  links: new Map(),
  lang: 'zh-Hans',
  title: 't',
});

async function plain(laidOut: LaidOut): Promise<string> {
  const { value, diagnostics } = await writePdf(laidOut, fonts, { compressed: false });
  expect(diagnostics).toEqual([]);
  return Buffer.from(value!).toString('latin1');
}

/** The operators of the only page. */
const operators = (file: string): string =>
  /stream\n1 0 0 -1 0 \d+ cm\n(\/[A-Z][\s\S]*?EMC)\nendstream/.exec(file)![1]!;

const textOf = async (laidOut: LaidOut): Promise<string> => {
  const { value } = await writePdf(laidOut, fonts);
  const { items } = await (await (await openPdf(value!)).getPage(1)).getTextContent();
  return comparable(items.map((item) => ('str' in item ? item.str : '')).join(''));
};

test('every glyph stands within a hundredth of a point of its place, whatever the gaps', async () => {
  const gaps = fc.array(fc.double({ min: -0.5, max: 1, noNaN: true }), { minLength: 2, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(gaps, fc.double({ min: 5, max: 30, noNaN: true }), async (gaps, size) => {
      const [whole] = textAt(fonts, 40, 80, '国'.repeat(gaps.length), { leaf: 1, size });
      let pen = 0;
      const x = gaps.map((gap) => {
        const at = pen;
        pen += (1 + gap) * size;
        return at;
      });
      const run = { ...whole!.run, x: Float64Array.from(x) };
      const drawn = positions(operators(await plain(onePage([{ ...whole!, run }]))), size);
      expect(drawn).toHaveLength(x.length);
      for (const [index, place] of drawn.entries())
        expect(Math.abs(place - 40 - x[index]!)).toBeLessThan(0.01);
    }),
    { numRuns: 40 },
  );
});

/** Where a reader puts each glyph of one line set in a face of one-em advances. */
function positions(content: string, size: number): number[] {
  const [, start, shown] = /1 0 0 -1 (\S+) \S+ Tm\n(.*) T[jJ]/.exec(content)!;
  const places: number[] = [];
  let pen = Number(start);
  for (const [element] of shown!.matchAll(/<[^>]*>|-?[\d.]+/g))
    if (element.startsWith('<'))
      for (let code = 1; code < element.length - 1; code += 4) {
        places.push(pen);
        pen += size;
      }
    else pen -= (Number(element) * size) / 1000;
  return places;
}

test('glyphs at their natural places need no numbers', async () => {
  const content = operators(await plain(onePage(textAt(fonts, 40, 80, '大会重申', { leaf: 1 }))));
  expect(content).toMatch(/\n<\w{16}> Tj\n/);
});

test('a glyph that stands for two texts has a code for each', async () => {
  const [item] = textAt(fonts, 40, 80, '  ', { leaf: 1 });
  const laidOut = onePage([{ ...item!, run: { ...item!.run, text: ' \u00a0' } }]);
  expect(await plain(laidOut)).toContain('2 beginbfchar\n<0001> <0020>\n<0002> <00A0>\nendbfchar');
});

test('what is meant is copied where something else is drawn', async () => {
  const items = [
    ...textAt(fonts, 40, 80, 'Confer', { leaf: 1, lang: 'en' }),
    ...textAt(fonts, 80, 80, '-', { leaf: 1, lang: 'en', actualText: '\u00ad' }),
  ];
  expect(operators(await plain(onePage(items)))).toContain('/Span <</Lang (en) /ActualText <FEFF00AD>>> BDC');
});

test('text of another language says so, text of the paragraph’s does not', async () => {
  const items = [
    ...textAt(fonts, 40, 80, '大会', { leaf: 1 }),
    ...textAt(fonts, 80, 80, 'Décision', { leaf: 1, lang: 'fr' }),
  ];
  const content = operators(await plain(onePage(items)));
  expect(content.match(/\/Lang \(\S+\)/g)).toEqual(['/Lang (fr)']);
});

test('colours are those of the style: grey by one number, others by three', async () => {
  const items: FrameItem[] = [
    { kind: 'rule', x: 0, y: 10, width: 10, height: 1, color: [0, 0, 0] },
    { kind: 'rule', x: 0, y: 20, width: 10, height: 1, color: [255, 255, 255] },
    { kind: 'rule', x: 0, y: 30, width: 10, height: 1, color: [255, 0, 51] },
  ];
  expect(operators(await plain(onePage(items)))).toBe(
    [
      '/Artifact <</Type /Layout>> BDC',
      '0 10 10 1 re f',
      '1 g',
      '0 20 10 1 re f',
      '1 0 0.2 rg',
      '0 30 10 1 re f',
      'EMC',
    ].join('\n'),
  );
});

test('a head is an artifact and does not split the paragraph’s content', async () => {
  const head = textAt(fonts, 40, 20, 'A/RES/75/234');
  const body = [...textAt(fonts, 40, 80, '大会', { leaf: 1 }), ...textAt(fonts, 40, 96, '重申', { leaf: 1 })];
  const content = operators(await plain(onePage(body, head)));
  expect(content.match(/.*BDC/g)).toEqual([
    '/P <</MCID 0>> BDC',
    '/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC',
  ]);
});

test('a ligature copies as its letters', async () => {
  const [item] = textAt(fonts, 40, 80, 'of', { leaf: 1, lang: 'en' });
  const run = { ...item!.run, text: 'office', clusters: Uint32Array.of(0, 1) };
  expect(await textOf(onePage([{ ...item!, run }]))).toBe('office');
});

test('ideographs beyond the Basic Multilingual Plane copy', async () => {
  expect(await textOf(onePage(textAt(fonts, 40, 80, '大𠮷会', { leaf: 1 })))).toBe('大𠮷会');
});

test('text that no element owns is an error, not an artifact', async () => {
  const { value, diagnostics } = await writePdf(onePage(textAt(fonts, 40, 80, '大会', { leaf: 9 })), fonts);
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toEqual(['pdf/untagged-text']);
});
