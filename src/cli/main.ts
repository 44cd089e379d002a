import { fileInputs } from '../inputs.ts';
import { helpText } from './help.ts';
import { parseCommandLine } from './parse.ts';
import { printDiagnostic } from './print-diagnostic.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';

/** The command line: `words` without `node` and the program's name. Everything it says goes through `surroundings`. */
export async function main(words: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { value: request, diagnostics } = parseCommandLine(words);
  if (!request) {
    for (const diagnostic of diagnostics)
      surroundings.err(`${printDiagnostic(diagnostic, new Map(), surroundings.colored)}\n`);
    return 2;
  }
  // Commands bring all stages with them; help and a misspelt option need none.
  switch (request.command) {
    case 'build':
      return (await import('./commands/build.ts')).build(request, surroundings);
    case 'check':
      return (await import('./commands/check.ts')).check(request, surroundings);
    case 'inspect':
      return (await import('./commands/inspect.ts')).inspect(request, surroundings);
    case 'version':
      surroundings.out(`${version(surroundings.root)}\n`);
      return 0;
    case 'help':
      surroundings.out(helpText());
      return 0;
  }
}

function version(root: string): string {
  const manifest = fileInputs().text(`${root}/package.json`).value;
  return manifest ? String(JSON.parse(manifest.text).version) : 'unknown';
}
