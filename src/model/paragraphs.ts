import { type ScalarMap, sourceRange } from './scalar-map.ts';

/** One paragraph of a decoded scalar: no line ends, no blanks at either end. */
export interface RawParagraph {
  readonly text: string;
  readonly map: ScalarMap;
  /** For each unit of `text` its index in the decoded scalar. */
  readonly units: readonly number[];
  /** Offsets in `text` of blanks that stand for a line end of the file. */
  readonly folds: ReadonlySet<number>;
}

/** Source stretch of [from, to) of a paragraph. */
export function paragraphRange(
  { map, units }: RawParagraph,
  from: number,
  to: number,
): { start: number; end: number } {
  const first = units[from] ?? (units.at(-1) ?? -1) + 1;
  return sourceRange(map, first, to > from ? (units[to - 1] ?? first) + 1 : first);
}

/**
 * Cuts a decoded scalar into paragraphs: a blank line of the file parts them, in `|` and `>` as in plain and quoted
 * text; one line end is a fold, whatever YAML makes of it in that style.
 */
export function splitParagraphs(source: string, map: ScalarMap): RawParagraph[] {
  const paragraphs: RawParagraph[] = [];
  let text = '';
  let units: number[] = [];
  let folds = new Set<number>();
  const close = () => {
    if (text !== '') paragraphs.push({ text, map, units, folds });
    text = '';
    units = [];
    folds = new Set();
  };
  for (const run of map.text.matchAll(/[ \n]+|[^ \n]+/g)) {
    const { 0: piece, index } = run;
    const unitsOfRun = Array.from(piece, (_, at) => index + at);
    if (piece[0] !== ' ' && piece[0] !== '\n') {
      text += piece;
      for (let at = 0; at < piece.length; at++) units.push(index + at);
      continue;
    }
    const lines = lineEnds(source, map, index, index + piece.length);
    if (lines > 1) close();
    else if (text !== '' && index + piece.length < map.text.length) {
      if (lines === 1) folds.add(text.length);
      text += lines === 1 ? ' ' : piece;
      units.push(...(lines === 1 ? [index] : unitsOfRun));
    }
  }
  close();
  return paragraphs;
}

/** Line ends that a stretch of white space stands for: those of the file, or escapes (`\n`) if there are more. */
function lineEnds(source: string, map: ScalarMap, from: number, to: number): number {
  const { start, end } = sourceRange(map, from, to);
  const inFile = source.slice(start, end).split('\n').length - 1;
  return Math.max(inFile, map.text.slice(from, to).split('\n').length - 1);
}
