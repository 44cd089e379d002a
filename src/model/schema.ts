import * as z from 'zod/mini';
import { Body } from './schema-body.ts';
import { date, identifier, integer, language, prose, text, word } from './schema-scalars.ts';

/** The kinds of data file; the first key of a file names one. */
export const RESOLUTION_SCHEMA = 'chancery/resolution@1';
export const PACK_SCHEMA = 'chancery/pack@1';

const Session = z
  .union([
    integer('Number of the regular session, e.g. 75.', 1, 999),
    z.strictObject({
      number: z.optional(integer('Number of the session.', 1, 999)),
      kind: z
        .enum(['regular', 'special', 'emergency-special'])
        .check(z.describe('Kind of session; regular sessions need only their number.')),
      text: z.optional(text('Own wording of the session line.')),
    }),
  ])
  .check(z.describe('The session: a number, or a map for a special session.'));

const AgendaItem = z
  .strictObject({
    item: word('Number of the agenda item, e.g. 25.'),
    subItem: z.optional(word('Letter of the sub-item, e.g. b.')),
    title: z.optional(text('Title of the item.')),
  })
  .check(z.meta({ id: 'AgendaItem', description: 'An agenda item under which the resolution stands.' }));

const Publication = z
  .strictObject({
    organ: z
      .enum(['general-assembly', 'security-council', 'ecosoc', 'human-rights-council', 'other'])
      .check(z.describe('The organ that adopts; `other` with organName for any other body.')),
    organName: z.optional(text("The organ's name, where the house style does not know it.")),
    language: language('Language of this text.'),
    symbol: z.optional(word('Document symbol; else derived from organ and number, e.g. A/RES/75/234.')),
    distribution: z
      .optional(z.enum(['general', 'limited', 'restricted', 'provisional']))
      .check(z.describe('Distribution line (Distr.).')),
    issued: z.optional(date('Day of issue in the masthead.')),
    jobNumber: z.optional(word('Job number at the foot of page one.')),
    originalLanguage: z.optional(language('Language of the original.')),
    session: z.optional(Session),
    agenda: z.optional(z.array(AgendaItem)).check(z.describe('Agenda items.')),
  })
  .check(
    z.meta({
      id: 'Publication',
      description: 'Facts of the masthead. What is absent is left out of the page.',
    }),
  );

const Vote = z
  .union([
    z.literal('unanimous'),
    z.strictObject({
      for: integer('Votes for.', 0, 999),
      against: integer('Votes against.', 0, 999),
      abstaining: integer('Abstentions.', 0, 999),
    }),
  ])
  .check(z.describe('`unanimous`, or the recorded vote.'));

const Adoption = z
  .strictObject({
    date: z.optional(date('Day of adoption.')),
    meeting: z.optional(integer('Number of the plenary meeting.', 1, 99999)),
    vote: z.optional(Vote),
    form: z
      .optional(z.enum(['date-and-meeting', 'sentence']))
      .check(z.describe('Closing lines: date, then meeting; or one sentence as in the Security Council.')),
    text: z.optional(text('Own wording of the adoption line above the title.')),
    lines: z
      .optional(z.array(text('A closing line.')).check(z.minLength(1)))
      .check(z.describe('Own wording of the closing lines.')),
  })
  .check(z.meta({ id: 'Adoption', description: 'When and how the resolution was adopted.' }));

const Report = z
  .strictObject({
    symbol: word('Symbol of the report, e.g. A/75/463/Add.2.'),
    paragraphs: z
      .optional(z.array(word('A paragraph number.')))
      .check(z.describe('Paragraphs of the report.')),
  })
  .check(z.meta({ id: 'Report', description: 'A committee report.' }));

const ResolutionSource = z
  .union([
    z.enum(['none', 'without-reference']),
    z.strictObject({ text: text('Own wording of the source line.') }),
    z.strictObject({
      committee: z.optional(integer('Main committee of the General Assembly.', 1, 6)),
      committeeName: z.optional(text('Name of a committee without a number.')),
      reports: z.array(Report).check(z.minLength(1), z.describe('Reports with their paragraphs.')),
    }),
  ])
  .check(z.describe('Where the text came from: a committee report, `without-reference` to one, or `none`.'));

const ResolutionFacts = z
  .strictObject({
    number: word('As it is cited: 75/234, 687 (1991), 3363 (XXX).'),
    title: z.optional(text('Title; the Security Council gives none.')),
    adoption: z.optional(Adoption),
    source: z.optional(ResolutionSource),
  })
  .check(z.meta({ id: 'ResolutionFacts', description: 'Number, title and adoption.' }));

const Rules = z
  .strictObject({
    notes: z
      .optional(
        z.strictObject({
          repeat: z
            .optional(z.enum(['new', 'refuse', 'same-mark']))
            .check(
              z.describe(
                'A note called twice: a new note with the same text (United Nations practice), an error, or the same mark.',
              ),
            ),
        }),
      )
      .check(z.describe('Rules for notes.')),
  })
  .check(z.meta({ id: 'Rules', description: 'House rules that this text departs from.' }));

/** `chancery/resolution@1`: one resolution. */
export const ResolutionFile = z
  .strictObject({
    schema: z.literal(RESOLUTION_SCHEMA).check(z.describe('Kind and version of this file.')),
    style: z.optional(identifier('House style, a folder of templates; un-resolution if absent.')),
    publication: Publication,
    resolution: ResolutionFacts,
    body: Body,
    notes: z
      .optional(z.record(z.string(), prose('The text of a note.')))
      .check(z.describe('Notes by id; `[^id]` in a text calls one. They are numbered by first call.')),
    rules: z.optional(Rules),
  })
  .check(
    z.meta({
      title: 'Chancery resolution',
      description: 'One resolution, as facts and text without layout.',
    }),
  );

export type ResolutionData = z.output<typeof ResolutionFile>;
