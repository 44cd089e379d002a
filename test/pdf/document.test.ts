import { describe, expect, test } from 'vitest';
import { findAnchors, writeAnchors } from '../../src/pdf/anchors.ts';
import { add, addStream, finish, openDocument, type PdfValue, text } from '../../src/pdf/document.ts';
import { openPdf, readable } from './read.ts';
import { frame } from './world.ts';

/** A file of one blank page that holds these objects besides. */
function fileOf(
  objects: readonly PdfValue[],
  info: Record<string, string> = { Producer: 'Chancery', Title: 't' },
): Uint8Array {
  const document = openDocument({ compressed: false, lang: 'zh-Hans', info });
  document.addPage({ size: [100, 50], margin: 0 });
  for (const object of objects) add(document, object);
  return finish(document, { catalog: {}, destinations: undefined, last: document.ref({}) });
}

const identifierOf = (bytes: Uint8Array): string =>
  /\/ID \[<(\w{32})> <\1>\]/.exec(Buffer.from(bytes).toString('latin1'))![1]!;

test.each<[value: PdfValue, written: string]>([
  [[null, true, 3, 0.5], '[null true 3 0.5]'],
  ['Type', '/Type'],
  [text('plain (text) \\'), '(plain \\(text\\) \\\\)'],
  [text('南𠀀(\\\n'), '(南𠀀(\\\n)'],
  [{ A: 1, B: undefined, C: { D: [] } }, '<</A 1 /C <</D []>>>>'],
])('pdfkit writes %j', (value, written) => {
  expect(readable(fileOf([value]))).toContain(` 0 obj\n${written}\nendobj\n`);
});

describe('what pdfkit would add by itself is not there:', () => {
  const file = readable(fileOf([]));
  test.each(['CreationDate', 'Creator', 'PDFKit', 'Helvetica', 'AcroForm', 'Dests', 'CreateDate'])(
    '%s',
    (word) => {
      expect(file).not.toContain(word);
    },
  );
});

describe('the identifier', () => {
  test('is the same for equal files', () => {
    expect(identifierOf(fileOf([1]))).toBe(identifierOf(fileOf([1])));
  });

  test.each([
    ['an object', fileOf([2])],
    ['the title', fileOf([1], { Producer: 'Chancery', Title: 'u' })],
  ])('depends on %s', (_, other) => {
    expect(identifierOf(other)).not.toBe(identifierOf(fileOf([1])));
  });
});

test('an object that is never ended is a fault, not a file without end', () => {
  const document = openDocument({ compressed: true, lang: 'zh-Hans', info: {} });
  document.ref({});
  expect(() => finish(document, { catalog: {}, destinations: undefined, last: document.ref({}) })).toThrow(
    '1 objects of the PDF file were never ended',
  );
});

test('streams are compressed if the file is', () => {
  const lengthOf = (compressed: boolean): number => {
    const document = openDocument({ compressed, lang: 'zh-Hans', info: {} });
    const ref = addStream(document, {}, new Uint8Array(10_000));
    return Number(ref.data.Length);
  };
  expect(lengthOf(false)).toBe(10_000);
  expect(lengthOf(true)).toBeLessThan(100);
});

test('readers find named places, whatever their names: ASCII and others, capitals, names of objects', async () => {
  const names = ['b', 'a国', 'B', '国', 'a', 'Z', 'é', '__proto__', 'constructor', '10', '9'];
  const items = names.map((name, index) => ({ kind: 'anchor', name, x: index, y: 10 }) as const);
  const document = openDocument({ compressed: true, lang: 'zh-Hans', info: { Title: 't' } });
  document.addPage({ size: [100, 50], margin: 0 });
  const laidOut = {
    pages: [{ number: 1, name: '', side: 'right', width: 100, height: 50, body: frame(items), margins: [] }],
    structure: { kind: 'node', type: 'Document', box: 1, kids: [] },
    outline: [],
    links: new Map(),
    lang: 'zh-Hans',
    title: 't',
  } as const;
  const destinations = writeAnchors(document, findAnchors(laidOut), [document.page.dictionary]);
  const pdf = await openPdf(finish(document, { catalog: {}, destinations, last: document.ref({}) }));
  for (const [index, name] of names.entries())
    expect((await pdf.getDestination(name))?.slice(2), name).toEqual([index, 40, null]);
});
