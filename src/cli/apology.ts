import type { Fault } from '../transcript.ts';
import { visible } from './cells.ts';

/** What to say when Chancery itself is at fault; the stack only on request. */
export function apology(input: string | undefined, { stage, error }: Fault, verbose: boolean): string {
  const text = error instanceof Error ? error.message : String(error);
  const lines = [
    `Sorry: a fault in Chancery itself stopped the work${input === undefined ? '' : ` on ${visible(input)}`} (stage "${stage}").`,
    `  ${visible(text)}`,
    '  It is not your mistake. Please report it with this message, the output of "chancery --version" and the data file.',
    verbose
      ? visibleLines(error instanceof Error ? (error.stack ?? '') : '')
      : '  --verbose shows where it happened.',
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

const visibleLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => `  ${visible(line.trim())}`)
    .join('\n');
