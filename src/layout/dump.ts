import type { BoxId } from '../markup/types.ts';
import { textByLeaf } from './frame.ts';
import type { Line, SetParagraph } from './inline/types.ts';
import type { Frame, FrameItem, LaidOut, Page, StructureKid } from './types.ts';

/** Points with at most two decimals, without a trailing zero: `12`, `12.5`, `-0.33`. */
const pt = (length: number): string => String(Math.round(length * 100) / 100 + 0);

/**
 * The pages as text, one drawn thing a line: `x  baseline  width  text` for lines, `x  y  width×height` for rules.
 * Golden files and `chancery inspect --pages` are made of it.
 */
export function dumpPages(laidOut: LaidOut): string {
  return `${laidOut.pages.map(dumpPage).join('\n\n')}\n`;
}

function dumpPage(page: Page): string {
  const name = page.name === '' ? '' : ` "${page.name}"`;
  return [
    `page ${page.number}${name} ${page.side} ${pt(page.width)}×${pt(page.height)}`,
    ...dumpFrame('body', page.body),
    ...(page.notes ? dumpFrame('notes', page.notes) : []),
    ...page.margins.flatMap((frame) => dumpFrame('margin', frame)),
  ].join('\n');
}

function dumpFrame(kind: string, frame: Frame): string[] {
  const { x, y, width, height } = frame;
  return [
    `  ${kind} ${pt(x)} ${pt(y)} ${pt(width)}×${pt(height)}`,
    ...linesOf(frame.items).map((line) => `    ${line}`),
  ];
}

type TextItem = Extract<FrameItem, { kind: 'text' }>;

/** Text items that follow one another to the right on about one baseline are one line. */
function linesOf(items: readonly FrameItem[]): string[] {
  const lines: string[] = [];
  let run: TextItem[] = [];
  const close = (): void => {
    if (run.length > 0) lines.push(dumpLine(run));
    run = [];
  };
  for (const item of items) {
    if (item.kind === 'text') {
      const last = run.at(-1);
      if (last && !follows(last, item)) close();
      run.push(item);
      continue;
    }
    close();
    if (item.kind === 'rule') {
      lines.push(`rule ${pt(item.x)} ${pt(item.y)} ${pt(item.width)}×${pt(item.height)}`);
    } else {
      lines.push(`anchor ${pt(item.x)} ${pt(item.y)} #${item.name}`);
    }
  }
  close();
  return lines;
}

/** A raised mark is still on its line: it rises by less than the size of what stands around it. */
const follows = (last: TextItem, next: TextItem): boolean =>
  next.x >= last.x && Math.abs(next.y - last.y) < Math.max(last.run.size, next.run.size) * 0.7;

function dumpLine(run: readonly TextItem[]): string {
  const first = run[0] as TextItem;
  const end = Math.max(...run.map(({ x, run: glyphs }) => x + glyphs.width));
  const baseline = Math.max(...run.map(({ y }) => y));
  return `${pt(first.x)} ${pt(baseline)} ${pt(end - first.x)} ${run.map((item) => item.run.text).join('')}`;
}

/** The structure tree as text, each leaf with what is drawn of it. */
export function dumpTags(laidOut: LaidOut): string {
  const texts = textByLeaf(laidOut.pages);
  const lines: string[] = [];
  const walk = (kid: StructureKid, depth: number): void => {
    const indent = '  '.repeat(depth);
    if (kid.kind === 'leaf') {
      lines.push(`${indent}"${texts.get(kid.leaf) ?? ''}"`);
      return;
    }
    lines.push(
      [
        `${indent}${kid.type}`,
        ...(kid.lang ? [`lang=${kid.lang}`] : []),
        ...(kid.listNumbering ? [`numbering=${kid.listNumbering}`] : []),
        ...(kid.note === undefined ? [] : [`note=${kid.note}`]),
        ...linkTarget(laidOut, kid.type === 'Link' ? kid.box : undefined),
      ].join(' '),
    );
    for (const inner of kid.kids) walk(inner, depth + 1);
  };
  walk(laidOut.structure, 0);
  return `${lines.join('\n')}\n`;
}

function linkTarget({ links }: LaidOut, box: BoxId | undefined): string[] {
  const target = box === undefined ? undefined : links.get(box)?.target;
  if (!target) return [];
  return [target.kind === 'uri' ? `→ ${target.uri}` : `→ #${target.name}`];
}

/** What the columns of `dumpLines` are. */
export const LINE_COLUMNS = 'natural     set   ratio     gap penalty reason    text';

/**
 * Each line of a set paragraph: natural and set width (pt), adjustment ratio, even gap (em), cost of its end, why it
 * ends, and its text; □ is a number that hangs or a marker.
 */
export function dumpLines({ text, lines }: SetParagraph): string {
  return lines
    .map((line) => `${dumpSetLine(line)} ${text.slice(line.start, line.end).replaceAll('\uFFFC', '□')}`)
    .join('\n');
}

const dumpSetLine = ({ naturalWidth, width, ratio, gap, penalty, reason }: Line): string =>
  `${pt(naturalWidth).padStart(7)} ${pt(width).padStart(7)} ${ratio.toFixed(3).padStart(7)} ${gap.toFixed(3).padStart(7)} ${String(penalty).padStart(7)} ${reason.padEnd(9)}`;
