import type { Cluster } from '../cluster/cluster';
import { isTerminating, keyOf, nameOf } from '../cluster/keys';
import { isSlowed } from '../cluster/kubelet/life';
import type { SlowStart } from '../cluster/kubelet/slow-starts';
import type { Pod } from '../cluster/objects';
import { hasEnded, isReady } from '../cluster/pods';
import type { JournalIndex } from './journal-index';
import type { Sentence, WorkloadView } from './view';

export interface Slowed {
  readonly key: string;
  /** When the start began. */
  readonly atMs: number;
  readonly by: SlowStart;
}

/** What keeps a Pod from being Ready, if that is a slow start of a container; also while one that fell on its way is held back. */
export function slowedBy(cluster: Cluster, pod: Pod): Slowed | undefined {
  if (isReady(pod) || isTerminating(pod) || hasEnded(pod)) return undefined;
  const { containers = {} } = cluster.lifeOf(pod.metadata.uid) ?? {};
  const slowed = Object.values(containers).find(isSlowed)?.slowed;
  return slowed && { key: keyOf(pod), atMs: slowed.untilMs - slowed.by.ms, by: slowed.by };
}

/** Sentences that are about all the Pods under whom they name. */
const aboutAll: ReadonlySet<Sentence['key']> = new Set<Sentence['key']>([
  'machine',
  'starting',
  'progressing',
  'deadlineExceeded',
]);

/** The Pod whose slow start a sentence waits for: one that it names, or one under the workload that it is about. */
export function slowedIn(
  cluster: Cluster,
  index: JournalIndex,
  { key, subject, object }: Sentence,
  workloads: readonly WorkloadView[],
): Slowed | undefined {
  const about = aboutAll.has(key) ? workloads.filter(({ name }) => name === subject) : [];
  for (const pod of cluster.reading.list<Pod>('Pod')) {
    const slowed = slowedBy(cluster, pod);
    if (!slowed) continue;
    const isNamed = [subject, object].includes(nameOf(slowed.key));
    if (isNamed || about.some(({ key }) => index.isUnder(slowed.key, key))) return slowed;
  }
  return undefined;
}
