import type { Grammar } from './types.ts';

const MONTHS = {
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  // The United Nations writes both names of a month in Arabic.
  ar: 'كانون الثاني/يناير,شباط/فبراير,آذار/مارس,نيسان/أبريل,أيار/مايو,حزيران/يونيه,تموز/يوليه,آب/أغسطس,أيلول/سبتمبر,تشرين الأول/أكتوبر,تشرين الثاني/نوفمبر,كانون الأول/ديسمبر'.split(
    ',',
  ),
};

/** Languages whose dates are known but whose number words are not yet: numbers stay digits. */
const inDigits = (date: Grammar['date'], ordinalSuffix: string): Grammar => ({
  date,
  cardinal: String,
  ordinal: (value) => `${value}${ordinalSuffix}`,
  sessionOrdinal: (value) => `${value}${ordinalSuffix}`,
});

export const es = inDigits(({ year, month, day }) => `${day} de ${MONTHS.es[month - 1]} de ${year}`, '.º');
export const ru = inDigits(({ year, month, day }) => `${day} ${MONTHS.ru[month - 1]} ${year} года`, '-я');
export const ar = inDigits(({ year, month, day }) => `${day} ${MONTHS.ar[month - 1]} ${year}`, '');
