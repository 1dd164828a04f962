import { noBeliefs } from '../cluster/belief';
import type { Cluster } from '../cluster/cluster';
import { serviceNameLabel } from '../cluster/controllers/endpointslice.machine';
import { podName, startOrdinal } from '../cluster/controllers/statefulset/identity';
import type { Observed } from '../cluster/controllers/statefulset/observed';
import { controllerOf, isTerminating, keyOf, nameOf } from '../cluster/keys';
import type {
  EndpointSlice,
  Node,
  PersistentVolumeClaim,
  Pod,
  Service,
  StatefulSet,
} from '../cluster/objects';
import { claimKeysOf, hasEnded, isReady } from '../cluster/pods';
import { rowOf } from '../cluster/printed/pod';
import { milliValue, quantity } from '../cluster/quantity';
import { matchesLabels } from '../cluster/selector';
import { momentOf } from '../cluster/time';
import { graceOf, graceUsed, type JournalIndex, ordinalFromName, ownerKeyOf } from './journal-index';
import { isUnheard, onUnheardNode, podStateOf } from './pod-state';
import type { ClaimView, NodeView, PodView, ReservedView, ServiceView } from './view';

/** What of a Pod's view stays the same as long as the Pod does: objects are values, so it is made once for each. */
const stable = new WeakMap<Pod, PodView>();

function stableView(pod: Pod, index: JournalIndex): PodView {
  const known = stable.get(pod);
  if (known) return known;
  const owner = controllerOf(pod.metadata);
  const ownerKey = ownerKeyOf(pod);
  const { ready, status, restarts } = rowOf(pod);
  const view: PodView = {
    key: keyOf(pod),
    name: pod.metadata.name,
    uid: pod.metadata.uid,
    ordinal: ordinalFromName(pod),
    node: pod.spec.nodeName,
    state: podStateOf(pod),
    readyColumn: ready,
    statusColumn: status,
    restarts,
    revision: index.revisionOf(pod),
    image: pod.spec.containers[0]?.image ?? '',
    ip: pod.status.podIP,
    sinceMs: momentOf(pod.metadata.creationTimestamp),
    ...(owner && ownerKey && { owner: ownerKey, kind: owner.kind }),
    ...(pod.metadata.labels && { labels: pod.metadata.labels }),
  };
  stable.set(pod, view);
  return view;
}

export function podViews(cluster: Cluster, index: JournalIndex): PodView[] {
  const unheard = new Set(
    cluster.reading
      .list<Node>('Node')
      .filter(isUnheard)
      .map(({ metadata }) => metadata.name),
  );
  return cluster.reading.list<Pod>('Pod').map((pod) => {
    const view = stableView(pod, index);
    const state = unheard.has(view.node ?? '') ? onUnheardNode(view.state) : view.state;
    const failsLiveness = cluster.lifeOf(view.uid)?.faults.liveness === true;
    const slow = cluster.slowStartAt(pod);
    const told = {
      ...(failsLiveness && { failsLiveness }),
      ...(slow && { slowStartMs: slow.ms }),
      ...(slow && cluster.slowStartOf(pod) === slow && { isSlowItself: true }),
    };
    if (state === 'terminating') {
      const { endsMs, lengthMs } = graceOf(pod);
      const used = graceUsed(pod, cluster.nowMs);
      const grace = { graceUsed: used, graceEndsMs: endsMs, graceMs: lengthMs };
      return { ...view, ...told, ...grace, wasReady: isReady(pod) };
    }
    return state === view.state && !failsLiveness && !slow ? view : { ...view, ...told, state };
  });
}

const share = (part: number, whole: number): number =>
  whole > 0 ? Math.min(1, Math.max(0, part / whole)) : 0;

export const nodeViews = (cluster: Cluster): NodeView[] =>
  cluster.reading.list<Node>('Node').map(({ metadata: { name }, spec, status }) => {
    const { requested } = cluster.reading.loadOf(name);
    return {
      name,
      size: `${status.allocatable.cpu} CPU, ${(status.allocatable.memory ?? '').replace('Gi', ' GiB')}`,
      ready: status.conditions.some((c) => c.type === 'Ready' && c.status === 'True'),
      cordoned: spec.unschedulable === true,
      taints: spec.taints ?? [],
      isSilent: cluster.silentSinceMs(name) !== undefined,
      requested: {
        cpu: share(requested.cpu, milliValue(status.allocatable.cpu)),
        memory: share(requested.memory, quantity(status.allocatable.memory)),
      },
    };
  });

