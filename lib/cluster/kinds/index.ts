import type { KubeObject } from '../objects';
import { controllerrevision } from './controllerrevision';
import { cronjob } from './cronjob';
import { daemonset } from './daemonset';
import { deployment } from './deployment';
import { endpointslice } from './endpointslice';
import { event } from './event';
import { horizontalpodautoscaler } from './horizontalpodautoscaler';
import { job } from './job';
import type { Kind } from './kind';
import { namespace } from './namespace';
import { node } from './node';
import { pod } from './pod';
import { poddisruptionbudget } from './poddisruptionbudget';
import { priorityclass } from './priorityclass';
import { replicaset } from './replicaset';
import { replicationcontroller } from './replicationcontroller';
import { service } from './service';
import { statefulset } from './statefulset';
import { claim, storageclass, volume } from './storage';

const all = [
  pod,
  replicationcontroller,
  replicaset,
  deployment,
  statefulset,
  daemonset,
  job,
  cronjob,
  horizontalpodautoscaler,
  poddisruptionbudget,
  service,
  endpointslice,
  claim,
  volume,
  storageclass,
  priorityclass,
  node,
  namespace,
  controllerrevision,
  event,
];

/** Every kind that this cluster serves, by name. */
export const kinds: ReadonlyMap<string, Kind> = new Map(
  all.map((kind) => [kind.kind, kind as unknown as Kind<KubeObject>]),
);
