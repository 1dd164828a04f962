import type { Result, Status } from '../command';
import { byKey } from '../keys';

/** One thing that is wrong with a field, in the words of apimachinery's field errors. */
export interface FieldError {
  readonly field: string;
  readonly detail: string;
}

const printed = (value: unknown): string =>
  typeof value === 'string' ? JSON.stringify(value) : JSON.stringify(value ?? null);

export const invalidValue = (field: string, value: unknown, detail: string): FieldError => ({
  field,
  detail: `Invalid value: ${printed(value)}${detail && `: ${detail}`}`,
});
export const required = (field: string, detail = ''): FieldError => ({
  field,
  detail: detail ? `Required value: ${detail}` : 'Required value',
});
export const forbidden = (field: string, detail: string): FieldError => ({
  field,
  detail: `Forbidden: ${detail}`,
});
export const unsupported = (field: string, value: unknown, supported: readonly string[]): FieldError => ({
  field,
  detail: `Unsupported value: ${printed(value)}: supported values: ${supported.map((s) => JSON.stringify(s)).join(', ')}`,
});

export const duplicate = (field: string, value: unknown): FieldError => ({
  field,
  detail: `Duplicate value: ${printed(value)}`,
});
export const absent = (field: string, value: unknown, detail = ''): FieldError => ({
  field,
  detail: `Not found: ${printed(value)}${detail && `: ${detail}`}`,
});
export const tooMany = (field: string, length: number, atMost: number): FieldError[] =>
  length > atMost
    ? [{ field, detail: `Too many: ${length}: must have at most ${atMost} item${atMost === 1 ? '' : 's'}` }]
    : [];
export const tooLong = (field: string, text: string, atMost: number): FieldError[] =>
  text.length > atMost ? [{ field, detail: `Too long: may not be more than ${atMost} bytes` }] : [];

/** One of a few words, if it is there. */
export const oneOf = (field: string, value: unknown, words: readonly string[]): FieldError[] =>
  value === undefined || words.includes(value as string) ? [] : [unsupported(field, value, words)];
/** One of a few words, which must be there. */
export const wordOf = (field: string, value: unknown, words: readonly string[]): FieldError[] =>
  value ? oneOf(field, value, words) : [required(field)];

/** `StatefulSet.apps "web"`, `Pod "web-0"`: how an Invalid status names an object. */
const qualified = (kind: string, group: string, name: string): string =>
  `${kind}${group ? `.${group}` : ''} ${JSON.stringify(name)}`;

/** 422. Source: apimachinery pkg/api/errors NewInvalid. */
export function invalid(kind: string, group: string, name: string, errors: readonly FieldError[]): Status {
  const lines = [...new Set(errors.map((e) => `${e.field}: ${e.detail}`))];
  const all = lines.length === 1 ? lines[0] : `[${lines.join(', ')}]`;
  return {
    code: 422,
    reason: 'Invalid',
    message: `${qualified(kind, group, name)} is invalid: ${all}`,
    details: { kind, name },
    causes: errors.map(({ field, detail }) => ({ reason: causeOf(detail), message: detail, field })),
  };
}

const causes = [
  ['Required value', 'FieldValueRequired'],
  ['Unsupported value', 'FieldValueNotSupported'],
  ['Duplicate value', 'FieldValueDuplicate'],
  ['Forbidden', 'FieldValueForbidden'],
  ['Not found', 'FieldValueNotFound'],
  ['Too long', 'FieldValueTooLong'],
  ['Too many', 'FieldValueTooMany'],
] as const;

/** Source: apimachinery pkg/util/validation/field ErrorType. */
const causeOf = (detail: string): string =>
  causes.find(([words]) => detail.startsWith(words))?.[1] ?? 'FieldValueInvalid';

/** A value as Go prints a map: `map[spec:map[replicas:x]]`. */
export const asGoMap = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(asGoMap).join(' ')}]`;
  if (typeof value !== 'object' || value === null) return value === null ? '<nil>' : String(value);
  const entries = Object.entries(value).sort(byKey);
  return `map[${entries.map(([key, one]) => `${key}:${asGoMap(one)}`).join(' ')}]`;
};

/** 422 for a patch after which an object would not fit its fields. Source: apiserver pkg/endpoints/handlers/patch.go. */
export const invalidPatch = (shown: string, misfit: string): Status => ({
  code: 422,
  reason: 'Invalid',
  message: ` "" is invalid: patch: Invalid value: ${JSON.stringify(shown)}: ${misfit}`,
});

/** `statefulsets.apps "web" not found`. Source: apimachinery pkg/api/errors NewNotFound. */
export const notFound = (resource: string, name: string): Status => ({
  code: 404,
  reason: 'NotFound',
  message: `${resource} ${JSON.stringify(name)} not found`,
});

/** Source: apimachinery pkg/api/errors NewAlreadyExists; what registry/store.go Create adds of one that is going. */
export const alreadyExists = (resource: string, name: string, isGoing = false): Status => ({
  code: 409,
  reason: 'AlreadyExists',
  message: `${isGoing ? 'object is being deleted: ' : ''}${resource} ${JSON.stringify(name)} already exists`,
});

export const conflict = (resource: string, name: string): Status => ({
  code: 409,
  reason: 'Conflict',
  message: `Operation cannot be fulfilled on ${resource} ${JSON.stringify(name)}: the object has been modified; please apply your changes to the latest version and try again`,
});

export const noSuchKind = (kind: string, apiVersion: string): Status => ({
  code: 404,
  reason: 'NotFound',
  message: `no matches for kind ${JSON.stringify(kind)} in version ${JSON.stringify(apiVersion)}`,
});

export const badRequest = (message: string): Status => ({ code: 400, reason: 'BadRequest', message });

export const refuse = <Value>(status: Status): Result<Value> => ({ ok: false, status });
export const accept = <Value>(value: Value): Result<Value> => ({ ok: true, value });

/** Source: ValidateNonnegativeField. */
export const atLeastZero = (field: string, value: number | undefined): FieldError[] =>
  value !== undefined && value < 0 ? [invalidValue(field, value, 'must be greater than or equal to 0')] : [];
