/** Keys that are remembered; the oldest go first. */
const most = 20_000;

const known = new Map<string, unknown>();

/** Names of one sort that mean nothing to an answer. Where `sorts` is so, the order in which they sort still may. */
export interface NameGroup {
  readonly names: readonly string[];
  readonly sorts: boolean;
}

/**
 * What `find` gives, found once for what it depends on. Questions that differ in names alone are one, as long as those of a group
 * that sorts are in the same order.
 */
export function remembered<Found>(asked: unknown, names: readonly NameGroup[], find: () => Found): Found {
  const key = keyOf(asked, names);
  if (known.has(key)) return known.get(key) as Found;
  const value = find();
  if (known.size >= most) known.delete(known.keys().next().value as string);
  known.set(key, value);
  return value;
}

function keyOf(asked: unknown, groups: readonly NameGroup[]): string {
  const text = JSON.stringify(asked);
  const placeOf = new Map(
    groups.flatMap(({ names, sorts }, group) => {
      const placed = sorts ? [...names].sort() : names;
      return names.map((name) => [name, `«${group}.${placed.indexOf(name)}»`] as const);
    }),
  );
  if (placeOf.size === 0) return text;
  const longestFirst = [...placeOf.keys()].sort((a, b) => b.length - a.length);
  const whole = new RegExp(`(?<![a-z0-9])(?:${longestFirst.join('|')})(?![a-z0-9])`, 'g');
  return text.replace(whole, (name) => placeOf.get(name) ?? name);
}

/** Forgets all keys: what is asked next is run again. */
export const forgetKeys = (): void => known.clear();

/** How many keys are remembered. */
export const keysKnown = (): number => known.size;
