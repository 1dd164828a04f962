/** Keys that are remembered; the oldest go first. */
const most = 20_000;

const known = new Map<string, unknown>();

/**
 * What `find` gives, found once for what it depends on. `names` mean nothing to the answer: questions that differ in them alone are
 * one, as long as they sort in the same order.
 */
export function remembered<Found>(asked: unknown, names: readonly string[], find: () => Found): Found {
  const key = keyOf(asked, names);
  if (known.has(key)) return known.get(key) as Found;
  const value = find();
  if (known.size >= most) known.delete(known.keys().next().value as string);
  known.set(key, value);
  return value;
}

function keyOf(asked: unknown, names: readonly string[]): string {
  const text = JSON.stringify(asked);
  if (names.length === 0) return text;
  const sorted = [...names].sort();
  const placeOf = new Map(names.map((name) => [name, sorted.indexOf(name)]));
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const whole = new RegExp(`(?<![a-z0-9])(?:${longestFirst.join('|')})(?![a-z0-9])`, 'g');
  return text.replace(whole, (name) => `«${placeOf.get(name)}»`);
}

/** Forgets all keys: what is asked next is run again. */
export const forgetKeys = (): void => known.clear();

/** How many keys are remembered. */
export const keysKnown = (): number => known.size;
