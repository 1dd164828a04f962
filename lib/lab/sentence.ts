import type { Cluster } from '../cluster/cluster';
import { isTerminating, keyFor, keyOf, nameOf } from '../cluster/keys';
import { images } from '../cluster/kubelet/program';
import type { Pod, StatefulSet } from '../cluster/objects';
import { isReady } from '../cluster/pods';
import { podStateOf } from './pod-state';
import { condemnedNames, outdatedNames } from './scene';
import type { PodState, ReservedView, Sentence } from './view';

/** The one line that says what is the case, read from the set's machine and from what it waits for. */
export function sentenceOf(
  cluster: Cluster,
  subject: string,
  set: StatefulSet | undefined,
  reserved: readonly ReservedView[],
): Sentence {
  const pods = cluster.reading.list<Pod>('Pod');
  const name = nameOf(subject);
  if (!set) return withoutSet(pods, name, cluster);
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
      return waiting(cluster, set, reserved, about, say);
    case 'waitingForAvailable':
      return reserved[0]
        ? say('waitsForAvailable', reserved[0].name, about)
        : say('waitsForAvailable', name, about);
    case 'waitingForClaimDeletion':
      return say('waitsForGone', reserved[0]?.name, reserved[0]?.name);
    case 'waitingForTermination':
      if (about !== undefined && condemnedNames(cluster, set).includes(about))
        return say('scalingDown', about);
      return say(
        about !== undefined && outdatedNames(cluster, set).includes(about) ? 'updating' : 'recreating',
        about,
      );
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

function withoutSet(pods: readonly Pod[], name: string, cluster: Cluster): Sentence {
  if (pods.length) return { key: 'setDeleted', subject: name, count: pods.length };
  const wasThere = cluster.journal.some(
    (entry) => entry.type === 'write' && entry.key === keyFor('StatefulSet', 'default', name),
  );
  return { key: wasThere ? 'allGone' : 'empty', subject: name };
}

function waiting(
  cluster: Cluster,
  set: StatefulSet,
  reserved: readonly ReservedView[],
  about: string | undefined,
  say: (key: Sentence['key'], subject?: string, object?: string) => Sentence,
): Sentence {
  const [highest] = condemnedNames(cluster, set);
  if (reserved[0] && about !== undefined) return say('waitsForReady', reserved[0].name, about);
  if (highest !== undefined && about !== undefined && highest !== about)
    return say('scaleDownBlocked', highest, about);
  const pod =
    about === undefined ? undefined : cluster.reading.find<Pod>('Pod', set.metadata.namespace ?? '', about);
  if (pod && images[pod.spec.containers[0]?.image ?? '']?.neverReady) return say('stuck', about);
  const next = outdatedNames(cluster, set).find((name) => name !== about);
  if (next !== undefined) return say('updateBlocked', next, about);
  return say(pod && cluster.lifeOf(pod.metadata.uid)?.context.isToldToFail ? 'notReady' : 'starting', about);
}

const stateOf = (cluster: Cluster, name: string): PodState => {
  const pod = cluster.reading.find<Pod>('Pod', 'default', name);
  return pod ? podStateOf(pod) : 'reserved';
};
