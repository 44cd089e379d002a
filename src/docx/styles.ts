import type { Diagnostic } from '../diagnostics.ts';
import type { Origin } from '../markup/types.ts';
import type { Span } from '../source.ts';
import { type StyleName, styleNamer } from './style-names.ts';
import type {
  CharacterStylePlan,
  ParagraphFormat,
  ParagraphPlan,
  ParagraphStylePlan,
  RunFormat,
  StyleId,
  StylePlan,
} from './types.ts';

/**
 * The named styles of a document, gathered from their uses. In Word a style has one definition, so all elements of
 * one style must compute to the same formats; the first use defines them. Allowed differences, set on the paragraph:
 *
 * - keep with next and page break before: they depend on what follows or precedes, not on the kind of paragraph;
 * - space before or after: only where a wrapper's margin or a table asks for more (`flow.ts`).
 *
 * Exact or at-least line spacing is no difference: one paragraph with a large character makes the style at-least.
 */
export interface StyleBook {
  /** Registers one use of a paragraph style; the result is what the paragraph must say beside the style's name. */
  paragraph(use: ParagraphUse): { readonly id: StyleId; readonly direct: ParagraphPlan['direct'] };
  /** Registers one use of a character style; `delta` is what it changes of the paragraph's characters. */
  character(use: CharacterUse): StyleId;
  table(name: string): StyleId;
  /** Declares the base a style sheet gives (`-docx-based-on`). */
  base(name: string, basedOn: string): void;
  has(name: string): boolean;
  idOf(name: string): StyleId;
  isBuiltIn(name: string): boolean;
  /** Complete definitions (Normal, then in order of first use), after all uses; `normal` is used where no paragraph is Normal. */
  finish(normal: { readonly paragraph: ParagraphFormat; readonly run: RunFormat }): {
    readonly styles: readonly StylePlan[];
    readonly diagnostics: readonly Diagnostic[];
  };
}

export interface ParagraphUse {
  readonly name: string;
  readonly paragraph: ParagraphFormat;
  readonly run: RunFormat;
  readonly origin: Origin;
}

export interface CharacterUse {
  readonly name: string;
  /** Format of the characters, and of the paragraph they stand in. */
  readonly run: RunFormat;
  readonly around: RunFormat;
  readonly origin: Origin;
}

interface ParagraphRecord {
  readonly name: StyleName;
  readonly use: ParagraphUse;
  lineRule: ParagraphFormat['lineRule'];
}

interface CharacterRecord {
  readonly name: StyleName;
  readonly uses: { readonly delta: Partial<RunFormat>; readonly run: RunFormat; readonly origin: Origin }[];
}

/** Format field → the CSS property a style sheet's author knows it by. */
const PROPERTY: Readonly<Record<keyof ParagraphFormat | keyof RunFormat, string>> = {
  latin: 'font-family',
  eastAsian: 'font-family',
  size: 'font-size',
  bold: 'font-weight',
  italic: 'font-style',
  color: 'color',
  underline: 'text-decoration-line',
  superscript: 'vertical-align',
  letterSpacing: 'letter-spacing',
  left: 'margin-left (with all ancestors)',
  right: 'margin-right (with all ancestors)',
  firstLine: 'text-indent',
  before: 'margin-top',
  after: 'margin-bottom',
  line: 'line-height',
  lineRule: 'line-height',
  align: 'text-align',
  keepNext: 'break-after',
  keepLines: 'break-inside',
  pageBreakBefore: 'break-before',
  widowControl: 'orphans and widows',
  outline: 'bookmark-level',
  tabs: 'the place after a number (min-width of ::marker, width of an inline-block)',
  borders: 'border',
  kinsoku: 'line-break',
  autoSpace: 'text-autospace',
  trimLineStart: 'text-spacing-trim',
};

const ALLOWED: ReadonlySet<string> = new Set(['keepNext', 'pageBreakBefore', 'lineRule']);

