import { defineFacts } from '@/lib/course/fact';

export default defineFacts([
  {
    id: 'replaced',
    run: { scenario: 'relabelled' },
    reads: {
      first: {
        all: [
          { object: 'Pod/apache-lhwmc', path: 'metadata.labels.version', equals: 'debug' },
          {
            count: {
              kind: 'Pod',
              where: { all: [{ selectedBy: { matchLabels: { version: 'v1' } } }, { ready: true }] },
            },
            is: 3,
          },
        ],
      },
      fromMs: 10_000,
      untilMs: 60_000,
    },
  },
]);
