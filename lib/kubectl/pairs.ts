import { Failure } from './failure';

/** Words of a line that change something, `KEY=VALUE` or `KEY-`, told from those that name what is changed. */

const isPair = (word: string): boolean =>
  (word.includes('=') && !word.startsWith('=')) || (word.endsWith('-') && word !== '-');

/** Source: kubectl pkg/cmd/util GetResourcesAndPairs. */
export function resourcesAndPairs(
  words: readonly string[],
  type: string,
): { readonly resources: readonly string[]; readonly pairs: readonly string[] } {
  const first = words.findIndex(isPair);
  if (first < 0) return { resources: words, pairs: [] };
  const pairs = words.slice(first);
  const odd = pairs.find((word) => !isPair(word));
  if (odd !== undefined) throw new Failure(`all resources must be specified before ${type} changes: ${odd}`);
  return { resources: words.slice(0, first), pairs };
}

export interface Pairs {
  readonly set: ReadonlyMap<string, string>;
  readonly remove: readonly string[];
}

/** Source: kubectl pkg/cmd/util ParsePairs. */
export function pairsOf(words: readonly string[], type: string, mayRemove: boolean): Pairs {
  const set = new Map<string, string>();
  const remove: string[] = [];
  const invalid: string[] = [];
  for (const word of words) {
    const at = word.indexOf('=');
    if (at > 0) set.set(word.slice(0, at), word.slice(at + 1));
    else if (mayRemove && word.endsWith('-') && word !== '-') remove.push(word.slice(0, -1));
    else invalid.push(word);
  }
  if (invalid.length > 0) throw new Failure(`invalid ${type} format: ${invalid.join(', ')}`);
  return { set, remove };
}

/** `app=web,tier=front`. Source: parseLabels of kubectl run and expose. */
export function labelsOf(text: string): Record<string, string> {
  const labels: [string, string][] = text.split(',').map((one) => {
    const [key = '', value, ...more] = one.split('=');
    if (value === undefined || more.length > 0) throw new Failure(`unexpected label spec: ${one}`);
    if (!key) throw new Failure('unexpected empty label key');
    return [key, value];
  });
  return Object.fromEntries(labels);
}
