import type { Diagnostic, Outcome } from '../diagnostics.ts';
import { hasErrors } from '../diagnostics.ts';
import type { Source } from '../source.ts';
import { resolutionSymbol, resolveCitation } from './citations.ts';
import { givenIds } from './ids.ts';
import { annexOf } from './normalise-annex.ts';
import { bodyBlocks } from './normalise-body.ts';
import { plainOf, Reading } from './reading.ts';
import type { ResolutionData } from './schema.ts';
import { childAt, type MapTree, type Tree } from './tree.ts';
import type { Article, Closing, Document, Publication, ResolutionFacts } from './types.ts';

/** House style of a file that names none. */
const DEFAULT_STYLE = 'un-resolution';

/**
 * From checked data to the document: texts read, notes and clauses numbered, symbol and links derived. Parts are read
 * in the order in which they stand on the page, since notes are numbered by first call.
 */
export function normalise(data: ResolutionData, tree: MapTree, source: Source): Outcome<Document> {
  const { language: lang, organ } = data.publication;
  const body = childAt(tree, 'body') as Tree;
  const given = givenIds(body);
  const notes = childAt(tree, 'notes');
  const reading = new Reading({
    source,
    lang,
    organ,
    ids: given.ids,
    notes: notes?.kind === 'map' ? notes : undefined,
    repeat: data.rules?.notes?.repeat ?? 'new',
  });
  const symbol = symbolOf(data, tree, reading);
  const publication = publicationOf(data, symbol, childAt(tree, 'publication'), reading);
  const resolution = resolutionOf(data, childAt(tree, 'resolution'), reading);
  const blocks = bodyBlocks(data.body, body, reading);
  if (blocks.every(({ kind }) => kind === 'organ-line')) reading.report(emptyBody(tree));
  const closing = closingOf(data, childAt(childAt(tree, 'resolution'), 'adoption'), reading);
  const annexes = (data.body.annexes ?? []).map((annex, index) =>
    annexOf(annex, childAt(childAt(body, 'annexes'), index) as Tree, `annex-${index + 1}`, reading),
  );
  const article: Article = {
    kind: 'resolution',
    id: slug(symbol),
    lang,
    publication,
    resolution,
    body: blocks,
    annexes,
    ...(closing ? { closing } : {}),
    notes: reading.notes.finish(),
    origin: tree.span,
  };
  const diagnostics = [...given.diagnostics, ...reading.diagnostics, ...reading.ids.dangling()];
  return hasErrors(diagnostics)
    ? { diagnostics }
    : { value: { lang, style: data.style ?? DEFAULT_STYLE, parts: [article] }, diagnostics };
}

/** `A/RES/75/234` → `a-res-75-234`. */
const slug = (symbol: string): string =>
  symbol
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'resolution';

function symbolOf(data: ResolutionData, tree: MapTree, reading: Reading): string {
  const { organ, symbol } = data.publication;
  const { number } = data.resolution;
  const known = symbol ?? resolutionSymbol(number, organ);
  if (known !== undefined) return known;
  if (organ !== 'other')
    reading.report({
      code: 'model/no-symbol',
      severity: 'note',
      message: `no document symbol follows from the number ‘${number}’`,
      span: (childAt(childAt(tree, 'resolution'), 'number') ?? tree).span,
      reason: 'The number itself stands in the masthead.',
      hints: [
        { text: 'Write the number as it is cited (75/234, 687 (1991)), or give `publication.symbol`.' },
      ],
    });
  return number;
}

function publicationOf(
  { publication: data }: ResolutionData,
  symbol: string,
  tree: Tree | undefined,
  reading: Reading,
): Publication {
  const organ = childAt(tree, 'organ');
  if (data.organ === 'other' && data.organName === undefined && organ) reading.report(namelessOrgan(organ));
  return {
    organ: data.organ,
    ...(data.organName === undefined ? {} : { organName: data.organName }),
    symbol,
    ...(data.distribution === undefined ? {} : { distribution: data.distribution }),
    ...(data.issued === undefined ? {} : { issued: data.issued }),
    ...(data.jobNumber === undefined ? {} : { jobNumber: data.jobNumber }),
    ...(data.originalLanguage === undefined ? {} : { originalLanguage: data.originalLanguage }),
    ...(data.session === undefined ? {} : { session: sessionOf(data.session) }),
    agenda: (data.agenda ?? []).map((item, index) => {
      const title = reading.line(childAt(childAt(childAt(tree, 'agenda'), index), 'title'));
      return {
        item: item.item,
        ...(item.subItem === undefined ? {} : { subItem: item.subItem }),
        ...(title ? { title } : {}),
      };
    }),
  };
}

