import pc from 'picocolors';
import type { Diagnostic, Hint, Severity } from '../diagnostics.ts';
import { positionAt, type Source, type SourceId, type Span } from '../source.ts';
import { visible } from './cells.ts';
import { codeFrame } from './code-frame.ts';

type Colors = ReturnType<typeof pc.createColors>;
export type Sources = ReadonlyMap<SourceId, Source>;

const LABELS: Readonly<Record<Severity, (colors: Colors) => string>> = {
  error: (colors) => colors.bold(colors.red('error')),
  warning: (colors) => colors.bold(colors.yellow('warning')),
  note: (colors) => colors.bold(colors.cyan('note')),
};

/**
 * A diagnostic for a person, without a final line feed:
 * `file:line:column: severity: message [code]`, code frame, then why and what to do. Nothing that came from a file
 * reaches the terminal unescaped.
 */
export function printDiagnostic(diagnostic: Diagnostic, sources: Sources, colored: boolean): string {
  const colors = pc.createColors(colored);
  const { span, severity, message, code } = diagnostic;
  const place = span ? `${colors.cyan(placeOf(span, sources))}: ` : '';
  const parts = [
    `${place}${LABELS[severity](colors)}: ${colors.bold(visible(message))} ${colors.dim(`[${code}]`)}`,
  ];
  const source = span && sources.get(span.source);
  if (source) parts.push(frameText(source, span, colors));
  if (diagnostic.got !== undefined) parts.push(remark('Got', visible(diagnostic.got), colors));
  if (diagnostic.expected !== undefined) parts.push(remark('Expected', visible(diagnostic.expected), colors));
  if (diagnostic.reason !== undefined) parts.push(remark('Why', visible(diagnostic.reason), colors));
  for (const hint of diagnostic.hints) parts.push(remark('Help', hintText(hint, span, sources), colors));
  return parts.join('\n');
}

/** `file:line:column`, or the file alone where its text is not at hand. */
export function placeOf(span: Span, sources: Sources): string {
  const source = sources.get(span.source);
  if (!source) return visible(span.source);
  const { line, column } = positionAt(source, span.start);
  return `${visible(span.source)}:${line}:${column}`;
}

function frameText(source: Source, span: Span, colors: Colors): string {
  const frame = codeFrame(source, span);
  const gutter = Math.max(...frame.map(({ number }) => String(number ?? '').length));
  const lines = frame.map(({ number, text, fault }) => {
    const label = String(number ?? '').padStart(gutter + 2);
    const body = number === undefined ? colors.red(text) : fault ? text : colors.dim(text);
    return `${colors.dim(`${label} |`)} ${body}`.trimEnd();
  });
  return ['', ...lines, ''].join('\n');
}

const remark = (label: string, text: string, colors: Colors): string =>
  `  ${colors.bold(`${label}:`)} ${text}`;

/** A hint with its place, unless that is where the diagnostic stands, and the text to write there. */
function hintText(hint: Hint, span: Span | undefined, sources: Sources): string {
  const elsewhere = hint.span && (hint.span.source !== span?.source || hint.span.start !== span.start);
  const place = hint.span && elsewhere ? ` (${placeOf(hint.span, sources)})` : '';
  const replacement = hint.replacement === undefined ? '' : ` Write: ${visible(hint.replacement)}`;
  return `${visible(hint.text)}${place}${replacement}`;
}
