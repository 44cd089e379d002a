import type { BreakMode } from '../../../src/layout/page/break-pages.ts';
import type {
  BlockBox,
  BlockLevel,
  ComputedStyle,
  InlineLevel,
  NoteBox,
  TableBox,
} from '../../../src/markup/types.ts';
import { doc, h, li, marker, note, p, type Sheet, SQUARE, table } from '../square-world.ts';

/**
 * The small language of `.case` files. One block a line:
 *
 *     page 6 first 4         lines of a page, of the first page; `greedy` for the greedy mode; `orphans 3 widows 3`
 *     p a1/a2[1]/a3          a paragraph of three lines, note 1 called in the second
 *     h A                    a heading, kept with what follows
 *     keep a1/a2             a paragraph that must not be broken
 *     last a1                a paragraph kept with what is before
 *     li 1. a1/a2            a list item with a hung label
 *     row a1/a2 | b1         a row of a table
 *     note 1 x1/x2/x3        the text of note 1
 *
 * After the word: `+2` two lines of margin above, `>` a new page, `>>` a right page, `@name` a named page.
 */
export function parseWorld(input: string): { root: BlockBox; sheet: Sheet; mode: BreakMode } {
  const lines = input.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const settings = lines.filter((line) => line.startsWith('page ')).join(' ');
  const number = (word: string): number | undefined => {
    const found = new RegExp(`${word} (\\d+)`).exec(settings)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const notes = new Map(
    lines
      .map((line) => /^note (\d+) (.*)$/.exec(line))
      .filter((match) => match !== null)
      .map(([, id = '', text = '']) => [Number(id), text]),
  );
  const style = { orphans: number('orphans') ?? 2, widows: number('widows') ?? 2 };
  const blocks = lines
    .filter((line) => !/^(page|note) /.test(line))
    .map((line) => parseBlock(line, notes, style));
  const firstLines = number('first');
  return {
    root: doc(...joinRows(blocks)),
    mode: settings.includes('greedy') ? 'greedy' : 'best',
    sheet: {
      lines: number('page') ?? 6,
      ...(firstLines === undefined ? {} : { firstLines }),
      names: ['', ...new Set(blocks.map((block) => block.style.page).filter((name) => name !== ''))],
    },
  };
}

type Notes = ReadonlyMap<number, string>;

function parseBlock(line: string, notes: Notes, defaults: Partial<ComputedStyle>): BlockLevel {
  const [, kind, flags = '', words = ''] = /^(\w+)((?: (?:\+\d+|>>?|@\w+))*)(?: (.*))?$/.exec(line) ?? [];
  const style: Partial<ComputedStyle> = { ...defaults };
  for (const flag of flags.split(' ').filter(Boolean)) Object.assign(style, flagStyle(flag));
  switch (kind) {
    case 'p':
      return p(parseWords(words, notes), style);
    case 'h':
      return h(parseWords(words, notes), style);
    case 'keep':
      return p(parseWords(words, notes), { ...style, breakInside: 'avoid' });
    case 'last':
      return p(parseWords(words, notes), { ...style, breakBefore: 'avoid' });
    case 'li': {
      const [label = '', ...rest] = words.split(' ');
      return li(marker(label), [p(parseWords(rest.join(' '), notes), style)], style);
    }
    case 'row':
      return table(
        [4 * SQUARE, 4 * SQUARE],
        [words.split(' | ').map((cell) => ({ blocks: [p(parseWords(cell, notes))] }))],
        style,
      );
    default:
      throw new SyntaxError(`cannot read "${line}"`);
  }
}

function flagStyle(flag: string): Partial<ComputedStyle> {
  if (flag.startsWith('+')) return { marginTop: Number(flag.slice(1)) * SQUARE };
  if (flag.startsWith('@')) return { page: flag.slice(1) };
  return { breakBefore: flag === '>>' ? 'recto' : 'page' };
}

/** Words with `[n]` where note n is called. */
const parseWords = (words: string, notes: Notes): (string | InlineLevel)[] =>
  words.split(/(\[\d+\])/).map((part) => {
    const id = /^\[(\d+)\]$/.exec(part)?.[1];
    return id === undefined ? part : noteBox(Number(id), notes);
  });

function noteBox(id: number, notes: Notes): NoteBox {
  const text = notes.get(id);
  if (text === undefined) throw new SyntaxError(`no note ${id}`);
  return note(id, [p(parseWords(text, notes))]);
}

/** Rows that follow one another are one table. */
function joinRows(blocks: readonly BlockLevel[]): readonly BlockLevel[] {
  const joined: BlockLevel[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind === 'table' && last?.kind === 'table') {
      joined[joined.length - 1] = { ...last, rows: [...last.rows, ...block.rows] } satisfies TableBox;
    } else joined.push(block);
  }
  return joined;
}
