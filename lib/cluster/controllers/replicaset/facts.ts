import { factsOf } from '../../believable';

/** What is often believed of the Pods that a ReplicaSet has too many of. It does not hold in Kubernetes. */
export const replicasetFacts = factsOf('replicaset', ['oldestPodGoesFirst']);
