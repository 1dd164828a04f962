import { controllerOf } from '../../cluster/keys';
import type { Labels, ObjectMeta } from '../../cluster/objects';
import { canonicalQuantity } from '../../cluster/quantity';
import { dateOf, momentOf } from '../../cluster/time';

/** Single values as describe writes them. Source: pkg/describe/describe.go (v1.37), Go fmt and time. */

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const noTime = 'Mon, 01 Jan 0001 00:00:00 +0000';

/** `Thu, 01 Jan 2026 00:00:05 +0000`: the time zone of the reader is UTC. Source: Go time.RFC1123Z. */
export function dateText(timestamp: string | undefined): string {
  if (!timestamp) return noTime;
  const ms = momentOf(timestamp);
  const { year, month, day, weekday, hour, minute } = dateOf(ms);
  const two = (n: number) => String(n).padStart(2, '0');
  const second = Math.floor(ms / 1000) - Math.floor(ms / 60_000) * 60;
  return `${days[weekday]}, ${two(day)} ${months[month - 1]} ${year} ${two(hour)}:${two(minute)}:${two(second)} +0000`;
}

/** Source: printBool. */
export const boolText = (value: boolean): string => (value ? 'True' : 'False');

/** A quantity as its type prints itself. */
export const quantityText = (text: string | undefined): string =>
  text === undefined ? '0' : (canonicalQuantity(text) ?? text);

/** A value as Go's `%v` prints it. */
export function goText(value: unknown): string {
  if (value === null || value === undefined) return '<nil>';
  if (Array.isArray(value)) return `[${value.map(goText).join(' ')}]`;
  if (typeof value !== 'object') return String(value);
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `map[${pairs.map(([key, one]) => `${key}:${goText(one)}`).join(' ')}]`;
}

export const listText = (all: readonly (string | number)[] | undefined): string =>
  `[${(all ?? []).join(' ')}]`;

/** `ReplicaSet/web-5d4f`: who manages it. Source: printController. */
export const controllerText = (metadata: ObjectMeta): string | undefined => {
  const owner = controllerOf(metadata);
  return owner && `${owner.kind}/${owner.name}`;
};

export const sortedPairs = (labels: Labels | undefined): [string, string][] =>
  Object.entries(labels ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
