import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookmarkNamer, numbersCited, pageInstruction, styleReference } from '../../src/docx/fields.ts';
import type { NumberedItem } from '../../src/docx/flow.ts';
import { lint } from './support/lint.ts';
import { all, textOf, write } from './support/package.ts';
import { li, p, span, styled } from './support/world.ts';

describe('bookmark names', () => {
  it.each([
    ['op3', 'op3'],
    ['op-3', 'op_3'],
    ['3', 'b3'],
    ['_x', 'b_x'],
    ['段', 'b_'],
  ])('of %s', (id, name) => expect(bookmarkNamer()(id)).toBe(name));

  it('are Word’s, one for each id, the same each time', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (anchors) => {
        const nameOf = bookmarkNamer();
        const names = new Map(anchors.map((anchor) => [anchor, nameOf(anchor)]));
        for (const [anchor, name] of names) {
          expect(name).toMatch(/^[A-Za-z][A-Za-z0-9_]{0,39}$/);
          expect(nameOf(anchor)).toBe(name);
        }
        expect(new Set([...names.values()].map((name) => name.toLowerCase())).size).toBe(names.size);
      }),
    );
  });
});

const item = (anchor: string, text: string): NumberedItem => ({
  anchor,
  marker: { list: 'op', level: 0, value: 1, format: 'decimal', prefix: '', suffix: '', text },
});

describe('references', () => {
  const chain = [item('op2', '2.'), item('op2a', '(a)'), item('op2ai', '(i)')];
  const citedIn = (items: readonly NumberedItem[], words: string) => {
    const found = numbersCited(items, words);
    return (
      found &&
      `${found.before}<${found.numbers.map(({ anchor, text }) => `${anchor}:${text}`).join(' ')}>${found.after}`
    );
  };
  it.each([
    ['2', '<op2:2>'],
    ['第2段', '第<op2:2>段'],
    ['第 2 段', '第 <op2:2> 段'],
    ['第12段', undefined],
    ['第2(a)段', undefined],
    ['上段', undefined],
  ])('to a paragraph, %s', (words, expected) => expect(citedIn([item('op2', '2.')], words)).toBe(expected));

  it.each([
    ['第2(a)(i)段', '第<op2:2 op2a:(a) op2ai:(i)>段'],
    ['(i)', '<op2ai:(i)>'],
    ['第3(i)段', undefined],
  ])('to an item of items, %s', (words, expected) => expect(citedIn(chain, words)).toBe(expected));

  it('to what has no number are no fields', () => {
    expect(numbersCited([], '第2段')).toBeUndefined();
    expect(numbersCited([item('op2', '')], '第2段')).toBeUndefined();
  });

  const marker = { list: 'op', level: 0, format: 'decimal', prefix: '', suffix: '.' } as const;
  const clause = { docxStyle: 'Clause' } as const;
  const documentWith = (words: string, href: string) =>
    styled([
      li({ ...marker, value: 1 }, { minWidth: 24 }, [p(clause, ['回顾'])], { anchor: 'op-1' }),
      li({ ...marker, value: 2 }, { minWidth: 24 }, [
        p(clause, ['见', span({}, [words], { role: 'reference', href })]),
      ]),
    ]);

  it('stand in the file as closed fields with their results, and their targets as bookmarks', async () => {
    const file = await write(documentWith('第1段', '#op-1'));
    const document = file.root('word/document.xml');
    expect(all(document, 'w:instrText').map(({ children }) => children.join(''))).toEqual([
      ' REF op_1 \\n \\h ',
    ]);
    expect(textOf(document)).toContain('见第1段');
    expect(lint(file)).toEqual([]);
  });

  it('in other words are links', async () => {
    const file = await write(documentWith('第一', '#op-1'));
    expect(
      all(file.root('word/document.xml'), 'w:hyperlink').map(({ attributes }) => attributes['w:anchor']),
    ).toEqual(['op_1']);
    expect(lint(file)).toEqual([]);
  });

  it('to nothing are plain text and a warning', async () => {
    const file = await write(documentWith('第1段', '#op-9'));
    expect(file.diagnostics).toMatchObject([{ code: 'docx/missing-target' }]);
    expect(textOf(file.root('word/document.xml'))).toContain('见第1段');
    expect(lint(file)).toEqual([]);
  });

  it('leave ids that nothing points at without bookmarks', async () => {
    const file = await write(styled([p(clause, ['回顾'], { anchor: 'op1' })]));
    expect(file.parts.get('word/document.xml')).not.toContain('bookmark');
  });
});

describe('instructions', () => {
  it('of page numbers', () => {
    expect(pageInstruction('page', 'decimal')).toBe('PAGE');
    expect(pageInstruction('pages', 'lower-roman')).toBe('NUMPAGES \\* roman');
  });
  it('hold no name that could end them', () => {
    expect(styleReference('Document symbol', false)).toBe('STYLEREF "Document symbol"');
    expect(styleReference('标题文字', true)).toBe('STYLEREF "标题文字" \\l');
    expect(styleReference('a" \\* MERGEFORMAT', false)).toBeUndefined();
    expect(styleReference('Lead + Hyperlink', false)).toBeUndefined();
  });
});