export function styleBook(): StyleBook {
  const nameOf = styleNamer();
  const paragraphs = new Map<StyleId, ParagraphRecord>();
  const characters = new Map<StyleId, CharacterRecord>();
  const tables = new Map<StyleId, StyleName>();
  const bases = new Map<StyleId, StyleId>();
  const diagnostics: Diagnostic[] = [];
  const told = new Set<string>();

  const split = (name: string, field: string, here: Origin, there: Origin, got: string, expected: string) => {
    const property = PROPERTY[field as keyof typeof PROPERTY];
    if (told.has(`${name}/${property}`)) return;
    told.add(`${name}/${property}`);
    diagnostics.push(splitStyle(name, property, here, there, got, expected));
  };

  return {
    paragraph(use) {
      const name = nameOf(use.name);
      const known = paragraphs.get(name.id);
      if (!known) {
        paragraphs.set(name.id, { name, use, lineRule: use.paragraph.lineRule });
        return { id: name.id, direct: {} };
      }
      if (use.paragraph.lineRule === 'atLeast') known.lineRule = 'atLeast';
      const first = known.use;
      for (const [field, expected, got] of [
        ...differences(first.paragraph, use.paragraph),
        ...differences(first.run, use.run),
      ])
        if (!ALLOWED.has(field)) split(name.name, field, use.origin, first.origin, got, expected);
      const { keepNext, pageBreakBefore } = use.paragraph;
      return {
        id: name.id,
        direct: {
          ...(keepNext !== first.paragraph.keepNext && { keepNext }),
          ...(pageBreakBefore !== first.paragraph.pageBreakBefore && { pageBreakBefore }),
        },
      };
    },

    character({ name: given, run, around, origin }) {
      const name = nameOf(given);
      const delta: Partial<RunFormat> = changes(around, run);
      const record = characters.get(name.id) ?? { name, uses: [] };
      record.uses.push({ delta, run, origin });
      characters.set(name.id, record);
      return name.id;
    },

    table(given) {
      const name = nameOf(given);
      tables.set(name.id, name);
      return name.id;
    },

    base(name, basedOn) {
      bases.set(nameOf(name).id, nameOf(basedOn).id);
    },

    has: (name) => paragraphs.has(nameOf(name).id) || characters.has(nameOf(name).id),
    idOf: (name) => nameOf(name).id,
    isBuiltIn: (name) => nameOf(name).builtIn,

    finish(normal) {
      const normalName = nameOf('Normal');
      if (!paragraphs.has(normalName.id))
        paragraphs.set(normalName.id, {
          name: normalName,
          use: { name: 'Normal', ...normal, origin: {} },
          lineRule: normal.paragraph.lineRule,
        });
      const isParagraph = (id: StyleId | undefined): id is StyleId => id !== undefined && paragraphs.has(id);
      const paragraphPlans = [...paragraphs.values()].map(({ name, use, lineRule }): ParagraphStylePlan => {
        const declared = bases.get(name.id);
        const base = isParagraph(declared) && !loops(bases, name.id) ? declared : normalName.id;
        return {
          kind: 'paragraph',
          ...name,
          ...(name.id !== normalName.id && { basedOn: base }),
          paragraph: { ...use.paragraph, lineRule },
          run: use.run,
        };
      });
      const characterPlans = [...characters.values()].map(({ name, uses }): CharacterStylePlan => {
        const run = Object.assign({}, ...uses.map(({ delta }) => delta).reverse()) as Partial<RunFormat>;
        for (const [field, value] of Object.entries(run)) {
          const definer = uses.find(({ delta }) => field in delta);
          const other = uses.find((use) => use.run[field as keyof RunFormat] !== value);
          if (definer && other)
            split(
              name.name,
              field,
              other.origin,
              definer.origin,
              String(other.run[field as keyof RunFormat]),
              String(value),
            );
        }
        return { kind: 'character', ...name, run };
      });
      const tablePlans = [...tables.values()].map((name) => ({ kind: 'table' as const, ...name }));
      const isNormal = ({ id }: StylePlan) => id === normalName.id;
      const first = paragraphPlans.filter(isNormal);
      const others = paragraphPlans.filter((style) => !isNormal(style));
      return { styles: [...first, ...others, ...characterPlans, ...tablePlans], diagnostics };
    },
  };
}

/**
 * What a character style must say to make `run` of `around`. Size is left out of raised characters: Word makes them
 * smaller by itself, in proportion, where a size in the style would be right in the text only or in notes only.
 */
export function changes(around: RunFormat, run: RunFormat): Partial<RunFormat> {
  const changed = differences(around, run).map(([field]) => [field, run[field as keyof RunFormat]]);
  return Object.fromEntries(changed.filter(([field]) => !(field === 'size' && run.superscript)));
}

function differences<T extends object>(a: T, b: T): (readonly [field: string, a: string, b: string])[] {
  return Object.keys(a)
    .map(
      (field) => [field, JSON.stringify(a[field as keyof T]), JSON.stringify(b[field as keyof T])] as const,
    )
    .filter(([, one, other]) => one !== other);
}

function loops(bases: ReadonlyMap<StyleId, StyleId>, from: StyleId): boolean {
  const seen = new Set([from]);
  for (let at = bases.get(from); at !== undefined; at = bases.get(at)) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}

const placeOf = (origin: Origin): Span | undefined => origin.template ?? origin.model ?? origin.style;

function splitStyle(
  name: string,
  property: string,
  here: Origin,
  there: Origin,
  got: string,
  expected: string,
): Diagnostic {
  const span = placeOf(here);
  const first = placeOf(there);
  return {
    code: 'docx/style-split',
    severity: 'error',
    message: `elements of the Word style "${name}" differ in ${property}`,
    ...(span && { span }),
    got,
    expected,
    reason: 'A style of Word has one definition; two looks under one name would need direct formatting.',
    hints: [
      { text: 'The style was first used here.', ...(first && { span: first }) },
      {
        text: `Make ${property} the same for both, or give this element a -docx-style of its own.`,
        ...(here.style && { span: here.style }),
      },
    ],
  };
}
