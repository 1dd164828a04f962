import { isTerminating } from '../../keys';
import type { Write } from '../controller';
import { adopt, createPod, deletePod, release } from '../controller-ref';
import { about, machineOf, type Rule } from '../rules';
import { replicasetFacts } from './facts';
import type { Observed } from './observed';
import { podsToDelete } from './rank';
import { withFailure } from './status';

/**
 * The life of a ReplicaSet or a ReplicationController, as a list of rules that each sync asks from top to bottom; the first
 * that holds decides. Models pkg/controller/replicaset/replica_set.go syncReplicaSet, manageReplicas (v1.37).
 * Leaves out: slow start, which only shows in how many creations are tried before the first refusal ends them.
 */

/** So many Pods are made or deleted in one sync at most. Source: BurstReplicas. */
export const burstReplicas = 500;

function create(observed: Observed): Write[] {
  const { owner, surplus } = observed;
  const { template } = owner.spec;
  const failed = (message: string): Write[] => [
    { do: 'updateStatus', object: withFailure(observed, message) },
  ];
  return Array.from({ length: Math.min(-surplus, burstReplicas) }, () => createPod(template, owner, failed));
}

function remove({ pods, owner, surplus, reading, nowMs, beliefs }: Observed): Write[] {
  const count = Math.min(surplus, burstReplicas);
  const going = beliefs.ask(replicasetFacts, 'oldestPodGoesFirst', false)
    ? pods.slice(0, count)
    : podsToDelete(pods, count, owner, reading, nowMs);
  return going.flatMap((pod) => deletePod(pod, owner));
}

export const replicasetRules: readonly Rule<Observed>[] = [
  { name: 'isBeingDeleted', state: 'beingDeleted', holds: ({ owner }) => isTerminating(owner) },
  {
    name: 'podHasLeftSelector',
    state: 'releasingPods',
    holds: ({ strays }) => about(strays[0]),
    writes: ({ owner, strays }) => release(owner, strays),
  },
  {
    name: 'orphanMatchesSelector',
    state: 'adoptingPods',
    holds: ({ orphans }) => about(orphans[0]),
    writes: ({ owner, orphans }) => adopt(owner, orphans),
  },
  { name: 'hasTooFewReplicas', state: 'creatingPods', holds: ({ surplus }) => surplus < 0, writes: create },
  { name: 'hasTooManyReplicas', state: 'deletingPods', holds: ({ surplus }) => surplus > 0, writes: remove },
  {
    name: 'someReplicaIsNotReady',
    state: 'waitingForReady',
    holds: ({ firstUnready }) => about(firstUnready),
  },
  {
    name: 'someReplicaIsNotAvailable',
    state: 'waitingForAvailable',
    holds: ({ firstUnavailable }) => about(firstUnavailable),
  },
  { name: 'everyReplicaIsAvailable', state: 'steady', holds: () => true },
];

export const replicasetMachine = machineOf('replicaset', replicasetRules);
