import type { Manifest } from '../objects';
import { badRequest } from './refusal';

/** A field whose type in Go decides what JSON may stand there: `ReplicationControllerSpec.spec.selector of type string`. */
export interface GoField {
  /** Dotted, from the object's root. */
  readonly path: string;
  /** The Go struct that has the field. */
  readonly struct: string;
  /** `string-map` is Go's map[string]string. */
  readonly type: 'int32' | 'string' | 'bool' | 'string-map';
}

const ofEveryKind: readonly GoField[] = ['labels', 'annotations'].map((field) => ({
  path: `metadata.${field}`,
  struct: 'ObjectMeta',
  type: 'string-map',
}));

/** The fields of a Pod template. */
export const templateFields = (at: string): readonly GoField[] =>
  ['labels', 'annotations'].map((field) => ({
    path: `${at}.metadata.${field}`,
    struct: 'ObjectMeta',
    type: 'string-map',
  }));

const jsonType = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value);

const valueAt = (object: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (at, field) =>
        typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[field] : undefined,
      object,
    );

/** What Go calls the value that does not fit, and the type that it does not fit; undefined when it fits. */
function misfit(value: unknown, type: GoField['type']): readonly [string, string] | undefined {
  if (value === undefined || value === null) return undefined;
  const is = jsonType(value);
  switch (type) {
    case 'string-map': {
      if (is !== 'object') return [is, 'map[string]string'];
      const wrong = Object.values(value).find((entry) => entry !== null && typeof entry !== 'string');
      return wrong === undefined ? undefined : misfit(wrong, 'string');
    }
    case 'int32':
      if (is !== 'number') return [is === 'boolean' ? 'bool' : is, type];
      return Number.isInteger(value) ? undefined : [`number ${value}`, type];
    case 'string':
    case 'bool':
      return is === (type === 'bool' ? 'boolean' : type) ? undefined : [is === 'boolean' ? 'bool' : is, type];
  }
}

/**
 * 400 for the first field whose JSON does not fit its type, in the words of Go's decoder; undefined when all fit.
 * Source: apiserver pkg/endpoints/handlers/create.go transformDecodeError; encoding/json UnmarshalTypeError.
 */
export function decodeError(manifest: Manifest, fields: readonly GoField[] = []) {
  const { kind, apiVersion } = manifest;
  for (const { path, struct, type } of [...ofEveryKind, ...fields]) {
    const wrong = misfit(valueAt(manifest, path), type);
    if (wrong)
      return badRequest(
        `${kind} in version ${JSON.stringify(apiVersion.split('/').at(-1))} cannot be handled as a ${kind}: json: cannot unmarshal ${wrong[0]} into Go struct field ${struct}.${path} of type ${wrong[1]}`,
      );
  }
  return undefined;
}
