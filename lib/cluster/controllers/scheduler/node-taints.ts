import type { Pod, Taint, Toleration } from '../../objects';
import { isTolerated } from '../tolerations';
import { normalized, type Plugin } from './plugin';

const cordoned: Taint = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' };

/** No new Pods on a node that is cordoned. Models plugins/nodeunschedulable (v1.37). */
export const nodeUnschedulable: Plugin = {
  name: 'NodeUnschedulable',
  filter: ({ spec }) =>
    isTolerated(spec.tolerations, cordoned)
      ? undefined
      : ({ node }) =>
          node.spec.unschedulable ? { reasons: ['node(s) were unschedulable'], isFinal: true } : undefined,
};

/** Whether a taint that keeps new Pods off is not tolerated. */
export const isKeptOff = ({ spec }: Pod, taints: readonly Taint[] | undefined): boolean =>
  (taints ?? []).some(
    (taint) => taint.effect !== 'PreferNoSchedule' && !isTolerated(spec.tolerations, taint),
  );

const isForPreference = ({ effect }: Toleration): boolean => !effect || effect === 'PreferNoSchedule';

/**
 * NoSchedule and NoExecute keep Pods off that do not tolerate them; the fewer PreferNoSchedule taints are not tolerated,
 * the better. Models plugins/tainttoleration (v1.37).
 */
export const taintToleration: Plugin = {
  name: 'TaintToleration',
  filter:
    (pod) =>
    ({ node }) =>
      isKeptOff(pod, node.spec.taints)
        ? { reasons: ['node(s) had untolerated taint(s)'], isFinal: true }
        : undefined,
  weight: 3,
  score: ({ spec }) => {
    const tolerations = spec.tolerations?.filter(isForPreference);
    const isUnwanted = (taint: Taint) =>
      taint.effect === 'PreferNoSchedule' && !isTolerated(tolerations, taint);
    return (views) =>
      normalized(
        views.map(({ node }) => (node.spec.taints ?? []).filter(isUnwanted).length),
        true,
      );
  },
};
