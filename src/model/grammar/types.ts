import type { CalendarDate } from '../types.ts';

/** Number and date forms of one language. Words around them come from the house style's strings. */
export interface Grammar {
  /** A date as it stands in running text, e.g. `2020年12月21日`, `21 December 2020`. */
  date(date: CalendarDate): string;
  /** A cardinal spelled out, e.g. `七十五`, `seventy-five`; digits where the language has no table yet. */
  cardinal(value: number): string;
  /** An ordinal spelled out, in the gender of "session" and "committee", e.g. `第二`, `second`, `deuxième`. */
  ordinal(value: number): string;
  /** An ordinal that counts sessions: as `ordinal`, but with the counter 届 in Chinese. */
  sessionOrdinal(value: number): string;
}
