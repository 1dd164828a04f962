import { factsOf } from '../believable';

/** What the kubelet's decisions rest on and what is often believed otherwise. */
export const kubeletFacts = factsOf('kubelet', [
  /** A container that keeps ending is left alone for a while before it is started again. */
  'restartIsHeldBack',
  /** Does not hold in Kubernetes: a container whose readiness probe fails is started again. */
  'unreadyContainerIsRestarted',
]);
