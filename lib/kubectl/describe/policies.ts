import type { Namespace, PodDisruptionBudget, PriorityClass } from '../../cluster/objects';
import { formatLabels, formatSelector } from '../printers/columns-workloads';
import { describerOf } from './describer';
import { dateText } from './values';
import { labelled, named } from './workloads';

/** Models pkg/describe describePodDisruptionBudgetV1 (v1.37). */
export const podDisruptionBudget = describerOf<PodDisruptionBudget>((page, object) => {
  const { spec, status } = object;
  named(page, object);
  if (spec.minAvailable !== undefined) page.field(0, 'Min available', spec.minAvailable);
  else if (spec.maxUnavailable !== undefined) page.field(0, 'Max unavailable', spec.maxUnavailable);
  page.field(0, 'Selector', spec.selector ? formatSelector(spec.selector) : '<unset>');
  page.write(0, 'Status:\n');
  page.field(2, 'Allowed disruptions', status?.disruptionsAllowed ?? 0);
  page.field(2, 'Current', status?.currentHealthy ?? 0);
  page.field(2, 'Desired', status?.desiredHealthy ?? 0);
  page.field(2, 'Total', status?.expectedPods ?? 0);
});

/** Models describeNamespace. Quotas and limits are not modelled, so there are none. */
export const namespace = describerOf<Namespace>((page, object) => {
  const { metadata, status } = object;
  page.field(0, 'Name', metadata.name);
  labelled(page, object);
  page.field(0, 'Status', status.phase);
  if (status.conditions?.length) {
    page.write(0, 'Conditions:\n');
    page.write(1, 'Type\tStatus\tLastTransitionTime\tReason\tMessage\n');
    page.write(1, '----\t------\t------------------\t------\t-------\n');
  }
  for (const { type, status: is, lastTransitionTime, reason = '', message = '' } of status.conditions ?? [])
    page.write(1, `${type}\t${is}\t${dateText(lastTransitionTime)}\t${reason}\t${message}\n`);
  page.write(0, '\nNo resource quota.\n');
  page.write(0, '\nNo LimitRange resource.\n');
});

/** Models describePriorityClass. */
export const priorityClass = describerOf<PriorityClass>((page, object) => {
  const { metadata, value, globalDefault = false, preemptionPolicy, description = '' } = object;
  page.field(0, 'Name', metadata.name);
  page.field(0, 'Value', value);
  page.field(0, 'GlobalDefault', globalDefault);
  page.field(0, 'PreemptionPolicy', preemptionPolicy ?? 'PreemptLowerPriority');
  page.field(0, 'Description', description);
  page.field(0, 'Annotations', formatLabels(metadata.annotations));
});
