import type { Scenario } from '@/lib/lab/scenario';
import type { LabView, Lane, LaneSpan, PodState, PodView, Score } from '@/lib/lab/view';

/** The scenario of the hand-made views: three replicas, moved from db:v1 to db:v2, web-0 fails its probe on the way. */
export const scenario: Scenario = {
  id: 'update-stands',
  caption: {
    en: 'StatefulSet web, 3 replicas, from db:v1 to db:v2',
    zh: 'StatefulSet web，3 个副本，从 db:v1 到 db:v2',
  },
  seed: 7,
  nodes: ['node-1', 'node-2', 'node-3'],
  subject: 'StatefulSet/web',
  commands: [
    {
      atMs: 0,
      command: {
        verb: 'apply',
        object: {
          apiVersion: 'apps/v1',
          kind: 'StatefulSet',
          metadata: { name: 'web' },
          spec: { replicas: 3, template: { spec: { containers: [{ name: 'db', image: 'db:v1' }] } } },
        },
      },
    },
  ],
  openAtMs: 33_600,
  pauseAtMs: 40_000,
  hands: ['failReadiness', 'deletePod', 'scale', 'policy', 'setImage'],
  images: ['db:v1', 'db:v2', 'db:broken'],
};

export const pod = (n: number, state: PodState, more: Partial<PodView> = {}): PodView => ({
  key: `Pod/default/web-${n}`,
  name: `web-${n}`,
  uid: `uid-${n}`,
  ordinal: n,
  node: `node-${(n % 3) + 1}`,
  state,
  readyColumn: state === 'ready' ? '1/1' : '0/1',
  statusColumn: 'Running',
  restarts: 0,
  revision: 1,
  image: 'db:v1',
  sinceMs: 4_000 * n,
  ...more,
});

export const span = (
  fromMs: number,
  toMs: number,
  state: PodState,
  more: Partial<LaneSpan> = {},
): LaneSpan => ({
  fromMs,
  toMs,
  state,
  revision: 1,
  open: false,
  ...more,
});

const lane = (n: number, spans: readonly LaneSpan[], more: Partial<Lane> = {}): Lane => ({
  label: `web-${n}`,
  ordinal: n,
  spans,
  ...more,
});

const setImage = {
  verb: 'patch',
  kind: 'StatefulSet',
  name: 'web',
  type: 'strategic',
  body: { spec: { template: { spec: { containers: [{ name: 'db', image: 'db:v2' }] } } } },
} as const;
const apply = scenario.commands[0]?.command ?? { verb: 'failReadiness', pod: 'web-0' };

export const machineStates = [
  { id: 'terminatingSet', guards: ['setIsTerminating'] },
  { id: 'creatingOrdinal', guards: ['ordinalIsMissing'] },
  { id: 'waitingForTermination', guards: ['podIsTerminating'] },
  { id: 'waitingForReady', guards: ['podIsNotReady'] },
  { id: 'deletingHighestOrdinal', guards: ['tooManyReplicas'] },
  { id: 'updatingHighestOrdinal', guards: ['podHasOldRevision'] },
  { id: 'steady', guards: [] },
];

