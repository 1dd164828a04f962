import { isTerminating } from '../../keys';
import type { Pod } from '../../objects';
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
  const mayGo = beliefs.ask(replicasetFacts, 'adoptedPodMayGo', true) ? pods : pods.filter(isMade);
  const going = beliefs.ask(replicasetFacts, 'oldestPodGoesFirst', false)
    ? mayGo.slice(0, count)
    : podsToDelete(mayGo, count, owner, reading, nowMs, beliefs);
  return going.flatMap((pod) => deletePod(pod, owner));
}

/** What a ReplicaSet makes has its name by chance, after the set's own. */
const isMade = ({ metadata }: Pod): boolean => metadata.generateName !== undefined;

const letGo = ({ owner, strays, beliefs }: Observed): Write[] =>
  beliefs.ask(replicasetFacts, 'podThatLeavesIsDeleted', false)
    ? strays.flatMap((pod) => deletePod(pod, owner))
    : release(owner, strays);

export const replicasetRules: readonly Rule<Observed>[] = [
  { name: 'isBeingDeleted', state: 'beingDeleted', holds: ({ owner }) => isTerminating(owner) },
  {
    name: 'podHasLeftSelector',
    state: 'releasingPods',
    holds: ({ strays }) => about(strays[0]),
    writes: letGo,
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
