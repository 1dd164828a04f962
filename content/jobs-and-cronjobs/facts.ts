import { defineFacts } from '@/lib/course/fact';

const from = (fromMs: number) => ({ fromMs, untilMs: 120_000 });
const pod = (name: string) => ({ object: `Pod/${name}`, exists: true });

export default defineFacts([
  { id: 'paid-again', run: { scenario: 'paid-twice' }, reads: { first: pod('pay-9t5pw'), ...from(0) } },
  {
    id: 'gave-up',
    run: { scenario: 'three-fall' },
    reads: {
      first: {
        count: { kind: 'Job', where: { path: 'status.conditions', has: { type: 'Failed', status: 'True' } } },
        is: 1,
      },
      ...from(0),
    },
  },
  {
    id: 'pod-taken-away',
    run: { scenario: 'on-failure' },
    reads: { first: { object: 'Pod/import-pq8xx', exists: false }, ...from(1_000) },
  },
  { id: 'second-try', run: { scenario: 'never' }, reads: { first: pod('import-9t5pw'), ...from(0) } },
  { id: 'third-try', run: { scenario: 'never' }, reads: { first: pod('import-z8rjt'), ...from(0) } },
  {
    id: 'forbid-made-good',
    run: { scenario: 'forbid' },
    reads: { first: { object: 'Job/report-29453762', exists: true }, fromMs: 0, untilMs: 310_000 },
  },
]);
