const REFERENCE = /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-zA-Z]+));|&/g;

/** The named references of the markup; all other signs stand for themselves or go by number. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** Text with its character references read (HTML, section 13.5); what is none stays and goes to `report` with its offset. */
export function decodeReferences(text: string, report: (whole: string, offset: number) => void): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (whole, hex?: string, decimal?: string, name?: string, offset?: number) => {
    const sign = name === undefined ? numbered(hex, decimal) : named(name);
    if (sign === undefined) report(whole, offset ?? 0);
    return sign ?? whole;
  });
}

const named = (name: string): string | undefined => (Object.hasOwn(NAMED, name) ? NAMED[name] : undefined);

/** Unicode scalar values only: no surrogates, no NUL. */
function numbered(hex: string | undefined, decimal: string | undefined): string | undefined {
  const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN);
  const scalar = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return scalar ? String.fromCodePoint(code) : undefined;
}
