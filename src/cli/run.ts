import { compareDiagnostics, type Diagnostic, hasErrors, type Outcome } from '../diagnostics.ts';
import { fileInputs } from '../inputs.ts';
import { checkPlan } from '../outputs.ts';
import { openWorkshop, type Product, typeset, type Workshop } from '../pipeline.ts';
import { openTranscript } from '../transcript.ts';
import { discover, type FoundFile } from './discover.ts';
import { jsonReporter } from './json-report.ts';
import { lineReporter } from './line-report.ts';
import type { Request } from './options.ts';
import type { DocumentReport, Written } from './reporter.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';

/** The output folder where none is named. */
export const OUT = 'out';

/** What is done with a document that has come out well: it is written, or nothing. */
export type Deliver = (file: FoundFile, product: Product) => Outcome<readonly Written[]>;

/** Well-formed files that are something else than a resolution, by what the model says of them. */
const OTHER_KINDS: Readonly<Record<string, string>> = {
  'model/pack': 'briefing pack',
  'model/missing-schema': 'other file',
  'model/not-a-document': 'other file',
};

/** What a file is, if it may be passed over: one that misspells `schema` is a resolution with a mistake. */
function otherKind(diagnostics: readonly Diagnostic[]): string | undefined {
  const found = diagnostics.find(({ code }) => Object.hasOwn(OTHER_KINDS, code));
  const misspelt = found?.hints.some(({ replacement }) => replacement !== undefined);
  return found && !misspelt ? OTHER_KINDS[found.code] : undefined;
}

/**
 * Finds the files, checks the output names, opens fonts and output; then takes each file through the stages. What is
 * wrong before the first document is a fault of the command line (2); a document that fails never stops the others.
 */
export async function run(
  request: Request,
  surroundings: Surroundings,
  openDelivery: (request: Request) => Outcome<Deliver>,
): Promise<ExitCode> {
  const reporter = request.json ? jsonReporter(surroundings) : lineReporter(request, surroundings);
  const inputs = fileInputs();
  const diagnostics: Diagnostic[] = [];
  const keep = <T>({ value, diagnostics: said }: Outcome<T>): T | undefined => {
    diagnostics.push(...said);
    return hasErrors(said) ? undefined : value;
  };
  const files = keep(discover(inputs, request.paths));
  const planned = files && keep({ value: files, diagnostics: checkPlan(request.out ?? OUT, files) });
  const shop = planned && keep(openWorkshop(inputs, workshopOptions(request, surroundings)));
  const deliver = shop && keep(openDelivery(request));
  if (diagnostics.length > 0) reporter.usage(diagnostics, inputs.sources);
  const reports: DocumentReport[] = [];
  if (!planned || !shop || !deliver) {
    reporter.end(reports);
    return 2;
  }
  for (const [index, file] of planned.entries()) {
    reporter.begin(index, planned.length, file.input);
    const report = await runDocument(shop, file, request, surroundings, deliver);
    reporter.document(report);
    reports.push(report);
  }
  reporter.end(reports);
  return exitCode(reports);
}

/** How the workshop is opened for a request. */
export const workshopOptions = (
  request: Request,
  { root }: Surroundings,
): Parameters<typeof openWorkshop>[1] => ({
  root,
  ...(request.templates === undefined ? {} : { templates: request.templates }),
  ...(request.fonts === undefined ? {} : { userFonts: request.fonts }),
});

async function runDocument(
  shop: Workshop,
  file: FoundFile,
  request: Request,
  { clock }: Surroundings,
  deliver: Deliver,
): Promise<DocumentReport> {
  const log = openTranscript(clock);
  const start = clock();
  const product = await typeset(shop, file.input, request.formats, log);
  const diagnostics = distinct(log.diagnostics);
  const skipped = file.named ? undefined : otherKind(diagnostics);
  const refused = request.strict && diagnostics.some(({ severity }) => severity === 'warning');
  const delivered: Outcome<readonly Written[]> =
    product && !skipped && !refused ? deliver(file, product) : { diagnostics: [] };
  return {
    input: file.input,
    status: skipped ? 'skipped' : delivered.value ? 'done' : 'failed',
    ...(skipped === undefined ? {} : { skipped }),
    written: delivered.value ?? [],
    ...(product?.pages === undefined ? {} : { pages: product.pages }),
    milliseconds: clock() - start,
    diagnostics: [...diagnostics, ...delivered.diagnostics],
    sources: new Map([...shop.inputs.sources, ...log.sources]),
    fault: log.fault,
    times: log.times,
  };
}

/** Sorted for print, without the repeats of a fault that several writers met. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const { code, span, message } = diagnostic;
    const key = JSON.stringify([code, span?.source, span?.start, span?.end, message]);
    if (!known.has(key)) known.set(key, diagnostic);
  }
  return [...known.values()].sort(compareDiagnostics);
}

/** The worst that happened. */
function exitCode(reports: readonly DocumentReport[]): ExitCode {
  if (reports.some(({ fault }) => fault)) return 3;
  return reports.some(({ status }) => status === 'failed') ? 1 : 0;
}
