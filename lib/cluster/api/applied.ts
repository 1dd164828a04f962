import { structOf, type Type } from '../schema';
import { isSame, isTree, mergeKeyOf } from './merge';

/**
 * The fields that an apply named, in the API's own form (FieldsV1): `f:NAME` a field, `k:{…}` an element of a list by its
 * key, an empty set a leaf. Source: sigs.k8s.io/structured-merge-diff; meta/v1 ManagedFieldsEntry.
 */
export interface FieldSet {
  readonly [token: string]: FieldSet;
}

type Tree = Readonly<Record<string, unknown>>;
const leaf: FieldSet = {};

/** Structs and maps that are replaced whole. Source: `+structType=atomic`, `+mapType=atomic` of k8s.io/api. */
const atomicStructs = new Set(['LabelSelector', 'NodeSelector', 'NodeSelectorTerm', 'ObjectFieldSelector']);
const atomicFields = new Set(['nodeSelector']);
/** What the server itself fills in: nobody owns it by naming it. */
const ofTheServer = new Set([
  'managedFields',
  'name',
  'namespace',
  'uid',
  'resourceVersion',
  'creationTimestamp',
]);

const tokenOf = (element: Tree, key: string): string => `k:${JSON.stringify({ [key]: element[key] })}`;

function setOf(value: unknown, type: Type | undefined, field: string): FieldSet {
  if (type?.form === 'list') {
    const key = Array.isArray(value) ? mergeKeyOf(field, value) : undefined;
    if (!key) return leaf;
    return Object.fromEntries(
      (value as readonly unknown[])
        .filter(isTree)
        .map((element) => [tokenOf(element, key), setOf(element, { ...type, form: 'one' }, '')]),
    );
  }
  if (!isTree(value) || atomicFields.has(field) || (type && atomicStructs.has(type.of))) return leaf;
  const struct = type?.form === 'one' ? structOf(type.of) : undefined;
  if (!struct && type?.form !== 'map') return leaf;
  const isOfTheServer = (name: string) => type?.of === 'ObjectMeta' && ofTheServer.has(name);
  const fields = Object.entries(value).filter(
    ([name, one]) => one !== undefined && one !== null && !isOfTheServer(name),
  );
  return Object.fromEntries(fields.map(([name, one]) => [`f:${name}`, setOf(one, struct?.get(name), name)]));
}

/** The fields that a manifest of this kind names, without what only the server fills in. */
export function appliedFields(kind: string, manifest: object): FieldSet {
  const { apiVersion: _a, kind: _k, status: _s, ...named } = manifest as Record<string, unknown>;
  return setOf(named, { of: kind, form: 'one' }, '');
}

const isLeaf = (set: FieldSet): boolean => Object.keys(set).length === 0;

/** The element or field of a value that a token means. */
function at(value: unknown, token: string): unknown {
  if (token.startsWith('f:')) return isTree(value) ? value[token.slice(2)] : undefined;
  const wanted = JSON.parse(token.slice(2)) as Tree;
  return Array.isArray(value)
    ? value.find((element) => isTree(element) && Object.entries(wanted).every(([k, v]) => element[k] === v))
    : undefined;
}

/**
 * The value without the fields that `before` has and `now` has not. Gives the value itself when there are none. An element of a list
 * goes with all that the server had filled in, for it was named as a whole.
 */
export function withoutDropped(value: unknown, before: FieldSet, now: FieldSet): unknown {
  let result = value;
  for (const [token, set] of Object.entries(before)) {
    const old = at(result, token);
    if (old === undefined) continue;
    const kept = now[token];
    if (kept === undefined && token.startsWith('k:')) {
      result = put(result, token, old, undefined);
      continue;
    }
    const next = kept === undefined && isLeaf(set) ? undefined : withoutDropped(old, set, kept ?? leaf);
    const isEmpty = kept === undefined && isEmptied(next, old);
    if (next !== old || isEmpty) result = put(result, token, old, isEmpty ? undefined : next);
  }
  return result;
}

/** Nothing is left of an object but the keys by which it is found. */
const isEmptied = (next: unknown, old: unknown): boolean =>
  next === undefined ||
  (next !== old && isTree(next) && Object.keys(next).filter((key) => key !== 'name').length === 0);

function put(value: unknown, token: string, old: unknown, next: unknown): unknown {
  if (Array.isArray(value))
    return value.flatMap((element) => (element === old ? (next === undefined ? [] : [next]) : [element]));
  const { [token.slice(2)]: _, ...others } = value as Record<string, unknown>;
  return next === undefined ? others : { ...others, [token.slice(2)]: next };
}

/** The fields of a set whose value is the same in both objects: what somebody else changed is theirs. */
export function stillOwned(set: FieldSet, before: unknown, after: unknown): FieldSet {
  let isWhole = true;
  const kept: Record<string, FieldSet> = {};
  for (const [token, fields] of Object.entries(set)) {
    const [old, now] = [at(before, token), at(after, token)];
    if (old === now) kept[token] = fields;
    else if (isLeaf(fields)) {
      if (isSame(old, now)) kept[token] = fields;
      else isWhole = false;
    } else {
      const owned = stillOwned(fields, old, now);
      if (!isLeaf(owned)) kept[token] = owned;
      isWhole &&= owned === fields;
    }
  }
  return isWhole ? set : kept;
}
