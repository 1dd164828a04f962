import type { Cluster } from '../cluster/cluster';
import type { Observed, Taken } from '../cluster/controllers/statefulset/observed';
import { isTerminating, keyOf, nameOf } from '../cluster/keys';
import { images } from '../cluster/kubelet/program';
import type { Pod } from '../cluster/objects';
import { isReady } from '../cluster/pods';
import type { JournalIndex } from './journal-index';
import { podStateOf } from './pod-state';
import { slowedBy } from './slowed';
import type { PodState, ReservedView, Sentence } from './view';

/** The one line that says what is the case, read from the set's machine and from what it waits for. */
export function sentenceOf(
  cluster: Cluster,
  subject: string,
  observed: Observed | undefined,
  reserved: readonly ReservedView[],
  index: JournalIndex,
): Sentence {
  const pods = podsUnder(cluster, subject, index);
  const name = nameOf(subject);
  if (!observed) return withoutSet(pods, subject, index, cluster.journal.length);
  const { set } = observed;
  if (isTerminating(set)) return { key: 'setDeleted', subject: name, count: pods.length };
  const machine = cluster.stateOf('statefulset', keyOf(set));
  const ready = pods.filter(isReady).length;
  const counts = { count: ready, of: set.spec.replicas };
  const about = machine?.about === undefined ? undefined : nameOf(machine.about);
  const say = (key: Sentence['key'], subjectName?: string, objectName?: string): Sentence => ({
    key,
    ...counts,
    ...(subjectName !== undefined && { subject: subjectName, subjectState: stateOf(cluster, subjectName) }),
    ...(objectName !== undefined && { object: objectName, objectState: stateOf(cluster, objectName) }),
  });
  switch (machine?.state) {
    case undefined:
    case 'recordingRevision':
      return say('creating', reserved[0]?.name ?? name);
    case 'waitingForReady':
      return waiting(cluster, observed, reserved, about, say);
    case 'waitingForAvailable':
      return reserved[0]
        ? say('waitsForAvailable', reserved[0].name, about)
        : say('waitsForAvailable', name, about);
    case 'waitingForClaimDeletion':
      return say('waitsForGone', reserved[0]?.name, reserved[0]?.name);
    case 'waitingForTermination':
      if (isAmong(observed.condemned, about)) return say('scalingDown', about);
      return say(isAmong(observed.outdated, about) ? 'updating' : 'recreating', about);
    case 'deletingHighestOrdinal':
      return say('scalingDown', about);
    case 'updatingHighestOrdinal':
      return say('updating', about);
    case 'steady':
      return say('steady', name);
    default:
      return say('creating', about ?? reserved[0]?.name ?? name);
  }
}

/** The set's Pods, and those that it had when it went. */
export const podsUnder = (cluster: Cluster, subject: string, index: JournalIndex): Pod[] =>
  cluster.reading.list<Pod>('Pod').filter((pod) => index.isUnder(keyOf(pod), subject));

function withoutSet(pods: readonly Pod[], subject: string, index: JournalIndex, length: number): Sentence {
  const name = nameOf(subject);
  if (pods.length) return { key: 'setDeleted', subject: name, count: pods.length };
  const madeAt = index.madeAt.get(subject);
  return { key: madeAt !== undefined && madeAt < length ? 'allGone' : 'empty', subject: name };
}

function waiting(
  cluster: Cluster,
  { set, condemned, outdated }: Observed,
  reserved: readonly ReservedView[],
  about: string | undefined,
  say: (key: Sentence['key'], subject?: string, object?: string) => Sentence,
): Sentence {
  const highest = condemned[0]?.pod.metadata.name;
  if (reserved[0] && about !== undefined) return say('waitsForReady', reserved[0].name, about);
  if (highest !== undefined && about !== undefined && highest !== about)
    return say('scaleDownBlocked', highest, about);
  const pod =
    about === undefined ? undefined : cluster.reading.find<Pod>('Pod', set.metadata.namespace ?? '', about);
  if (pod && images[pod.spec.containers[0]?.image ?? '']?.neverReady) return say('stuck', about);
  const next = outdated.find(({ pod }) => pod.metadata.name !== about);
  if (next) return say('updateBlocked', next.pod.metadata.name, about);
  if (pod && cluster.lifeOf(pod.metadata.uid)?.faults.readiness) return say('notReady', about);
  const slow = pod && slowedBy(cluster, pod);
  return slow ? { ...say('startsSlowly', about), count: slow.by.ms / 1000 } : say('starting', about);
}

const isAmong = (places: readonly Taken[], name: string | undefined): boolean =>
  places.some(({ pod }) => pod.metadata.name === name);

const stateOf = (cluster: Cluster, name: string): PodState => {
  const pod = cluster.reading.find<Pod>('Pod', 'default', name);
  return pod ? podStateOf(pod) : 'reserved';
};
