import type { Pod } from '../objects';
import type { PodLife } from './life';

/**
 * Whether a change by somebody else concerns the Pod's kubelet: another spec, or a condition that a readiness gate asks for.
 * Models pkg/kubelet/config podsDifferSemantically, pkg/kubelet/status NeedToReconcilePodReadiness (v1.37).
 */
export function isReconciled(pod: Pod, before: Pod): boolean {
  if (pod.spec !== before.spec && isOtherSpec(pod, before)) return true;
  const gates = pod.spec.readinessGates ?? [];
  if (gates.length === 0 || pod.status.conditions === before.status.conditions) return false;
  const statusIn = (one: Pod, type: string) => one.status.conditions?.find((c) => c.type === type)?.status;
  return gates.some(({ conditionType: type }) => statusIn(pod, type) !== statusIn(before, type));
}

/** What of a Pod's spec may change at all. Source: pkg/apis/core/validation ValidatePodUpdate. */
function isOtherSpec({ spec }: Pod, { spec: old }: Pod): boolean {
  const images = (one: Pod['spec']) =>
    [...(one.initContainers ?? []), ...one.containers].map(({ image }) => image).join();
  return images(spec) !== images(old) || spec.activeDeadlineSeconds !== old.activeDeadlineSeconds;
}

/** Whether something of that kind may have happened while the kubelet could not hear of it. */
export const isOutdated = ({ spec }: Pod, { containers }: PodLife): boolean =>
  (spec.readinessGates?.length ?? 0) > 0 ||
  [...(spec.initContainers ?? []), ...spec.containers].some(({ name, image }) => {
    const runs = containers[name]?.image;
    return runs !== undefined && runs !== image;
  });
