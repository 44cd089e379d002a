import type { FrameItem, LaidOut, Page } from '../../../src/layout/types.ts';
import { world } from '../square-world.ts';
import { parseWorld } from './case-world.ts';

/** A named case of a `.case` file: a small world, and how its pages look. */
export interface Case {
  readonly name: string;
  readonly input: string;
  readonly expected: string;
}

/**
 * Cases begin with `=== name`; `---` parts the world from the picture of its pages. Lines beginning with `#` before the
 * first case tell what the file is about.
 */
export function parseCases(file: string): { readonly head: string; readonly cases: readonly Case[] } {
  const [head = '', ...parts] = file.split(/^=== /m);
  const cases = parts.map((part) => {
    const [title = '', ...rest] = part.split('\n');
    const [input = '', expected = ''] = rest.join('\n').split(/^---\n/m);
    return { name: title.trim(), input: input.trim(), expected: expected.trim() };
  });
  return { head, cases };
}

export const writeCases = (head: string, cases: readonly Case[]): string =>
  head + cases.map(({ name, input, expected }) => `=== ${name}\n${input}\n---\n${expected}\n`).join('\n');

/** The pages of a world side by side, a row for each line, and what was said about them. */
export function runCase(input: string): string {
  const { root, sheet, mode } = parseWorld(input);
  const { value, diagnostics } = world(root, sheet, mode);
  const said = diagnostics.map(({ code, message }) => `! ${code}: ${message}`);
  return [...(value ? drawPages(value) : []), ...said].join('\n');
}

/** Pages that stand side by side in a picture. */
const ACROSS = 5;

function drawPages({ pages }: LaidOut): string[] {
  const rows: string[] = [];
  for (let from = 0; from < pages.length; from += ACROSS) {
    const columns = pages.slice(from, from + ACROSS).map(drawPage);
    const height = Math.max(...columns.map((column) => column.length));
    for (let row = 0; row < height; row++) {
      const cells = columns.map((column) => {
        const width = Math.max(...column.map((cell) => cell.length));
        return (column[row] ?? '').padEnd(width);
      });
      rows.push(`| ${cells.join(' | ')} |`);
    }
  }
  return rows;
}

/** Number, then a row for each line of the page area; rows below it stand for what runs over its foot. */
function drawPage({ number, name, body, notes }: Page): string[] {
  const rows = Array.from({ length: Math.round(body.height / 10) }, () => '');
  const put = (item: FrameItem): void => {
    if (item.kind === 'anchor') return;
    const row = Math.floor((item.y - body.y) / 10);
    while (rows.length <= row) rows.push('');
    rows[row] += item.kind === 'rule' ? '----' : item.run.text;
  };
  for (const item of [...body.items, ...(notes?.items ?? [])]) put(item);
  return [`(${number}${name === '' ? '' : ` ${name}`})`, ...rows];
}
