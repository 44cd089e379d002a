import { resolve } from 'node:path';
import { type FontBook, openFontBook } from '../../src/fonts/index.ts';
import { fileInputs } from '../../src/inputs.ts';

/** Folder of Chancery's package.json. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** The faces Chancery ships, for tests that need real outlines. */
export function shippedFonts(): FontBook {
  const { value, diagnostics } = openFontBook(fileInputs(), { root: ROOT });
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
}
