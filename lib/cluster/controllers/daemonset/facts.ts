import { factsOf } from '../../believable';

/** What a DaemonSet's rules rest on and what is often believed otherwise. The first four hold in Kubernetes. */
export const daemonsetFacts = factsOf('daemonset', [
  /** A node with a taint that is not tolerated gets no Pod. */
  'taintsAreAsked',
  'nodeSelectorIsAsked',
  /** An update goes no further than its limit lets it. */
  'limitIsAsked',
  /** A percentage of nodes that may be without their Pod is rounded up. */
  'unavailableIsRoundedUp',
  'updateGoesOneByOne',
  'newPodComesFirst',
  /** A toleration is for every taint of its key, whatever the value and the effect. */
  'tolerationIsForEveryValue',
]);
