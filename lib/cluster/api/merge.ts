type Tree = { readonly [key: string]: unknown };
const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lists that merge by an element's key; every other list is replaced whole. Source: patchMergeKey tags of k8s.io/api. */
const mergeKeys: Readonly<Record<string, string>> = {
  containers: 'name',
  initContainers: 'name',
  volumes: 'name',
  env: 'name',
  volumeMounts: 'mountPath',
  taints: 'key',
  ports: 'containerPort',
};

/** The key by which elements of a list are told apart; undefined for a list that is replaced whole. */
export const mergeKeyOf = (field: string, list: readonly unknown[]): string | undefined => {
  const key = mergeKeys[field];
  if (field === 'ports' && list.some((port) => isTree(port) && 'port' in port)) return 'port';
  return key;
};

/** RFC 7386: null removes, objects merge, everything else replaces. */
export function mergePatch(base: unknown, patch: unknown): unknown {
  if (!isTree(patch)) return patch;
  const result: Record<string, unknown> = isTree(base) ? { ...base } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = mergePatch(result[key], value);
  }
  return result;
}

/**
 * Strategic merge: as RFC 7386, but named lists merge element by element, and `$patch: replace` or `$patch: delete` in a
 * map forgets what was there. Source: apimachinery pkg/util/strategicpatch.
 */
export function strategicMerge(base: unknown, patch: unknown, field = ''): unknown {
  if (Array.isArray(patch)) {
    const key = mergeKeyOf(field, patch);
    return key ? mergeByKey(Array.isArray(base) ? base : [], patch, key) : patch;
  }
  if (!isTree(patch)) return patch;
  const isNew = patch.$patch === 'replace' || patch.$patch === 'delete';
  const result: Record<string, unknown> = isTree(base) && !isNew ? { ...base } : {};
  if (patch.$patch === 'delete') return result;
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else if (name !== '$patch') result[name] = strategicMerge(result[name], value, name);
  }
  return result;
}

function mergeByKey(base: readonly unknown[], patch: readonly unknown[], key: string): unknown[] {
  const result = [...base];
  for (const element of patch) {
    const at = result.findIndex((old) => isTree(old) && isTree(element) && old[key] === element[key]);
    if (isTree(element) && element.$patch === 'delete') {
      if (at >= 0) result.splice(at, 1);
    } else if (at >= 0) result[at] = strategicMerge(result[at], element);
    else result.push(strategicMerge(undefined, element));
  }
  return result;
}

/** Equal as JSON, whatever the order of keys; absent and undefined are the same. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((x, i) => isSame(x, b[i]));
  if (!isTree(a) || !isTree(b)) return false;
  for (const key in a) if (!isSame(a[key], b[key])) return false;
  for (const key in b) if (b[key] !== undefined && a[key] === undefined) return false;
  return true;
}
