import { expect, test } from 'vitest';
import type { StructureKid, StructureNode } from '../../src/layout/types.ts';
import { writePdf } from '../../src/pdf/index.ts';
import { shippedFonts } from '../support/fonts.ts';
import { readable } from './read.ts';
import { frame, leaf, node, textAt } from './world.ts';

const fonts = shippedFonts();

/** Structure elements of a page on which the leaves 1 to 4 are drawn, parents before children. */
async function elements(kids: readonly StructureKid[], more: Partial<StructureNode> = {}): Promise<string[]> {
  const items = [1, 2, 3, 4].flatMap((id) => textAt(fonts, 40, 80 + 16 * id, `第${id}`, { leaf: id }));
  const { value, diagnostics } = await writePdf(
    {
      pages: [
        { number: 1, name: '', side: 'right', width: 300, height: 200, body: frame(items), margins: [] },
      ],
      structure: node('Document', 1, kids, more),
      outline: [],
      links: new Map(),
      lang: 'zh-Hans',
      title: 't',
    },
    fonts,
    { compressed: false },
  );
  expect(diagnostics).toEqual([]);
  const text = readable(value!);
  return [...text.matchAll(/(\d+) 0 obj\n<<\/Type \/StructElem \/S (.*)>>/g)]
    .sort(([, a], [, b]) => Number(a) - Number(b))
    .map(([, , element]) => element!);
}

const cell = (type: 'TH' | 'TD', id: number, more: Partial<StructureNode> = {}): StructureNode =>
  node(type, 20 + id, [leaf(id)], more);

const attributes = (found: readonly string[]): (string | undefined)[] =>
  found.filter((element) => /^\/T[HD]/.test(element)).map((element) => /\/A <<(.*?)>>/.exec(element)?.[1]);

test('header cells head their columns in a row of their own, and the row before data', async () => {
  const rows = [
    node('TR', 11, [cell('TH', 1), cell('TH', 2)]),
    node('TR', 12, [cell('TH', 3), cell('TD', 4)]),
  ];
  expect(attributes(await elements([node('Table', 10, rows)]))).toEqual([
    '/O /Table /Scope /Column',
    '/O /Table /Scope /Column',
    '/O /Table /Scope /Row',
    undefined,
  ]);
});

test('a cell over two columns says so', async () => {
  const rows = [node('TR', 11, [cell('TD', 1, { columnSpan: 2 }), cell('TH', 2, { columnSpan: 1 })])];
  const all = [...rows, node('TR', 12, [cell('TD', 3), cell('TD', 4)])];
  expect(attributes(await elements([node('Table', 10, all)]))[0]).toBe('/O /Table /ColSpan 2');
});

test('elements with nothing drawn are left out, empty cells are not', async () => {
  const rows = [node('TR', 11, [cell('TD', 1), node('TD', 22, []), cell('TD', 2)])];
  const found = await elements([
    node('Table', 10, rows),
    node('P', 30, [leaf(3), node('Span', 31, [])]),
    node('Sect', 32, [node('P', 33, [leaf(99)])]),
    node('P', 34, [leaf(4)]),
  ]);
  expect(found.map((element) => /^\/\w+/.exec(element)![0])).toEqual([
    '/Document',
    '/Table',
    '/TR',
    '/TD',
    '/TD',
    '/TD',
    '/P',
    '/P',
  ]);
});

test('a list says how it is numbered, a part in another language its language', async () => {
  const item = node('LI', 11, [node('Lbl', 12, [leaf(1)]), node('LBody', 13, [leaf(2)])]);
  const found = await elements([
    node('L', 10, [item], { listNumbering: 'LowerAlpha' }),
    node('P', 14, [leaf(3), leaf(4)], { lang: 'fr' }),
  ]);
  expect(found[1]).toContain('/A <</O /List /ListNumbering /LowerAlpha>>');
  expect(found.at(-1)).toContain('/Lang (fr)');
});

test('notes have an identifier each, and the tree finds them by it', async () => {
  const note = (box: number, id: number) => node('Note', box, [leaf(id)], { note: 'same' });
  const found = await elements([node('P', 10, [leaf(1), note(11, 2), leaf(3), note(12, 4)])]);
  expect(found.flatMap((element) => /\/ID \((.*?)\)/.exec(element)?.[1] ?? [])).toEqual([
    'note-11',
    'note-12',
  ]);
});
