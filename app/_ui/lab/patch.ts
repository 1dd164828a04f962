/** What makes one plain value of another: the whole of it, or of an object or a list the parts that are not the same. */
export type Patch =
  | { readonly to: unknown }
  | { readonly fields: Readonly<Record<string, Patch>>; readonly without?: readonly string[] }
  | { readonly items: readonly (readonly [at: number, patch: Patch])[]; readonly tail?: Splice }
  | { readonly splice: Splice }
  | { readonly runs: readonly Run[]; readonly items: readonly (readonly [at: number, patch: Patch])[] };

/** From a place on so many items give way to others. */
interface Splice {
  readonly from: number;
  readonly drop: number;
  readonly put: readonly unknown[];
}

/** Items of the old list that stand side by side in the new one too, or new ones. */
type Run = { readonly from: number; readonly count: number } | { readonly put: readonly unknown[] };

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The difference of two plain values (what JSON can hold); undefined when they are the same. What is the same object on
 * both sides is not looked into, so that a large view of which little changes costs little.
 */
export function patchOf(before: unknown, after: unknown): Patch | undefined {
  if (Object.is(before, after)) return undefined;
  if (Array.isArray(before) && Array.isArray(after)) return patchOfLists(before, after);
  if (isFields(before) && isFields(after)) return patchOfFields(before, after);
  return { to: after };
}

function patchOfFields(before: Fields, after: Fields): Patch | undefined {
  const fields: Record<string, Patch> = {};
  let differs = false;
  for (const [name, value] of Object.entries(after)) {
    const patch = Object.hasOwn(before, name) ? patchOf(before[name], value) : { to: value };
    if (patch === undefined) continue;
    put(fields, name, patch);
    differs = true;
  }
  const without = Object.keys(before).filter((name) => !Object.hasOwn(after, name));
  if (without.length > 0) return { fields, without };
  return differs ? { fields } : undefined;
}

/** A field of any name, `__proto__` too, which a plain assignment would take for the prototype. */
function put<Value>(fields: Record<string, Value>, name: string, value: Value): void {
  if (name === '__proto__')
    Object.defineProperty(fields, name, { value, enumerable: true, configurable: true, writable: true });
  else fields[name] = value;
}

/** What tells an item of a list from the others, wherever it stands. */
function identityOf(item: unknown): unknown {
  return isFields(item) ? (item.uid ?? item.key) : undefined;
}

/** Of two lists whose items have an identity: who stays beside whom, who is new, and what of those that stay is another. */
function patchOfKeyed(before: readonly unknown[], after: readonly unknown[]): Patch | undefined {
  const places = new Map(before.map((item, at) => [identityOf(item), at]));
  const runs: ({ from: number; count: number } | { put: unknown[] })[] = [];
  const items: (readonly [number, Patch])[] = [];
  after.forEach((item, at) => {
    const from = places.get(identityOf(item));
    const last = runs.at(-1);
    if (from === undefined) {
      if (last && 'put' in last) last.put.push(item);
      else runs.push({ put: [item] });
      return;
    }
    if (last && 'from' in last && last.from + last.count === from) last.count++;
    else runs.push({ from, count: 1 });
    const patch = patchOf(before[from], item);
    if (patch !== undefined) items.push([at, patch]);
  });
  const [only] = runs;
  const stays = runs.length === 1 && only && 'from' in only && only.count === before.length;
  if (!stays) return { runs, items };
  return items.length > 0 ? { items } : undefined;
}

/** Whether the items of two lists have identities, and not the same ones in the same order. */
const isReordered = (before: readonly unknown[], after: readonly unknown[]): boolean =>
  identityOf(before[0]) !== undefined &&
  identityOf(after[0]) !== undefined &&
  (before.length !== after.length || before.some((item, at) => identityOf(item) !== identityOf(after[at])));

/**
 * Of lists with identities by these. Of others that differ in length: what stands between their common ends, or item by item
 * where those are short.
 */
function patchOfLists(before: readonly unknown[], after: readonly unknown[]): Patch | undefined {
  if (isReordered(before, after)) return patchOfKeyed(before, after);
  const shorter = Math.min(before.length, after.length);
  if (before.length !== after.length) {
    const isSame = (a: number, b: number) => patchOf(before[a], after[b]) === undefined;
    let head = 0;
    while (head < shorter && isSame(head, head)) head++;
    let foot = 0;
    while (foot < shorter - head && isSame(before.length - 1 - foot, after.length - 1 - foot)) foot++;
    if (head + foot >= shorter / 2) {
      const put = after.slice(head, after.length - foot);
      return { splice: { from: head, drop: before.length - head - foot, put } };
    }
  }
  const items: (readonly [number, Patch])[] = [];
  for (let at = 0; at < shorter; at++) {
    const patch = patchOf(before[at], after[at]);
    if (patch !== undefined) items.push([at, patch]);
  }
  if (before.length === after.length) return items.length > 0 ? { items } : undefined;
  return { items, tail: { from: shorter, drop: before.length - shorter, put: after.slice(shorter) } };
}

/** The value that a patch makes of another one. What the patch does not name stays the same object. */
export function patched(before: unknown, patch: Patch): unknown {
  if ('to' in patch) return patch.to;
  if ('splice' in patch) return spliced(listOf(before), patch.splice);
  if ('runs' in patch) {
    const old = listOf(before);
    const list = patch.runs.flatMap((run) =>
      'put' in run ? run.put : old.slice(run.from, run.from + run.count),
    );
    return patched(list, { items: patch.items });
  }
  if ('items' in patch) {
    const list = [...listOf(before)];
    for (const [at, inner] of patch.items) list[at] = patched(list[at], inner);
    return patch.tail === undefined ? list : spliced(list, patch.tail);
  }
  if (!isFields(before)) throw new Error('a patch of fields needs an object to change');
  const fields: Record<string, unknown> = { ...before };
  for (const [name, inner] of Object.entries(patch.fields)) put(fields, name, patched(fields[name], inner));
  for (const name of patch.without ?? []) delete fields[name];
  return fields;
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('a patch of items needs a list to change');
  return value;
}

const spliced = (list: readonly unknown[], { from, drop, put }: Splice): unknown[] => [
  ...list.slice(0, from),
  ...put,
  ...list.slice(from + drop),
];