function sessionOf(
  session: NonNullable<ResolutionData['publication']['session']>,
): NonNullable<Publication['session']> {
  if (typeof session === 'number') return { number: session, kind: 'regular' };
  return {
    ...(session.number === undefined ? {} : { number: session.number }),
    kind: session.kind,
    ...(session.text === undefined ? {} : { text: session.text }),
  };
}

function resolutionOf(
  { resolution: data, publication }: ResolutionData,
  tree: Tree | undefined,
  reading: Reading,
): ResolutionFacts {
  const text = reading.line(childAt(childAt(tree, 'adoption'), 'text'));
  const adoption = {
    ...(data.adoption?.date ? { date: data.adoption.date } : {}),
    ...(text ? { text } : {}),
  };
  const source = sourceOf(data.source, publication, childAt(tree, 'source'), reading);
  const title = reading.line(childAt(tree, 'title'));
  return {
    number: data.number,
    ...(title ? { title, titleText: plainOf(title) } : {}),
    ...(Object.keys(adoption).length > 0 ? { adoption } : {}),
    source,
  };
}

function sourceOf(
  source: ResolutionData['resolution']['source'],
  { organ, language }: ResolutionData['publication'],
  tree: Tree | undefined,
  reading: Reading,
): ResolutionFacts['source'] {
  if (source === undefined || source === 'none') return { kind: 'none' };
  if (source === 'without-reference') return { kind: 'without-reference' };
  if ('text' in source) return { kind: 'text', text: reading.line(childAt(tree, 'text')) ?? [] };
  return {
    kind: 'committee-report',
    ...(source.committee === undefined ? {} : { committee: source.committee }),
    ...(source.committeeName === undefined ? {} : { committeeName: source.committeeName }),
    reports: source.reports.map(({ symbol, paragraphs }) => {
      const href = resolveCitation(symbol, organ, language)?.href;
      return { symbol, ...(href === undefined ? {} : { href }), paragraphs: paragraphs ?? [] };
    }),
  };
}

function closingOf(data: ResolutionData, tree: Tree | undefined, reading: Reading): Closing | undefined {
  const adoption = data.resolution.adoption;
  if (!adoption || !tree) return undefined;
  const { date, meeting, vote } = adoption;
  const typed = childAt(tree, 'lines');
  const lines = typed?.kind === 'list' ? typed.items.map((line) => reading.line(line) ?? []) : [];
  if (lines.length === 0 && !date && meeting === undefined && vote === undefined) return undefined;
  // The Security Council closes with a sentence: 第4872次会议一致通过。
  const usual = data.publication.organ === 'security-council' ? 'sentence' : 'date-and-meeting';
  return {
    form: lines.length > 0 ? 'lines' : (adoption.form ?? usual),
    ...(date ? { date } : {}),
    ...(meeting === undefined ? {} : { meeting }),
    ...(vote === undefined
      ? {}
      : { vote: vote === 'unanimous' ? { kind: 'unanimous' } : { kind: 'recorded', ...vote } }),
    lines,
    origin: tree.span,
  };
}

const emptyBody = (tree: MapTree): Diagnostic => ({
  code: 'model/empty-body',
  severity: 'error',
  message: 'the resolution has no text',
  span: tree.entries.get('body')?.key.span ?? tree.span,
  hints: [{ text: 'Write `preamble:` and `operative:` under `body:`, each with a list of texts.' }],
});

const namelessOrgan = (organ: Tree): Diagnostic => ({
  code: 'model/missing-key',
  severity: 'error',
  message: 'the organ is `other`, but `organName` is missing',
  span: organ.span,
  expected: 'organName',
  hints: [{ text: 'Add `organName:` with the name of the body that adopts.' }],
});
