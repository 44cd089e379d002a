import type { Grammar } from './types.ts';

const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
);

const UNDER_TWENTY =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  );
const TENS = 'zéro dix vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt'.split(
  ' ',
);

/** Cardinal from 0 to 999 in words; other values in digits. */
function cardinal(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 999) return String(value);
  if (value >= 100) {
    const hundreds = Math.floor(value / 100);
    const rest = value % 100;
    const head = hundreds === 1 ? 'cent' : `${UNDER_TWENTY[hundreds]} cent${rest ? '' : 's'}`;
    return rest ? `${head} ${cardinal(rest)}` : head;
  }
  if (value < 20) return UNDER_TWENTY[value] ?? '';
  if (value === 80) return 'quatre-vingts';
  const ten = Math.floor(value / 10);
  // 70–79 and 90–99 count on from 60 and 80: soixante-quinze, quatre-vingt-dix.
  const unit = ten === 7 || ten === 9 ? (value % 10) + 10 : value % 10;
  if (unit === 0) return TENS[ten] ?? '';
  const linked = (unit === 1 || unit === 11) && ten < 8;
  return `${TENS[ten]}${linked ? ' et ' : '-'}${UNDER_TWENTY[unit]}`;
}

/** Feminine, since both "session" and "commission" are. */
function ordinal(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 999) return `${value}e`;
  if (value === 1) return 'première';
  return cardinal(value).replace(/\p{L}+$/u, (last) =>
    last === 'cinq'
      ? 'cinquième'
      : last === 'neuf'
        ? 'neuvième'
        : last === 'vingts' || last === 'cents'
          ? `${last.slice(0, -1)}ième`
          : `${last.replace(/e$/, '')}ième`,
  );
}

export const fr: Grammar = {
  date: ({ year, month, day }) => `${day === 1 ? '1er' : day} ${MONTHS[month - 1]} ${year}`,
  cardinal,
  ordinal,
  sessionOrdinal: ordinal,
};
