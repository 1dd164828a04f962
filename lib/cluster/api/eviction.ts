import type { Result, Status } from '../command';
import { isTerminating } from '../keys';
import type { Pod, PodDisruptionBudget } from '../objects';
import { hasEnded, isReady, withPodCondition } from '../pods';
import { selects } from '../selector';
import { timestamp } from '../time';
import { withCondition } from './conditions';
import { accept, refuse } from './refusal';

/**
 * Whether a Pod may be evicted now, and what its PodDisruptionBudget says afterwards.
 * Models pkg/registry/core/pod/storage/eviction.go (v1.37): Create, checkAndDecrement, addConditionAndDeletePod.
 * Leaves out: preconditions, dry run, retries after a conflict (nobody else writes in between here).
 */

/** Budgets with more evictions than these that nobody has confirmed refuse more. */
const mostDisruptedPods = 2000;
const violates = "Cannot evict pod as it would violate the pod's disruption budget.";

const tooManyRequests = (cause: string): Status => ({
  code: 429,
  reason: 'TooManyRequests',
  message: violates,
  causes: [{ reason: 'DisruptionBudget', message: cause }],
});

/** A budget is refused as the resource `poddisruptionbudget.policy`, in the singular. */
const forbiddenBy = (budget: string, why: string, cause: string): Status => ({
  code: 403,
  reason: 'Forbidden',
  message: `poddisruptionbudget.policy ${JSON.stringify(budget)} is forbidden: ${why}`,
  causes: [
    {
      reason: 'DisruptionBudget',
      message: `The disruption budget ${budget} does not allow evicting pods currently: ${cause}`,
    },
  ],
});

/** Nothing is disrupted by the end of a Pod that has ended, has not begun, or is going anyway. */
export const needsNoBudget = (pod: Pod): boolean =>
  hasEnded(pod) || pod.status.phase === 'Pending' || isTerminating(pod);

/** The budgets of the Pod's namespace that select it. One without a selector selects nothing, an empty one everything. */
export const budgetsOf = (pod: Pod, budgets: readonly PodDisruptionBudget[]): PodDisruptionBudget[] =>
  budgets.filter(
    ({ metadata, spec }) =>
      metadata.namespace === pod.metadata.namespace &&
      !!spec.selector &&
      selects(spec.selector, pod.metadata.labels),
  );

/** Whether this Pod's end takes nothing from the budget: it is not Ready, and the policy or enough others allow it. */
function isUnguarded(pod: Pod, { spec, status }: PodDisruptionBudget): boolean {
  if (isReady(pod)) return false;
  if (spec.unhealthyPodEvictionPolicy === 'AlwaysAllow') return true;
  return status.currentHealthy >= status.desiredHealthy && status.desiredHealthy > 0;
}

function whyNone({ metadata: { name }, status }: PodDisruptionBudget): string {
  const condition = status.conditions?.find(({ type }) => type === 'DisruptionAllowed');
  const message = condition?.status === 'False' ? condition.message : undefined;
  const not = `The disruption budget ${name} does not allow evicting pods currently`;
  if (message && condition?.reason === 'SyncFailed') return `${not} because it failed sync: ${message}`;
  if (status.currentHealthy <= status.desiredHealthy)
    return `The disruption budget ${name} needs ${status.desiredHealthy} healthy pods and has ${status.currentHealthy} currently`;
  return message ? `${not} (${condition?.reason}): ${message}` : not;
}

/** The budget with one disruption less, and the Pod noted in it; or why there is none to have. */
function spent(pod: Pod, budget: PodDisruptionBudget, nowMs: number): Result<PodDisruptionBudget> {
  const { metadata, status } = budget;
  const { name } = metadata;
  if ((status.observedGeneration ?? 0) < (metadata.generation ?? 0))
    return refuse(tooManyRequests(`The disruption budget ${name} is still being processed by the server.`));
  if (status.disruptionsAllowed < 0) {
    const negative = 'pdb disruptions allowed is negative';
    return refuse(forbiddenBy(name, negative, negative));
  }
  if (Object.keys(status.disruptedPods ?? {}).length > mostDisruptedPods) {
    const why = 'DisruptedPods map too big - too many evictions not confirmed by PDB controller';
    return refuse(forbiddenBy(name, why, 'too many pending evictions not confirmed by PDB controller'));
  }
  if (status.disruptionsAllowed === 0) return refuse(tooManyRequests(whyNone(budget)));
  const disruptionsAllowed = status.disruptionsAllowed - 1;
  const now = timestamp(nowMs);
  return accept({
    ...budget,
    status: {
      ...status,
      disruptionsAllowed,
      ...(disruptionsAllowed === 0 && {
        conditions: withDisruptionAllowed({ ...status, disruptionsAllowed }, now),
      }),
      disruptedPods: { ...status.disruptedPods, [pod.metadata.name]: now },
    },
  });
}

/** Source: component-helpers apps/poddisruptionbudget UpdateDisruptionAllowedCondition. */
export function withDisruptionAllowed(
  status: PodDisruptionBudget['status'],
  now: string,
): PodDisruptionBudget['status']['conditions'] {
  const isAllowed = status.disruptionsAllowed > 0;
  return withCondition(status.conditions, now, {
    type: 'DisruptionAllowed',
    status: isAllowed ? 'True' : 'False',
    reason: isAllowed ? 'SufficientPods' : 'InsufficientPods',
    message: '',
    observedGeneration: status.observedGeneration,
  });
}

/** Whether the Pod may go: with the budget as it is to be written first, where the eviction costs one. */
export function evictionOf(
  pod: Pod,
  budgets: readonly PodDisruptionBudget[],
  nowMs: number,
): Result<PodDisruptionBudget | undefined> {
  if (needsNoBudget(pod)) return accept(undefined);
  const [budget, ...others] = budgetsOf(pod, budgets);
  if (!budget) return accept(undefined);
  if (others.length > 0)
    return refuse({
      code: 500,
      reason: '',
      message:
        'This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.',
    });
  return isUnguarded(pod, budget) ? accept(undefined) : spent(pod, budget, nowMs);
}

/** The Pod as evicted: its condition says who wanted it. */
export const markedByEviction = (pod: Pod, nowMs: number): Pod =>
  withPodCondition(
    pod,
    {
      type: 'DisruptionTarget',
      status: 'True',
      reason: 'EvictionByEvictionAPI',
      message: 'Eviction API: evicting',
    },
    nowMs,
  );