const score: Score = {
  nowMs: 33_600,
  endMs: 33_600,
  commands: [
    { atMs: 0, command: apply },
    { atMs: 20_000, command: setImage },
    { atMs: 28_200, command: { verb: 'failReadiness', pod: 'web-0' } },
  ],
  controller: {
    label: 'StatefulSet web',
    spans: [
      { fromMs: 0, toMs: 12_300, state: 'waitingForReady', times: 3 },
      { fromMs: 12_300, toMs: 20_000, state: 'steady', times: 1 },
      { fromMs: 20_000, toMs: 22_400, state: 'waitingForTermination', times: 1 },
      { fromMs: 22_400, toMs: 27_000, state: 'waitingForReady', times: 1 },
      { fromMs: 27_000, toMs: 28_200, state: 'waitingForTermination', times: 1 },
      { fromMs: 28_200, toMs: 33_600, state: 'waitingForReady', times: 1 },
    ],
  },
  lanes: [
    lane(0, [
      span(0, 300, 'pending'),
      span(300, 2_000, 'creating'),
      span(2_000, 4_100, 'notReady'),
      span(4_100, 28_200, 'ready'),
      span(28_200, 33_600, 'notReady', { open: true }),
    ]),
    lane(
      1,
      [
        span(4_100, 4_400, 'pending'),
        span(4_400, 6_000, 'creating'),
        span(6_000, 8_000, 'notReady'),
        span(8_000, 27_000, 'ready'),
        span(27_000, 29_400, 'terminating', { wasReady: true, graceFrom: 0, graceTo: 1 }),
        span(29_400, 33_600, 'reserved', { open: true, revision: 2 }),
      ],
      { waitsFor: { lane: 'web-0', sinceMs: 29_400, until: 'ready' } },
    ),
    lane(2, [
      span(8_000, 8_300, 'pending'),
      span(8_300, 10_000, 'creating'),
      span(10_000, 12_300, 'notReady'),
      span(12_300, 20_000, 'ready'),
      span(20_000, 22_300, 'terminating', { wasReady: true, graceFrom: 0, graceTo: 1 }),
      span(22_300, 22_600, 'pending', { revision: 2 }),
      span(22_600, 24_600, 'creating', { revision: 2 }),
      span(24_600, 27_000, 'notReady', { revision: 2 }),
      span(27_000, 33_600, 'ready', { revision: 2, open: true }),
    ]),
  ],
};

const claim = (n: number, mounted: boolean) => ({
  key: `PersistentVolumeClaim/default/data-web-${n}`,
  ...(mounted && { pod: `Pod/default/web-${n}` }),
  name: `data-web-${n}`,
  ordinal: n,
  phase: 'Bound' as const,
  capacity: '1Gi',
  mounted,
  terminating: false,
});

const undisturbed = { taints: [], isSilent: false, requested: { cpu: 0, memory: 0 } };

/** The moment of the picture: the update stands, for web-0 lost its readiness. */
export const blocked: LabView = {
  nowMs: 33_600,
  endMs: 33_600,
  subject: 'StatefulSet/web',
  workloads: [],
  futures: [],
  typed: [],
  set: {
    replicas: 3,
    ready: 1,
    policy: 'OrderedReady',
    image: 'db:v2',
    minReadySeconds: 0,
    whenScaled: 'Retain',
  },
  sentence: {
    key: 'waitsForReady',
    subject: 'web-1',
    object: 'web-0',
    subjectState: 'reserved',
    objectState: 'notReady',
  },
  why: [
    { atMs: 29_400, by: 'statefulset-controller', key: 'waits', object: 'web-1', rule: 'podIsNotReady' },
    { atMs: 28_200, by: 'kubelet', key: 'becameUnready', object: 'web-0' },
    {
      atMs: 28_200,
      by: 'you',
      key: 'command',
      object: 'web-0',
      command: { verb: 'failReadiness', pod: 'web-0' },
    },
  ],
  nodes: ['node-1', 'node-2', 'node-3'].map((name) => ({
    name,
    size: '4 CPU, 8 GiB',
    ready: true,
    cordoned: false,
    ...undisturbed,
  })),
  pods: [
    pod(0, 'notReady', { ip: '10.244.1.4', sinceMs: 0 }),
    pod(2, 'ready', { revision: 2, image: 'db:v2', ip: '10.244.3.5', sinceMs: 22_300 }),
  ],
  reserved: [
    {
      name: 'web-1',
      ordinal: 1,
      revision: 2,
      image: 'db:v2',
      waitsFor: { pod: 'web-0', until: 'ready', sinceMs: 29_400 },
    },
  ],
  claims: [claim(0, true), claim(1, false), claim(2, true)],
  services: [
    {
      key: 'Service/default/web',
      name: 'web',
      headless: true,
      endpoints: [
        { pod: 'web-0', leftOut: 'notReady' },
        { pod: 'web-2', address: '10.244.3.5' },
      ],
    },
  ],
  machine: {
    name: 'statefulset.machine',
    states: machineStates,
    current: 'waitingForReady',
    last: {
      from: 'waitingForTermination',
      to: 'waitingForReady',
      guard: 'podIsNotReady',
      about: 'web-0',
      atMs: 28_200,
    },
  },
  score,
  events: [
    {
      atMs: 28_200,
      firstAtMs: 28_200,
      type: 'Warning',
      reason: 'Unhealthy',
      on: 'Pod/web-0',
      from: 'kubelet',
      message: 'Readiness probe failed: ',
      count: 1,
    },
    {
      atMs: 22_300,
      firstAtMs: 2_300,
      type: 'Normal',
      reason: 'SuccessfulCreate',
      on: 'StatefulSet/web',
      from: 'statefulset-controller',
      message: 'create Pod web-2 in StatefulSet web successful',
      count: 2,
    },
  ],
  failing: ['web-0'],
  goals: [],
};

