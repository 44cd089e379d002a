/** Why a value with `var()` has no text. */
export type VariableFault = { readonly unknown: string } | { readonly cycle: string };

/**
 * Puts the values of custom properties in the place of each `var(--name, fallback)` (CSS Variables 1, section 3).
 * Values may hold `var()` themselves.
 */
export function substitute(
  text: string,
  variables: ReadonlyMap<string, string>,
  within: readonly string[] = [],
): string | VariableFault {
  let result = '';
  let rest = text;
  for (let at = rest.indexOf('var('); at >= 0; at = rest.indexOf('var(')) {
    const end = closing(rest, at + 4);
    const [name = '', ...fallback] = rest.slice(at + 4, end).split(',');
    const value = valueFor(name.trim(), fallback.join(',').trim(), variables, within);
    if (typeof value !== 'string') return value;
    result += rest.slice(0, at) + value;
    rest = rest.slice(end + 1);
  }
  return result + rest;
}

function valueFor(
  name: string,
  fallback: string,
  variables: ReadonlyMap<string, string>,
  within: readonly string[],
): string | VariableFault {
  if (within.includes(name)) return { cycle: name };
  const value = variables.get(name) ?? (fallback === '' ? undefined : fallback);
  return value === undefined ? { unknown: name } : substitute(value, variables, [...within, name]);
}

/** Offset of the bracket that closes the one before `from`; the text's end if there is none. */
function closing(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return text.length;
}
