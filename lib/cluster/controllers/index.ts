import type { Controller } from './controller';
import { cronjobController } from './cronjob';
import { daemonsetController } from './daemonset';
import { deploymentController } from './deployment';
import { disruptionController } from './disruption';
import { endpointsliceController } from './endpointslice.machine';
import { garbageCollector } from './garbage-collector.machine';
import { horizontalpodautoscalerController } from './horizontalpodautoscaler';
import { jobController } from './job';
import { orphanPodController } from './job/orphan-pods.machine';
import { namespaceController } from './namespace.machine';
import { nodeLifecycleController } from './node-lifecycle';
import { podGcController } from './pod-gc.machine';
import { replicasetController, replicationController } from './replicaset';
import { scheduler } from './scheduler';
import { statefulsetController } from './statefulset';
import { taintEvictionController } from './taint-eviction.machine';
import { ttlAfterFinishedController } from './ttl-after-finished.machine';
import { claimController } from './volumes/claim.machine';
import { volumeController } from './volumes/volume.machine';

/** Every control loop of the cluster. Of syncs that are due at one moment, the one that was asked first comes first. */
export const controllers: readonly Controller[] = [
  statefulsetController,
  deploymentController,
  replicasetController,
  replicationController,
  daemonsetController,
  jobController,
  orphanPodController,
  ttlAfterFinishedController,
  cronjobController,
  claimController,
  volumeController,
  scheduler,
  endpointsliceController,
  garbageCollector,
  nodeLifecycleController,
  taintEvictionController,
  podGcController,
  namespaceController,
  horizontalpodautoscalerController,
  disruptionController,
];
