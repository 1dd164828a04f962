/** A value with the keys of its maps in the order of the alphabet, as Go prints maps; what is undefined is left out. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, element]) => element !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, element]) => [key, sorted(element)]),
  );
}

/** Go writes these characters of a text as escapes, so that the text is safe inside of HTML. */
const asGo = (json: string): string =>
  json.replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A value as the lines of `-o json`. */
export const jsonLines = (value: unknown): string[] => linesOf(sorted(value));

/** A value as these lines, its keys in the order in which they are. */
export const linesOf = (value: unknown): string[] => asGo(JSON.stringify(value, null, 4)).split('\n');

/** A value on one line, as Go's encoder writes it. */
export const compactJson = (value: unknown): string => asGo(JSON.stringify(sorted(value)));