/** Soon after the start: web-0 is being made, two places are reserved. */
export const early: LabView = {
  ...blocked,
  nowMs: 1_200,
  set: {
    replicas: 3,
    ready: 0,
    policy: 'OrderedReady',
    image: 'db:v1',
    minReadySeconds: 0,
    whenScaled: 'Retain',
  },
  sentence: { key: 'starting', subject: 'web-0', subjectState: 'creating', count: 0, of: 3 },
  why: [
    { atMs: 100, by: 'statefulset-controller', key: 'created', object: 'web-0', rule: 'ordinalIsMissing' },
    { atMs: 0, by: 'you', key: 'command', object: 'web', command: apply },
  ],
  pods: [pod(0, 'creating', { statusColumn: 'ContainerCreating' })],
  reserved: [
    {
      name: 'web-1',
      ordinal: 1,
      revision: 1,
      image: 'db:v1',
      waitsFor: { pod: 'web-0', until: 'ready', sinceMs: 100 },
    },
    { name: 'web-2', ordinal: 2, revision: 1, image: 'db:v1' },
  ],
  claims: [claim(0, false)],
  services: [
    {
      key: 'Service/default/web',
      name: 'web',
      headless: true,
      endpoints: [{ pod: 'web-0', leftOut: 'noAddress' }],
    },
  ],
  machine: {
    name: 'statefulset.machine',
    states: machineStates,
    current: 'waitingForReady',
    last: {
      from: 'creatingOrdinal',
      to: 'waitingForReady',
      guard: 'podIsNotReady',
      about: 'web-0',
      atMs: 100,
    },
  },
  score: {
    nowMs: 1_200,
    endMs: 1_200,
    commands: [{ atMs: 0, command: apply }],
    controller: {
      label: 'StatefulSet web',
      spans: [{ fromMs: 0, toMs: 1_200, state: 'waitingForReady', times: 1 }],
    },
    lanes: [
      lane(0, [span(0, 300, 'pending'), span(300, 1_200, 'creating', { open: true })]),
      lane(1, [span(100, 1_200, 'reserved', { open: true })], {
        waitsFor: { lane: 'web-0', sinceMs: 100, until: 'ready' },
      }),
      lane(2, [span(100, 1_200, 'reserved', { open: true })]),
    ],
  },
  events: [],
  failing: [],
};

/** Everything is as the set wants it. */
export const steady: LabView = {
  ...blocked,
  nowMs: 16_000,
  set: {
    replicas: 3,
    ready: 3,
    policy: 'OrderedReady',
    image: 'db:v1',
    minReadySeconds: 0,
    whenScaled: 'Retain',
  },
  sentence: { key: 'steady', subject: 'web', count: 3, of: 3 },
  why: [],
  pods: [0, 1, 2].map((n) => pod(n, 'ready', { ip: `10.244.${n + 1}.4` })),
  reserved: [],
  claims: [0, 1, 2].map((n) => claim(n, true)),
  services: [
    {
      key: 'Service/default/web',
      name: 'web',
      headless: true,
      endpoints: [0, 1, 2].map((n) => ({ pod: `web-${n}`, address: `10.244.${n + 1}.4` })),
    },
  ],
  machine: { name: 'statefulset.machine', states: machineStates, current: 'steady' },
  score: { ...score, nowMs: 16_000 },
  failing: [],
};

