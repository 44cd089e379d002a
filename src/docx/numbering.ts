import type { Marker } from '../markup/types.ts';
import type { LevelPlan, NumberingInstancePlan, NumberingPlan, RunFormat, StyleId, Twips } from './types.ts';

/** A paragraph with a number, in document order. */
export interface NumberedParagraph {
  readonly marker: Marker;
  readonly style: StyleId;
  readonly left: Twips;
  readonly firstLine: Twips;
  readonly tab?: Twips;
  /** How the number differs from the paragraph's characters. */
  readonly run: Partial<RunFormat>;
}

export interface NumberedResult {
  readonly plan: NumberingPlan;
  /** The level each paragraph must name, in order of the input; `undefined` = its style's own will do. */
  readonly assigned: readonly ({ readonly num: number; readonly level: number } | undefined)[];
  /** The level tied to each style. */
  readonly styles: ReadonlyMap<StyleId, { readonly num: number; readonly level: number }>;
  /** `list-style-type` names that Word cannot count in; their labels were written out. */
  readonly uncounted: readonly string[];
}

/** `list-style-type` → ST_NumberFormat (ECMA-376 17.18.59). */
export const NUMBER_FORMAT: Readonly<Record<string, string>> = {
  decimal: 'decimal',
  'decimal-leading-zero': 'decimalZero',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'cjk-decimal': 'ideographDigital',
  'cjk-ideographic': 'chineseCountingThousand',
  'simp-chinese-informal': 'chineseCountingThousand',
  'trad-chinese-informal': 'taiwaneseCountingThousand',
};

interface Family {
  readonly id: number;
  readonly levels: Map<number, LevelPlan>;
  /** Word's counters: value last given at each level. All instances of the family share them. */
  readonly counters: Map<number, number>;
  /** Its first instance, the one styles are tied to. */
  readonly base: number;
}

/**
 * Word's lists for the numbers the model has set. A family (`w:abstractNum`) serves all lists that look alike; its
 * first instance (`w:num`) is tied to the paragraph styles, so that a list runs on through the whole document and
 * Enter and Tab do what a drafter expects. Word's own counting is followed step by step: where it would give another
 * value than the model's, the list goes on with a new instance that starts there.
 *
 * A typed label ("1.a", 二一五九) is no number. It gets an instance of its own whose level shows that label as it is
 * (`numFmt` none): still a label and no text, and the numbers after it count on.
 */
export function numberParagraphs(paragraphs: readonly NumberedParagraph[]): NumberedResult {
  const families: Family[] = [];
  const familyOf = new Map<string, Family>();
  const current = new Map<string, number>();
  const instances: NumberingInstancePlan[] = [];
  const tied = new Map<StyleId, { num: number; level: number }>();
  const uncounted = new Set<string>();

  const instance = (family: Family, overrides: NumberingInstancePlan['overrides']): number => {
    instances.push({ id: instances.length + 1, abstract: family.id, overrides });
    return instances.length;
  };

  const familyFor = (list: string): Family => {
    const known = familyOf.get(list);
    if (known) return known;
    const mine = paragraphs.filter(({ marker }) => marker.list === list);
    const levels = levelsOf(mine);
    let family = families.find((other) =>
      [...levels].every(([at, level]) => agrees(other.levels.get(at), level)),
    );
    if (!family) {
      const id = families.length;
      family = { id, levels: new Map(), counters: new Map(), base: instances.length + 1 };
      families.push(family);
      instance(family, []);
      current.set(list, family.base);
    }
    for (const [at, level] of levels) {
      if (family.levels.has(at)) continue;
      const free = level.style !== undefined && !tied.has(level.style);
      if (free && level.style !== undefined) tied.set(level.style, { num: family.base, level: at });
      family.levels.set(at, free ? level : withoutStyle(level));
    }
    familyOf.set(list, family);
    return family;
  };

  const assigned = paragraphs.map((paragraph) => {
    const { marker, style } = paragraph;
    const family = familyFor(marker.list);
    const own = levelOf(paragraph, 1);
    if (own.format === 'none' && marker.label === undefined && marker.format !== 'none')
      uncounted.add(marker.format);
    const expected = step(family, marker);
    const counts = expected === marker.value;
    family.counters.set(marker.level, marker.value);
    const shown = family.levels.get(marker.level);
    let num = current.get(marker.list);
    if (shown && (shown.format !== own.format || shown.text !== own.text)) {
      const restart = counts ? {} : { start: marker.value };
      num = instance(family, [{ level: marker.level, ...restart, definition: withoutStyle(own) }]);
    } else if (num === undefined || !counts) {
      num = instance(family, [{ level: marker.level, start: marker.value }]);
      current.set(marker.list, num);
    }
    const tie = tied.get(style);
    return tie?.num === num && tie.level === marker.level ? undefined : { num, level: marker.level };
  });

  return {
    plan: {
      abstracts: families.map(({ id, levels }) => ({
        id,
        levels: withDeeperLevels([...levels.values()].sort((a, b) => a.level - b.level)),
      })),
      instances,
    },
    assigned,
    styles: tied,
    uncounted: [...uncounted],
  };
}

