import type { Result } from '../command';
import type { Manifest } from '../objects';
import { canonicalQuantity } from '../quantity';
import { structOf, type Type } from '../schema';
import { goType, plain } from '../schema/go';
import { accept, badRequest, refuse } from './refusal';

/** What Go's decoder found in one document. */
interface Found {
  /** The first value that does not fit its field; what follows it is still looked at. */
  misfit?: string;
  /** A value that its own decoder refuses: nothing is looked at after it. */
  end?: string;
  readonly unknown: string[];
  /** Whether zeros go and what is always there comes, as Go prints an object. */
  readonly isWhole: boolean;
  /** Whether the values come from a strategic merge, whose converter has words of its own. */
  readonly isMerged?: boolean;
}

/** Where the decoder is: the dotted path without indexes, the path with them, and the struct that has the field. */
interface Place {
  readonly path: string;
  readonly indexed: string;
  readonly struct: string;
}

const jsonKind = (value: unknown): string =>
  Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value;

const scalars: Readonly<Record<string, 'number' | 'boolean'>> = {
  bool: 'boolean',
  int32: 'number',
  int64: 'number',
  float64: 'number',
};
const largest: Readonly<Record<string, number>> = { int32: 2 ** 31 - 1, int64: 2 ** 63 };
const quantityForm = /^[+-]?(\d+\.?|\d*\.\d+)[eEinumkKMGTP]*[-+]?\d*$/;
const timeForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** Source: apimachinery pkg/runtime/converter.go fromUnstructured. */
function cannotConvert(value: unknown, { of, form }: Type): string {
  const is = Array.isArray(value)
    ? 'slice'
    : typeof value === 'object'
      ? 'map'
      : typeof value === 'boolean'
        ? 'bool'
        : typeof value === 'number'
          ? Number.isInteger(value)
            ? 'int64'
            : 'float64'
          : 'string';
  if (form !== 'one') return `cannot restore ${form === 'list' ? 'slice' : 'map'} from ${is}`;
  if (structOf(of)) return `cannot restore struct from: ${is}`;
  const isNumber = typeof value === 'number';
  const wanted = scalars[of] ? of : 'string';
  const isNear = isNumber && (wanted === 'string' ? is === 'int64' : scalars[of] === 'number');
  return isNear
    ? `cannot convert ${is} to ${plain.test(of) ? of : goType({ of, form })}`
    : `unrecognized type: ${wanted}`;
}

const cannot = (value: unknown, type: Type, { struct, path }: Place, found: Found): string => {
  if (found.isMerged) return cannotConvert(value, type);
  const is =
    typeof value === 'number' && type.form === 'one' && largest[type.of]
      ? `number ${value}`
      : jsonKind(value);
  const name = struct.replace(/@.*|^.*\./g, '');
  return `json: cannot unmarshal ${is} into Go struct field ${name}.${path} of type ${goType(type)}`;
};

/** What a type's own decoder says: it knows of no struct when the converter calls it. */
function ofItsOwn(value: unknown, of: string, place: Place, found: Found): string {
  const type: Type = { of, form: 'one' };
  const words = cannot(value, type, place, { ...found, isMerged: false });
  return found.isMerged ? words.replace(/ Go struct field \S+ of/, ' Go value of') : words;
}

/** A value that has a decoder of its own, as it is kept. */
function special(value: unknown, of: string, found: Found, place: Place): unknown {
  if (of === 'IntOrString') {
    const isSound = typeof value === 'number' ? isWhole(value, 'int32') : typeof value === 'string';
    if (!isSound) found.end = ofItsOwn(value, 'int32', place, found);
    return value;
  }
  if (of === 'Quantity') {
    const text = typeof value === 'string' ? value.trim() : JSON.stringify(value);
    if (!quantityForm.test(text))
      found.end =
        "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
    const canonical = canonicalQuantity(text);
    if (canonical === undefined) found.end ??= "unable to parse quantity's suffix";
    return found.isWhole ? canonical : text;
  }
  if (typeof value !== 'string') found.end = ofItsOwn(value, 'string', place, found);
  else if (!timeForm.test(value))
    found.end = `parsing time ${JSON.stringify(value)} as "2006-01-02T15:04:05Z07:00": cannot parse ${JSON.stringify(value)} as "2006"`;
  return value;
}

const isWhole = (value: number, of: string): boolean =>
  Number.isInteger(value) && value <= (largest[of] ?? 0) && value >= -(largest[of] ?? 0) - 1;
const specials = ['IntOrString', 'Quantity', 'Time', 'MicroTime'];

/** What Go makes of a null in a list or a map: the zero of its type. */
const zeroOf = ({ of }: Type, found: Found): unknown => {
  if (structOf(of)) return decodeStruct({}, of, { path: '', indexed: '' }, found);
  if (specials.includes(of)) return of === 'Quantity' ? '0' : of === 'IntOrString' ? 0 : null;
  return scalars[of] === 'number' ? 0 : scalars[of] ? false : '';
};

