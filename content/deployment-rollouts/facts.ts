import { defineFacts } from '@/lib/course/fact';
import type { Run } from '@/lib/quiz/run';
import labs from './lab';

const rolling = labs.scenarios.find(({ id }) => id === 'rolling');
if (!rolling) throw new Error('facts of lesson 4 rest on the scenario "rolling"');
const changedAtMs = 10_000;

/** The story of `rolling` with another number of replicas from the first second on. */
const rollingOf = (replicas: number): Run => ({
  seed: rolling.seed,
  nodes: rolling.nodes,
  commands: [
    ...rolling.commands,
    { atMs: 1_000, command: { verb: 'scale', kind: 'Deployment', name: 'web', replicas } as const },
  ].sort((one, other) => one.atMs - other.atMs),
});

const stays = { terminating: false } as const;
const whole = { fromMs: changedAtMs, untilMs: 60_000 };
const of = (replicas: number) => [
  {
    id: `most-of-${replicas}`,
    run: rollingOf(replicas),
    reads: { most: { kind: 'Pod', where: stays }, ...whole },
  },
  {
    id: `fewest-of-${replicas}`,
    run: rollingOf(replicas),
    reads: { least: { kind: 'Pod', where: { all: [{ ready: true }, stays] } }, ...whole },
  },
];

/** Seconds until the ReplicaSet of `app:v1` was asked for so many Pods. */
const step = (id: string, equals: number) => ({
  id,
  run: { scenario: 'rolling' },
  reads: { first: { object: 'ReplicaSet/web-d694b857c', path: 'spec.replicas', equals }, ...whole },
});

export default defineFacts([
  step('step-2', 2),
  step('step-3', 1),
  step('step-4', 0),
  ...of(3),
  ...of(4),
  ...of(10),
  { id: 'listed', run: { scenario: 'rolling' }, reads: { most: { kind: 'Pod' }, ...whole } },
  {
    id: 'deadline',
    run: { scenario: 'broken' },
    reads: {
      first: {
        count: {
          kind: 'Deployment',
          where: { path: 'status.conditions', has: { reason: 'ProgressDeadlineExceeded' } },
        },
        is: 1,
      },
      fromMs: changedAtMs,
      untilMs: 660_000,
    },
  },
  {
    id: 'first-again',
    run: { scenario: 'recreate' },
    reads: {
      first: {
        count: {
          kind: 'Pod',
          where: { all: [{ path: 'spec.containers.0.image', equals: 'app:v2' }, { ready: true }] },
        },
        atLeast: 1,
      },
      ...whole,
    },
  },
]);
