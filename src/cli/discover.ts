import { type Diagnostic, type Outcome, ok } from '../diagnostics.ts';
import type { Inputs } from '../inputs.ts';
import type { PlannedOutput } from '../outputs.ts';
import { isPattern, matcher, splitPattern } from './glob.ts';
import { usage } from './options.ts';

/** A data file of this run and what its output is called. */
export interface FoundFile extends PlannedOutput {
  /** Named on the command line itself, not met in a folder: then it must be a document. */
  readonly named: boolean;
}

const DATA_FILE = /\.(ya?ml|json)$/i;

/**
 * The data files that the operands stand for: a file is itself; a folder is every YAML and JSON file below it; a pattern
 * is what it matches. Outputs keep the path below the folder or below the pattern's part without wildcards. A file met
 * twice counts once. A file that is not there is found all the same: reading it says so, and the others are still built.
 * Errors: `cli/nothing-found`.
 */
export function discover(inputs: Inputs, operands: readonly string[]): Outcome<readonly FoundFile[]> {
  const found = new Map<string, FoundFile>();
  const diagnostics: Diagnostic[] = [];
  for (const operand of operands) {
    const files = filesOf(inputs, operand);
    diagnostics.push(...files.diagnostics);
    for (const file of files.value ?? []) if (!found.get(file.input)?.named) found.set(file.input, file);
  }
  return { value: [...found.values()], diagnostics };
}

function filesOf(inputs: Inputs, operand: string): Outcome<readonly FoundFile[]> {
  const path = operand.replace(/(?<=.)\/+$/, '');
  const kind = inputs.kind(path);
  if (kind === 'folder') return below(inputs, path, path, (name) => DATA_FILE.test(name));
  if (kind === 'none' && isPattern(path)) {
    const { folder, rest } = splitPattern(path);
    return below(inputs, operand, folder, matcher(rest));
  }
  const name = path.slice(path.lastIndexOf('/') + 1);
  return ok([{ input: path, stem: withoutExtension(name), named: true }]);
}

function below(
  inputs: Inputs,
  operand: string,
  folder: string,
  wanted: (path: string) => boolean,
): Outcome<readonly FoundFile[]> {
  const files = inputs.files(folder);
  const matching = (files.value ?? []).filter((path) => wanted(path));
  if (matching.length === 0)
    return {
      diagnostics: [
        usage(
          'nothing-found',
          `no data file is found for ${operand}`,
          'Data files end in .yaml, .yml or .json. Names that begin with a dot are passed over.',
        ),
      ],
    };
  const prefix = folder === '.' ? '' : folder === '/' ? '/' : `${folder}/`;
  return ok(
    matching.map((path) => ({ input: `${prefix}${path}`, stem: withoutExtension(path), named: false })),
  );
}

const withoutExtension = (path: string): string => path.replace(/(?<=[^/])\.[^./]+$/, '');
