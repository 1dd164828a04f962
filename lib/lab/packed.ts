// A stranger's word in a link, value by value: each of these gives what it was asked for, or fails with a TypeError.

/** Not more than so many values. */
export function within(value: unknown, most: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length > most) throw new TypeError('list');
  return value;
}

export function listOf(value: unknown, count: number): readonly unknown[] {
  const list = within(value, count);
  if (list.length !== count) throw new TypeError('list');
  return list;
}

export function oneOf<Value extends string | number>(values: readonly Value[], value: unknown): Value {
  const found = values.find((one) => one === value);
  if (found === undefined) throw new TypeError('word');
  return found;
}

/** Not empty. */
export function text(value: unknown, longest: number): string {
  const said = written(value, longest);
  if (said === '') throw new TypeError('text');
  return said;
}

/** A text that may be empty. */
export function written(value: unknown, longest: number): string {
  if (typeof value !== 'string' || value.length > longest) throw new TypeError('text');
  return value;
}

export function whole(
  value: unknown,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    throw new TypeError('number');
  return value;
}
