import type { Cluster } from '../cluster/cluster';
import { isTerminating, keyFor, keyOf } from '../cluster/keys';
import type {
  CronJob,
  DaemonSet,
  HorizontalPodAutoscaler,
  Job,
  KubeObject,
  Pod,
  PodTemplate,
  StatefulSet,
} from '../cluster/objects';
import { hasEnded, isReady } from '../cluster/pods';
import { type JournalIndex, ownerKeyOf } from './journal-index';
import { machineNameOf } from './machines';
import type { WorkloadView } from './view';

const kinds = [
  'Deployment',
  'ReplicaSet',
  'ReplicationController',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
  'Job',
] as const;

interface Count {
  readonly has: number;
  readonly ready: number;
}

/** Everything that keeps Pods, in the order of ownership: see `WorkloadView`. */
export function workloadViews(cluster: Cluster, index: JournalIndex): WorkloadView[] {
  const { reading } = cluster;
  const objects = kinds.flatMap((kind) => reading.list<KubeObject>(kind));
  const keys = new Set(objects.map(keyOf));
  const below = new Map<string | undefined, KubeObject[]>();
  for (const object of objects) {
    const owner = ownerKeyOf(object);
    const at = owner !== undefined && keys.has(owner) ? owner : undefined;
    below.set(at, [...(below.get(at) ?? []), object]);
  }
  const counts = countsOf(reading.list<Pod>('Pod'), index, keys);
  const scalers = new Map<string, HorizontalPodAutoscaler[]>();
  const autoscalers = reading.list<HorizontalPodAutoscaler>('HorizontalPodAutoscaler');
  for (const one of autoscalers) scalers.set(scaledBy(one), [...(scalers.get(scaledBy(one)) ?? []), one]);
  const views: WorkloadView[] = [];
  const visit = (object: KubeObject, depth: number) => {
    const key = keyOf(object);
    const count = counts.get(key) ?? { has: 0, ready: 0 };
    for (const scaler of scalers.get(key) ?? []) views.push(scalerView(cluster, scaler, key, count, depth));
    views.push(viewOf(cluster, index, object, count, depth));
    for (const child of newestFirst(below.get(key) ?? [], index, counts)) visit(child, depth + 1);
  };
  const made = (object: KubeObject) => index.madeAt.get(keyOf(object)) ?? 0;
  for (const root of (below.get(undefined) ?? []).sort((a, b) => made(a) - made(b))) visit(root, 0);
  for (const [target, list] of scalers)
    if (!keys.has(target))
      for (const one of list) views.push(scalerView(cluster, one, undefined, { has: 0, ready: 0 }, 0));
  return views;
}

const scaledBy = ({ metadata, spec }: HorizontalPodAutoscaler): string =>
  keyFor(spec.scaleTargetRef.kind, metadata.namespace ?? '', spec.scaleTargetRef.name);

interface Counted {
  readonly owner: string | undefined;
  readonly ready: number;
}

const counted = new WeakMap<Pod, Counted>();

/** Who has a Pod, if it counts: it is not going and has not ended. Pods are values, so each is looked at once. */
function countedOf(pod: Pod): Counted {
  const known = counted.get(pod);
  if (known) return known;
  const isActive = !isTerminating(pod) && !hasEnded(pod);
  const one = { owner: isActive ? ownerKeyOf(pod) : undefined, ready: isReady(pod) ? 1 : 0 };
  counted.set(pod, one);
  return one;
}

/** Pods that are not going and have not ended, counted for each owner above them. */
function countsOf(pods: readonly Pod[], index: JournalIndex, keys: ReadonlySet<string>) {
  const counts = new Map<string, Count>();
  for (const pod of pods) {
    const { owner, ready } = countedOf(pod);
    if (owner === undefined || !keys.has(owner)) continue;
    const count = counts.get(owner) ?? { has: 0, ready: 0 };
    counts.set(owner, { has: count.has + 1, ready: count.ready + ready });
  }
  const above = new Map<string, Count>();
  for (const [leaf, { has, ready }] of counts)
    for (let at: string | undefined = leaf; at !== undefined && keys.has(at); at = index.owners.get(at)) {
      const sum = above.get(at) ?? { has: 0, ready: 0 };
      above.set(at, { has: sum.has + has, ready: sum.ready + ready });
    }
  return above;
}

