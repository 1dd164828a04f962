import type { Result } from '../command';
import type { Manifest } from '../objects';
import { structOf, type Type } from '../schema';
import { decoded, structName } from './decoding';
import { isTree, mergeKeyOf } from './merge';
import { accept, refuse } from './refusal';

/**
 * Whether what an apply sends fits the schema: 500 without a reason when it does not, in the words of the schema's own checker.
 * Models sigs.k8s.io/structured-merge-diff typed/validate.go and apiserver managedfields structuredmerge.go Apply (v1.37).
 * Leaves out: which of several misfits comes first, which is chance in Kubernetes.
 */
export function typedManifest(sent: Manifest): Result<Manifest> {
  const given: unknown = sent;
  if (!isTree(given)) return accept(sent);
  const { kind, apiVersion } = given;
  const struct = typeof kind === 'string' && typeof apiVersion === 'string' && structName(kind, apiVersion);
  if (!struct) return accept(sent);
  const { namespace = '', name = '' } = isTree(given.metadata) ? given.metadata : {};
  const named = `(${namespace}/${name}; ${apiVersion}, Kind=${kind})`;
  const no = (message: string): Result<Manifest> => refuse({ code: 500, reason: '', message });
  const misfit = misfitOf(sent, { of: struct, form: 'one' }, '', '');
  if (misfit) return no(`failed to create typed patch object ${named}: ${misfit}`);
  const { misfit: unread } = decoded(struct, sent, 'merged');
  return unread
    ? no(
        `failed to convert new object ${named} to proper version: unable to convert unstructured object to ${apiVersion}, Kind=${kind}: ${unread}`,
      )
    : accept(sent);
}

type Tree = Readonly<Record<string, unknown>>;

const numbers = new Set(['int32', 'int64', 'float64']);
/** Scalars of any sort for the checker. */
const untyped = new Set(['any', 'IntOrString', 'Quantity']);
/** Lists whose elements have two keys, and what the second one is when nobody says it. */
const secondKeys: Readonly<Record<string, readonly [string, string]>> = {
  ports: ['protocol', 'TCP'],
  topologySpreadConstraints: ['whenUnsatisfiable', ''],
};

/** A value as Go prints it with %v. */
const printed = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map(printed).join(' ')}]`
    : isTree(value)
      ? `map[${Object.keys(value)
          .sort()
          .map((key) => `${key}:${printed(value[key])}`)
          .join(' ')}]`
      : String(value ?? '<nil>');

const goTypeOf = (value: unknown): string =>
  Array.isArray(value)
    ? '[]interface {}'
    : isTree(value)
      ? 'map[string]interface {}'
      : typeof value === 'boolean'
        ? 'bool'
        : 'string';

function misfitOf(value: unknown, type: Type, path: string, field: string): string | undefined {
  if (value === null || value === undefined) return undefined;
  const wants = (what: string) => `${path}: expected ${what}, got &{${printed(value)}}`;
  if (type.form === 'list')
    return Array.isArray(value) ? ofElements(value, type, path, field) : wants('list');
  const struct = type.form === 'one' ? structOf(type.of) : undefined;
  if (struct || type.form === 'map') {
    if (!isTree(value)) return wants('map');
    for (const [name, one] of Object.entries(value)) {
      const of: Type | undefined = struct ? struct.get(name) : { of: type.of, form: 'one' };
      const misfit = of
        ? misfitOf(one, of, `${path}.${name}`, name)
        : `${path}.${name}: field not declared in schema`;
      if (misfit) return misfit;
    }
    return undefined;
  }
  if (untyped.has(type.of)) return undefined;
  if (type.of === 'bool') return typeof value === 'boolean' ? undefined : wants('boolean');
  if (numbers.has(type.of))
    return typeof value === 'number'
      ? undefined
      : `${path}: expected numeric (int or float), got ${goTypeOf(value)}`;
  return typeof value === 'string'
    ? undefined
    : `${path}: expected string, got &value.valueUnstructured{Value:${printed(value)}}`;
}

/** An element is named by its keys in a list that has some, else by its place. */
function ofElements(list: readonly unknown[], type: Type, path: string, field: string): string | undefined {
  const key = structOf(type.of) && mergeKeyOf(field, list);
  const seen = new Set<string>();
  for (const [i, element] of list.entries()) {
    if (key && !isTree(element))
      return `${path}: element ${i}: associative list with keys may not have non-map elements`;
    const at = key ? keysOf(element as Tree, key, field) : `[${i}]`;
    if (key && seen.has(at)) return `${path}: duplicate entries for key ${at}`;
    seen.add(at);
    const misfit = misfitOf(element, { of: type.of, form: 'one' }, `${path}${at}`, '');
    if (misfit) return misfit;
  }
  return undefined;
}

function keysOf(element: Tree, key: string, field: string): string {
  const [second, unsaid] = secondKeys[field] ?? [];
  const said = (name: string, unless: string) => `${name}=${JSON.stringify(element[name] ?? unless)}`;
  return `[${[said(key, ''), ...(second ? [said(second, unsaid ?? '')] : [])].join(',')}]`;
}
