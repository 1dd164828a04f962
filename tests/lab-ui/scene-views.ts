import type { LabView, NodeView, PodState, PodView, WorkloadView } from '@/lib/lab/view';

/** Views of whole clusters for the scene's tests: no controller runs here, each thing is put where a test wants it. */
export const node = (n: number, more: Partial<NodeView> = {}): NodeView => ({
  name: `node-${n}`,
  size: '4 CPU, 8 GiB',
  ready: true,
  cordoned: false,
  taints: [],
  isSilent: false,
  requested: { cpu: 0, memory: 0 },
  ...more,
});

export const podOf = (
  owner: string | undefined,
  name: string,
  on: number | undefined,
  more: Partial<PodView> = {},
): PodView => ({
  key: `Pod/default/${name}`,
  name,
  uid: `uid ${name}`,
  ...(on !== undefined && { node: `node-${on}` }),
  state: 'ready' as PodState,
  readyColumn: '1/1',
  statusColumn: 'Running',
  restarts: 0,
  revision: 1,
  image: 'web:v1',
  sinceMs: 0,
  ...(owner !== undefined && { owner, kind: owner.slice(0, owner.indexOf('/')) }),
  ...more,
});

export const workload = (key: string, more: Partial<WorkloadView> = {}): WorkloadView => {
  const [kind = '', , name = ''] = key.split('/');
  return { key, kind, name, wants: 3, has: 3, ready: 3, isGoing: false, depth: 0, ...more };
};

export const deployment = 'Deployment/default/web';
export const replicaSet = 'ReplicaSet/default/web-1';
export const set = 'StatefulSet/default/db';

export const cluster = (more: Partial<LabView> = {}): LabView => ({
  nowMs: 0,
  endMs: 0,
  sentence: { key: 'calm' },
  why: [],
  nodes: [node(1), node(2), node(3)],
  pods: [],
  workloads: [],
  reserved: [],
  claims: [],
  services: [],
  score: { nowMs: 0, endMs: 0, commands: [], controller: { label: '', spans: [] }, lanes: [] },
  events: [],
  failing: [],
  goals: [],
  futures: [],
  typed: [],
  ...more,
});

/** A Deployment of three beside a set of two and a Pod of nobody's, a Service over the first and a claim for each of the set. */
export const mixed: LabView = cluster({
  workloads: [
    workload(deployment),
    workload(replicaSet, { owner: deployment, depth: 1, revision: 1 }),
    workload(set, { wants: 2, has: 2, ready: 2 }),
  ],
  pods: [
    podOf(replicaSet, 'web-1-a', 1),
    podOf(replicaSet, 'web-1-b', 2),
    podOf(replicaSet, 'web-1-c', 2, { state: 'notReady', readyColumn: '0/1' }),
    podOf(set, 'db-0', 3, { ordinal: 0 }),
    podOf(set, 'db-1', 1, { ordinal: 1 }),
    podOf(undefined, 'client', 3),
  ],
  claims: ['data-db-0', 'data-db-1'].map((name, ordinal) => ({
    key: `PersistentVolumeClaim/default/${name}`,
    pod: `Pod/default/db-${ordinal}`,
    name,
    ordinal,
    phase: 'Bound',
    capacity: '1Gi',
    mounted: true,
    terminating: false,
  })),
  services: [
    {
      key: 'Service/default/web',
      name: 'web',
      headless: false,
      clusterIP: '10.96.0.12',
      endpoints: [
        { pod: 'web-1-a', address: '10.244.1.2' },
        { pod: 'web-1-b', address: '10.244.2.2' },
        { pod: 'web-1-c', leftOut: 'notReady' },
      ],
    },
  ],
});

/** `n` Pods of one Deployment, spread over `nodes` nodes. */
export const crowd = (
  n: number,
  nodes = 20,
  change: (at: number) => Partial<PodView> = () => ({}),
): LabView =>
  cluster({
    nodes: Array.from({ length: nodes }, (_, at) => node(at + 1)),
    workloads: [
      workload(deployment, { wants: n, has: n, ready: n }),
      workload(replicaSet, { owner: deployment, depth: 1, wants: n, has: n, ready: n, revision: 1 }),
    ],
    pods: Array.from({ length: n }, (_, at) =>
      podOf(replicaSet, `web-1-${at}`, (at % nodes) + 1, change(at)),
    ),
  });
