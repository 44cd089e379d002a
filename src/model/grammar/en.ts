import type { Grammar } from './types.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

const UNDER_TWENTY =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Ordinals that are not the cardinal + "th". */
const IRREGULAR: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

/** Cardinal from 0 to 999 in words; other values in digits. */
function cardinal(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 999) return String(value);
  if (value < 20) return UNDER_TWENTY[value] ?? '';
  if (value < 100) {
    const tens = TENS[Math.floor(value / 10)] ?? '';
    return value % 10 ? `${tens}-${UNDER_TWENTY[value % 10]}` : tens;
  }
  const hundreds = `${UNDER_TWENTY[Math.floor(value / 100)]} hundred`;
  return value % 100 ? `${hundreds} and ${cardinal(value % 100)}` : hundreds;
}

function ordinal(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 999) return `${value}${digitSuffix(value)}`;
  return cardinal(value).replace(
    /[a-z]+$/,
    (last) => IRREGULAR[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`),
  );
}

function digitSuffix(value: number): string {
  const lastTwo = Math.abs(value) % 100;
  if (lastTwo >= 11 && lastTwo <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][lastTwo % 10] ?? 'th';
}

export const en: Grammar = {
  date: ({ year, month, day }) => `${day} ${MONTHS[month - 1]} ${year}`,
  cardinal,
  ordinal,
  sessionOrdinal: ordinal,
};
