import { factsOf } from '../believable';

/** What the kubelet's decisions rest on and what is often believed otherwise. */
export const kubeletFacts = factsOf('kubelet', [
  /** A container that keeps ending is left alone for a while before it is started again. */
  'restartIsHeldBack',
  /** Does not hold in Kubernetes: a container whose readiness probe fails is started again. */
  'unreadyContainerIsRestarted',
  /** It is left alone for longer each time. */
  'restartIsHeldBackLonger',
  /** These do not hold: */
  'oneRestartIsTheLast',
  'oneFailedProbeIsEnough',
  /** A Pod is Ready as soon as its containers run. */
  'runningContainerIsReady',
  /** A container that ends with 0 is not started again, whatever the policy. */
  'exitWith0IsTheEnd',
  /** A failed liveness probe leaves no time to end. */
  'livenessKillsAtOnce',
]);
