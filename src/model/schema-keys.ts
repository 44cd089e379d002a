import type * as z from 'zod/mini';

type Schema = z.core.$ZodType;

/** Names of the keys that the schema knows at a path, over all alternatives. */
export const keysAt = (schema: Schema, path: readonly PropertyKey[]): string[] => [
  ...new Set(
    reachedBy(schema, path).flatMap(({ _zod: { def } }) => (isObject(def) ? Object.keys(def.shape) : [])),
  ),
];

/** Whether a text may stand at a path. */
export const allowsText = (schema: Schema, path: readonly PropertyKey[]): boolean =>
  reachedBy(schema, path).some(({ _zod: { def } }) => def.type === 'string');

const reachedBy = (schema: Schema, path: readonly PropertyKey[]): Schema[] =>
  path.reduce<Schema[]>(
    (reached, key) => reached.flatMap((one) => stepInto(one, key)).flatMap(alternatives),
    alternatives(schema),
  );

/** A schema without its wrappers: unions opened, optional, lazy and pipe looked through. */
function alternatives(schema: Schema): Schema[] {
  const def = schema._zod.def as unknown as Definition;
  switch (def.type) {
    case 'union':
      return def.options.flatMap(alternatives);
    case 'optional':
      return alternatives(def.innerType);
    case 'lazy':
      return alternatives(def.getter());
    case 'pipe':
      return alternatives(def.in);
    default:
      return [schema];
  }
}

function stepInto(schema: Schema, key: PropertyKey): Schema[] {
  const def = schema._zod.def as unknown as Definition;
  if (def.type === 'object') return Object.hasOwn(def.shape, key) ? [def.shape[String(key)] as Schema] : [];
  if (def.type === 'array') return [def.element];
  return def.type === 'record' ? [def.valueType] : [];
}

/** The parts of zod's definitions that are walked here. */
type Definition =
  | { type: 'union'; options: Schema[] }
  | { type: 'optional'; innerType: Schema }
  | { type: 'lazy'; getter: () => Schema }
  | { type: 'pipe'; in: Schema }
  | { type: 'object'; shape: Record<string, Schema> }
  | { type: 'array'; element: Schema }
  | { type: 'record'; valueType: Schema }
  | { type: 'string' };

const isObject = (def: { type: string }): def is { type: 'object'; shape: Record<string, Schema> } =>
  def.type === 'object';
