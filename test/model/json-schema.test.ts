import { describe, expect, it } from 'vitest';
import { resolutionJsonSchema, resolutionJsonSchemaText } from '../../src/model/json-schema.ts';

describe('the JSON Schema', () => {
  it('is fresh: `npm run test:update` writes it anew', async () => {
    await expect(resolutionJsonSchemaText()).toMatchFileSnapshot(
      '../../schema/chancery-resolution-1.schema.json',
    );
  });

  it('describes every field in a sentence', () => {
    const silent: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const { properties, $defs } = node as Record<string, Record<string, Record<string, unknown>>>;
      for (const [name, field] of Object.entries(properties ?? {})) {
        const target = String(field.$ref ?? '')
          .split('/')
          .at(-1);
        const own = target ? definitions[target] : field;
        if (typeof own?.description !== 'string' && typeof field.description !== 'string')
          silent.push(`${path}.${name}`);
      }
      for (const [key, child] of Object.entries(node))
        if (key !== '$defs' || $defs) walk(child, `${path}.${key}`);
    };
    const schema = resolutionJsonSchema() as { $defs: Record<string, Record<string, unknown>> };
    const definitions = schema.$defs;
    walk(schema, '');
    expect(silent).toEqual([]);
  });

  it('refuses unknown keys everywhere', () => {
    const loose: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const { type, properties, additionalProperties } = node as Record<string, unknown>;
      if (type === 'object' && properties && additionalProperties !== false) loose.push(path);
      for (const [key, child] of Object.entries(node)) walk(child, `${path}.${key}`);
    };
    walk(resolutionJsonSchema(), '');
    expect(loose).toEqual([]);
  });
});
