import type { Cluster } from '@/lib/cluster/cluster';
import { ordinalOf, revisionOf, startOrdinal } from '@/lib/cluster/controllers/statefulset/identity';
import type { Entry, WriteEntry } from '@/lib/cluster/journal';
import { controllerOf, isTerminating, kindOf } from '@/lib/cluster/keys';
import { kinds } from '@/lib/cluster/kinds';
import type { KubeObject, PersistentVolumeClaim, Pod, StatefulSet } from '@/lib/cluster/objects';
import { hasEnded, isAvailable, isReady, isRunningAndReady } from '@/lib/cluster/pods';
import * as t from './web';

/** What must be true of a cluster after every step. Each rule throws with what it saw; `see` reads each entry once. */
export class Invariants {
  private read = 0;
  private lastVersion = 0;
  private volumes = new Map<string, string>();

  constructor(private readonly cluster: Cluster) {}

  see(): void {
    const { journal, reading } = this.cluster;
    const fresh = journal.slice(this.read);
    for (const [i, entry] of fresh.entries()) {
      this.inSequence(entry, this.read + i);
      if (entry.type !== 'write') continue;
      this.versionGrows(entry);
      this.claimKeepsVolume(entry);
    }
    this.read = journal.length;
    const set = t.set(this.cluster);
    if (set) this.inOrder(set, fresh.filter(isWriteOfSet));
    const nodes = new Set(reading.list('Node').map((node) => node.metadata.name));
    for (const pod of t.pods(this.cluster)) {
      const { nodeName } = pod.spec;
      rule(nodeName === undefined || nodes.has(nodeName), `${pod.metadata.name} is on no node, ${nodeName}`);
    }
    if (set) this.onePodPerOrdinal(set);
  }

  private inSequence({ sequence, cause }: Entry, at: number): void {
    rule(sequence === at, `entry ${at} has the sequence ${sequence}`);
    rule(cause.because === undefined || cause.because < at, `entry ${at} is because of ${cause.because}`);
  }

  private versionGrows({ key, after }: WriteEntry): void {
    if (!after) return;
    const version = Number(after.metadata.resourceVersion);
    rule(version > this.lastVersion, `${key} has version ${version} after ${this.lastVersion}`);
    this.lastVersion = version;
  }

  private claimKeepsVolume({ key, after }: WriteEntry): void {
    if (kindOf(key) !== 'PersistentVolumeClaim' || !after) return;
    const { spec, status, metadata } = after as PersistentVolumeClaim;
    const volume = this.volumes.get(metadata.uid);
    rule(volume === undefined || spec.volumeName === volume, `${key} had ${volume}, has ${spec.volumeName}`);
    rule(status.phase !== 'Bound' || spec.volumeName !== undefined, `${key} is bound to nothing`);
    if (spec.volumeName) this.volumes.set(metadata.uid, spec.volumeName);
  }

  private onePodPerOrdinal(set: StatefulSet): void {
    const ordinals = podsOf(this.cluster, set).map((pod) => {
      const ordinal = ordinalOf(set, pod.metadata.name);
      rule(
        pod.metadata.labels?.['apps.kubernetes.io/pod-index'] === String(ordinal) &&
          pod.spec.hostname === pod.metadata.name,
        `${pod.metadata.name} has another identity`,
      );
      return ordinal;
    });
    rule(new Set(ordinals).size === ordinals.length, `two Pods of one ordinal: ${ordinals}`);
  }

  /**
   * OrderedReady. A sync makes one Pod at most, and only when every lower ordinal of the range is there, Running, Ready,
   * Available and not going. It deletes one Pod at most for scaling, the highest of those outside the range, and only when
   * no Pod inside the range is going. (A lower one outside it may be: somebody else deleted that.)
   */
  private inOrder(set: StatefulSet, writes: readonly WriteEntry[]): void {
    if (set.spec.podManagementPolicy !== 'OrderedReady') return;
    const pods = podsOf(this.cluster, set);
    const made = writes.filter((entry) => !entry.before);
    rule(made.length <= 1, `made at once: ${made.map(({ key }) => key)}`);
    for (const { after } of made) {
      const ordinal = ordinalOf(set, after?.metadata.name ?? '') ?? -1;
      for (let lower = startOrdinal(set); lower < ordinal; lower++) {
        const below = pods.find((pod) => ordinalOf(set, pod.metadata.name) === lower);
        rule(
          !!below &&
            !isTerminating(below) &&
            isRunningAndReady(below) &&
            isAvailable(below, set.spec.minReadySeconds ?? 0, this.cluster.nowMs),
          `web-${ordinal} is made while web-${lower} is ${below ? 'not Available' : 'missing'}`,
        );
      }
    }
    const scaledAway = writes.filter((entry) => entry.cause.rule === 'hasTooManyReplicas' && entry.before);
    const names = new Set(scaledAway.map(({ key }) => key));
    rule(names.size <= 1, `scaled away at once: ${[...names]}`);
    for (const { before } of scaledAway) {
      const going = pods.filter((pod) => isTerminating(pod) && isInRange(set, pod));
      rule(going.length === 0, `${before?.metadata.name} goes while ${going.map((p) => p.metadata.name)} go`);
      const higher = pods.filter(
        (pod) =>
          !isInRange(set, pod) &&
          Number(ordinalOf(set, pod.metadata.name)) > Number(ordinalOf(set, before?.metadata.name ?? '')),
      );
      rule(higher.length === 0, `${before?.metadata.name} goes before ${higher.map((p) => p.metadata.name)}`);
    }
  }
}

