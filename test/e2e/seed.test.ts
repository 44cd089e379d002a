import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { chancery, type Ended, filesIn, folderOf, ROOT } from './command.ts';
import { bare, find, type ReadPdf, readPdf } from './read-pdf.ts';

const NAME = 'a-res-75-234.zh';
const DATA = readFileSync(join(ROOT, `data/${NAME}.yaml`), 'utf8');

interface SeedData {
  readonly body: { readonly preamble: readonly string[]; readonly operative: readonly string[] };
  readonly notes: Readonly<Record<string, string>>;
}

const seed = parse(DATA) as SeedData;
const noteIds = Object.keys(seed.notes);

/** A data text as it is read on the page, without white space: directives give their text, note marks their number. */
const onPage = (text: string): string =>
  bare(
    text
      .replace(/:(?:lead|cite)\[([^\]]*)\]/g, '$1')
      .replace(/\[\^([^\]]+)\]/g, (_, id: string) => String(noteIds.indexOf(id) + 1)),
  );

const folder = folderOf({ [`data/${NAME}.yaml`]: DATA });
let first: Ended;
let second: Ended;
let pdfBytes: Uint8Array;
let pdf: ReadPdf;
let parts: Readonly<Record<string, Uint8Array>>;

beforeAll(async () => {
  first = await chancery(folder.path, 'build', 'data', '--out', 'one');
  second = await chancery(folder.path, 'build', `data/${NAME}.yaml`, '--out', 'two');
  pdfBytes = readFileSync(join(folder.path, `one/${NAME}.pdf`));
  pdf = await readPdf(pdfBytes);
  parts = unzipSync(readFileSync(join(folder.path, `one/${NAME}.docx`)));
});
afterAll(() => folder.remove());

const part = (name: string): string => strFromU8(parts[name]!);

describe('building the seed', () => {
  it('says one line: input, outputs, pages, time', () => {
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(
      /^data\/a-res-75-234\.zh\.yaml → one\/a-res-75-234\.zh\.pdf, one\/a-res-75-234\.zh\.docx {2}\d pages, \d+\.\d\d s\n$/,
    );
  });

  it('writes two files and nothing else', () => {
    expect(filesIn(join(folder.path, 'one'))).toEqual([`${NAME}.docx`, `${NAME}.pdf`]);
  });

  it('gives equal bytes the second time, alone or in its folder', () => {
    expect(second.code).toBe(0);
    for (const name of filesIn(join(folder.path, 'one')))
      expect(
        readFileSync(join(folder.path, 'two', name)).equals(readFileSync(join(folder.path, 'one', name))),
      ).toBe(true);
  });
});

describe('the PDF', () => {
  it('has at most 250 KB', () => {
    expect(pdfBytes.length).toBeLessThanOrEqual(250 * 1024);
  });

  it('says its language and title and that it is tagged', () => {
    expect(pdf.info.Language).toMatch(/^zh/);
    expect(pdf.info.Title).toContain('南南合作');
    expect(pdf.marked).toBe(true);
  });

  it('holds all text in reading order', () => {
    const { preamble, operative } = seed.body;
    const expected = ['第七十五届会议', '2020年12月21日大会决议', '75/234', '南南合作', '大会，']
      .concat(preamble.map(onPage))
      .concat(operative.map((text, index) => `${index + 1}.${onPage(text)}`))
      .concat('2020年12月21日', '第48次全体会议');
    let at = 0;
    for (const text of expected) {
      const found = pdf.body.indexOf(text, at);
      expect(
        found,
        `"${text.slice(0, 20)}…" after "…${pdf.body.slice(Math.max(0, at - 20), at)}"`,
      ).toBeGreaterThanOrEqual(at);
      at = found + text.length;
    }
  });

  it('has five notes, each beside its mark in the tree', () => {
    expect(pdf.notes).toEqual(noteIds.map((id, index) => `${index + 1}${onPage(seed.notes[id]!)}`));
    const marks = pdf.trees.flatMap((tree) => find(tree, 'Reference')).map(({ text }) => bare(text));
    expect(marks).toEqual(['1', '2', '3', '4', '5']);
  });

  it('has the clauses as items of one list, each with its label', () => {
    const items = pdf.trees.flatMap((tree) => find(tree, 'LI'));
    // pdfjs gives the tree page by page: an item on two pages has its label on the first.
    const labels = items.flatMap(({ children }) => children.filter(({ role }) => role === 'Lbl'));
    expect(labels.map(({ text }) => bare(text)).filter((text) => text !== '')).toEqual([
      '1.',
      '2.',
      '3.',
      '4.',
      '5.',
      '6.',
    ]);
  });

  it('links each citation to its document', () => {
    for (const symbol of ['A/RES/73/291', 'A/RES/57/270B', 'A/75/371'])
      expect(
        pdf.urls.some((url) => decodeURIComponent(url).includes(symbol)),
        symbol,
      ).toBe(true);
    for (const url of pdf.urls) expect(url).toMatch(/^https:\/\//);
  });

  it('keeps heads and feet out of the text', () => {
    expect(pdf.artifacts.slice(1).join('')).toContain('75/234');
    expect(pdf.artifacts.map(bare).join(' ')).toMatch(/2\/\d/);
  });
});

describe('the Word file', () => {
  it('has the parts of a native document', () => {
    expect(Object.keys(parts)).toEqual(
      expect.arrayContaining([
        'word/document.xml',
        'word/footnotes.xml',
        'word/numbering.xml',
        'word/styles.xml',
      ]),
    );
  });

  it('holds all text in order, with numbers and notes by Word itself', () => {
    const body = bare(
      part('word/document.xml')
        .replace(/<w:instrText[\s\S]*?<\/w:instrText>/g, '')
        .replace(/<[^>]+>/g, ''),
    );
    let at = 0;
    for (const text of [...seed.body.preamble, ...seed.body.operative]) {
      const words = onPage(text.replace(/\[\^[^\]]+\]/g, ''));
      const found = body.indexOf(words, at);
      expect(found, words.slice(0, 20)).toBeGreaterThanOrEqual(at);
      at = found + words.length;
    }
    expect(part('word/document.xml').match(/<w:footnoteReference\b/g)).toHaveLength(5);
  });

  it('has five footnotes besides the separators', () => {
    const notes =
      part('word/footnotes.xml').match(/<w:footnote\b(?![^>]*w:type=)[\s\S]*?<\/w:footnote>/g) ?? [];
    const texts = notes.map((note) => bare(note.replace(/<[^>]+>/g, '')));
    expect(texts).toEqual(noteIds.map((id) => onPage(seed.notes[id]!)));
  });
});
