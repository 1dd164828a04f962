import type { Cluster } from '../cluster/cluster';
import { serviceNameLabel } from '../cluster/controllers/endpointslice.machine';
import { revisionLabel } from '../cluster/controllers/history';
import { podName } from '../cluster/controllers/statefulset/identity';
import type { Observed } from '../cluster/controllers/statefulset/observed';
import type { Entry } from '../cluster/journal';
import { isTerminating, keyOf, kindOf, nameOf } from '../cluster/keys';
import type { EndpointSlice, Node, PersistentVolumeClaim, Pod, Service } from '../cluster/objects';
import { claimKeysOf, hasEnded, isReady } from '../cluster/pods';
import { matchesLabels } from '../cluster/selector';
import { momentOf } from '../cluster/time';
import { podStateOf, readyColumn, statusColumn } from './pod-state';
import type { ClaimView, NodeView, PodView, ReservedView, ServiceView } from './view';

/** Revisions in the order in which they were first made, so that a revision keeps its hue for ever. */
export function revisionOrder(journal: readonly Entry[]): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  for (const entry of journal) {
    if (
      entry.type === 'write' &&
      !entry.before &&
      kindOf(entry.key) === 'ControllerRevision' &&
      !order.has(nameOf(entry.key))
    )
      order.set(nameOf(entry.key), order.size + 1);
  }
  return order;
}

export const revisionOf = (pod: Pod, order: ReadonlyMap<string, number>): number =>
  order.get(pod.metadata.labels?.[revisionLabel] ?? '') ?? 1;

export const ordinalFromName = (pod: Pod): number | undefined => {
  const index = pod.metadata.labels?.['apps.kubernetes.io/pod-index'];
  return index === undefined ? undefined : Number(index);
};

/** Share of the grace period that is over, 0 to 1. */
export function graceUsed(pod: Pod, nowMs: number): number {
  const grace = (pod.metadata.deletionGracePeriodSeconds ?? 0) * 1000;
  if (!pod.metadata.deletionTimestamp || grace === 0) return 1;
  const left = momentOf(pod.metadata.deletionTimestamp) - nowMs;
  return Math.min(1, Math.max(0, 1 - left / grace));
}

export function podViews(cluster: Cluster, order: ReadonlyMap<string, number>): PodView[] {
  return cluster.reading.list<Pod>('Pod').map((pod) => {
    const state = podStateOf(pod);
    return {
      key: keyOf(pod),
      name: pod.metadata.name,
      uid: pod.metadata.uid,
      ordinal: ordinalFromName(pod),
      node: pod.spec.nodeName,
      state,
      readyColumn: readyColumn(pod),
      statusColumn: statusColumn(pod),
      restarts: pod.status.containerStatuses?.[0]?.restartCount ?? 0,
      ...(state === 'terminating' && { graceUsed: graceUsed(pod, cluster.nowMs), wasReady: isReady(pod) }),
      revision: revisionOf(pod, order),
      image: pod.spec.containers[0]?.image ?? '',
      ip: pod.status.podIP,
      sinceMs: momentOf(pod.metadata.creationTimestamp),
    };
  });
}

export const nodeViews = (cluster: Cluster): NodeView[] =>
  cluster.reading.list<Node>('Node').map(({ metadata, spec, status }) => ({
    name: metadata.name,
    size: `${status.allocatable.cpu} CPU, ${(status.allocatable.memory ?? '').replace('Gi', ' GiB')}`,
    ready: status.conditions.some((c) => c.type === 'Ready' && c.status === 'True'),
    cordoned: spec.unschedulable === true,
  }));

const usesClaim = (pod: Pod, claim: string): boolean =>
  !!pod.spec.nodeName && !hasEnded(pod) && claimKeysOf(pod).includes(claim);

export const claimViews = (cluster: Cluster): ClaimView[] =>
  cluster.reading.list<PersistentVolumeClaim>('PersistentVolumeClaim').map((claim) => {
    const { name } = claim.metadata;
    const ordinal = /-(\d+)$/.exec(name)?.[1];
    return {
      name,
      ...(ordinal !== undefined && { ordinal: Number(ordinal) }),
      phase: claim.status.phase,
      capacity: claim.spec.resources.requests.storage ?? '',
      mounted: cluster.reading.list<Pod>('Pod').some((pod) => usesClaim(pod, keyOf(claim))),
      terminating: isTerminating(claim),
    };
  });

export const serviceViews = (cluster: Cluster): ServiceView[] =>
  cluster.reading.list<Service>('Service').map((service) => {
    const { selector, clusterIP } = service.spec;
    const slices = cluster.reading
      .list<EndpointSlice>('EndpointSlice')
      .filter((slice) => slice.metadata.labels?.[serviceNameLabel] === service.metadata.name);
    const endpoints = slices.flatMap((slice) => slice.endpoints);
    const pods = selector
      ? cluster.reading.list<Pod>('Pod').filter((pod) => matchesLabels(selector, pod.metadata.labels))
      : [];
    return {
      name: service.metadata.name,
      headless: clusterIP === 'None',
      ...(clusterIP && clusterIP !== 'None' && { clusterIP }),
      endpoints: pods.map((pod) => {
        const endpoint = endpoints.find((e) => e.targetRef?.uid === pod.metadata.uid);
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

/** Places of the set without a Pod; the next one in turn says what it waits for. */
export function reservedViews(
  cluster: Cluster,
  observed: Observed | undefined,
  order: ReadonlyMap<string, number>,
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
        ? { waitsFor: { pod: nameOf(machine.about), until } }
        : {};
    return {
      name: podName(set, ordinal),
      ordinal,
      revision: order.get(revision?.metadata.name ?? '') ?? 1,
      image: (revision?.data.spec.template ?? set.spec.template).spec.containers[0]?.image ?? '',
      ...waits,
    };
  });
}
