import type { Controller } from './controller';
import { deploymentController } from './deployment';
import { endpointsliceController } from './endpointslice.machine';
import { garbageCollector } from './garbage-collector.machine';
import { persistentvolumeController } from './persistentvolume.machine';
import { replicasetController, replicationController } from './replicaset';
import { scheduler } from './scheduler.machine';
import { statefulsetController } from './statefulset';

/** Every control loop of the cluster. Of syncs that are due at one moment, the one that was asked first comes first. */
export const controllers: readonly Controller[] = [
  statefulsetController,
  deploymentController,
  replicasetController,
  replicationController,
  persistentvolumeController,
  scheduler,
  endpointsliceController,
  garbageCollector,
];
