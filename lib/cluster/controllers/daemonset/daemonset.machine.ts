import { isTerminating, keyFor } from '../../keys';
import type { Pod } from '../../objects';
import { isReady } from '../../pods';
import type { Write } from '../controller';
import { adopt, createPod, deletePod, release, said } from '../controller-ref';
import { newRevision } from '../history';
import { about, machineOf, type Rule } from '../rules';
import {
  type Ended,
  emptyNodes,
  endedPods,
  excessPods,
  heldBackPods,
  misplacedPods,
  relievedPods,
} from './manage';
import type { Observed } from './observed';
import { templateFor } from './placement';
import {
  dueOldPods,
  historyToGo,
  isRolling,
  lostOldPods,
  outdatedPods,
  surgingNodes,
  unwantedOldPods,
} from './update';

/**
 * The life of a DaemonSet, as a list of rules that each sync asks from top to bottom; the first that holds decides.
 * Models pkg/controller/daemon/daemon_controller.go syncDaemonSet, manage, syncNodes; update.go constructHistory, rollingUpdate,
 * cleanupHistory (v1.37). Upstream may do several of these in one sync; here each sync does one, and the write asks the next.
 * Leaves out: slow start of batches, two revisions of one template.
 */

/** So many Pods are made or deleted in one sync at most. Source: BurstReplicas. */
const burstReplicas = 250;

const aboutNode = (name: string | undefined): string | false =>
  name === undefined ? false : keyFor('Node', '', name);

const remove = ({ set }: Observed, pods: readonly Pod[]): Write[] =>
  pods.slice(0, burstReplicas).flatMap((pod) => deletePod(pod, set));

const create = ({ set, hash, beliefs }: Observed, nodes: readonly string[]): Write[] =>
  nodes.slice(0, burstReplicas).map((node) => createPod(templateFor(set, hash, node, beliefs), set));

/** Replaces what has ended, and says that it had. Source: podsShouldBeOnNode. */
function replaceEnded(observed: Observed): Write[] {
  const { set } = observed;
  const found = ({ node, pod: { metadata, status } }: Ended): Write => {
    const hasFailed = status.phase === 'Failed';
    const name = `${metadata.namespace}/${metadata.name}`;
    return hasFailed
      ? said(
          set,
          'Warning',
          'FailedDaemonPod',
          `Found failed daemon pod ${name} on node ${node}, will try to kill it`,
        )
      : said(
          set,
          'Normal',
          'SucceededDaemonPod',
          `Found succeeded daemon pod ${name} on node ${node}, will try to delete it`,
        );
  };
  const ended = endedPods(observed);
  return [
    ...ended.map(found),
    ...remove(
      observed,
      ended.map(({ pod }) => pod),
    ),
  ];
}

/** A new revision, or the next number for an old one that came back. A name that is taken counts as a collision. */
function recordRevision(observed: Observed): Write[] {
  const { set, sameRevision, revisionNumber, newHash } = observed;
  if (sameRevision)
    return [{ do: 'update', object: { ...sameRevision, revision: revisionNumber } as typeof sameRevision }];
  const { template } = set.spec;
  const collisionCount = (set.status.collisionCount ?? 0) + 1;
  return [
    {
      do: 'create',
      object: newRevision(set, template, newHash, revisionNumber, set.metadata.annotations),
      refused: ({ reason }) =>
        reason === 'AlreadyExists'
          ? [
              {
                do: 'updateStatus',
                object: { ...set, status: { ...set.status, collisionCount } } as typeof set,
              },
            ]
          : [],
    },
  ];
}

/** What was there before is put right first. */
const belongings: readonly Rule<Observed>[] = [
  { name: 'isBeingDeleted', state: 'beingDeleted', holds: ({ set }) => isTerminating(set) },
  {
    name: 'orphanRevisionMatchesSelector',
    state: 'recordingRevision',
    holds: ({ orphanRevisions }) => orphanRevisions.length > 0,
    writes: ({ set, orphanRevisions }) => adopt(set, orphanRevisions),
  },
  {
    name: 'templateIsNew',
    state: 'recordingRevision',
    holds: ({ currentRevision }) => !currentRevision,
    writes: recordRevision,
  },
  {
    name: 'podHasLeftSelector',
    state: 'releasingPods',
    holds: ({ strays }) => about(strays[0]),
    writes: ({ set, strays }) => release(set, strays),
  },
  {
    name: 'orphanMatchesSelector',
    state: 'adoptingPods',
    holds: ({ orphans }) => about(orphans[0]),
    writes: ({ set, orphans }) => adopt(set, orphans),
  },
];

