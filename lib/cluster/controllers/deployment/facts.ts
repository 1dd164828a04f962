import { factsOf } from '../../believable';

/** What a Deployment's rules rest on and what is often believed otherwise. */
export const deploymentFacts = factsOf('deployment', [
  /** All old Pods go before the first new one comes: the strategy is Recreate. */
  'oldPodsGoFirst',
  /** These six hold in Kubernetes. */
  'surgeIsRoundedUp',
  'unavailableIsRoundedDown',
  /** A rollout may have more Pods than replicas; and fewer. */
  'surgeIsAllowed',
  'unavailableIsAllowed',
  /** New Pods that are not Available hold up the old ones' going. */
  'newPodsHaveToBeAvailable',
  /** Old ReplicaSets stay, up to the history limit. */
  'historyIsKept',
  /** These do not: */
  'surgeIsAllReplicas',
  'unavailableAddsToSurge',
  'currentReplicaSetIsHistory',
]);
