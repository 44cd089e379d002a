import { type Helper, split } from './types.ts';

/** `{{#if (is kind "heading")}}`: whether the first argument is one of the others. */
export const is: Helper = (...given) => {
  const [[value, ...others]] = split(given);
  return others.includes(value);
};

/** `{{#if (any a b)}}`: whether the data have at least one of the facts. */
export const any: Helper = (...given) => {
  const [facts] = split(given);
  return facts.some(
    (fact) => fact !== null && fact !== '' && fact !== false && !(Array.isArray(fact) && fact.length === 0),
  );
};