const management: readonly Rule<Observed>[] = [
  {
    name: 'podHasEnded',
    state: 'replacingEndedPods',
    holds: (o) => about(endedPods(o)[0]?.pod),
    writes: replaceEnded,
  },
  {
    name: 'nodeMustNotRunPod',
    state: 'deletingPods',
    holds: (o) => about(misplacedPods(o)[0]),
    writes: (o) => remove(o, misplacedPods(o)),
  },
  {
    name: 'nodeHasTooManyPods',
    state: 'deletingPods',
    holds: (o) => about(excessPods(o)[0]),
    writes: (o) => remove(o, excessPods(o)),
  },
  {
    name: 'nodeOfPendingPodIsGone',
    state: 'deletingPods',
    holds: (o) => about(o.homeless[0]),
    writes: (o) => remove(o, o.homeless),
  },
  {
    name: 'nodeLacksPod',
    state: 'creatingPods',
    holds: (o) => aboutNode(emptyNodes(o)[0]),
    writes: (o) => create(o, emptyNodes(o)),
  },
];

const update: readonly Rule<Observed>[] = [
  {
    name: 'newPodHasTakenOver',
    state: 'rollingUpdateDeletingOldPods',
    holds: (o) => about(relievedPods(o)[0]),
    writes: (o) => remove(o, relievedPods(o)),
  },
  {
    name: 'oldPodIsUnavailable',
    state: 'rollingUpdateDeletingOldPods',
    holds: (o) => about(lostOldPods(o)[0]),
    writes: (o) => remove(o, lostOldPods(o)),
  },
  {
    name: 'maxUnavailableLetsOldPodGo',
    state: 'rollingUpdateDeletingOldPods',
    holds: (o) => about(dueOldPods(o)[0]),
    writes: (o) => remove(o, dueOldPods(o)),
  },
  {
    name: 'nodeTakesNoNewPod',
    state: 'rollingUpdateDeletingOldPods',
    holds: (o) => about(unwantedOldPods(o)[0]),
    writes: (o) => remove(o, unwantedOldPods(o)),
  },
  {
    name: 'maxSurgeLetsNewPodCome',
    state: 'rollingUpdateCreatingNewPods',
    holds: (o) => aboutNode(surgingNodes(o)[0]),
    writes: (o) => create(o, surgingNodes(o)),
  },
  {
    name: 'historyIsTooLong',
    state: 'truncatingHistory',
    holds: (o) => historyToGo(o).length > 0,
    writes: (o) => historyToGo(o).map((object) => ({ do: 'delete', object })),
  },
];

const waits: readonly Rule<Observed>[] = [
  {
    name: 'failedPodIsHeldBack',
    state: 'waitingForBackOff',
    holds: (o) => about(heldBackPods(o)[0]?.pod),
  },
  {
    name: 'limitOfUpdateIsReached',
    state: 'rollingUpdateWaiting',
    holds: (o) => isRolling(o) && about(outdatedPods(o)[0]),
  },
  {
    name: 'podIsTerminating',
    state: 'waitingForTermination',
    holds: (o) => about(o.pods.find(isTerminating)),
  },
  {
    name: 'podHasNoNode',
    state: 'waitingForScheduling',
    holds: (o) => about(o.pods.find(({ spec }) => !spec.nodeName)),
  },
  {
    name: 'podIsNotReady',
    state: 'waitingForReady',
    holds: (o) => about(o.pods.find((pod) => !isReady(pod))),
  },
  {
    name: 'podIsNotAvailable',
    state: 'waitingForAvailable',
    holds: (o) => about(o.pods.find((pod) => !o.isAvailable(pod))),
  },
  {
    name: 'oldPodIsLeftToYou',
    state: 'waitingForManualDeletion',
    holds: (o) => about(outdatedPods(o)[0]),
  },
  { name: 'everyNodeHasItsPod', state: 'steady', holds: () => true },
];

export const daemonsetRules: readonly Rule<Observed>[] = [...belongings, ...management, ...update, ...waits];

export const daemonsetMachine = machineOf('daemonset', daemonsetRules);