/** The value as Go keeps it: a null is no value. */
function decode(value: unknown, type: Type, place: Place, found: Found): unknown {
  if (value === null || value === undefined || found.end !== undefined) return undefined;
  const misfit = () => {
    found.misfit ??= cannot(value, type, place, found);
    return undefined;
  };
  const one: Type = { of: type.of, form: 'one' };
  const part = (element: unknown, at: string) =>
    decode(element, one, { ...place, indexed: `${place.indexed}${at}` }, found) ?? zeroOf(one, found);
  const isObject = typeof value === 'object' && !Array.isArray(value);
  if (type.form === 'list')
    return Array.isArray(value) ? value.map((element, i) => part(element, `[${i}]`)) : misfit();
  if (type.form === 'map')
    return isObject
      ? Object.fromEntries(Object.entries(value).map(([key, element]) => [key, part(element, `.${key}`)]))
      : misfit();
  const { of } = type;
  if (of === 'any') return value;
  if (structOf(of)) return isObject ? decodeStruct(value as object, of, place, found) : misfit();
  if (specials.includes(of)) return special(value, of, found, place);
  if (typeof value !== (scalars[of] ?? 'string')) return misfit();
  if (!largest[of] || isWhole(value as number, of)) return value;
  // The converter lets a number of 64 bits flow over.
  return found.isMerged && Number.isInteger(value) ? (value as number) | 0 : misfit();
}

/** Nothing, to Go: what it does not print. */
const isZero = (value: unknown, { form, of, isPointer }: Type): boolean =>
  !isPointer && form === 'one' && (value === '' || value === 0 || value === false) && !specials.includes(of);

/** A value of a struct as it is stored: without the lists and maps that have nothing in them. */
export function withoutEmpty<T>(value: T, struct: string): T {
  const fields = structOf(struct);
  if (!fields || typeof value !== 'object' || value === null) return value;
  const isList = (one: unknown, { form }: Type) => form !== 'one' && typeof one === 'object' && one !== null;
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, one]) => {
      const type = fields.get(field);
      if (!type) return [[field, one]];
      if (!isList(one, type)) return [[field, withoutEmpty(one, type.of)]];
      if (Object.keys(one).length === 0) return type.isAlways || type.isPointer ? [[field, one]] : [];
      if (!structOf(type.of)) return [[field, one]];
      return [[field, Array.isArray(one) ? one.map((element) => withoutEmpty(element, type.of)) : one]];
    }),
  ) as T;
}

function decodeStruct(
  object: object,
  name: string,
  { path, indexed }: Pick<Place, 'path' | 'indexed'>,
  found: Found,
): object {
  const struct = structOf(name);
  const fields: Record<string, unknown> = {};
  const given = Object.entries(object);
  // The converter goes by the struct and not by the document.
  const rank = (field: string) => [...(struct?.keys() ?? [])].indexOf(field);
  if (found.isMerged) given.sort(([a], [b]) => rank(a) - rank(b));
  for (const [field, one] of given) {
    const under = (base: string) => (base ? `${base}.${field}` : field);
    const type = struct?.get(field);
    if (!type) {
      found.unknown.push(under(indexed));
      continue;
    }
    const within = type.inside ? `${type.inside}.${field}` : field;
    const place = { path: path ? `${path}.${within}` : within, indexed: under(indexed), struct: name };
    const value = decode(one, type, place, found);
    const isKept = value !== undefined && !(found.isWhole && !type.isAlways && isZero(value, type));
    if (isKept) fields[field] = value;
  }
  if (found.isWhole)
    for (const [field, type] of struct ?? [])
      if (type.isAlways && type.form === 'one' && fields[field] === undefined)
        fields[field] = zeroOf(type, found);
  return fields;
}

/**
 * A document of this struct as Go keeps it, or what is wrong with it in the words of Go's decoder. `whole` says that zeros
 * go and what is always there comes; without it the value is what was sent.
 */
export function decoded(
  struct: string,
  document: object,
  whole: 'whole' | 'asSent' | 'patched' | 'merged' = 'whole',
): { readonly value: object; readonly misfit?: string } {
  const found: Found = { unknown: [], isWhole: whole !== 'asSent', isMerged: whole === 'merged' };
  const value = decodeStruct(document, struct, { path: '', indexed: '' }, found);
  const misfit = found.isMerged ? (found.misfit ?? found.end) : (found.end ?? found.misfit);
  if (misfit !== undefined) return { value, misfit };
  if (found.unknown.length === 0) return { value };
  // A patched object is put together by the order of its fields' names.
  if (whole === 'patched' || whole === 'merged') found.unknown.sort();
  const unknown = found.unknown.map((path) => `unknown field ${JSON.stringify(path)}`);
  return { value, misfit: `strict decoding error: ${unknown.join(', ')}` };
}

/** The struct of a kind in a version. */
export const structName = (kind: string, apiVersion: string): string | undefined =>
  [`${kind}@${apiVersion}`, kind].find(structOf);

/**
 * What a client sent, as an object of its kind: 400 when it does not fit.
 * Source: apiserver pkg/endpoints/handlers/create.go transformDecodeError; encoding/json UnmarshalTypeError;
 * sigs.k8s.io/json UnmarshalStrict (fieldValidation=Strict, as kubectl asks for).
 */
export function decodedManifest(sent: unknown, whole: 'whole' | 'asSent' = 'whole'): Result<Manifest> {
  const missing = (field: string): Result<Manifest> =>
    refuse(badRequest(`Object '${field}' is missing in '${JSON.stringify(sent)}'`));
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return missing('Kind');
  const { kind, apiVersion } = sent as { readonly kind?: unknown; readonly apiVersion?: unknown };
  if (typeof kind !== 'string' || !kind) return missing('Kind');
  if (typeof apiVersion !== 'string' || !apiVersion) return missing('apiVersion');
  const struct = structName(kind, apiVersion);
  if (!struct) return accept({ metadata: { name: '' }, kind, apiVersion });
  const { value, misfit } = decoded(struct, sent, whole);
  if (misfit === undefined) return accept({ metadata: {}, ...value } as Manifest);
  const version = JSON.stringify(apiVersion.split('/').at(-1));
  return refuse(badRequest(`${kind} in version ${version} cannot be handled as a ${kind}: ${misfit}`));
}
