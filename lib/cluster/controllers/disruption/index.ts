import { budgetsOf } from '../../api/eviction';
import { isSame } from '../../api/merge';
import { keyOf, kindOf } from '../../keys';
import type { Pod, PodDisruptionBudget } from '../../objects';
import type { Reading } from '../../store';
import type { Controller, SyncContext, SyncResult } from '../controller';
import { said } from '../controller-ref';
import { decide } from '../rules';
import { disruptionMachine, disruptionRules } from './disruption.machine';
import { ObservedBudget } from './observed';

const budgetsFor = (pod: Pod, reading: Reading): PodDisruptionBudget[] =>
  budgetsOf(pod, reading.list<PodDisruptionBudget>('PodDisruptionBudget'));

/** A Pod of several budgets: no eviction of it will be granted. Source: getPdbForPod. */
function syncPod(pod: Pod, reading: Reading): SyncResult {
  const [chosen, ...others] = budgetsFor(pod, reading);
  if (!chosen || others.length === 0) return { writes: [] };
  const { namespace, name } = pod.metadata;
  const message = `Pod ${JSON.stringify(namespace)}/${JSON.stringify(name)} matches multiple PodDisruptionBudgets.  Chose ${JSON.stringify(chosen.metadata.name)} arbitrarily.`;
  return { writes: [said(pod, 'Warning', 'MultiplePodDisruptionBudgets', message)] };
}

function syncBudget(
  budget: PodDisruptionBudget,
  { reading, nowMs, state, beliefs }: SyncContext,
): SyncResult {
  const observed = new ObservedBudget(budget, reading, nowMs, beliefs);
  const { status, nextMs } = observed;
  const result = decide(disruptionMachine, disruptionRules, state, observed, beliefs);
  const update = { do: 'updateStatus', object: { ...budget, status } } as const;
  return {
    ...result,
    writes: [...result.writes, ...(isSame(status, budget.status) ? [] : [update])],
    ...(nextMs !== undefined && { againAfterMs: nextMs - nowMs }),
  };
}

/**
 * Counts how many Pods of each PodDisruptionBudget may be evicted now. Models pkg/controller/disruption/disruption.go (v1.37).
 * Leaves out: of several budgets of one Pod each is counted, where upstream counts one that it chose; the end of a
 * DisruptionTarget condition that no deletion followed.
 */
export const disruptionController: Controller = {
  name: 'controllermanager',
  machine: 'disruption',
  kinds: ['PodDisruptionBudget', 'Pod'],
  delayMs: 10,
  concerns({ key, before, after }, reading) {
    if (kindOf(key) === 'PodDisruptionBudget') return after ? [key] : [];
    const budgets = budgetsFor((after ?? before) as Pod, reading).map(keyOf);
    return after && budgets.length > 1 ? [...budgets, key] : budgets;
  },
  sync(key, context: SyncContext): SyncResult {
    const object = context.reading.get(key);
    if (object?.kind === 'Pod') return syncPod(object as Pod, context.reading);
    return object ? syncBudget(object as PodDisruptionBudget, context) : { writes: [] };
  },
};
