import * as z from 'zod/mini';
import { ResolutionFile } from './schema.ts';
import type { ScalarType } from './schema-scalars.ts';

/** Where editors find the schema of a kind of file. */
export const RESOLUTION_SCHEMA_ID = 'chancery-resolution-1.schema.json';

/** What an editor, which reads YAML by its core schema, finds where this program reads text. */
const TYPES: Readonly<Record<ScalarType, object>> = {
  text: { type: 'string' },
  'text-or-number': { type: ['string', 'number'] },
  integer: { type: 'integer' },
  boolean: { type: 'boolean' },
  date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
};

/** JSON Schema (draft 2020-12) of `chancery/resolution@1`, for completion and checks in editors. */
export function resolutionJsonSchema(): object {
  const schema = z.toJSONSchema(ResolutionFile, {
    io: 'input',
    override: ({ jsonSchema }) => {
      const scalar = jsonSchema.scalar as ScalarType | undefined;
      if (scalar === undefined) return;
      delete jsonSchema.scalar;
      Object.assign(jsonSchema, TYPES[scalar]);
    },
  });
  const { $schema, ...rest } = schema;
  return { $schema, $id: RESOLUTION_SCHEMA_ID, ...rest };
}

/** The file's text. */
export const resolutionJsonSchemaText = (): string => `${JSON.stringify(resolutionJsonSchema(), null, 2)}\n`;
