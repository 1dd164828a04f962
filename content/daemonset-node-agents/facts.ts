import type { Json } from '@/lib/cluster/objects';
import { defineFacts } from '@/lib/course/fact';

const says = (path: string, equals: Json) => ({ object: 'DaemonSet/agent', path, equals });

/** From the new image to the moment at which the set has counted three available Pods of it. */
const through = (id: string, scenario: string) => ({
  id,
  run: { scenario },
  reads: {
    first: {
      all: [
        says('status.observedGeneration', 2),
        says('status.updatedNumberScheduled', 3),
        says('status.numberAvailable', 3),
      ],
    },
    fromMs: 10_000,
    untilMs: 60_000,
  },
});

export default defineFacts([
  {
    id: 'misscheduled-counted',
    run: { scenario: 'taint-noschedule' },
    reads: { first: says('status.numberMisscheduled', 1), fromMs: 10_000, untilMs: 60_000 },
  },
  {
    id: 'pod-collected',
    run: { scenario: 'come-and-go' },
    reads: {
      first: { count: { kind: 'Pod', where: { path: 'spec.nodeName', equals: 'node-1' } }, is: 0 },
      fromMs: 20_000,
      untilMs: 200_000,
    },
  },
  through('through-in-place', 'update-in-place'),
  through('through-with-surge', 'update-with-surge'),
]);
