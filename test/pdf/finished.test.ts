import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { writePdf } from '../../src/pdf/index.ts';
import { shippedFonts } from '../support/fonts.ts';
import { hasProgram, runProgram } from '../support/programs.ts';
import { comparable, openPdf, readable, tagTree } from './read.ts';
import { smallDocument } from './world.ts';

const fonts = shippedFonts();
const written = async (options = {}): Promise<Uint8Array> => {
  const { value, diagnostics } = await writePdf(smallDocument(fonts), fonts, options);
  expect(diagnostics).toEqual([]);
  return value!;
};

describe('a small document', () => {
  let bytes: Uint8Array;
  let path: string;
  beforeAll(async () => {
    bytes = await written();
    path = join(mkdtempSync(join(tmpdir(), 'chancery-')), 'small.pdf');
    writeFileSync(path, bytes);
  });

  test('is the same file every time', async () => {
    expect(Buffer.from(await written()).equals(bytes)).toBe(true);
  });

  test('reads as text when it is not compressed', async () => {
    await expect(readable(await written({ compressed: false }))).toMatchFileSnapshot(
      '../golden/small.pdf.txt',
    );
  });

  test('has this tag tree', async () => {
    const document = await openPdf(bytes);
    const pages = await Promise.all([1, 2].map((page) => tagTree(document, page)));
    await expect(pages.map((tree, index) => `page ${index + 1}\n${tree}`).join('')).toMatchFileSnapshot(
      '../golden/small.tags',
    );
  });

  test('says its title, language and page labels', async () => {
    const document = await openPdf(bytes);
    const { info, metadata } = await document.getMetadata();
    expect(info).toMatchObject({ Title: '75/234. 南南合作', Subject: '发展 & <合作>', Language: 'zh-Hans' });
    expect(info).not.toHaveProperty('CreationDate');
    expect(metadata.get('dc:title')).toBe('75/234. 南南合作');
    expect(metadata.get('dc:description')).toBe('发展 & <合作>');
    expect(await document.getPageLabels()).toEqual(['1', '2']);
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    expect(await document.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
  });

  test('has an outline with levels that lead to pages', async () => {
    const document = await openPdf(bytes);
    const outline = await document.getOutline();
    expect(outline.map(({ title, items }) => [title, items.map((item) => item.title)])).toEqual([
      ['75/234. 南南合作', ['附件']],
    ]);
    const [page] = outline[0]!.items[0]!.dest as [{ num: number; gen: number }];
    expect(await document.getPageIndex(page)).toBe(1);
  });

  test('links out with one annotation a page, over as many lines as it takes', async () => {
    const [link, ...others] = await (await (await openPdf(bytes)).getPage(1)).getAnnotations();
    expect(others).toEqual([]);
    expect(link).toMatchObject({ url: 'https://undocs.org/zh/A/RES/33/134' });
    expect(link.contentsObj.str).toBe('第 33/134 号决议');
    expect(link.quadPoints).toHaveLength(16);
  });

  test('links within to named places', async () => {
    const document = await openPdf(bytes);
    const [link] = await (await document.getPage(2)).getAnnotations();
    expect(link).toMatchObject({ dest: 'op1' });
    const [page, , x, y] = (await document.getDestination('op1'))!;
    expect(await document.getPageIndex(page)).toBe(0);
    expect([x, y]).toEqual([72, 178]);
  });

  test('claims PDF/A-2a and PDF/UA-1 in its metadata', async () => {
    const { metadata } = await (await openPdf(bytes)).getMetadata();
    expect([
      metadata.get('pdfaid:part'),
      metadata.get('pdfaid:conformance'),
      metadata.get('pdfuaid:part'),
    ]).toEqual(['2', 'A', '1']);
  });

  test.skipIf(!hasProgram('qpdf'))('satisfies qpdf (skipped without qpdf)', () => {
    const { code, output } = runProgram('qpdf', ['--check', path]);
    expect(output).toContain('No syntax or stream encoding errors found');
    expect(code).toBe(0);
  });

  test.skipIf(!hasProgram('verapdf')).each(['2a', 'ua1'])(
    'satisfies veraPDF for profile %s (skipped without verapdf)',
    (profile) => {
      expect(runProgram('verapdf', ['-f', profile, '--format', 'text', path]).output).toMatch(/^PASS/);
    },
  );
});

/** What each page says in drawing order. Blanks beside Han are the reader's guess and are left out. */
const PAGES = [
  '75/234.南南合作大会重申其第33/134号决议1，又重申1.回顾南南合作，1《公约》1/2',
  '并促请。见第1段Décision A/RES/75/234 2/2',
];

describe('text copied from it', () => {
  const characters = (text: string): string => [...comparable(text).replaceAll(' ', '')].sort().join('');

  test('pdf.js gives it in drawing order', async () => {
    const document = await openPdf(await written());
    for (const [index, expected] of PAGES.entries()) {
      const { items } = await (await document.getPage(index + 1)).getTextContent();
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
      expect(comparable(text).replaceAll(' ', '')).toBe(expected.replaceAll(' ', ''));
    }
  });

  const readers = [
    ['pdftotext', (path: string) => ['-enc', 'UTF-8', path, '-']],
    ['mutool', (path: string) => ['draw', '-q', '-F', 'txt', path]],
  ] as const;

  for (const [program, args] of readers)
    test.skipIf(!hasProgram(program))(
      `${program} gives the same characters (skipped without it)`,
      async () => {
        const path = join(mkdtempSync(join(tmpdir(), 'chancery-')), 'small.pdf');
        writeFileSync(path, await written());
        const { output } = runProgram(program, args(path));
        expect(characters(output)).toBe(characters(PAGES.join('')));
        // The widest gap allowed between ideographs, 0.089 em, must not read as a blank.
        expect(output).toContain('回顾南南合作，');
        expect(output).not.toMatch(/\p{Script=Han} \p{Script=Han}/u);
      },
    );
});
