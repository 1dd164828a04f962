import { defineFacts } from '@/lib/course/fact';

const restart = (id: string, count: number) => ({
  id,
  run: { scenario: 'crash-again' },
  reads: {
    first: { object: 'Pod/web-lmff7', path: 'status.containerStatuses.0.restartCount', equals: count },
    fromMs: 0,
    untilMs: 400_000,
  },
});

const silentAtMs = 10_000;

export default defineFacts([
  restart('restart-1', 1),
  restart('restart-2', 2),
  restart('restart-3', 3),
  restart('restart-4', 4),
  restart('restart-5', 5),
  {
    id: 'successor-ready',
    run: { scenario: 'one-deleted' },
    reads: {
      first: { pod: 'web-mq5n9', ready: true },
      fromMs: 0,
      untilMs: 20_000,
    },
  },
  {
    id: 'node-not-ready',
    run: { scenario: 'node-silent' },
    reads: {
      first: {
        count: {
          kind: 'Node',
          where: { path: 'status.conditions', has: { type: 'Ready', status: 'Unknown' } },
        },
        is: 1,
      },
      fromMs: silentAtMs,
      untilMs: 400_000,
    },
  },
  {
    id: 'pod-evicted',
    run: { scenario: 'node-silent' },
    reads: { first: { pod: 'web-7fsw7', terminating: true }, fromMs: silentAtMs, untilMs: 400_000 },
  },
]);
