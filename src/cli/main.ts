import { fileInputs } from '../inputs.ts';
import { helpText } from './help.ts';
import type { Command, Request } from './options.ts';
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
  switch (request.command) {
    case 'version':
      surroundings.out(`${version(surroundings.root)}\n`);
      return 0;
    case 'help':
      surroundings.out(helpText());
      return 0;
    default:
      return (await OPEN[request.command]())(request, surroundings);
  }
}

type Run = (request: Request, surroundings: Surroundings) => Promise<ExitCode>;

/** Commands bring all stages with them; help and a misspelt option need none. */
const OPEN: Readonly<Record<Exclude<Command, 'help'>, () => Promise<Run>>> = {
  build: async () => (await import('./commands/build.ts')).build,
  check: async () => (await import('./commands/check.ts')).check,
  inspect: async () => (await import('./commands/inspect.ts')).inspect,
};

function version(root: string): string {
  const manifest = fileInputs().text(`${root}/package.json`).value;
  return manifest ? String(JSON.parse(manifest.text).version) : 'unknown';
}
