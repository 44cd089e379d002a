import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Folder of public test data; the project holds no copy (DESIGN 12). */
const FOLDER =
  process.env.CHANCERY_SUITES ?? fileURLToPath(new URL('../../../shared/suites', import.meta.url));

/** Whether a file of the suites is there; where it is not, its tests are skipped and say so. */
export function hasSuite(file: string): boolean {
  const found = existsSync(`${FOLDER}/${file}`);
  if (!found) console.warn(`skipped: ${file} is not here (set CHANCERY_SUITES to the folder of suites)`);
  return found;
}

export const readSuite = (file: string): string => readFileSync(`${FOLDER}/${file}`, 'utf8');

/** Rows of a tab-separated table with a head line, by column name. */
export function readTable(file: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...rows] = readSuite(file).split('\n');
  const names = head.split('\t');
  return rows
    .filter((row) => row !== '')
    .map((row) => {
      const cells = row.split('\t');
      return Object.fromEntries(names.map((name, column) => [name, cells[column] ?? '']));
    });
}