/** Six replicas at once, in the middle of everything that can happen to a Pod. */
export const troubled: LabView = {
  ...blocked,
  nowMs: 75_000,
  set: {
    replicas: 6,
    ready: 1,
    policy: 'Parallel',
    image: 'db:v2',
    minReadySeconds: 0,
    whenScaled: 'Retain',
  },
  sentence: { key: 'stuck', subject: 'web-3', subjectState: 'crashLoop' },
  pods: [
    pod(0, 'ready'),
    pod(1, 'terminating', { statusColumn: 'Terminating', graceUsed: 0.4, wasReady: true }),
    pod(2, 'imageError', { statusColumn: 'ImagePullBackOff', revision: 2, image: 'db:broken' }),
    pod(3, 'crashLoop', { statusColumn: 'CrashLoopBackOff', restarts: 4 }),
    pod(4, 'unknown', { statusColumn: 'Unknown' }),
    pod(5, 'pending', { statusColumn: 'Pending', node: undefined }),
  ].map(({ node, ...rest }) => (node === undefined ? rest : { ...rest, node })),
  reserved: [],
  claims: [0, 1, 2, 3, 4, 5].map((n) => claim(n, n < 4)),
  services: [
    {
      key: 'Service/default/web',
      name: 'web',
      headless: false,
      clusterIP: '10.96.14.2',
      endpoints: [
        { pod: 'web-0', address: '10.244.1.4' },
        { pod: 'web-1', leftOut: 'terminating' },
      ],
    },
  ],
  nodes: [
    { name: 'node-1', size: '4 CPU, 8 GiB', ready: true, cordoned: false, ...undisturbed },
    { name: 'node-2', size: '4 CPU, 8 GiB', ready: false, cordoned: false, ...undisturbed },
    { name: 'node-3', size: '4 CPU, 8 GiB', ready: true, cordoned: true, ...undisturbed },
  ],
  score: {
    ...score,
    nowMs: 75_000,
    endMs: 78_000,
    lanes: [
      lane(0, [span(0, 2_000, 'creating'), span(2_000, 75_000, 'ready', { open: true })]),
      lane(1, [
        span(0, 70_000, 'ready'),
        span(70_000, 75_000, 'terminating', { open: true, wasReady: true, graceFrom: 0, graceTo: 0.4 }),
      ]),
      lane(2, [span(40_000, 75_000, 'imageError', { open: true, revision: 2 })]),
      lane(3, [
        span(40_000, 45_000, 'ready'),
        span(45_000, 55_000, 'crashLoop'),
        span(55_000, 57_000, 'ready'),
        span(57_000, 75_000, 'crashLoop', { open: true }),
      ]),
      lane(4, [span(40_000, 60_000, 'partlyReady'), span(60_000, 75_000, 'unknown', { open: true })]),
      lane(5, [span(40_000, 50_000, 'failed'), span(60_000, 75_000, 'pending', { open: true })]),
    ],
  },
  refusal:
    "The StatefulSet \"web\" is invalid: spec: Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
  goals: [
    { id: 'ready', state: 'open' },
    { id: 'always', state: 'holds', sinceMs: 0 },
    { id: 'lost', state: 'failed', sinceMs: 41_000 },
  ],
};

/** `n` replicas that are Ready, spread over three nodes. */
export const many = (n: number): LabView => ({
  ...steady,
  set: {
    replicas: n,
    ready: n,
    policy: 'Parallel',
    image: 'db:v1',
    minReadySeconds: 0,
    whenScaled: 'Retain',
  },
  pods: Array.from({ length: n }, (_, at) => pod(at, 'ready')),
  claims: Array.from({ length: n }, (_, at) => claim(at, true)),
  services: [],
  score: {
    ...score,
    nowMs: 16_000,
    lanes: Array.from({ length: n }, (_, at) => lane(at, [span(0, 16_000, 'ready', { open: true })])),
  },
});
