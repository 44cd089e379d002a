import type {
  Annex,
  Article,
  Block,
  Clause,
  Closing,
  Document,
  Inline,
  Numbering,
  Publication,
  ResolutionFacts,
} from '../model/types.ts';

type OptionalKeys<T> = T extends unknown
  ? { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T]
  : never;
/** Every optional field of a type, spelled out: a new one that is forgotten here is a type error. */
type Absent<T> = Readonly<Record<OptionalKeys<T>, null>>;
type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;
type Source = ResolutionFacts['source'];
type CommitteeReport = Extract<Source, { kind: 'committee-report' }>;

const ANNEX: Absent<Annex> = { label: null, title: null, subtitle: null };

/**
 * Fields that the data may leave out, as `null`, by the `kind` of their object or the field it stands in. Templates are
 * strict, so what may be asked for must be there.
 */
const ABSENT: Readonly<Record<string, Readonly<Record<string, null>>>> = {
  parts: { closing: null } satisfies Absent<Article>,
  publication: {
    organName: null,
    distribution: null,
    issued: null,
    jobNumber: null,
    originalLanguage: null,
    session: null,
  } satisfies Absent<Publication>,
  session: { number: null, text: null } satisfies Absent<NonNullable<Publication['session']>>,
  agenda: { subItem: null, title: null } satisfies Absent<Publication['agenda'][number]>,
  resolution: { title: null, titleText: null, adoption: null } satisfies Absent<ResolutionFacts>,
  adoption: { date: null, text: null } satisfies Absent<NonNullable<ResolutionFacts['adoption']>>,
  'committee-report': { committee: null, committeeName: null } satisfies Absent<CommitteeReport>,
  reports: { href: null } satisfies Absent<CommitteeReport['reports'][number]>,
  closing: { date: null, meeting: null, vote: null } satisfies Absent<Closing>,
  // A unanimous vote has no figures.
  vote: { for: null, against: null, abstaining: null },
  annexes: ANNEX,
  embedded: ANNEX,
  'organ-line': { text: null } satisfies Absent<BlockOf<'organ-line'>>,
  preambular: { id: null } satisfies Absent<BlockOf<'preambular'>>,
  unnumbered: { id: null, items: null, tail: null } satisfies Absent<BlockOf<'unnumbered'>>,
  paragraph: { id: null } satisfies Absent<BlockOf<'paragraph'>>,
  heading: { id: null, label: null } satisfies Absent<BlockOf<'heading'>>,
  article: { value: null, label: null, title: null } satisfies Absent<BlockOf<'article'>>,
  table: { id: null, caption: null } satisfies Absent<BlockOf<'table'>>,
  clauses: {} satisfies Absent<BlockOf<'clauses'>>,
  items: { label: null, items: null, tail: null, actions: null } satisfies Absent<Clause>,
  numbering: { prefix: null } satisfies Absent<Numbering>,
  cite: { href: null } satisfies Absent<Extract<Inline, { kind: 'cite' }>>,
};

/** `clauses` is a kind and a field: the entries of the field are clauses, as in `items`. */
const FIELD_SHAPES: Readonly<Record<string, string>> = { clauses: 'items' };

/**
 * In place of `Object.prototype`: nothing that a name in a template can reach. The symbol is there because Handlebars
 * writes the object into the message of its strict mode, and an object without it would hide that message.
 */
const BASE: object = Object.freeze(
  Object.create(null, { [Symbol.toPrimitive]: { value: () => 'the data' } }),
);

/**
 * The document as templates see it: a frozen copy of objects without `Object.prototype`, absent fields as `null`, no
 * functions.
 */
export const templateData = (document: Document): Readonly<Record<string, unknown>> =>
  copy(document, '') as Readonly<Record<string, unknown>>;

function copy(value: unknown, field: string): unknown {
  if (Array.isArray(value)) return Object.freeze(value.map((item) => copy(item, field)));
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? null : value;
  const { kind } = value as { kind?: unknown };
  const data: Record<string, unknown> = Object.create(BASE);
  const shapes = [FIELD_SHAPES[field] ?? field, ...(typeof kind === 'string' ? [kind] : [])];
  for (const shape of shapes) if (Object.hasOwn(ABSENT, shape)) Object.assign(data, ABSENT[shape]);
  for (const [key, inner] of Object.entries(value)) if (inner !== undefined) data[key] = copy(inner, key);
  return Object.freeze(data);
}
