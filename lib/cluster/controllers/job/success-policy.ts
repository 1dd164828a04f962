import type { SuccessPolicy } from '../../objects';
import { type Intervals, overlap, parsed, total } from './intervals';

/**
 * Whether an indexed Job has succeeded enough, and by which rule.
 * Models pkg/controller/job/success_policy.go matchSuccessPolicy (v1.37).
 */
export function successMessage(
  policy: SuccessPolicy | undefined,
  completions: number,
  succeeded: Intervals,
): string | undefined {
  if (!policy || succeeded.length === 0) return undefined;
  const index = policy.rules.findIndex(({ succeededIndexes, succeededCount = Number.POSITIVE_INFINITY }) => {
    if (succeededIndexes === undefined) return total(succeeded) >= succeededCount;
    const wanted = parsed(succeededIndexes, completions);
    if (wanted.length === 0) return false;
    const reached = overlap(wanted, succeeded);
    return reached === total(wanted) || reached >= succeededCount;
  });
  return index < 0 ? undefined : `Matched rules at index ${index}`;
}
