/** What makes one plain value of another: the whole of it, or of an object or a list the parts that are not the same. */
export type Patch =
  | { readonly to: unknown }
  | { readonly fields: Readonly<Record<string, Patch>>; readonly without?: readonly string[] }
  | { readonly items: readonly (readonly [at: number, patch: Patch])[]; readonly tail?: Splice }
  | { readonly splice: Splice };

/** From a place on so many items give way to others. */
interface Splice {
  readonly from: number;
  readonly drop: number;
  readonly put: readonly unknown[];
}

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
    const patch = name in before ? patchOf(before[name], value) : { to: value };
    if (patch === undefined) continue;
    fields[name] = patch;
    differs = true;
  }
  const without = Object.keys(before).filter((name) => !(name in after));
  if (without.length > 0) return { fields, without };
  return differs ? { fields } : undefined;
}

/** Of two lists of other lengths: what stands between their common ends, or item by item where those are short. */
function patchOfLists(before: readonly unknown[], after: readonly unknown[]): Patch | undefined {
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
  if ('items' in patch) {
    const list = [...listOf(before)];
    for (const [at, inner] of patch.items) list[at] = patched(list[at], inner);
    return patch.tail === undefined ? list : spliced(list, patch.tail);
  }
  if (!isFields(before)) throw new Error('a patch of fields needs an object to change');
  const fields: Record<string, unknown> = { ...before };
  for (const [name, inner] of Object.entries(patch.fields)) fields[name] = patched(fields[name], inner);
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
