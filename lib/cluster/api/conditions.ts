import type { Condition } from '../objects';

/**
 * The conditions with one set: in its old place, and with the moment of its last change, which is now if its status is
 * another one than before. Source: apimachinery meta.SetStatusCondition and its like in each controller.
 */
export function withCondition(
  conditions: readonly Condition[] | undefined,
  now: string,
  condition: Omit<Condition, 'lastTransitionTime'>,
): Condition[] {
  const list = conditions ?? [];
  const old = list.find(({ type }) => type === condition.type);
  const lastTransitionTime = old?.status === condition.status ? (old.lastTransitionTime ?? now) : now;
  const set = { ...condition, lastTransitionTime };
  return old ? list.map((one) => (one === old ? set : one)) : [...list, set];
}
