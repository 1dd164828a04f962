import { defineFacts } from '@/lib/course/fact';

const serve = { kind: 'Pod', where: { all: [{ ready: true }, { terminating: false }] } };

/** Seconds from a change of the work until the Deployment is asked for so many replicas. */
const asked = (id: string, scenario: string, equals: number, fromMs: number, untilMs: number) => ({
  id,
  run: { scenario },
  reads: { first: { object: 'Deployment/web', path: 'spec.replicas', equals }, fromMs, untilMs },
});

export default defineFacts([
  asked('to-five', 'above', 5, 62_000, 120_000),
  asked('to-six', 'spike', 6, 62_000, 130_000),
  asked('to-twelve', 'spike', 12, 62_000, 130_000),
  asked('to-two', 'drop', 2, 180_000, 520_000),
  {
    id: 'fewest',
    run: { scenario: 'again' },
    reads: { least: serve, fromMs: 152_000, untilMs: 240_000 },
  },
]);
