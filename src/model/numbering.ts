import { isRepeated, type LabelReading, readLabel } from './labels.ts';
import type { NumberingData } from './schema-body.ts';
import type { Numbering } from './types.ts';

/** A numbering as data, filled up with its defaults. */
export function numberingOf(data: NumberingData | undefined): Numbering {
  if (data === undefined) return { style: 'default', start: 1 };
  if (data === 'none') return { style: 'none', start: 1 };
  return {
    style: data.style ?? 'default',
    ...(data.prefix === undefined ? {} : { prefix: data.prefix }),
    start: data.start ?? 1,
  };
}

/**
 * Gives values to the items of one list. A typed label that reads as a number in digits or Chinese numerals sets the
 * count, as the source numbered; one that fits neither the count nor the label before it is told.
 */
export class Counter {
  private readonly prefix: string;
  private next: number;
  private before: readonly LabelReading[] = [];

  constructor(numbering: Numbering) {
    this.prefix = numbering.prefix ?? '';
    this.next = numbering.start;
  }

  /** Value that the next item without a label will have. */
  get upcoming(): number {
    return this.next;
  }

  /** Value of the next item; `unexpected` = its typed label says another number than this. */
  take(label?: string): { value: number; unexpected?: number } {
    if (label === undefined) return { value: this.next++ };
    const derived = this.next;
    const readings = readLabel(label, this.prefix);
    const fits = readings.length === 0 || readings.some((reading) => this.follows(reading, label));
    const count = readings.find(({ system }) => system === 'decimal' || system === 'han');
    const value = count?.value ?? derived;
    this.before = readings;
    this.next = value + 1;
    return fits ? { value } : { value, unexpected: derived };
  }

  private follows({ system, value }: LabelReading, label: string): boolean {
    if (value === this.next || (isRepeated(label) && value === this.next - 1)) return true;
    const before = this.before.find((reading) => reading.system === system);
    // 1.5 is followed by 1.a: the first letter begins a series of its own.
    return before ? value === before.value + 1 : value === 1 && this.next > 1;
  }
}
