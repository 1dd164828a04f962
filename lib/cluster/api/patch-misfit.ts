import type { Status } from '../command';
import { invalid, invalidValue } from './refusal';

/**
 * What the API server says of a strategic merge patch after which an object does not fit its kind. Models apiserver
 * pkg/endpoints/handlers/patch.go applyPatchToObject, apimachinery pkg/runtime converter.go fromUnstructured (v1.37).
 * Leaves out: what the merge itself refuses, and the words for quantities and the like.
 */
export const strategicMisfit = (patch: unknown, misfit: string): Status =>
  invalid('', '', '', [invalidValue('patch', goValue(patch), converterWords(misfit))]);

/** Trees deeper than this are not written. */
const deepest = 100;

/** A value as Go's `%+v` prints it: `map[spec:map[replicas:2]]`. */
function goValue(value: unknown, depth = 0): string {
  if (value === null || value === undefined || depth > deepest) return '<nil>';
  if (Array.isArray(value)) return `[${value.map((one) => goValue(one, depth + 1)).join(' ')}]`;
  if (typeof value !== 'object') return String(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `map[${fields.map(([key, one]) => `${key}:${goValue(one, depth + 1)}`).join(' ')}]`;
}

const goKinds: Readonly<Record<string, string>> = { object: 'map', array: 'slice', number: 'int64' };

/** The decoder of JSON and the converter of maps have other words for the same. */
function converterWords(misfit: string): string {
  const [, is = '', number, to] =
    /^json: cannot unmarshal (\w+)(?: (\S+))? into Go struct field \S+ of type (\S+)$/.exec(misfit) ?? [];
  if (to === undefined) return misfit;
  const from = number?.includes('.') ? 'float64' : (goKinds[is] ?? is);
  if (to.startsWith('[]')) return `cannot restore slice from ${from}`;
  if (to.startsWith('map[')) return `cannot restore map from ${from}`;
  if (to.includes('.')) return `cannot restore struct from: ${from}`;
  const isConvertible = (is === 'number' && to !== 'bool') || from === to;
  return isConvertible ? `cannot convert ${from} to ${to}` : `unrecognized type: ${to}`;
}