const isWriteOfSet = (entry: Entry): entry is WriteEntry =>
  entry.type === 'write' && kindOf(entry.key) === 'Pod' && entry.cause.by === 'statefulset-controller';

const podsOf = (cluster: Cluster, set: StatefulSet): Pod[] =>
  t.pods(cluster).filter((pod) => controllerOf(pod.metadata)?.uid === set.metadata.uid);

const isInRange = (set: StatefulSet, pod: Pod): boolean => {
  const ordinal = ordinalOf(set, pod.metadata.name) ?? -1;
  return ordinal >= startOrdinal(set) && ordinal < startOrdinal(set) + set.spec.replicas;
};

function rule(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

/**
 * Runs until a minute brings nothing but Events, then holds what must be true of a cluster at rest: every owner is there,
 * the status counts the Pods, and where nothing is broken the set is as it was asked for.
 */
export function restsWell(cluster: Cluster, invariants: Invariants): void {
  for (let minutes = 0; ; minutes++) {
    rule(minutes < 30, 'it does not rest in half an hour');
    const from = cluster.journal.length;
    const untilMs = cluster.nowMs + 60_000;
    while (cluster.step(untilMs)) invariants.see();
    cluster.run(untilMs);
    if (!cluster.journal.slice(from).some((entry) => entry.type === 'write' && kindOf(entry.key) !== 'Event'))
      break;
  }
  everyOwnerIsThere(cluster);
  deletedClaimsAreUsed(cluster);
  const set = t.set(cluster);
  if (!set || isTerminating(set)) return;
  statusCountsPods(cluster, set);
  if (cluster.options.kubelet !== 'played') isAsAskedFor(cluster, set);
}

function everyOwnerIsThere(cluster: Cluster): void {
  const all: KubeObject[] = [...kinds.keys()].flatMap((kind) => cluster.reading.list(kind));
  const uids = new Set(all.map((object) => object.metadata.uid));
  for (const { kind, metadata } of all) {
    for (const owner of metadata.ownerReferences ?? [])
      rule(
        uids.has(owner.uid) || !!metadata.deletionTimestamp,
        `${kind} ${metadata.name} has lost its owner ${owner.kind} ${owner.name}`,
      );
  }
}

/** A claim that was deleted is there only as long as a Pod with a node uses it. */
function deletedClaimsAreUsed(cluster: Cluster): void {
  const used = new Set(
    t
      .pods(cluster)
      .filter((pod) => pod.spec.nodeName !== undefined)
      .flatMap((pod) => (pod.spec.volumes ?? []).map((volume) => volume.persistentVolumeClaim?.claimName)),
  );
  for (const claim of cluster.reading.list('PersistentVolumeClaim'))
    rule(!isTerminating(claim) || used.has(claim.metadata.name), `${claim.metadata.name} should be gone`);
}

function statusCountsPods(cluster: Cluster, set: StatefulSet): void {
  const pods = podsOf(cluster, set);
  const { status, metadata, spec } = set;
  const count = (isIt: (pod: Pod) => boolean) => pods.filter(isIt).length;
  const wanted = {
    observedGeneration: metadata.generation,
    replicas: pods.length,
    readyReplicas: count(isRunningAndReady),
    availableReplicas: count(
      (pod) => isRunningAndReady(pod) && isAvailable(pod, spec.minReadySeconds ?? 0, cluster.nowMs),
    ),
    updatedReplicas: count((pod) => !isTerminating(pod) && revisionOf(pod) === status.updateRevision),
  };
  const got = {
    observedGeneration: status.observedGeneration,
    replicas: status.replicas,
    readyReplicas: status.readyReplicas ?? 0,
    availableReplicas: status.availableReplicas,
    updatedReplicas: status.updatedReplicas ?? 0,
  };
  rule(
    JSON.stringify(wanted) === JSON.stringify(got),
    `the Pods add up to ${JSON.stringify(wanted)}, the status says ${JSON.stringify(got)}`,
  );
}

function isAsAskedFor(cluster: Cluster, set: StatefulSet): void {
  const pods = podsOf(cluster, set);
  const isBroken = (pod: Pod) =>
    hasEnded(pod) ||
    !pod.spec.nodeName ||
    pod.spec.containers[0]?.image === 'db:broken' ||
    cluster.lifeOf(pod.metadata.uid)?.faults.readiness;
  if (pods.some(isBroken)) return;
  const wanted = Array.from({ length: set.spec.replicas }, (_, i) => `web-${startOrdinal(set) + i} Ready`);
  const got = pods.map((pod) => `${pod.metadata.name} ${isReady(pod) ? 'Ready' : pod.status.phase}`).sort();
  rule(got.join() === wanted.join(), `asked for ${wanted}, got ${got}; ${t.stateOf(cluster)}`);
  rule(t.stateOf(cluster) === 'steady', `nothing is broken, but the set is ${t.stateOf(cluster)}`);
  const { type, rollingUpdate } = set.spec.updateStrategy;
  if (type !== 'RollingUpdate' || (rollingUpdate?.partition ?? 0) > 0) return;
  rule(
    pods.every((pod) => revisionOf(pod) === set.status.updateRevision),
    'an old Pod is left',
  );
}
