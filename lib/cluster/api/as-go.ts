import { byKey } from '../keys';
import { structOf, type Type } from '../schema';
import { goName } from '../schema/go';

/**
 * A value as the API server prints its own struct in a refusal: every field, in its order, by its name in Go, and null or
 * zero for what is absent. Only metadata and selectors have the API's own names there.
 * Models encoding/json over the internal types of pkg/apis (v1.37), by the order of k8s.io/api.
 */

type Json = Readonly<Record<string, unknown>>;

/** Structs that are printed as the API has them. */
const ofTheApi = new Set(['ObjectMeta', 'LabelSelector', 'OwnerReference', 'LabelSelectorRequirement']);

const zero = ({ of, form, isPointer }: Type): unknown => {
  if (form !== 'one' || isPointer) return null;
  if (of === 'bool') return false;
  if (/^(int|float)/.test(of)) return 0;
  return structOf(of) || ['Quantity', 'IntOrString', 'Time', 'MicroTime', 'any', 'bytes'].includes(of)
    ? null
    : '';
};

function printed(value: unknown, type: Type): unknown {
  if (value === undefined || value === null)
    return type.isAlways && type.form === 'one' && structOf(type.of) ? asGo(type.of, {}) : zero(type);
  const one: Type = { of: type.of, form: 'one' };
  if (type.form === 'list') return (value as unknown[]).map((element) => printed(element, one));
  if (type.form === 'map')
    return Object.fromEntries(
      Object.entries(value as Json)
        .sort(byKey)
        .map(([key, element]) => [key, printed(element, one)]),
    );
  return structOf(type.of) ? asGo(type.of, value as Json) : value;
}

/** `inside` asks for the fields of a struct within the struct only. */
export function asGo(struct: string, value: object, inside?: string): object {
  const fields = [...(structOf(struct) ?? [])].filter(([, type]) => !inside || type.inside === inside);
  const given = value as Json;
  if (ofTheApi.has(struct))
    return Object.fromEntries(
      fields.flatMap(([field, type]) =>
        given[field] === undefined ? [] : [[field, printed(given[field], type)]],
      ),
    );
  const isWhole = fields.some(([, { of }]) => of === 'ObjectMeta');
  return Object.fromEntries(
    fields.flatMap(([field, type]): [string, unknown][] => {
      if (isWhole && (field === 'kind' || field === 'apiVersion')) return [];
      if (type.of === 'ObjectMeta') return Object.entries(asGo('ObjectMeta', (given[field] ?? {}) as Json));
      return [[goName(field, struct), printed(given[field], type)]];
    }),
  );
}
