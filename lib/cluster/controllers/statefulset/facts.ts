import { factsOf } from '../../believable';

/** What a StatefulSet's rules rest on and what is often believed otherwise. The others do not hold in Kubernetes. */
export const statefulsetFacts = factsOf('statefulset', [
  /** One after the other: `podManagementPolicy` is not Parallel. */
  'podsAreOrdered',
  /** A Pod that is there and not Available holds up what comes after it. */
  'unreadyPodIsWaitedFor',
  /** Of too many, those with the lowest ordinals go. */
  'lowestOrdinalGoesFirst',
  'lowestOrdinalIsUpdatedFirst',
  /** A Pod that is gone is replaced under the next free number. */
  'replacementGetsNextOrdinal',
  /** A Pod owns its claims: they go when it goes. */
  'claimGoesWithPod',
  'highestOrdinalStartsFirst',
  /** A partition updates the ordinals below it. */
  'partitionIsOfTheLowest',
  /** Under OnDelete one Pod of the new template starts the update of all. */
  'oneUpdatedPodUpdatesAll',
]);
