import type { Status } from '../command';
import { structOf, type Type } from '../schema';
import { badRequest } from './refusal';

/** What Go's decoder found in one document. */
interface Found {
  /** The first value that does not fit its field. */
  misfit?: string;
  readonly unknown: string[];
}

/** Where the decoder is: the dotted path without indexes, the path with them, and the struct that has the field. */
interface Place {
  readonly path: string;
  readonly indexed: string;
  readonly struct: string;
}

const jsonKind = (value: unknown): string =>
  Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value;

const scalars: Readonly<Record<string, 'string' | 'number' | 'boolean'>> = {
  string: 'string',
  bytes: 'string',
  Time: 'string',
  MicroTime: 'string',
  bool: 'boolean',
  int32: 'number',
  int64: 'number',
  float64: 'number',
};
const largest: Readonly<Record<string, number>> = { int32: 2 ** 31 - 1, int64: Number.MAX_SAFE_INTEGER };
const quantityForm = /^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$/;
const timeForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** How Go prints a field's type. */
const goType = ({ of, form }: Type): string => {
  const name = scalars[of] ? (of === 'bytes' ? '[]uint8' : of) : `v1.${of}`;
  return form === 'list' ? `[]${name}` : form === 'map' ? `map[string]${name}` : name;
};

const cannot = (value: unknown, type: Type, { struct, path }: Place): string => {
  const is =
    typeof value === 'number' && type.form === 'one' && largest[type.of]
      ? `number ${value}`
      : jsonKind(value);
  return `json: cannot unmarshal ${is} into Go struct field ${struct}.${path} of type ${goType(type)}`;
};

/** What is wrong with a value that is neither a struct nor a list nor a map; undefined when it fits. */
function scalarMisfit(value: unknown, type: Type, place: Place): string | undefined {
  switch (type.of) {
    case 'any':
      return undefined;
    case 'IntOrString':
      if (typeof value === 'string' || (typeof value === 'number' && Number.isInteger(value)))
        return undefined;
      return `json: cannot unmarshal ${jsonKind(value)} into Go value of type int32`;
    case 'Quantity': {
      const text = typeof value === 'number' ? String(value) : value;
      if (typeof text === 'string' && quantityForm.test(text)) return undefined;
      return "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
    }
    case 'Time':
    case 'MicroTime':
      if (typeof value !== 'string') return cannot(value, type, place);
      return timeForm.test(value)
        ? undefined
        : `parsing time ${JSON.stringify(JSON.stringify(value))} as "2006-01-02T15:04:05Z07:00": cannot parse ${JSON.stringify(value)} as "2006"`;
    default: {
      const wanted = scalars[type.of];
      if (!wanted || typeof value !== wanted) return cannot(value, type, place);
      const limit = largest[type.of];
      const isFit = limit === undefined || (Number.isInteger(value) && Math.abs(value as number) <= limit);
      return isFit ? undefined : cannot(value, type, place);
    }
  }
}

function decode(value: unknown, type: Type, place: Place, found: Found): void {
  if (value === null || value === undefined || found.misfit !== undefined) return;
  if (type.form === 'list') {
    if (!Array.isArray(value)) found.misfit = cannot(value, type, place);
    else
      for (const [i, one] of value.entries())
        decode(one, { ...type, form: 'one' }, { ...place, indexed: `${place.indexed}[${i}]` }, found);
    return;
  }
  const isObject = typeof value === 'object' && !Array.isArray(value);
  if (type.form === 'map') {
    if (!isObject) found.misfit = cannot(value, type, place);
    else
      for (const [key, one] of Object.entries(value))
        decode(one, { ...type, form: 'one' }, { ...place, indexed: `${place.indexed}.${key}` }, found);
    return;
  }
  const struct = structOf(type.of);
  if (!struct) found.misfit = scalarMisfit(value, type, place);
  else if (!isObject) found.misfit = cannot(value, type, place);
  else decodeStruct(value as Readonly<Record<string, unknown>>, type.of, place, found);
}

function decodeStruct(
  object: Readonly<Record<string, unknown>>,
  name: string,
  { path, indexed }: Pick<Place, 'path' | 'indexed'>,
  found: Found,
): void {
  const struct = structOf(name);
  for (const [field, value] of Object.entries(object)) {
    const under = (base: string) => (base ? `${base}.${field}` : field);
    const type = struct?.get(field);
    if (type) decode(value, type, { path: under(path), indexed: under(indexed), struct: name }, found);
    else found.unknown.push(under(indexed));
  }
}

/** What is wrong with a document of this struct, in the words of Go's decoder; undefined when all of it fits. */
export function misfitOf(struct: string, document: object): string | undefined {
  const found: Found = { unknown: [] };
  decodeStruct(document as Readonly<Record<string, unknown>>, struct, { path: '', indexed: '' }, found);
  if (found.misfit !== undefined) return found.misfit;
  if (found.unknown.length === 0) return undefined;
  return `strict decoding error: ${found.unknown.map((path) => `unknown field ${JSON.stringify(path)}`).join(', ')}`;
}

/**
 * 400 when a document does not fit the struct of its kind; undefined when it does.
 * Source: apiserver pkg/endpoints/handlers/create.go transformDecodeError; encoding/json UnmarshalTypeError;
 * sigs.k8s.io/json UnmarshalStrict (fieldValidation=Strict, as kubectl asks for).
 */
export function decodeError(manifest: {
  readonly kind: string;
  readonly apiVersion: string;
}): Status | undefined {
  const { kind, apiVersion } = manifest;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string')
    return badRequest(
      `Object '${typeof kind === 'string' ? 'apiVersion' : 'Kind'}' is missing in '${JSON.stringify(manifest)}'`,
    );
  const misfit = structOf(kind) && misfitOf(kind, manifest);
  return misfit === undefined
    ? undefined
    : badRequest(
        `${kind} in version ${JSON.stringify(apiVersion.split('/').at(-1))} cannot be handled as a ${kind}: ${misfit}`,
      );
}
