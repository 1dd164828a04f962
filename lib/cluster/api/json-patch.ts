import type { Result, Status } from '../command';
import { isSame } from './merge';
import { accept, badRequest, refuse } from './refusal';

/** One operation of RFC 6902. */
interface Operation {
  readonly op: string;
  readonly path: string;
  readonly from?: string;
  readonly value?: unknown;
}

/** 422, and not a word of which operation it is. Source: apiserver handlers/patch.go applyJSPatch, NewGenericServerResponse. */
const unprocessable: Status = {
  code: 422,
  reason: 'Invalid',
  message: 'the server rejected our request due to an error in our request',
  details: { kind: '', name: '' },
};

type Container = Record<string, unknown> | unknown[];

/** Applies an RFC 6902 patch to a value; the value itself stays as it was. Refusal: an operation that cannot be done. */
export function jsonPatch(base: unknown, patch: unknown): Result<unknown> {
  if (!Array.isArray(patch)) return refuse(badRequest('a JSON patch is a list of operations'));
  let document: unknown = structuredCopy(base);
  for (const operation of patch as Operation[]) {
    const result = applied(document, operation);
    if (!result.ok) return result;
    document = result.value;
  }
  return accept(document);
}

function applied(document: unknown, operation: Operation): Result<unknown> {
  const { op, path, from, value } = operation;
  if (typeof path !== 'string') return refuse(unprocessable);
  switch (op) {
    case 'add':
      return put(document, path, value, 'insert');
    case 'replace':
      return put(document, path, value, 'replace');
    case 'remove':
      return put(document, path, undefined, 'remove');
    case 'test':
      return isSame(read(document, path) ?? null, value ?? null) ? accept(document) : refuse(unprocessable);
    case 'copy':
      return put(document, path, structuredCopy(read(document, from ?? '')), 'insert');
    case 'move': {
      const moved = read(document, from ?? '');
      const without = put(document, from ?? '', undefined, 'remove');
      return without.ok ? put(without.value, path, moved, 'insert') : without;
    }
    default:
      return refuse(unprocessable);
  }
}

const tokensOf = (path: string): string[] =>
  path
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));

function read(document: unknown, path: string): unknown {
  let at: unknown = document;
  for (const token of tokensOf(path)) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<string, unknown>)[token];
  }
  return at;
}

function put(
  document: unknown,
  path: string,
  value: unknown,
  how: 'insert' | 'replace' | 'remove',
): Result<unknown> {
  const tokens = tokensOf(path);
  const last = tokens.pop();
  if (last === undefined) return accept(value);
  const parent = read(
    document,
    tokens.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
  );
  const missing = refuse<unknown>(unprocessable);
  if (typeof parent !== 'object' || parent === null) return missing;
  const into = parent as Container;
  if (Array.isArray(into)) {
    const index = last === '-' ? into.length : Number(last);
    const limit = how === 'insert' ? into.length : into.length - 1;
    if (!Number.isInteger(index) || index < 0 || index > limit) return missing;
    if (how === 'insert') into.splice(index, 0, value);
    else if (how === 'remove') into.splice(index, 1);
    else into[index] = value;
    return accept(document);
  }
  // Kubernetes' library takes a replacement of what is not there for an addition.
  if (how === 'remove' && !Object.hasOwn(into, last)) return missing;
  if (last === '__proto__') return missing;
  if (how === 'remove') delete into[last];
  else into[last] = value;
  return accept(document);
}

function structuredCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCopy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, structuredCopy(one)]));
}
