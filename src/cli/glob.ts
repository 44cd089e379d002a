/**
 * Patterns for paths with `/`, for shells that do not expand them (Windows, quoted arguments): `*` and `?` within a
 * name, `**` over folders, `{a,b}`. A name that begins with a dot is never met by a wildcard.
 */
export const isPattern = (path: string): boolean => /[*?{]/.test(path);

/** The folder before the first wildcard (`.` if none) and the rest, the pattern proper. */
export function splitPattern(pattern: string): { readonly folder: string; readonly rest: string } {
  const parts = pattern.split('/');
  const first = parts.findIndex(isPattern);
  const folder = parts.slice(0, first).join('/');
  return { folder: folder || (pattern.startsWith('/') ? '/' : '.'), rest: parts.slice(first).join('/') };
}

/** A test of relative paths against a pattern. */
export function matcher(pattern: string): (path: string) => boolean {
  const expression = new RegExp(`^${translate(pattern)}$`, 'u');
  return (path) => expression.test(path);
}

function translate(pattern: string): string {
  let result = '';
  let depth = 0;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at]!;
    const nameStart = at === 0 || pattern[at - 1] === '/';
    if (nameStart && pattern.startsWith('**/', at)) {
      result += '(?:(?!\\.)[^/]+/)*';
      at += 2;
    } else if (nameStart && pattern.slice(at) === '**') {
      result += '(?:(?!\\.)[^/]+/)*(?!\\.)[^/]+';
      at += 1;
    } else if (character === '*') result += `${nameStart ? '(?!\\.)' : ''}[^/]*`;
    else if (character === '?') result += `${nameStart ? '(?!\\.)' : ''}[^/]`;
    else if (character === '{' && pattern.indexOf('}', at) > 0) {
      depth++;
      result += '(?:';
    } else if (character === '}' && depth > 0) {
      depth--;
      result += ')';
    } else if (character === ',' && depth > 0) result += '|';
    else result += character.replace(/[\\^$.|+()[\]{}]/g, '\\$&');
  }
  return result + ')'.repeat(depth);
}
