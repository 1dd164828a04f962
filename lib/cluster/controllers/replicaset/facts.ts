import { factsOf } from '../../believable';

/** What is often believed of the Pods that a ReplicaSet has too many of. It does not hold in Kubernetes. */
export const replicasetFacts = factsOf('replicaset', [
  /** Of too many, the one that is there longest goes. */
  'oldestPodGoesFirst',
  'highestCostGoesFirst',
  /** Of too many, one that is not Ready goes before one that is. This and the next two hold in Kubernetes. */
  'unreadyPodGoesFirst',
  /** Which Pods count is asked of their labels. */
  'labelsAreAsked',
  'adoptedPodMayGo',
  /** A Pod that leaves the selector is deleted, not released. */
  'podThatLeavesIsDeleted',
]);
