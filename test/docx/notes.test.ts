import { describe, expect, it } from 'vitest';
import { lint } from './support/lint.ts';
import { all, first, textOf, val, write } from './support/package.ts';
import { note, p, span, styled } from './support/world.ts';

const clause = { docxStyle: 'Clause', marginLeft: 63 } as const;
const noteText = { docxStyle: 'footnote text', fontSize: 9, lineHeight: 13 } as const;
const noteOf = (number: number, ...words: string[]) =>
  note(
    number,
    words.map((each) => p(noteText, [each])),
    clause,
  );

describe('notes', () => {
  it('are Word’s own: a mark in the text, a mark before the note, separators', async () => {
    const file = await write(
      styled([p(clause, ['公约', noteOf(1, '第一。'), '与议定书', noteOf(2, '第二。')])]),
    );
    const notes = file.root('word/footnotes.xml');
    expect(lint(file)).toEqual([]);
    expect(
      all(file.root('word/document.xml'), 'w:footnoteReference').map(({ attributes }) => attributes['w:id']),
    ).toEqual(['1', '2']);
    expect(all(notes, 'w:footnote').map(({ attributes }) => attributes['w:type'])).toEqual([
      'separator',
      'continuationSeparator',
      undefined,
      undefined,
    ]);
    expect(all(notes, 'w:footnote').slice(2).map(textOf)).toEqual(['\t第一。', '\t第二。']);
    expect(all(notes, 'w:footnoteRef').length).toBe(2);
    expect(textOf(file.root('word/document.xml'))).toBe('公约与议定书');
  });

  it('have their mark raised by the style, not by hand', async () => {
    const file = await write(styled([p(clause, ['公约', noteOf(1, '第一。')])]));
    const style = all(file.root('word/styles.xml'), 'w:style').find(
      ({ attributes }) => attributes['w:styleId'] === 'FootnoteReference',
    )!;
    expect(val(style, 'w:vertAlign')).toBe('superscript');
    // Word makes raised characters smaller by itself: a size would be right in the text or in the notes only.
    expect(first(style, 'w:sz')).toBeUndefined();
  });

  it('hang their mark before the text, in the note area', async () => {
    const file = await write(styled([p(clause, ['公约', noteOf(1, '第一。')])]));
    const style = all(file.root('word/styles.xml'), 'w:style').find(
      ({ attributes }) => attributes['w:styleId'] === 'FootnoteText',
    )!;
    expect(first(style, 'w:ind')?.attributes).toEqual({
      'w:left': '1260',
      'w:right': '1260',
      'w:hanging': '180',
    });
    expect(first(style, 'w:tab')?.attributes).toEqual({ 'w:val': 'left', 'w:pos': '1260' });
  });

  it('of several paragraphs bear one mark; the others are in line with the text', async () => {
    const file = await write(styled([p(clause, ['公约', noteOf(1, '第一段。', '第二段。')])]));
    const paragraphs = all(file.root('word/footnotes.xml'), 'w:p').slice(2);
    expect(paragraphs.map((paragraph) => val(paragraph, 'w:pStyle'))).toEqual([
      'FootnoteText',
      'FootnoteTextContinued',
    ]);
    expect(paragraphs.map(textOf)).toEqual(['\t第一段。', '第二段。']);
    expect(lint(file)).toEqual([]);
  });

  it('may hold links, which belong to the part of the notes', async () => {
    const link = span({ fontSize: 9, color: [0, 0, 255] }, ['73/291'], {
      role: 'link',
      href: 'https://undocs.org/A/RES/73/291',
    });
    const file = await write(
      styled([p(clause, ['公约', note(1, [p(noteText, ['第', link, '号'])], clause)])]),
    );
    expect(lint(file)).toEqual([]);
    expect(all(file.root('word/_rels/footnotes.xml.rels'), 'Relationship').length).toBe(1);
  });

  it('referred to again are cross-references to the first mark', async () => {
    const again = span({ verticalAlign: 3.5, docxStyle: 'Note again' }, ['1'], { role: 'link', href: '#n1' });
    const file = await write(
      styled([p(clause, ['公约', { ...noteOf(1, '第一。'), anchor: 'n1' }, '与', again])]),
    );
    expect(
      all(file.root('word/document.xml'), 'w:instrText').map(({ children }) => children.join('')),
    ).toEqual([' NOTEREF n1 \\h ']);
    expect(lint(file)).toEqual([]);
  });

  it('that Word would number otherwise are told', async () => {
    const file = await write(styled([p(clause, ['公约', noteOf(2, '第二。')])]));
    expect(file.diagnostics).toMatchObject([
      { code: 'docx/note-number', severity: 'warning', message: 'note 2 is note 1 in the Word file' },
    ]);
  });
});
