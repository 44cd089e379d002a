import { BOX_PROPERTIES } from './box-properties.ts';
import { FONT_PROPERTIES } from './font-properties.ts';
import { PAGED_PROPERTIES } from './paged-properties.ts';
import type { Property } from './property.ts';
import { TEXT_PROPERTIES } from './text-properties.ts';

/** Every longhand that a rule may set, in the order in which they are computed. */
export const PROPERTIES: readonly Property[] = [
  ...FONT_PROPERTIES,
  ...BOX_PROPERTIES,
  ...TEXT_PROPERTIES,
  ...PAGED_PROPERTIES,
];

const byName = new Map(PROPERTIES.map((property) => [property.name, property]));

/** The row of a longhand, by its name in lower case. */
export const propertyNamed = (name: string): Property | undefined => byName.get(name);
