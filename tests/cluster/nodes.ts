import { Chance } from '@/lib/cluster/chance';
import { Cluster, type ClusterOptions } from '@/lib/cluster/cluster';
import type { SyncContext } from '@/lib/cluster/controllers/controller';
import { defaultFlags } from '@/lib/cluster/flags';
import { isTerminating } from '@/lib/cluster/keys';
import { kinds } from '@/lib/cluster/kinds';
import type {
  Event,
  KubeObject,
  Manifest,
  Node,
  NodeSpec,
  ObjectMeta,
  Pod,
  PodSpec,
} from '@/lib/cluster/objects';
import { isReady } from '@/lib/cluster/pods';
import { Store } from '@/lib/cluster/store';
import { timestamp } from '@/lib/cluster/time';

export const metaOf = (name: string, more: Partial<ObjectMeta> = {}): ObjectMeta => ({
  name,
  namespace: 'default',
  uid: name,
  resourceVersion: '1',
  creationTimestamp: timestamp(0),
  ...more,
});

/** A node that is Ready, since the beginning. */
export const nodeOf = (name: string, spec: NodeSpec = {}, status: Partial<Node['status']> = {}): Node => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: metaOf(name, { namespace: undefined, labels: { 'kubernetes.io/hostname': name } }),
  spec,
  status: {
    capacity: {},
    allocatable: { cpu: '4', memory: '8Gi', pods: '110', 'ephemeral-storage': '100Gi' },
    conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: timestamp(0) }],
    ...status,
  },
});

export const readyIs = (
  status: 'True' | 'False' | 'Unknown',
  sinceMs = 0,
): Pick<Node['status'], 'conditions'> => ({
  conditions: [{ type: 'Ready', status, lastTransitionTime: timestamp(sinceMs) }],
});

export const podOf = (
  name: string,
  spec: Partial<PodSpec> = {},
  meta: Partial<ObjectMeta> = {},
  status: Partial<Pod['status']> = {},
): Pod => {
  const object: KubeObject = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: metaOf(name, meta),
    spec: { containers: [{ name: 'app', image: 'app:v1' }], ...spec },
    status: { phase: 'Pending', ...status },
  };
  return kinds.get('Pod')?.defaulted(object) as Pod;
};

export const runningOn = (nodeName: string, name: string, spec: Partial<PodSpec> = {}): Pod =>
  podOf(
    name,
    { nodeName, ...spec },
    {},
    {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: timestamp(0) }],
    },
  );

export const storeOf = (...objects: readonly KubeObject[]): Store => {
  const store = new Store();
  for (const object of objects) store.put(object);
  return store;
};

export const contextOf = (store: Store, more: Partial<SyncContext> = {}): SyncContext => ({
  reading: store,
  nowMs: 100_000,
  chance: new Chance(1),
  state: undefined,
  memory: undefined,
  outside: { silentSinceMs: () => undefined, hasMetricsApi: true, usageOf: () => undefined },
  flags: defaultFlags,
  ...more,
});

export const silentSince = (node: string, ms: number): Pick<SyncContext, 'outside'> => ({
  outside: {
    silentSinceMs: (name) => (name === node ? ms : undefined),
    hasMetricsApi: true,
    usageOf: () => undefined,
  },
});

export const bare = (
  name: string,
  spec: Partial<PodSpec> = {},
  labels: Record<string, string> = {},
): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, labels },
  spec: { containers: [{ name: 'app', image: 'app:v1' }], ...spec },
});

export const clusterOf = (
  nodes: number | ClusterOptions['nodes'],
  more: Partial<ClusterOptions> = {},
): Cluster =>
  new Cluster({
    seed: 1,
    nodes:
      typeof nodes === 'number'
        ? Array.from({ length: nodes }, (_, i) => ({ name: `node-${i + 1}` }))
        : nodes,
    ...more,
  });

export const node = (cluster: Cluster, name: string): Node | undefined =>
  cluster.reading.find<Node>('Node', '', name);

/** `key:effect` of each taint. */
export const taintsOf = (one: Node | undefined): string[] =>
  (one?.spec.taints ?? []).map(({ key, effect }) => `${key.split('/').at(-1)}:${effect}`);

/** What was said: `reason on: message`. */
export const events = (cluster: Cluster, reason?: string): string[] =>
  cluster.reading
    .list<Event>('Event')
    .filter((event) => !reason || event.reason === reason)
    .map(({ reason: why, involvedObject, message }) => `${why} ${involvedObject.name}: ${message}`);

export const look = (cluster: Cluster): string[] =>
  cluster.reading
    .list<Pod>('Pod')
    .map(
      (pod) =>
        `${pod.metadata.name} ${isTerminating(pod) ? 'Terminating' : isReady(pod) ? 'Ready' : pod.status.phase} ${pod.spec.nodeName ?? '-'}`,
    );
