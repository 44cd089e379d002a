import { expect, test } from 'vitest';
import type { LaidOut, LinkTarget } from '../../src/layout/types.ts';
import { writePdf } from '../../src/pdf/index.ts';
import { shippedFonts } from '../support/fonts.ts';
import { openPdf, readable } from './read.ts';
import { smallDocument } from './world.ts';

const fonts = shippedFonts();

/** The small document, its outward link leading elsewhere. */
function leadingTo(target: LinkTarget): LaidOut {
  const laidOut = smallDocument(fonts);
  return { ...laidOut, links: new Map([...laidOut.links, [20, { target, text: '决议' }]]) };
}

const uri = (address: string): LinkTarget => ({ kind: 'uri', uri: address });

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,x',
  'JAVASCRIPT:x',
  'undocs.org/A/1',
  ' https://un.org',
  '',
])('%j is refused', async (address) => {
  const { value, diagnostics } = await writePdf(leadingTo(uri(address)), fonts);
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code: 'pdf/unsafe-link', got: address }]);
});

test.each([
  ['https://undocs.org/A/1', 'https://undocs.org/A/1'],
  ['HTTP://un.org', 'http://un.org/'],
  ['mailto:dgacm@un.org', 'mailto:dgacm@un.org'],
  ['https://un.org/zh/决议?q=(1)', 'https://un.org/zh/%E5%86%B3%E8%AE%AE?q=(1)'],
  ['https://un.org/a%20b', 'https://un.org/a%20b'],
])('%s leads to %s', async (address, url) => {
  const { value, diagnostics } = await writePdf(leadingTo(uri(address)), fonts);
  expect(diagnostics).toEqual([]);
  const [link] = await (await (await openPdf(value!)).getPage(1)).getAnnotations();
  expect(link.url).toBe(url);
});

test('a link to a place that is not there is an error that names it', async () => {
  const { value, diagnostics } = await writePdf(leadingTo({ kind: 'anchor', name: 'op9' }), fonts);
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code: 'pdf/missing-anchor' }]);
  expect(diagnostics[0]?.message).toContain('#op9');
});

test('a link over two pages has an annotation on each, in one element', async () => {
  const laidOut = smallDocument(fonts);
  const [first, second] = laidOut.pages;
  const moved = first!.body.items.filter((item) => item.kind === 'text' && item.link === 20 && item.y > 100);
  const rest = first!.body.items.filter((item) => !moved.includes(item));
  const pages = [
    { ...first!, body: { ...first!.body, items: rest } },
    { ...second!, body: { ...second!.body, items: [...moved, ...second!.body.items] } },
  ];
  const { value } = await writePdf({ ...laidOut, pages }, fonts, { compressed: false });
  const text = readable(value!);
  const elements = text.match(/<<\/Type \/StructElem \/S \/Link .*>>/g)!;
  expect(elements).toHaveLength(2);
  expect(elements[0]?.match(/\/Type \/OBJR/g)).toHaveLength(2);
  expect(elements[0]?.match(/\/Type \/MCR/g)).toHaveLength(1);
});
