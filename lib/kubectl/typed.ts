import { decoded, structName } from '../cluster/api/decoding';
import type { KubeObject, Manifest } from '../cluster/objects';

/** What Go's types print of a status that is not there yet. Source: the json tags of k8s.io/api. */
const statuses: Readonly<Record<string, object>> = {
  Service: { loadBalancer: {} },
  ReplicationController: { replicas: 0 },
  ReplicaSet: { replicas: 0 },
  StatefulSet: { replicas: 0, availableReplicas: 0 },
  DaemonSet: { currentNumberScheduled: 0, numberMisscheduled: 0, desiredNumberScheduled: 0, numberReady: 0 },
  HorizontalPodAutoscaler: { currentMetrics: null, desiredReplicas: 0 },
  PodDisruptionBudget: { currentHealthy: 0, desiredHealthy: 0, disruptionsAllowed: 0, expectedPods: 0 },
};
const withoutStatus = ['Event', 'EndpointSlice', 'StorageClass', 'ControllerRevision'];

/**
 * An object as a verb prints it that has kubectl's Go types: fields that are always there are, fields that the types do not
 * know are not. Leaves out: the zeros inside of a Node's status.
 */
export function typed(object: Manifest | KubeObject): KubeObject {
  const { status, ...rest } = object as KubeObject;
  const struct = structName(object.kind, object.apiVersion);
  const value = (struct ? decoded(struct, rest).value : rest) as KubeObject;
  const shown = { ...value, metadata: value.metadata ?? {} } as KubeObject;
  if (withoutStatus.includes(object.kind)) return shown;
  return { ...shown, status: { ...statuses[object.kind], ...status } };
}