/** The newest first; those that want nothing and have nothing come last. */
function newestFirst(
  objects: readonly KubeObject[],
  index: JournalIndex,
  counts: ReadonlyMap<string, Count>,
): KubeObject[] {
  const made = (object: KubeObject) => index.madeAt.get(keyOf(object)) ?? 0;
  const isEmpty = (object: KubeObject) =>
    object.kind === 'ReplicaSet' &&
    (object.spec as { replicas?: number }).replicas === 0 &&
    !counts.get(keyOf(object))?.has;
  return [...objects].sort((a, b) => Number(isEmpty(a)) - Number(isEmpty(b)) || made(b) - made(a));
}

const templateOf = (object: KubeObject): PodTemplate | undefined =>
  object.kind === 'CronJob'
    ? (object as CronJob).spec.jobTemplate.spec.template
    : (object.spec as { template?: PodTemplate } | undefined)?.template;

function viewOf(
  cluster: Cluster,
  index: JournalIndex,
  object: KubeObject,
  { has, ready }: Count,
  depth: number,
): WorkloadView {
  const key = keyOf(object);
  const owner = ownerKeyOf(object);
  const wants = wantsOf(object);
  const revision = revisionOf(object, index);
  const container = templateOf(object)?.spec.containers[0];
  const state = cluster.stateOf(machineNameOf(object.kind) ?? '', key)?.state;
  const slow = cluster.slowStartOf(object);
  return {
    key,
    kind: object.kind,
    name: object.metadata.name,
    ...(owner !== undefined && { owner }),
    ...(wants !== undefined && { wants }),
    has,
    ready,
    ...(revision !== undefined && { revision }),
    ...(container && { image: container.image, container: container.name }),
    ...(state !== undefined && { state }),
    ...(slow && { slowStartMs: slow.ms }),
    isGoing: isTerminating(object),
    depth,
  };
}

function scalerView(
  cluster: Cluster,
  scaler: HorizontalPodAutoscaler,
  scales: string | undefined,
  { has, ready }: Count,
  depth: number,
): WorkloadView {
  const key = keyOf(scaler);
  const state = cluster.stateOf('horizontalpodautoscaler', key)?.state;
  return {
    key,
    kind: scaler.kind,
    name: scaler.metadata.name,
    ...(scales !== undefined && { scales }),
    ...(isScaling(scaler) && { wants: scaler.status?.desiredReplicas }),
    has,
    ready,
    ...(state !== undefined && { state }),
    isGoing: isTerminating(scaler),
    depth,
  };
}

/** Without metrics an HPA has no number, though its status says 0. Source: pkg/controller/podautoscaler, ScalingActive. */
const isScaling = ({ status }: HorizontalPodAutoscaler): boolean =>
  status?.desiredReplicas !== undefined &&
  status.conditions?.some(({ type, status }) => type === 'ScalingActive' && status === 'True') === true;

/** How many Pods it asks for now; of a Job, how many are to run at once until it is through. */
function wantsOf(object: KubeObject): number | undefined {
  switch (object.kind) {
    case 'CronJob':
      return undefined;
    case 'DaemonSet':
      return (object as DaemonSet).status?.desiredNumberScheduled;
    case 'Job': {
      const { spec, status } = object as Job;
      if (spec.suspend || isFinished(object as Job)) return 0;
      const left =
        spec.completions === undefined ? spec.parallelism : spec.completions - (status?.succeeded ?? 0);
      return Math.max(0, Math.min(spec.parallelism, left));
    }
    default:
      return (object.spec as { replicas?: number }).replicas;
  }
}

export const isFinished = ({ status }: Job): boolean =>
  status?.conditions?.some(
    ({ type, status }) => (type === 'Complete' || type === 'Failed') && status === 'True',
  ) ?? false;

/** Of a set the revision that new Pods get; of a ReplicaSet of a Deployment, its place among that one's. */
function revisionOf(object: KubeObject, index: JournalIndex): number | undefined {
  if (object.kind === 'ReplicaSet') return index.revisions.get(keyOf(object));
  if (object.kind !== 'StatefulSet') return undefined;
  const { updateRevision } = (object as StatefulSet).status ?? {};
  const namespace = object.metadata.namespace ?? '';
  return updateRevision === undefined
    ? undefined
    : index.revisions.get(keyFor('ControllerRevision', namespace, updateRevision));
}
