import { article } from './article.ts';
import { cardinal, date, nth, ordinal, sessionOrdinal } from './forms.ts';
import { inline } from './inline.ts';
import { any, is } from './logic.ts';
import { organName } from './organ.ts';
import { anchor, origin, source } from './origin.ts';
import { reports } from './reports.ts';
import { lines, say } from './say.ts';
import { hangs, numerals, symbolOrgan, symbolRest } from './symbol.ts';
import type { Helper, Rendering } from './types.ts';

/** Every helper of the templates, by the name they call it. */
const HELPERS: Readonly<Record<string, (rendering: Rendering) => Helper>> = {
  anchor: () => anchor,
  any: () => any,
  article: () => article,
  cardinal: () => cardinal,
  date: () => date,
  hangs: () => hangs,
  inline,
  is: () => is,
  lines,
  nth: () => nth,
  numerals: () => numerals,
  ordinal: () => ordinal,
  'organ-name': organName,
  origin: () => origin,
  reports,
  say,
  'session-ordinal': () => sessionOrdinal,
  source: () => source,
  'symbol-organ': () => symbolOrgan,
  'symbol-rest': () => symbolRest,
};

export const HELPER_NAMES: ReadonlySet<string> = new Set(Object.keys(HELPERS));

/** The helpers of one rendering. */
export const helpersFor = (rendering: Rendering): Readonly<Record<string, Helper>> =>
  Object.fromEntries(Object.entries(HELPERS).map(([name, make]) => [name, make(rendering)]));
