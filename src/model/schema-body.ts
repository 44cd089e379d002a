import * as z from 'zod/mini';
import { date, identifier, integer, prose, text, truth, word } from './schema-scalars.ts';

/** Numbering of a list as the data give it. */
export const Numbering = z
  .union([
    z.literal('none'),
    z.strictObject({
      style: z.optional(
        z
          .enum([
            'decimal',
            'lower-alpha',
            'upper-alpha',
            'lower-roman',
            'upper-roman',
            'cjk-decimal',
            'default',
          ])
          .check(z.describe('How the values look; `default` leaves it to the style sheet, level by level.')),
      ),
      prefix: z.optional(text('Text before each label, e.g. `1.` for targets 1.1, 1.2.')),
      start: z.optional(integer('Value of the first item.', 0, 9999)),
    }),
  ])
  .check(z.meta({ id: 'Numbering', description: '`none`, or how the items of a list are numbered.' }));
export type NumberingData = z.output<typeof Numbering>;

export const Action = z
  .strictObject({
    who: text('Who is asked to act, e.g. 秘书长.'),
    what: text('What is asked.'),
    by: z
      .optional(z.union([date('Day by which it is due.'), text('When it is due, in words.')]))
      .check(z.describe('When it is due: a day, or words.')),
  })
  .check(
    z.meta({
      id: 'Action',
      description: 'A mandate that a clause gives, for the mandates table of a briefing pack.',
    }),
  );

/** A clause or item as a map; items nest. */
export interface ClauseMap {
  text: string | string[];
  id?: string | undefined;
  label?: string | undefined;
  numbered?: boolean | undefined;
  items?: (string | ClauseMap)[] | undefined;
  numbering?: NumberingData | undefined;
  tail?: string | string[] | undefined;
  actions?: z.output<typeof Action>[] | undefined;
}
export type ClauseData = string | ClauseMap;

const ClauseObject: z.ZodMiniType<ClauseMap> = z
  .strictObject({
    text: prose('The text before the items.'),
    id: z.optional(identifier('Name by which `:ref[…]` points here.')),
    label: z.optional(word('A label typed as in the source (1.a, 5 bis) instead of the derived one.')),
    numbered: z.optional(truth('`false` for a paragraph without a number.')),
    items: z
      .optional(z.lazy(() => z.array(Clause).check(z.minLength(1))))
      .check(z.describe('Sub-paragraphs (a), (b) …, which nest.')),
    numbering: z.optional(Numbering),
    tail: z.optional(prose('Text that goes on flush after the items.')),
    actions: z.optional(z.array(Action)).check(z.describe('Mandates that the clause gives.')),
  })
  .check(z.meta({ id: 'ClauseMap', description: 'A clause with more than its text.' }));

export const Clause: z.ZodMiniType<ClauseData> = z
  .union([text('The text of a clause.'), ClauseObject])
  .check(
    z.meta({ id: 'Clause', description: 'A clause or list item: its text, or a map with items, id, label.' }),
  );

const Heading = z
  .strictObject({
    heading: text('The heading.'),
    level: z.optional(integer('1 (widest) to 3.', 1, 3)),
    label: z.optional(word('A typed label before the heading, e.g. I or A.')),
    id: z.optional(identifier('Name for links.')),
  })
  .check(z.meta({ id: 'Heading', description: 'A heading between paragraphs.' }));

/** `true` = the style's wording, text = the author's own, `false` = no line. */
const OrganLine = z
  .union([truth('`true` for the wording of the house style, `false` for no line.'), text('Own wording.')])
  .check(z.describe('The line that names the organ, e.g. 大会，'));

const OrganLineItem = z
  .strictObject({ organLine: OrganLine })
  .check(
    z.meta({ id: 'OrganLineItem', description: 'The organ line at this place, e.g. after a first recital.' }),
  );

export const Table = z
  .strictObject({
    id: z.optional(identifier('Name for links.')),
    caption: z.optional(text('Caption above the table.')),
    header: z.optional(z.array(text('A header cell.'))).check(z.describe('Header cells, one a column.')),
    rows: z
      .array(z.array(z.union([word('A cell.'), z.null()])))
      .check(z.minLength(1), z.describe('Rows of cells; leave an empty cell empty.')),
  })
  .check(z.meta({ id: 'Table', description: 'A table.' }));

const TableItem = z
  .strictObject({ table: Table })
  .check(z.meta({ id: 'TableItem', description: 'A table at this place.' }));

const Recital = z
  .strictObject({
    text: prose('The paragraph.'),
    id: z.optional(identifier('Name by which `:ref[…]` points here.')),
  })
  .check(z.meta({ id: 'Recital', description: 'A paragraph with an id or with several paragraphs.' }));

const PreambleItem = z
  .union([text('A preambular paragraph.'), Recital, OrganLineItem, Heading])
  .check(z.meta({ id: 'PreambleItem', description: 'A preambular paragraph, the organ line or a heading.' }));
export type PreambleData = z.output<typeof PreambleItem>;

