import { isSame, mergeKeyOf, retainsKeys } from '../cluster/api/merge';

type Tree = { readonly [field: string]: unknown };
const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Trees deeper than this are taken as they are. */
const deepest = 100;

/**
 * The strategic merge patch that brings `current` to what `modified` says, and takes away what `original` said and `modified`
 * no longer says. Empty when nothing is to be changed. Models apimachinery pkg/util/strategicpatch CreateThreeWayMergePatch
 * (v1.37). Leaves out: the merging of lists of plain values.
 */
export const threeWayPatch = (original: Tree, modified: Tree, current: Tree): Tree =>
  between(original, modified, current, 0);

function between(original: Tree, modified: Tree, current: Tree, depth: number): Tree {
  const patch: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(modified)) {
    const change = changed(field, original[field], value, current[field], depth);
    if (change?.order) patch[`$setElementOrder/${field}`] = change.order;
    if (change && 'to' in change) patch[field] = change.to;
  }
  for (const [field, value] of Object.entries(original))
    if (value !== undefined && value !== null && !(field in modified) && current[field] !== undefined)
      patch[field] = null;
  return patch;
}

/** What stands in the patch for one field; undefined when nothing does. */
function changed(
  field: string,
  original: unknown,
  modified: unknown,
  current: unknown,
  depth: number,
): { readonly to?: unknown; readonly order?: readonly Tree[] } | undefined {
  if (modified === undefined) return undefined;
  if (modified === null) return current === undefined || current === null ? undefined : { to: null };
  if (isTree(modified) && isTree(current) && depth < deepest) {
    const inner = between(isTree(original) ? original : {}, modified, current, depth + 1);
    return Object.keys(inner).length > 0 ? { to: retaining(field, inner, modified) } : undefined;
  }
  if (Array.isArray(modified) && Array.isArray(current)) {
    const key = mergeKeyOf(field, [...modified, ...current]);
    const hasKeys = key && [...modified, ...current].every((element) => isTree(element) && key in element);
    if (key && hasKeys && depth < deepest) {
      const inner = lists(field, key, Array.isArray(original) ? original : [], modified, current, depth + 1);
      const order = modified.map((element) => ({ [key]: (element as Tree)[key] }));
      if (inner.length > 0) return { to: inner, order };
      return isSame(
        order,
        current.map((element) => ({ [key]: (element as Tree)[key] })),
      )
        ? undefined
        : { order };
    }
  }
  return isSame(modified, current) ? undefined : { to: modified };
}

/** Says of a union which of its fields are left, so that those of another choice go. */
const retaining = (field: string, patch: Tree, modified: Tree): Tree =>
  retainsKeys(field) ? { ...patch, $retainKeys: Object.keys(modified).sort() } : patch;

/** A list whose elements are told apart by a key: the elements that change, and those that go. */
function lists(
  field: string,
  key: string,
  original: readonly unknown[],
  modified: readonly Tree[],
  current: readonly Tree[],
  depth: number,
): Tree[] {
  const byKey = (all: readonly unknown[], value: unknown): Tree | undefined =>
    all.find((element): element is Tree => isTree(element) && element[key] === value);
  const patch: Tree[] = modified.flatMap((element) => {
    const now = byKey(current, element[key]);
    if (!now) return [element];
    const inner = between(byKey(original, element[key]) ?? {}, element, now, depth);
    return Object.keys(inner).length > 0
      ? [{ ...retaining(field, inner, element), [key]: element[key] }]
      : [];
  });
  for (const element of original)
    if (isTree(element) && !byKey(modified, element[key]) && byKey(current, element[key]))
      patch.push({ $patch: 'delete', [key]: element[key] });
  return patch;
}
