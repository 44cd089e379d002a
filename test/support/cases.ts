import { readFileSync } from 'node:fs';

/** One case of a `.case` file: what is given, and what must come. */
export interface Case {
  readonly name: string;
  /** Words after ` · ` in the head line: `measure 5` gives measure → 5. */
  readonly options: ReadonlyMap<string, string>;
  readonly given: string;
  readonly expected: readonly string[];
  readonly diagnostics: readonly string[];
}

/** Reads `--- name · option value` heads, then the given text, `=>`, expected lines and `! code` diagnostics. */
export function readCases(path: URL): readonly Case[] {
  const cases: Case[] = [];
  for (const part of readFileSync(path, 'utf8').split(/^--- /m).slice(1)) {
    const [head = '', ...rest] = part.split('\n');
    const [name = '', ...options] = head.split(' · ');
    const arrow = rest.indexOf('=>');
    const answer = rest.slice(arrow + 1).filter((line) => line !== '' && !line.startsWith('#'));
    cases.push({
      name,
      options: new Map(options.map((option) => option.split(' ') as [string, string])),
      given: rest.slice(0, arrow).join('\n'),
      expected: answer.filter((line) => !line.startsWith('! ')),
      diagnostics: answer.filter((line) => line.startsWith('! ')).map((line) => line.slice(2)),
    });
  }
  return cases;
}