const OperativeItem = z
  .union([text('The text of a clause.'), ClauseObject, Heading, OrganLineItem, TableItem])
  .check(
    z.meta({
      id: 'OperativeItem',
      description: 'An operative clause, a heading, the organ line or a table.',
    }),
  );
export type OperativeData = z.output<typeof OperativeItem>;

const ClausesItem = z
  .strictObject({
    clauses: z.array(Clause).check(z.minLength(1), z.describe('Numbered paragraphs.')),
    numbering: z.optional(Numbering),
    continued: z.optional(truth('`true` if the numbers go on from the list before.')),
  })
  .check(z.meta({ id: 'ClausesItem', description: 'A run of numbered paragraphs.' }));

export interface ArticleMap {
  article: string | FlowData[];
  title?: string | undefined;
  label?: string | undefined;
  id?: string | undefined;
}
export type FlowData =
  | string
  | z.output<typeof Recital>
  | z.output<typeof Heading>
  | z.output<typeof ClausesItem>
  | z.output<typeof TableItem>
  | ArticleMap;

const ArticleItem: z.ZodMiniType<ArticleMap> = z
  .strictObject({
    article: z
      .lazy(() => z.union([text('The text of the article.'), z.array(FlowItem).check(z.minLength(1))]))
      .check(z.describe('The text of the article, or its paragraphs and lists in order.')),
    title: z.optional(text('Title of the article.')),
    label: z.optional(word('A typed label (第一条) instead of the derived one.')),
    id: z.optional(identifier('Name by which `:ref[…]` points here.')),
  })
  .check(z.meta({ id: 'ArticleItem', description: 'An article (第一条) and its text.' }));

const FlowItem: z.ZodMiniType<FlowData> = z
  .union([text('A paragraph.'), Recital, Heading, ClausesItem, ArticleItem, TableItem])
  .check(
    z.meta({
      id: 'FlowItem',
      description: 'A paragraph, heading, list of numbered paragraphs, article or table.',
    }),
  );

export const Annex = z
  .strictObject({
    id: z.optional(identifier('Name for links.')),
    label: z.optional(word('A typed label, e.g. 附件一; without it the house style names the annex.')),
    title: z.optional(text('Title.')),
    subtitle: z.optional(text('Subtitle.')),
    content: z
      .array(FlowItem)
      .check(z.minLength(1), z.describe('Paragraphs, headings, articles, lists and tables in order.')),
  })
  .check(z.meta({ id: 'Annex', description: 'An annex or an embedded text: its headings and content.' }));
export type AnnexData = z.output<typeof Annex>;

export interface SectionData {
  heading?: string | undefined;
  label?: string | undefined;
  id?: string | undefined;
  preamble?: PreambleData[] | undefined;
  operative?: OperativeData[] | undefined;
  numbering?: NumberingData | undefined;
  sections?: SectionData[] | undefined;
}

const Section: z.ZodMiniType<SectionData> = z
  .strictObject({
    heading: z.optional(text('Heading of the section.')),
    label: z.optional(word('Label of the section, e.g. I or A.')),
    id: z.optional(identifier('Name for links.')),
    preamble: z.optional(z.array(PreambleItem)).check(z.describe('Preambular paragraphs of this section.')),
    operative: z
      .optional(z.array(OperativeItem))
      .check(z.describe('Clauses; their numbers go on from the section before.')),
    numbering: z.optional(Numbering),
    sections: z
      .optional(z.lazy(() => z.array(Section).check(z.minLength(1))))
      .check(z.describe('Sections inside this one.')),
  })
  .check(z.meta({ id: 'Section', description: 'A headed section, which may have its own preamble.' }));

const matter = {
  organLine: z.optional(OrganLine),
  preamble: z.optional(z.array(PreambleItem)).check(z.describe('Preambular paragraphs in order.')),
  operative: z
    .optional(z.array(OperativeItem))
    .check(z.describe('Operative clauses in order; a single one has no number.')),
  numbering: z.optional(Numbering),
  sections: z
    .optional(z.array(Section).check(z.minLength(1)))
    .check(z.describe('Headed sections after the clauses.')),
  embedded: z
    .optional(z.array(Annex).check(z.minLength(1)))
    .check(z.describe('Texts that the resolution adopts, before the closing lines.')),
};

const Part = z
  .strictObject({
    label: word('A, B …'),
    title: z.optional(text('Title of the part.')),
    id: z.optional(identifier('Name for links.')),
    ...matter,
  })
  .check(
    z.meta({
      id: 'Part',
      description: 'Part A or B of a composite resolution: organ line, preamble, own numbers.',
    }),
  );
export type PartData = z.output<typeof Part>;

export const Body = z
  .strictObject({
    ...matter,
    parts: z
      .optional(z.array(Part).check(z.minLength(1)))
      .check(z.describe('Parts A, B … of a composite resolution.')),
    annexes: z
      .optional(z.array(Annex).check(z.minLength(1)))
      .check(z.describe('Annexes, after the closing lines.')),
  })
  .check(z.meta({ id: 'Body', description: 'Everything after the title.' }));
export type BodyData = z.output<typeof Body>;
/** What body and part have in common. */
export type MatterData = Omit<PartData, 'label' | 'title' | 'id'>;
