import type { ControllerLane, FutureView, LabView, Lane, Score } from '@/lib/lab/view';
import { early, span } from './fixtures';

const webPod = (name: string, spans: Lane['spans']): Lane => ({
  label: name,
  key: `Pod/default/${name}`,
  spans,
});

const controllers: readonly ControllerLane[] = [
  {
    label: 'Deployment web',
    machine: 'deployment',
    key: 'Deployment/default/web',
    spans: [
      { fromMs: 0, toMs: 9_000, state: 'progressing', times: 6 },
      { fromMs: 9_000, toMs: 20_000, state: 'complete', times: 1 },
      { fromMs: 20_000, toMs: 31_000, state: 'scalingUpNewReplicaSet', times: 4 },
    ],
  },
  {
    label: 'ReplicaSet web-6d4b75cb6d',
    machine: 'replicaset',
    key: 'ReplicaSet/default/web-6d4b75cb6d',
    spans: [
      { fromMs: 20_000, toMs: 24_000, state: 'creatingPods', times: 2 },
      { fromMs: 24_000, toMs: 31_000, state: 'steady', times: 1 },
    ],
  },
];

/** A Deployment's rollout: two machines, Pods without ordinals, some of them gone for long. */
export const rollout: Score = {
  ...early.score,
  nowMs: 31_000,
  endMs: 31_000,
  commands: early.score.commands,
  controller: { label: 'Deployment web', spans: controllers[0]?.spans ?? [] },
  controllers,
  lanes: [
    webPod('web-5f8c7d9b44-2hk8q', [
      span(100, 1_500, 'creating'),
      span(1_500, 24_000, 'ready'),
      span(24_000, 31_000, 'terminating', { open: true, graceFrom: 0, graceTo: 0.23 }),
    ]),
    webPod('web-5f8c7d9b44-zz4xw', [
      span(100, 1_900, 'creating'),
      span(1_900, 31_000, 'ready', { open: true }),
    ]),
    webPod('web-6d4b75cb6d-7xk2p', [
      span(20_100, 21_000, 'creating', { revision: 2 }),
      span(21_000, 24_000, 'notReady', { revision: 2 }),
      span(24_000, 31_000, 'ready', { revision: 2, open: true }),
    ]),
    webPod('web-6d4b75cb6d-q9vtm', [
      span(24_100, 25_000, 'creating', { revision: 2 }),
      span(25_000, 31_000, 'crashLoop', { revision: 2, open: true }),
    ]),
  ],
  folded: 7,
};

const bands = (n: number, spans: Lane['spans']): Lane => ({
  label: `web-${n}`,
  key: `Pod/default/web-${n}`,
  ordinal: n,
  spans,
});
const past = [
  [span(200, 2_000, 'creating'), span(2_000, 4_100, 'notReady')],
  [span(4_200, 6_000, 'creating'), span(6_000, 8_000, 'notReady')],
  [
    span(8_200, 10_000, 'creating'),
    span(10_000, 12_300, 'notReady'),
    span(12_300, 18_000, 'ready'),
    span(18_000, 20_500, 'terminating', { graceFrom: 0, graceTo: 1 }),
    span(20_500, 22_000, 'creating', { revision: 2 }),
  ],
] as const;
const nowMs = 50_400;

const stands = (until: number) => [
  bands(0, [...past[0], span(4_100, nowMs, 'ready', { open: true })]),
  bands(1, [...past[1], span(8_000, nowMs, 'ready', { open: true })]),
  bands(2, [...past[2], span(22_000, until, 'imageError', { revision: 2, open: until === nowMs })]),
];
const states = (more: Score['controller']['spans']): Score['controller'] => ({
  label: 'StatefulSet web',
  spans: [
    { fromMs: 0, toMs: 12_300, state: 'waitingForReady', times: 3 },
    { fromMs: 12_300, toMs: 18_000, state: 'steady', times: 1 },
    { fromMs: 18_000, toMs: 46_800, state: 'waitingForReady', times: 1 },
    ...more,
  ],
});
const deletePod = { verb: 'delete', kind: 'Pod', name: 'web-2' } as const;

const alone: Score = {
  nowMs,
  endMs: nowMs,
  commands: early.score.commands,
  controller: states([{ fromMs: 46_800, toMs: nowMs, state: 'waitingForReady', times: 1 }]),
  lanes: stands(nowMs),
};
const mended: Score = {
  ...alone,
  commands: [...alone.commands, { atMs: 46_800, command: deletePod }],
  controller: states([{ fromMs: 46_800, toMs: nowMs, state: 'creatingOrdinal', times: 1 }]),
  lanes: stands(46_800).map((lane) =>
    lane.ordinal === 2
      ? {
          ...lane,
          spans: [
            ...lane.spans,
            span(46_800, 47_000, 'pending'),
            span(47_000, 49_000, 'creating'),
            span(49_000, nowMs, 'notReady', { open: true }),
          ],
        }
      : lane,
  ),
};
const emptied: Score = {
  ...mended,
  commands: [...mended.commands, { atMs: 48_500, command: { ...deletePod, name: 'web-1' } }],
  lanes: mended.lanes.map((lane) =>
    lane.ordinal === 1 ? { ...lane, spans: [...past[1], span(8_000, 48_500, 'ready')] } : lane,
  ),
};

/** Forked at 46.0 s: A goes on without a command, in B web-2 is deleted at 46.8 s. */
export const two: readonly FutureView[] = [
  { name: 'A', isHere: false, score: alone },
  { name: 'B', isHere: true, forkedAtMs: 46_000, from: 'A', score: mended },
];

/** B is forked again at 48.0 s; D comes from A at the same first moment as B. */
export const four: readonly FutureView[] = [
  { name: 'A', isHere: false, score: alone },
  { name: 'B', isHere: false, forkedAtMs: 46_000, from: 'A', score: mended },
  { name: 'C', isHere: true, forkedAtMs: 48_000, from: 'B', score: emptied },
  { name: 'D', isHere: false, forkedAtMs: 46_000, from: 'A', score: alone },
];

export const difference: NonNullable<LabView['firstDifference']> = {
  atMs: 46_800,
  objects: [
    { key: 'Pod/default/web-2', is: 'changed', paths: ['status.phase'] },
    { key: 'StatefulSet/default/web', is: 'changed', paths: ['status.updatedReplicas'] },
  ],
};
export const secondDifference: typeof difference = {
  atMs: 48_500,
  objects: [{ key: 'Pod/default/web-1', is: 'left', paths: [] }],
};
