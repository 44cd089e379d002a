// Says whether two folders hold the same files with the same bytes: node tools/same-files.mjs FOLDER FOLDER
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [first, second] = process.argv.slice(2);
const list = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

const names = list(first);
const faults = [...new Set([...names, ...list(second)])].filter((name) => {
  try {
    return !readFileSync(join(first, name)).equals(readFileSync(join(second, name)));
  } catch {
    return true; // only in one of them
  }
});
if (names.length === 0) faults.push(`${first} is empty`);
for (const fault of faults) console.error(`differs: ${fault}`);
console.log(`${names.length} files compared, ${faults.length} differ`);
process.exit(faults.length === 0 ? 0 : 1);
