import { quantity } from '../../cluster/quantity';
import { Failure } from '../failure';
import type { Info } from '../infos';
import { jsonPathOf, relaxed, valuesAt } from './jsonpath';

/** Source: kubectl get sorter.go isLess: of texts, quantities are compared as amounts. */
function isLess(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  const [x, y] = [String(a), String(b)];
  const [m, n] = [amount(x), amount(y)];
  return m !== undefined && n !== undefined ? m < n : x < y;
}

const amount = (text: string): number | undefined =>
  /^[+-]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+|[numkMGTPE]|[KMGTPE]i)?$/.test(text) ? quantity(text) : undefined;

/** `--sort-by`: by what a path finds, each type by itself; what has no such field comes first. Source: SortObjects. */
export function sortedBy(field: string, infos: readonly Info[]): Info[] {
  const expression = relaxed(field);
  const path = jsonPathOf(expression);
  const keyed = infos.map((info) => ({ info, value: valuesAt(path, info.object)[0] }));
  if (infos.length > 0 && keyed.every(({ value }) => value === undefined))
    throw new Failure(
      `couldn't find any field with path ${JSON.stringify(expression)} in the list of objects`,
    );
  return keyed
    .map((one, i) => ({ ...one, i }))
    .sort((a, b) => {
      if (a.value === undefined || b.value === undefined)
        return Number(a.value !== undefined) - Number(b.value !== undefined) || a.i - b.i;
      return isLess(a.value, b.value) ? -1 : isLess(b.value, a.value) ? 1 : a.i - b.i;
    })
    .map(({ info }) => info);
}
