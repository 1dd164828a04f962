import type { Cluster } from '@/lib/cluster/cluster';
import { ordinalOf } from '@/lib/cluster/controllers/statefulset/identity';
import type { Entry, WriteEntry } from '@/lib/cluster/journal';
import { controllerOf, isTerminating, keyOf, kindOf } from '@/lib/cluster/keys';
import { kinds } from '@/lib/cluster/kinds';
import type { Deployment, KubeObject, Pod, ReplicaSet, StatefulSet } from '@/lib/cluster/objects';
import { hasEnded } from '@/lib/cluster/pods';

function rule(holds: boolean, otherwise: () => string): void {
  if (!holds) throw new Error(otherwise());
}

/** What must be true of any cluster after each step, whatever was asked of it. Throws with what it saw. */
export class Bounds {
  private read = 0;
  private lastVersion = 0;

  constructor(private readonly cluster: Cluster) {}

  see(): void {
    const { journal } = this.cluster;
    for (; this.read < journal.length; this.read++) {
      const entry = journal[this.read];
      if (!entry) continue;
      this.inSequence(entry);
      if (entry.type === 'write') this.seeWrite(entry);
    }
  }

  private inSequence({ sequence, cause }: Entry): void {
    rule(sequence === this.read, () => `entry ${this.read} has the sequence ${sequence}`);
    rule(
      cause.because === undefined || cause.because < sequence,
      () => `${sequence} is because of ${cause.because}`,
    );
  }

  private seeWrite(entry: WriteEntry): void {
    const { key, before, after, cause } = entry;
    if (!after) return;
    const version = Number(after.metadata.resourceVersion);
    rule(version > this.lastVersion, () => `${key} has version ${version} after ${this.lastVersion}`);
    this.lastVersion = version;
    rule(!before || before.metadata.uid === after.metadata.uid, () => `${key} became another object`);
    if (kindOf(key) === 'Pod') this.seePod(after as Pod, before as Pod | undefined);
    if (cause.by === 'deployment-controller' && kindOf(key) === 'ReplicaSet') this.seeRollout(entry);
  }

  private seePod(pod: Pod, before: Pod | undefined): void {
    const { nodeName } = pod.spec;
    const isBound = nodeName !== undefined && before && before.spec.nodeName === undefined;
    rule(
      !isBound || this.cluster.reading.get(`Node//${nodeName}`) !== undefined,
      () => `${pod.metadata.name} is bound to ${nodeName}, which is not there`,
    );
    rule(
      before?.spec.nodeName === undefined || before.spec.nodeName === nodeName,
      () => `${pod.metadata.name} moved from ${before?.spec.nodeName} to ${nodeName}`,
    );
    rule(
      !before || !hasEnded(before) || before.status.phase === pod.status.phase,
      () => `${pod.metadata.name} was ${before?.status.phase} and is ${pod.status.phase}`,
    );
  }

  /** A scaling up by the Deployment's controller leaves no more than replicas and surge together. */
  private seeRollout({ before, after }: WriteEntry): void {
    const [old, set] = [before as ReplicaSet | undefined, after as ReplicaSet];
    if (set.spec.replicas <= (old?.spec.replicas ?? 0)) return;
    const owner = controllerOf(set.metadata);
    const deployment =
      owner && this.cluster.reading.find<Deployment>('Deployment', set.metadata.namespace ?? '', owner.name);
    if (!deployment || deployment.metadata.uid !== owner.uid) return;
    const { replicas, strategy } = deployment.spec;
    const surge = strategy.type === 'Recreate' ? 0 : asCount(strategy.rollingUpdate?.maxSurge, replicas);
    const total = this.cluster.reading
      .ownedBy(owner.uid)
      .filter((object): object is ReplicaSet => object.kind === 'ReplicaSet')
      .reduce((sum, { spec }) => sum + spec.replicas, 0);
    rule(
      total <= replicas + surge,
      () => `${keyOf(deployment)} wants ${replicas}+${surge}, its ReplicaSets ${total}`,
    );
  }
}

/** A count or a percentage of it, rounded up. */
const asCount = (value: number | string | undefined, of: number): number =>
  typeof value === 'string'
    ? Math.ceil((of * Number.parseInt(value, 10)) / 100)
    : (value ?? Math.ceil(of / 4));

/** What must be true when nothing is left to do: nobody has lost an owner, no two Pods have one ordinal. */
export function wellAtRest(cluster: Cluster): void {
  const all = [...kinds.keys()].flatMap((kind) => cluster.reading.list<KubeObject>(kind));
  const uids = new Set(all.map(({ metadata }) => metadata.uid));
  for (const object of all)
    for (const owner of object.metadata.ownerReferences ?? [])
      rule(
        uids.has(owner.uid) || isTerminating(object),
        () => `${keyOf(object)} has lost its owner ${owner.kind} ${owner.name}`,
      );
  for (const set of cluster.reading.list<StatefulSet>('StatefulSet')) {
    const ordinals = cluster.reading
      .ownedBy(set.metadata.uid)
      .filter(({ kind }) => kind === 'Pod')
      .map(({ metadata }) => ordinalOf(set, metadata.name));
    rule(
      new Set(ordinals).size === ordinals.length,
      () => `${keyOf(set)} has two Pods of one ordinal: ${ordinals}`,
    );
  }
}
