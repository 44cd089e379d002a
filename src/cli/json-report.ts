import type { Diagnostic } from '../diagnostics.ts';
import { positionAt, type Span } from '../source.ts';
import type { Sources } from './print-diagnostic.ts';
import type { DocumentReport, Reporter } from './reporter.ts';
import type { Surroundings } from './surroundings.ts';

/** For programs: one JSON object on `out` when all is done. Its shape is kept stable: `version` counts changes. */
export function jsonReporter({ out }: Surroundings): Reporter {
  let before: readonly unknown[] = [];
  return {
    usage(diagnostics, sources) {
      before = diagnostics.map((one) => jsonDiagnostic(one, sources));
    },
    begin() {},
    document() {},
    end(reports) {
      const documents = reports.map(jsonDocument);
      out(`${JSON.stringify({ version: 1, documents, diagnostics: before }, null, 2)}\n`);
    },
  };
}

const jsonDocument = (report: DocumentReport): unknown => ({
  input: report.input,
  status: report.status,
  ...(report.pages === undefined ? {} : { pages: report.pages }),
  milliseconds: Math.round(report.milliseconds),
  written: report.written,
  ...(report.fault ? { fault: { stage: report.fault.stage, message: String(report.fault.error) } } : {}),
  diagnostics: report.diagnostics.map((one) => jsonDiagnostic(one, report.sources)),
});

function jsonDiagnostic({ span, hints, ...rest }: Diagnostic, sources: Sources): unknown {
  return {
    ...rest,
    ...jsonPlace(span, sources),
    hints: hints.map(({ span: at, ...hint }) => ({ ...hint, ...jsonPlace(at, sources) })),
  };
}

/** 1-based lines and columns (UTF-16 code units), end exclusive. */
function jsonPlace(span: Span | undefined, sources: Sources): Record<string, unknown> {
  if (!span) return {};
  const source = sources.get(span.source);
  if (!source) return { file: span.source };
  return { file: span.source, start: positionAt(source, span.start), end: positionAt(source, span.end) };
}
