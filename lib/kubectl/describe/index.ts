import type { Event, KubeObject } from '../../cluster/objects';
import { autoscaler } from './autoscaler';
import type { Describer, Surroundings } from './describer';
import { eventTable } from './events';
import { generic } from './generic';
import { cronJob, job } from './jobs';
import { node } from './node';
import { Page } from './page';
import { pod } from './pod';
import { namespace, podDisruptionBudget, priorityClass } from './policies';
import { endpointSlice, endpoints, service } from './services';
import { statefulSet } from './statefulset';
import { claim, storageClass, volume } from './storage';
import { daemonSet, deployment, replicaSet, replicationController } from './workloads';

/** Source: pkg/describe describerMap (v1.37). */
const describers: Readonly<Record<string, Describer>> = {
  Pod: pod,
  ReplicationController: replicationController,
  Service: service,
  Node: node,
  PersistentVolume: volume,
  PersistentVolumeClaim: claim,
  Namespace: namespace,
  Endpoints: endpoints,
  EndpointSlice: endpointSlice,
  HorizontalPodAutoscaler: autoscaler,
  Job: job,
  CronJob: cronJob,
  StatefulSet: statefulSet,
  Deployment: deployment,
  DaemonSet: daemonSet,
  ReplicaSet: replicaSet,
  StorageClass: storageClass,
  PodDisruptionBudget: podDisruptionBudget,
  PriorityClass: priorityClass,
};

/** Of these Events are never shown. */
const withoutEvents = new Set(['Namespace']);

/** The lines that `describe` prints of an object; with these Events, unless there shall be none. */
export function describe(
  object: KubeObject,
  around: Surroundings,
  events: readonly Event[] | undefined,
): string[] {
  const page = Page.blank();
  (describers[object.kind] ?? generic)(page, object, around);
  if (events && !withoutEvents.has(object.kind)) eventTable(page, events, around.nowMs);
  return page.lines;
}