/** The value Word gives to the next paragraph of a level; deeper levels begin anew. */
function step({ counters, levels }: Family, { level }: Marker): number {
  for (const deeper of [...counters.keys()]) if (deeper > level) counters.delete(deeper);
  const last = counters.get(level);
  return last === undefined ? (levels.get(level)?.start ?? 1) : last + 1;
}

/** The look of each level of a list: that of its first counted paragraph there. */
function levelsOf(paragraphs: readonly NumberedParagraph[]): Map<number, LevelPlan> {
  const levels = new Map<number, LevelPlan>();
  const counted = paragraphs.filter(({ marker }) => marker.label === undefined);
  for (const paragraph of [...counted, ...paragraphs]) {
    const { level, value } = paragraph.marker;
    // Only the outermost level may begin elsewhere than at 1: an inner one begins anew under each item.
    if (!levels.has(level)) levels.set(level, levelOf(paragraph, level === 0 ? value : 1));
  }
  return levels;
}

function levelOf({ marker, style, left, firstLine, tab, run }: NumberedParagraph, start: number): LevelPlan {
  const format = marker.label === undefined ? NUMBER_FORMAT[marker.format] : undefined;
  const text =
    format === undefined
      ? literal(marker.label ?? marker.text)
      : `${literal(marker.prefix)}%${marker.level + 1}${literal(marker.suffix)}`;
  return {
    level: marker.level,
    format: format ?? 'none',
    text,
    start,
    style,
    left,
    firstLine,
    ...(tab !== undefined && { tab }),
    run,
  };
}

/** The levels Word knows (17.9.6, `w:ilvl` 0–8). */
const LEVELS = 9;

/** What stands for levels that the document does not use, outermost first, over and over. */
const DEEPER = [
  { format: 'lowerLetter', before: '(', after: ')' },
  { format: 'lowerRoman', before: '(', after: ')' },
  { format: 'lowerLetter', before: '', after: '.' },
  { format: 'lowerRoman', before: '', after: '.' },
] as const;

/**
 * Levels below the deepest in use, so that Tab in Word has one to go to: each hangs in the column where the text of
 * the one above begins. Their looks are the writer's, since a style sheet says how a list looks only where there is one.
 */
function withDeeperLevels(used: readonly LevelPlan[]): readonly LevelPlan[] {
  const deepest = used.at(-1);
  if (deepest?.tab === undefined) return used;
  const step = deepest.tab - deepest.left - deepest.firstLine;
  const start = deepest.firstLine < 0 ? deepest.tab : deepest.left + deepest.firstLine;
  const deeper = Array.from({ length: LEVELS - 1 - deepest.level }, (_, at): LevelPlan => {
    const level = deepest.level + 1 + at;
    const { format, before, after } = DEEPER[(level - 1) % DEEPER.length]!;
    const left = start + step * (at + 1);
    const text = `${before}%${level + 1}${after}`;
    return { level, format, text, start: 1, left, firstLine: -step, tab: left, run: deepest.run };
  });
  return [...used, ...deeper];
}

/** `%1` in a label's own words would be read as a counter: a word joiner (no width) parts them. */
const literal = (text: string): string => text.replace(/%(?=\d)/g, '%\u2060');

const agrees = (mine: LevelPlan | undefined, other: LevelPlan): boolean =>
  mine === undefined ||
  (mine.format === other.format && mine.text === other.text && (mine.style ?? other.style) === other.style);

function withoutStyle({ style: _, ...level }: LevelPlan): LevelPlan {
  return level;
}
