/** Notation of ISO 32000-1 that is written outside pdfkit's objects: in content streams, CMaps and names. */

/** A number with at most three decimals: a thousandth of a point is far below what any device shows. */
export function number(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

/** A text string in a content stream, as UTF-16BE with its mark (clause 7.9.2.2). */
export const hexText = (text: string): string => `<${utf16Hex(`\ufeff${text}`)}>`;

/** UTF-16BE code units of a text in hexadecimal. */
export function utf16Hex(text: string): string {
  let digits = '';
  for (let index = 0; index < text.length; index++) digits += hex(text.charCodeAt(index), 4);
  return digits;
}

export const hex = (value: number, digits: number): string =>
  value.toString(16).toUpperCase().padStart(digits, '0');

/** Clause 7.3.5: anything but regular characters as #xx of its UTF-8 bytes. pdfkit writes names as they come. */
export const nameOf = (text: string): string =>
  text.replace(/[^!-~]|[#/%()<>[\]{}]/gu, (character) =>
    Array.from(new TextEncoder().encode(character), (byte) => `#${hex(byte, 2)}`).join(''),
  );

/** Text whose every character is one byte. */
export const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
