import { defineFacts } from '@/lib/course/fact';

export default defineFacts([
  {
    id: 'admin-second-restart',
    run: { scenario: 'twins' },
    reads: {
      first: { object: 'Pod/web', path: 'status.containerStatuses.0.restartCount', equals: 2 },
      fromMs: 0,
      untilMs: 60_000,
    },
  },
]);
