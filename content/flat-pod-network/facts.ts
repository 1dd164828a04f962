import { defineFacts } from '@/lib/course/fact';

export default defineFacts([
  {
    id: 'network-to-web',
    run: { scenario: 'network-comes' },
    reads: {
      first: {
        count: {
          kind: 'Pod',
          where: { all: [{ selectedBy: { matchLabels: { app: 'web' } } }, { ready: true }] },
        },
        is: 2,
      },
      fromMs: 20_000,
      untilMs: 60_000,
    },
  },
]);