export function claimViews(cluster: Cluster): ClaimView[] {
  const claims = cluster.reading.list<PersistentVolumeClaim>('PersistentVolumeClaim');
  if (claims.length === 0) return [];
  const pods = new Map<string, string>();
  for (const pod of cluster.reading.list<Pod>('Pod'))
    for (const key of mountedBy(pod)) if (!pods.has(key)) pods.set(key, keyOf(pod));
  return claims.map((claim) => {
    const key = keyOf(claim);
    const { name } = claim.metadata;
    const pod = pods.get(key);
    const ordinal = /-(\d+)$/.exec(name)?.[1];
    return {
      key,
      name,
      ...(ordinal !== undefined && { ordinal: Number(ordinal) }),
      phase: claim.status.phase,
      capacity: claim.spec.resources.requests.storage ?? '',
      mounted: pod !== undefined,
      ...(pod !== undefined && { pod }),
      terminating: isTerminating(claim),
    };
  });
}

const mountedBy = (pod: Pod): string[] => (pod.spec.nodeName && !hasEnded(pod) ? claimKeysOf(pod) : []);

export const serviceViews = (cluster: Cluster): ServiceView[] =>
  cluster.reading.list<Service>('Service').map((service) => {
    const { namespace, name } = service.metadata;
    const { selector, clusterIP } = service.spec;
    const endpoints = new Map(
      cluster.reading
        .list<EndpointSlice>('EndpointSlice')
        .filter(
          ({ metadata }) => metadata.namespace === namespace && metadata.labels?.[serviceNameLabel] === name,
        )
        .flatMap((slice) => slice.endpoints.map((endpoint) => [endpoint.targetRef?.uid, endpoint] as const)),
    );
    // Under a belief its slice may list what its selector does not say.
    const isListed = ({ metadata }: Pod) => cluster.beliefs !== noBeliefs && endpoints.has(metadata.uid);
    const isSelected = (pod: Pod) =>
      isListed(pod) ||
      (!!selector && pod.metadata.namespace === namespace && matchesLabels(selector, pod.metadata.labels));
    return {
      key: keyOf(service),
      name,
      headless: clusterIP === 'None',
      ...(clusterIP && clusterIP !== 'None' && { clusterIP }),
      endpoints: cluster.reading
        .list<Pod>('Pod')
        .filter(isSelected)
        .map((pod) => {
          const endpoint = endpoints.get(pod.metadata.uid);
          if (endpoint?.conditions.ready) return { pod: pod.metadata.name, address: endpoint.addresses[0] };
          const leftOut = isTerminating(pod) ? 'terminating' : pod.status.podIP ? 'notReady' : 'noAddress';
          return { pod: pod.metadata.name, leftOut } as const;
        }),
    };
  });

const untilOf: Readonly<Record<string, 'ready' | 'available' | 'gone'>> = {
  waitingForReady: 'ready',
  waitingForAvailable: 'available',
  waitingForTermination: 'gone',
};

/** Since when a place waits for what its set's machine waits for now: no longer than the set has wanted that many Pods. */
function waitsSince(index: JournalIndex, set: StatefulSet, ordinal: number, nowMs: number): number {
  // The journal may know of later moments than the one that is looked at.
  const isPast = ({ atMs }: { readonly atMs: number }) => atMs <= nowMs;
  const moves = index.transitionsOf('statefulset', keyOf(set)).filter(isPast);
  const last = moves.at(-1);
  const before = moves.findLastIndex(({ to, about }) => to !== last?.to || about !== last.about);
  const sizes = (index.sizes.get(keyOf(set)) ?? []).filter(isPast);
  const place = ordinal - startOrdinal(set);
  const smaller = sizes.findLastIndex(({ replicas }) => replicas <= place);
  return Math.max(moves[before + 1]?.atMs ?? 0, sizes[smaller + 1]?.atMs ?? 0);
}

/** Places of the set without a Pod; the next one in turn says what it waits for. */
export function reservedViews(
  cluster: Cluster,
  observed: Observed | undefined,
  index: JournalIndex,
): ReservedView[] {
  if (!observed || isTerminating(observed.set)) return [];
  const { set } = observed;
  const machine = cluster.stateOf('statefulset', keyOf(set));
  const until = untilOf[machine?.state ?? ''];
  const missing = observed.replicas.filter(({ pod }) => !pod);
  return missing.map(({ ordinal }, i) => {
    const revision = observed.revisionFor(ordinal);
    const waits =
      i === 0 && observed.ordered && until && machine?.about
        ? {
            waitsFor: {
              pod: nameOf(machine.about),
              until,
              sinceMs: waitsSince(index, set, ordinal, cluster.nowMs),
            },
          }
        : {};
    return {
      name: podName(set, ordinal),
      ordinal,
      revision: (revision && index.revisions.get(keyOf(revision))) ?? 1,
      image: (revision?.data.spec.template ?? set.spec.template).spec.containers[0]?.image ?? '',
      ...waits,
    };
  });
}
