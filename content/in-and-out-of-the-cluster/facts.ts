import { defineFacts } from '@/lib/course/fact';

export default defineFacts([
  {
    id: 'door-opens',
    run: { scenario: 'local-drained' },
    reads: {
      first: {
        count: {
          kind: 'EndpointSlice',
          where: { path: 'endpoints', has: { nodeName: 'node-1', conditions: { ready: true } } },
        },
        atLeast: 1,
      },
      fromMs: 10_000,
      untilMs: 20_000,
    },
  },
]);
