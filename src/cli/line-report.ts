import pc from 'picocolors';
import type { Diagnostic } from '../diagnostics.ts';
import { apology } from './apology.ts';
import { visible } from './cells.ts';
import type { Request } from './options.ts';
import { printDiagnostic } from './print-diagnostic.ts';
import type { DocumentReport, Reporter } from './reporter.ts';
import type { Surroundings } from './surroundings.ts';

/** For people: a line a document on `out`, everything else on `err`. */
export function lineReporter(request: Request, surroundings: Surroundings): Reporter {
  const { out, err, colored, interactive } = surroundings;
  const progress = interactive && !request.quiet;
  const erase = (): void => {
    if (progress) err('\r\u001b[K');
  };
  return {
    usage(diagnostics, sources) {
      for (const diagnostic of diagnostics) err(`${printDiagnostic(diagnostic, sources, colored)}\n`);
    },
    begin(index, count, input) {
      if (progress) err(`\r\u001b[K[${index + 1}/${count}] ${visible(input)}`);
    },
    document(report) {
      erase();
      if (report.status !== 'skipped') {
        for (const diagnostic of report.diagnostics.filter((one) => isWanted(one, request)))
          err(`${printDiagnostic(diagnostic, report.sources, colored)}\n`);
        if (report.fault) err(apology(report.input, report.fault, request.verbose));
      }
      if (!request.quiet && (report.status !== 'skipped' || request.verbose))
        out(`${documentLine(report, colored)}\n`);
      if (request.verbose && report.times.length > 0) out(`  ${timesLine(report)}\n`);
    },
    end(reports) {
      if (!request.quiet && reports.length > 1) out(`${summaryLine(reports)}\n`);
    },
  };
}

function isWanted({ severity }: Diagnostic, request: Request): boolean {
  if (severity === 'error' || (severity === 'warning' && request.strict)) return true;
  return request.quiet ? false : severity === 'warning' || request.verbose;
}

/** `data/x.yaml → out/x.pdf, out/x.docx  3 pages, 0.41 s` */
export function documentLine(report: DocumentReport, colored: boolean): string {
  const colors = pc.createColors(colored);
  const input = visible(report.input);
  if (report.status === 'skipped') return `${input}  skipped: ${visible(report.diagnostics[0]!.message)}`;
  const pages =
    report.pages === undefined ? '' : `${report.pages} ${report.pages === 1 ? 'page' : 'pages'}, `;
  const facts = `${pages}${(report.milliseconds / 1000).toFixed(2)} s`;
  if (report.status === 'failed')
    return `${input}  ${colors.red('failed')}, nothing written  ${colors.dim(facts)}`;
  const files = report.written.map(({ path }) => visible(path)).join(', ');
  return `${input} ${files ? `→ ${colors.green(files)}` : colors.green('ok')}  ${colors.dim(facts)}`;
}

const timesLine = (report: DocumentReport): string =>
  report.times.map(({ stage, milliseconds }) => `${stage} ${milliseconds.toFixed(1)} ms`).join(', ');

/** `2 done, 1 failed, skipped 1 briefing pack, 2 other files` */
function summaryLine(reports: readonly DocumentReport[]): string {
  const counts = new Map<string, number>();
  for (const { status, skipped } of reports) {
    const name = skipped ?? status;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const { done = 0, failed = 0, ...skipped } = Object.fromEntries(counts);
  const parts = [`${done} done`];
  if (failed > 0) parts.push(`${failed} failed`);
  const others = Object.entries(skipped).map(([name, count]) => `${count} ${name}${count === 1 ? '' : 's'}`);
  if (others.length > 0) parts.push(`skipped ${others.join(', ')}`);
  return parts.join(', ');
}
