import { decoded, structName } from '../cluster/api/decoding';
import type { KubeObject } from '../cluster/objects';
import type { Call } from './call';
import { Failure } from './failure';

/** What becomes of fields that a kind does not have. Source: kubectl pkg/cmd/util GetValidationDirective (v1.37). */
export type Validation = 'strict' | 'warn' | 'ignore';

export function validationOf({ flags }: Pick<Call, 'flags'>): Validation {
  const typed = flags.text('validate');
  if (typed === 'strict' || typed === 'warn' || typed === 'ignore') return typed;
  if (/^(1|t|T|true|TRUE|True)$/.test(typed)) return 'strict';
  if (/^(0|f|F|false|FALSE|False)$/.test(typed)) return 'ignore';
  throw new Failure(
    `invalid - validate option ${JSON.stringify(typed)}; must be one of: strict (or true), warn, ignore (or false)`,
  );
}

/** The object without the fields that its kind does not have, unless the API server is to refuse these. */
export function fitted<T extends object>(call: Call, object: T): T {
  const validation = validationOf(call);
  if (validation === 'strict') return object;
  const { kind, apiVersion } = object as unknown as KubeObject;
  const struct = structName(kind, apiVersion);
  if (!struct) return object;
  const { value, misfit } = decoded(struct, object, 'asSent');
  if (!misfit?.startsWith('strict decoding error: ')) return object;
  if (validation === 'warn')
    for (const [unknown] of misfit.matchAll(/unknown field "(?:[^"\\]|\\.)*"/g)) call.warn(unknown);
  return value as T;
}
