type Tree = { readonly [key: string]: unknown };
export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lists that merge by an element's key; every other list is replaced whole. Source: patchMergeKey tags of k8s.io/api. */
const mergeKeys: Readonly<Record<string, string>> = {
  containers: 'name',
  initContainers: 'name',
  ephemeralContainers: 'name',
  volumes: 'name',
  env: 'name',
  volumeMounts: 'mountPath',
  volumeDevices: 'devicePath',
  ports: 'containerPort',
  imagePullSecrets: 'name',
  hostAliases: 'ip',
  topologySpreadConstraints: 'topologyKey',
  schedulingGates: 'name',
  resourceClaims: 'name',
  ownerReferences: 'uid',
  conditions: 'type',
};

/** Lists of plain values that grow by what a patch names. Source: patchStrategy merge without a key. */
const growing: ReadonlySet<string> = new Set(['finalizers']);

/** Maps of which an apply keeps only the fields that it names. Source: patchStrategy retainKeys. */
export const retainsKeys = (field: string): boolean => field === 'strategy' || field === 'volumes';

/** The key by which elements of a list are told apart; undefined for a list that is replaced whole. */
export const mergeKeyOf = (field: string, list: readonly unknown[]): string | undefined => {
  const key = mergeKeys[field];
  if (field === 'ports' && list.some((port) => isTree(port) && 'port' in port)) return 'port';
  return key;
};

/** An EndpointSlice's ports are replaced whole; of every other kind they merge. Source: +listType=atomic of discovery/v1. */
const isAtomic = (base: unknown, field: string): boolean =>
  field === 'ports' && isTree(base) && base.kind === 'EndpointSlice';

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
 * Strategic merge: as RFC 7386, but named lists merge element by element; `$patch: replace` or `$patch: delete` in a map
 * forgets what was there, `$retainKeys` keeps the fields that it names, `$deleteFromPrimitiveList/x` takes values out of x.
 * `$setElementOrder/x` says in which order the elements of x stand. Source: apimachinery pkg/util/strategicpatch.
 */
export function strategicMerge(base: unknown, patch: unknown, field = ''): unknown {
  if (Array.isArray(patch)) {
    const key = mergeKeyOf(field, patch);
    const old: readonly unknown[] = Array.isArray(base) ? base : [];
    if (growing.has(field)) return [...old, ...patch.filter((value) => !old.includes(value))];
    return key ? mergeByKey(old, patch, key) : patch;
  }
  if (!isTree(patch)) return patch;
  if (patch.$patch === 'delete') return {};
  const result = kept(isTree(base) && patch.$patch !== 'replace' ? base : {}, patch);
  for (const [name, value] of Object.entries(patch)) {
    if (name.startsWith('$')) continue;
    if (value === null) delete result[name];
    else result[name] = isAtomic(base, name) ? value : strategicMerge(result[name], value, name);
  }
  for (const [directive, order] of Object.entries(patch)) {
    if (!directive.startsWith(orderOf) || !Array.isArray(order)) continue;
    const name = directive.slice(orderOf.length);
    const [list, old] = [result[name], isTree(base) ? base[name] : undefined];
    if (Array.isArray(list)) result[name] = ordered(name, list, Array.isArray(old) ? old : [], order);
  }
  return result;
}

const orderOf = '$setElementOrder/';

/** A list in the order that a patch asks for; elements that it does not name keep their places after what stood before them. */
function ordered(
  field: string,
  list: readonly unknown[],
  old: readonly unknown[],
  order: readonly unknown[],
): readonly unknown[] {
  const key = mergeKeyOf(field, [...list, ...order]);
  if (!key) return list;
  const keyOf = (element: unknown) => (isTree(element) ? element[key] : undefined);
  const named = order.flatMap((wanted) =>
    list.filter((element) => isSame(keyOf(element), keyOf(wanted))).slice(0, 1),
  );
  const place = (element: unknown) => old.findIndex((one) => isSame(keyOf(one), keyOf(element)));
  const asBefore = list.filter((element) => place(element) >= 0).sort((a, b) => place(a) - place(b));
  return inOrder(named, [...asBefore, ...list.filter((element) => !asBefore.includes(element))]);
}

/**
 * The first element of a patch's list that does not say which element of the object it means, and the key that it lacks.
 * Source: strategicpatch mergeSliceWithoutSpecialElements.
 */
export function keyless(
  base: unknown,
  patch: unknown,
  field = '',
): { readonly element: object; readonly key: string } | undefined {
  if (Array.isArray(patch)) {
    if (!Array.isArray(base)) return undefined;
    const key = mergeKeyOf(field, [...patch, ...base]);
    if (key === undefined || patch.some((one) => isTree(one) && one.$patch === 'replace')) return undefined;
    for (const element of patch) {
      if (!isTree(element)) continue;
      if (element[key] === undefined) return { element, key };
      const old = base.find((one) => isTree(one) && one[key] === element[key]);
      const below = keyless(old, element);
      if (below) return below;
    }
    return undefined;
  }
  if (!isTree(patch) || !isTree(base) || patch.$patch !== undefined) return undefined;
  for (const [name, value] of Object.entries(patch)) {
    const below = isAtomic(base, name) ? undefined : keyless(base[name], value, name);
    if (below) return below;
  }
  return undefined;
}

const deleteFrom = '$deleteFromPrimitiveList/';

/** What directives leave of a map. */
function kept(base: Tree, patch: Tree): Record<string, unknown> {
  const { $retainKeys: retained } = patch;
  const result: Record<string, unknown> = Array.isArray(retained)
    ? Object.fromEntries(Object.entries(base).filter(([name]) => retained.includes(name)))
    : { ...base };
  for (const [directive, values] of Object.entries(patch)) {
    if (!directive.startsWith(deleteFrom) || !Array.isArray(values)) continue;
    const name = directive.slice(deleteFrom.length);
    const list = result[name];
    if (Array.isArray(list)) result[name] = list.filter((value) => !values.includes(value));
  }
  return result;
}

function mergeByKey(base: readonly unknown[], patch: readonly unknown[], key: string): unknown[] {
  const replaces = (element: unknown) => isTree(element) && element.$patch === 'replace';
  if (patch.some(replaces)) return patch.filter((element) => !replaces(element));
  const result = [...base];
  const named: unknown[] = [];
  for (const element of patch) {
    const at = result.findIndex((old) => isTree(old) && isTree(element) && old[key] === element[key]);
    if (isTree(element) && element.$patch === 'delete') {
      if (at >= 0) result.splice(at, 1);
      continue;
    }
    const merged = strategicMerge(at >= 0 ? result[at] : undefined, element);
    if (at >= 0) result[at] = merged;
    named.push(merged);
  }
  return inOrder(named, result);
}

/**
 * What the patch names, in its order; between it what only was there, after what stood before it.
 * Source: strategicpatch normalizeElementOrder, mergeSortedSlice.
 */
function inOrder(named: readonly unknown[], result: readonly unknown[]): unknown[] {
  const others = result.filter((element) => !named.includes(element));
  const ordered: unknown[] = [];
  for (const element of named) {
    const at = result.indexOf(element);
    while (at >= 0 && others.length > 0 && result.indexOf(others[0]) < at) ordered.push(others.shift());
    ordered.push(element);
  }
  return [...ordered, ...others];
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
