import { hasErrors, type Outcome, ok } from '../../diagnostics.ts';
import { fileInputs } from '../../inputs.ts';
import { dumpPages, dumpTags, inspectLines, layoutDocument } from '../../layout/index.ts';
import { dumpStyledTree } from '../../markup/index.ts';
import { type Draft, draft, openWorkshop, type Workshop } from '../../pipeline.ts';
import { openTranscript } from '../../transcript.ts';
import { apology } from '../apology.ts';
import type { Request, View } from '../options.ts';
import { printDiagnostic } from '../print-diagnostic.ts';
import { workshopOptions } from '../run.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';

type Show = (made: Draft, shop: Workshop) => Outcome<string>;

const pagesAs =
  (dump: (laidOut: NonNullable<ReturnType<typeof layoutDocument>['value']>) => string): Show =>
  ({ styled }, { fonts }) => {
    const { value, diagnostics } = layoutDocument(styled, fonts);
    return value ? ok(dump(value), diagnostics) : { diagnostics };
  };

const VIEWS: Readonly<Record<View, Show>> = {
  lines: ({ styled }, { fonts }) => inspectLines(styled, fonts),
  pages: pagesAs(dumpPages),
  tags: pagesAs(dumpTags),
  styles: ({ styled }) => ok(dumpStyledTree(styled)),
};

/** Shows how one document was set, as text on `out`; a heading before each view if there are several. */
export async function inspect(request: Request, surroundings: Surroundings): Promise<ExitCode> {
  const { out, err, colored, clock } = surroundings;
  const inputs = fileInputs();
  const shop = openWorkshop(inputs, workshopOptions(request, surroundings));
  const log = openTranscript(clock);
  const made = shop.value && (await draft(shop.value, request.paths[0]!, log));
  for (const view of made ? request.views : []) {
    const text = await log.stage('layout', () => VIEWS[view](made!, shop.value!));
    if (request.views.length > 1) out(`== ${view}\n`);
    out(text ?? '');
  }
  const diagnostics = [...shop.diagnostics, ...log.diagnostics];
  const sources = new Map([...inputs.sources, ...log.sources]);
  for (const diagnostic of diagnostics) err(`${printDiagnostic(diagnostic, sources, colored)}\n`);
  if (log.fault) err(apology(request.paths[0], log.fault, request.verbose));
  if (log.fault) return 3;
  return hasErrors(diagnostics) ? 1 : 0;
}
