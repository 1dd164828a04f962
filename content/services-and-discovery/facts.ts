import { defineFacts } from '@/lib/course/fact';
import type { Condition } from '@/lib/lab/condition';

const listed = (pod: string, ready: boolean): Condition => ({
  count: {
    kind: 'EndpointSlice',
    where: { path: 'endpoints', has: { targetRef: { name: pod }, conditions: { ready } } },
  },
  what: { en: 'slices that list it', zh: '列出它的 EndpointSlice' },
  is: 1,
});

/** Seconds from a moment of the scenario `members` until the Pod stands in the slice like this. */
const until = (id: string, pod: string, ready: boolean, fromMs: number) => ({
  id,
  run: { scenario: 'members' },
  reads: { first: listed(pod, ready), fromMs, untilMs: 24_000 },
});

export default defineFacts([
  until('joined', 'trial', true, 10_000),
  until('left', 'web-666d64f896-9w4v5', false, 14_000),
]);
