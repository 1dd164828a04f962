import { keyOf } from '../../keys';
import { selectorAsGo } from '../../selector';
import type { Write } from '../controller';
import { said } from '../controller-ref';
import { machineOf, type Rule } from '../rules';
import type { ObservedBudget } from './observed';

/**
 * How a PodDisruptionBudget stands, as a list of rules that each sync asks from top to bottom. What a sync does is the
 * status alone (observed.ts); the rules say where that leaves the budget, and which Events go with it.
 * Models trySync in pkg/controller/disruption/disruption.go (v1.37); evictions themselves are api/eviction.ts.
 */

/** What a sync says whatever it comes to. */
function sayings({ budget, pods, count, overdue }: ObservedBudget): Write[] {
  const none = pods.length === 0 ? [said(budget, 'Normal', 'NoPods', 'No matching pods found')] : [];
  if ('error' in count) {
    const message = `Failed to calculate the number of expected pods: ${count.error}`;
    return [...none, said(budget, 'Warning', 'CalculateExpectedPodCountFailed', message)];
  }
  const unmanaged = `Pods selected by this PodDisruptionBudget (selector: ${selectorAsGo(budget.spec.selector)}) were found to be unmanaged. As a result, the status of the PDB cannot be calculated correctly, which may result in undefined behavior. To account for these pods please set ".spec.minAvailable" field of the PDB to an integer value.`;
  const { namespace } = budget.metadata;
  const late = `Pod was expected by PDB ${namespace}/${namespace} to be deleted but it wasn't`;
  return [
    ...none,
    ...(count.unmanaged.length > 0 ? [said(budget, 'Warning', 'UnmanagedPods', unmanaged)] : []),
    ...overdue.map((pod) => said(pod, 'Warning', 'NotDeleted', late)),
  ];
}

export const disruptionRules: readonly Rule<ObservedBudget>[] = [
  {
    name: 'expectedPodsAreUnknown',
    state: 'syncFailed',
    holds: ({ count }) => 'error' in count,
    writes: sayings,
  },
  { name: 'noPodIsSelected', state: 'withoutPods', holds: ({ pods }) => pods.length === 0, writes: sayings },
  {
    name: 'evictedPodIsNotMarked',
    state: 'waitingForDeletion',
    holds: ({ pods, promised }) => {
      const pod = pods.find(({ metadata }) => promised.has(metadata.name));
      return pod ? keyOf(pod) : false;
    },
    writes: sayings,
  },
  {
    name: 'healthyPodsAreTooFew',
    state: 'insufficientPods',
    holds: ({ status }) => status.disruptionsAllowed === 0,
    writes: sayings,
  },
  { name: 'healthyPodsAreToSpare', state: 'sufficientPods', holds: () => true, writes: sayings },
];

export const disruptionMachine = machineOf('disruption', disruptionRules);
