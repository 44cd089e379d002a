import type { Pt } from '../../units.ts';
import type { Color, ComputedStyle } from '../types.ts';
import { type Length, string, toPoints, type ValueSyntax } from './values.ts';

/** What a value is computed against: the element's own font size and colour, and its parent's font. */
export interface ComputeContext {
  readonly fontSize: Pt;
  readonly lineHeight: Pt;
  readonly color: Color;
  readonly parentFontSize: Pt;
}

/** What becomes of a property in each output; a cell that begins with `—` says why nothing does. */
export interface Cells {
  readonly pdf: string;
  readonly docx: string;
  readonly html: string;
}

/**
 * One longhand property (CSS 2.2 property definitions): a row of the table below. `compute` gives the fields of
 * `ComputedStyle` named in `fields`; rows without fields are read by the tree builder (`content`, `string-set`).
 */
export interface Property {
  readonly name: string;
  readonly syntax: ValueSyntax<unknown>;
  readonly inherited: boolean;
  readonly initial: unknown;
  readonly fields: readonly (keyof ComputedStyle)[];
  compute(value: unknown, context: ComputeContext): Partial<ComputedStyle>;
  /** A sentence for `docs/css.md`. */
  readonly means: string;
  readonly cells: Cells;
}

export type Field = keyof ComputedStyle;

export interface Row<V> {
  readonly syntax: ValueSyntax<V>;
  readonly inherited?: boolean;
  readonly initial: V;
  readonly means: string;
  readonly cells: Cells;
}

/** A property that fills one field. */
export function fills<F extends Field, V>(
  name: string,
  field: F,
  row: Row<V> & { readonly to: (value: V, context: ComputeContext) => ComputedStyle[F] },
): Property {
  return {
    name,
    syntax: row.syntax,
    inherited: row.inherited ?? false,
    initial: row.initial,
    fields: [field],
    compute: (value, context) => ({ [field]: row.to(value as V, context) }),
    means: row.means,
    cells: row.cells,
  };
}

/** A keyword property whose computed value is the keyword itself. */
export const word = <F extends Field, V extends ComputedStyle[F]>(
  name: string,
  field: F,
  row: Row<V>,
): Property => fills(name, field, { ...row, to: (value) => value });

export const lengthOf = (value: Length, context: ComputeContext): Pt => toPoints(value, context.fontSize);

/** A property that the tree builder reads; it fills no field. */
export const generated = <V>(name: string, row: Row<V>): Property => ({
  name,
  syntax: row.syntax,
  inherited: row.inherited ?? false,
  initial: row.initial,
  fields: [],
  compute: () => ({}),
  means: row.means,
  cells: row.cells,
});

/** A property whose computed value is a name, or no field at all where it is not set. */
export const named = (
  name: string,
  field: 'docxStyle' | 'docxBasedOn',
  row: { readonly means: string; readonly cells: Cells },
): Property => ({
  ...generated<string>(name, { syntax: string, initial: '', ...row }),
  fields: [field],
  compute: (value) => (value === '' ? {} : { [field]: value as string }),
});

/** The cell of a property that an output has too. */
export const SAME = 'the property itself';

export const ZERO: Length = { value: 0, unit: 'pt' };
