import type { Result } from '../command';
import type { Manifest } from '../objects';
import { structOf, type Type } from '../schema';
import { accept, badRequest, refuse } from './refusal';

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
  const [name] = struct.split('@');
  return `json: cannot unmarshal ${is} into Go struct field ${name}.${path} of type ${goType(type)}`;
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

const zeros: Readonly<Record<string, unknown>> = { string: '', number: 0, boolean: false };

/** What Go makes of a null in a list or a map: the zero of its type. */
const zeroOf = ({ of }: Type): unknown => (structOf(of) ? {} : zeros[scalars[of] ?? 'string']);

/** The value as Go keeps it: a null is no value. */
function decode(value: unknown, type: Type, place: Place, found: Found): unknown {
  if (value === null || value === undefined || found.misfit !== undefined) return undefined;
  const one: Type = { of: type.of, form: 'one' };
  const part = (element: unknown, at: string) =>
    decode(element, one, { ...place, indexed: `${place.indexed}${at}` }, found) ?? zeroOf(one);
  if (type.form === 'list') {
    if (Array.isArray(value)) return value.map((element, i) => part(element, `[${i}]`));
    found.misfit = cannot(value, type, place);
    return undefined;
  }
  const isObject = typeof value === 'object' && !Array.isArray(value);
  const struct = type.form === 'map' ? undefined : structOf(type.of);
  if (!struct && type.form === 'one') {
    found.misfit = scalarMisfit(value, type, place);
    return typeof value === 'number' && type.of === 'Quantity' ? String(value) : value;
  }
  if (!isObject) {
    found.misfit = cannot(value, type, place);
    return undefined;
  }
  const object = value as Readonly<Record<string, unknown>>;
  if (struct) return decodeStruct(object, type.of, place, found);
  return Object.fromEntries(Object.entries(object).map(([key, element]) => [key, part(element, `.${key}`)]));
}

function decodeStruct(
  object: Readonly<Record<string, unknown>>,
  name: string,
  { path, indexed }: Pick<Place, 'path' | 'indexed'>,
  found: Found,
): object {
  const struct = structOf(name);
  const fields: [string, unknown][] = [];
  for (const [field, given] of Object.entries(object)) {
    const under = (base: string) => (base ? `${base}.${field}` : field);
    const type = struct?.get(field);
    if (!type) found.unknown.push(under(indexed));
    const place = { path: under(path), indexed: under(indexed), struct: name };
    const value = type && decode(given, type, place, found);
    if (value !== undefined) fields.push([field, value]);
  }
  return Object.fromEntries(fields);
}

/** A document of this struct as Go keeps it (a spec that is missing is an empty one), or what is wrong with it in the words of Go's decoder. */
export function decoded(
  struct: string,
  document: object,
): { readonly value: object; readonly misfit?: string } {
  const found: Found = { unknown: [] };
  const fields = decodeStruct(
    document as Readonly<Record<string, unknown>>,
    struct,
    { path: '', indexed: '' },
    found,
  );
  const value = structOf(struct)?.has('spec') ? { spec: {}, ...fields } : fields;
  if (found.misfit !== undefined) return { value, misfit: found.misfit };
  if (found.unknown.length === 0) return { value };
  const unknown = found.unknown.map((path) => `unknown field ${JSON.stringify(path)}`);
  return { value, misfit: `strict decoding error: ${unknown.join(', ')}` };
}

/**
 * What a client sent, as an object of its kind: 400 when it does not fit.
 * Source: apiserver pkg/endpoints/handlers/create.go transformDecodeError; encoding/json UnmarshalTypeError;
 * sigs.k8s.io/json UnmarshalStrict (fieldValidation=Strict, as kubectl asks for).
 */
export function decodedManifest(sent: unknown): Result<Manifest> {
  const missing = (field: string): Result<Manifest> =>
    refuse(badRequest(`Object '${field}' is missing in '${JSON.stringify(sent)}'`));
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return missing('Kind');
  const { kind, apiVersion } = sent as { readonly kind?: unknown; readonly apiVersion?: unknown };
  if (typeof kind !== 'string' || !kind) return missing('Kind');
  if (typeof apiVersion !== 'string' || !apiVersion) return missing('apiVersion');
  const struct = [`${kind}@${apiVersion}`, kind].find(structOf);
  if (!struct) return accept({ metadata: { name: '' }, kind, apiVersion });
  const { value, misfit } = decoded(struct, sent);
  if (misfit === undefined) return accept({ metadata: {}, ...value } as Manifest);
  const version = JSON.stringify(apiVersion.split('/').at(-1));
  return refuse(badRequest(`${kind} in version ${version} cannot be handled as a ${kind}: ${misfit}`));
}
