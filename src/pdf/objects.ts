/**
 * The object types of ISO 32000-1, 7.3 and how they are written. Numbers, booleans, null, arrays and dictionaries are
 * JavaScript's own; a JavaScript string is a text string; names, references and byte strings have a class each.
 */
export type PdfValue =
  | null
  | boolean
  | number
  | string
  | PdfName
  | PdfRef
  | PdfBytes
  | readonly PdfValue[]
  | PdfDict;

export interface PdfDict {
  readonly [key: string]: PdfValue | undefined;
}

export class PdfName {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** An indirect object's number; generation 0. */
export class PdfRef {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}

/** A byte string, written in hexadecimal. */
export class PdfBytes {
  readonly hex: string;
  constructor(hex: string) {
    this.hex = hex;
  }
}

export const name = (text: string): PdfName => new PdfName(text);

/** A number with at most three decimals: a thousandth of a point is far below what any device shows. */
export function number(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

/** An object as it stands in the file; every character is one byte. Entries of value `undefined` are left out. */
export function write(value: PdfValue): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return number(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return textString(value);
  if (value instanceof PdfName) return nameToken(value.text);
  if (value instanceof PdfRef) return `${value.number} 0 R`;
  if (value instanceof PdfBytes) return `<${value.hex}>`;
  if (isArray(value)) return `[${value.map(write).join(' ')}]`;
  const entries = Object.entries(value).filter(
    (entry): entry is [string, PdfValue] => entry[1] !== undefined,
  );
  return `<<${entries.map(([key, entry]) => `${nameToken(key)} ${write(entry)}`).join(' ')}>>`;
}

const isArray = (value: readonly PdfValue[] | PdfDict): value is readonly PdfValue[] => Array.isArray(value);

/** Clause 7.3.5: anything but regular characters as #xx of its UTF-8 bytes. */
const nameToken = (text: string): string =>
  `/${text.replace(/[^!-~]|[#/%()<>[\]{}]/gu, (character) =>
    Array.from(new TextEncoder().encode(character), (byte) => `#${hex(byte, 2)}`).join(''),
  )}`;

/** Clause 7.9.2.2: plain ASCII as it is, all else as UTF-16BE with its mark. */
function textString(text: string): string {
  if (/^[ -~]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  return `<${utf16Hex(`\ufeff${text}`)}>`;
}

/** UTF-16BE code units of a text in hexadecimal. */
export function utf16Hex(text: string): string {
  let digits = '';
  for (let index = 0; index < text.length; index++) digits += hex(text.charCodeAt(index), 4);
  return digits;
}

export const hex = (value: number, digits: number): string =>
  value.toString(16).toUpperCase().padStart(digits, '0');
