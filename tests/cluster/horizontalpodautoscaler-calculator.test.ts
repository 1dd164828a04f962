import { describe, expect, it } from 'vitest';
import {
  groupPods,
  type PodMetric,
  replicasByAverage,
  replicasByUtilization,
  type Sample,
} from '@/lib/cluster/controllers/horizontalpodautoscaler/replica-calculator';
import type { Pod } from '@/lib/cluster/objects';
import { milliValue } from '@/lib/cluster/quantity';
import { timestamp } from '@/lib/cluster/time';

const nowMs = 3_600_000;
const minuteMs = 60_000;

/**
 * How a Pod stands, in words: what it uses (`300m`, or `-` for not measured), of a request of one CPU unless said
 * (`of 500m`, `of nothing`); `unready`, `hot` (began within the initialization period, was Ready a second ago), `pending`,
 * `failed`, `going`, `new` (never Ready and young), `fell` (not Ready, and was once).
 */
function podOf(how: string, i: number): { pod: Pod; metric?: PodMetric } {
  const words = how.split(' ');
  const is = (word: string) => words.includes(word);
  const request = is('of') ? words[words.indexOf('of') + 1] : '1';
  const isReady = !is('unready') && !is('pending') && !is('failed') && !is('fell');
  const startMs = is('hot') ? nowMs - 30_000 : nowMs - 10 * minuteMs;
  const changedMs = is('hot') ? nowMs - 1000 : is('fell') ? nowMs - 2 * minuteMs : startMs;
  const phase = is('pending') ? 'Pending' : is('failed') ? 'Failed' : 'Running';
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `web-${i}`,
      namespace: 'default',
      uid: `uid-${i}`,
      resourceVersion: '1',
      creationTimestamp: timestamp(0),
      ...(is('going') && { deletionTimestamp: timestamp(nowMs) }),
    },
    spec: {
      containers: [
        {
          name: 'app',
          image: 'app:v1',
          resources: request === 'nothing' ? {} : { requests: { cpu: request } },
        },
      ],
    },
    status: {
      phase,
      startTime: timestamp(startMs),
      conditions: [
        { type: 'Ready', status: isReady ? 'True' : 'False', lastTransitionTime: timestamp(changedMs) },
      ],
    },
  } as Pod;
  const [used = '-'] = words;
  const metric = { milli: milliValue(used), atMs: nowMs, windowMs: 15_000 };
  return { pod, ...(used !== '-' && { metric }) };
}

const sampleOf = (currentReplicas: number, hows: readonly string[], more: Partial<Sample> = {}): Sample => {
  const all = hows.map(podOf);
  return {
    pods: all.map(({ pod }) => pod),
    metrics: new Map(all.flatMap(({ pod, metric }) => (metric ? [[pod.metadata.name, metric]] : []))),
    resource: 'cpu',
    currentReplicas,
    tolerances: { scaleDown: 0.1, scaleUp: 0.1 },
    nowMs,
    cpuInitializationPeriodMs: 5 * minuteMs,
    initialReadinessDelayMs: 30_000,
    ...more,
  };
};

type Row = readonly [string, number, number, readonly string[], string, Partial<Sample>?];

/** What it says, target in percent, current replicas, Pods, and what comes of it: replicas, percent, average. */
const utilization: readonly Row[] = [
  ['above the target', 30, 3, ['300m', '500m', '700m'], '5 50% 500m'],
  ['below the target', 50, 5, ['100m', '300m', '500m', '250m', '250m'], '3 28% 280m'],
  ['in the tolerance above', 50, 2, ['54m of 100m', '54m of 100m'], '2 54% 54m'],
  ['just over the tolerance', 50, 2, ['56m of 100m', '56m of 100m'], '3 56% 56m'],
  ['in the tolerance below', 50, 10, Array(10).fill('45m of 100m'), '10 45% 45m'],
  ['just under the tolerance', 50, 10, Array(10).fill('44m of 100m'), '9 44% 44m'],
  ['percent are cut to whole ones', 50, 2, ['559m', '550m'], '2 55% 554m'],
  ['an unready Pod counts as idle on the way up', 30, 3, ['300m unready', '500m', '700m'], '4 60% 600m'],
  ['a Pod that just began does as well', 30, 3, ['300m hot', '500m', '700m'], '4 60% 600m'],
  ['idle Pods may forbid the way up', 30, 3, ['400m', '500m unready', '700m unready'], '3 40% 400m'],
  [
    'unready Pods do not count on the way down',
    50,
    5,
    ['100m', '300m', '500m', '250m unready', '250m hot'],
    '2 30% 300m',
  ],
  [
    'Pending Pods do not either',
    50,
    5,
    ['100m', '- pending', '- pending', '- pending', '- pending'],
    '1 10% 100m',
  ],
  ['failed Pods and Pods that go are ignored', 30, 2, ['500m', '700m', '9 failed', '9 going'], '4 60% 600m'],
  ['a Pod that was Ready once and fell counts', 30, 2, ['500m', '700m fell'], '4 60% 600m'],
  ['missing Pods use everything on the way down', 100, 4, ['400m', '95m', '-', '-'], '3 24% 247m'],
  [
    'missing Pods use nothing on the way up',
    50,
    4,
    ['150m of 100m', '150m of 100m', '- of 100m', '- of 100m'],
    '6 150% 150m',
  ],
  ['missing Pods may forbid the way up', 100, 2, ['1900m', '-'], '2 190% 1900m'],
  ['missing Pods may forbid the way down', 100, 2, ['600m', '-'], '2 60% 600m'],
  ['at the target, missing Pods change nothing', 100, 2, ['1', '-'], '2 100% 1'],
  [
    'above 100 % missing Pods use the target',
    300,
    4,
    ['200m unready', '100m', '100m of 2', '- of 2'],
    '2 6% 100m',
  ],
  ['one more Pod than wanted does not turn the way', 50, 2, ['100m', '100m', '-'], '2 10% 100m'],
  ['unready and missing, on the way down', 50, 4, ['100m unready', '100m', '100m', '-'], '3 10% 100m'],
  ['unready and missing, on the way up', 50, 3, ['100m unready', '2', '-'], '4 200% 2'],
  [
    'no tolerance',
    100,
    3,
    ['1009m', '1010m', '1011m'],
    '4 101% 1010m',
    { tolerances: { scaleDown: 0, scaleUp: 0 } },
  ],
  [
    'a tolerance of its own upwards',
    100,
    3,
    ['1890m', '1910m', '1900m'],
    '3 190% 1900m',
    { tolerances: { scaleDown: 0.1, scaleUp: 2 } },
  ],
  [
    'a tolerance of its own downwards',
    100,
    3,
    ['660m', '640m', '650m'],
    '2 65% 650m',
    { tolerances: { scaleDown: 0.34, scaleUp: 0.1 } },
  ],
  ['no Pods', 50, 1, [], 'no pods returned by selector while calculating replica count'],
  [
    'nothing but unready Pods',
    50,
    1,
    ['1 unready'],
    'did not receive metrics for targeted pods (pods might be unready)',
  ],
  [
    'a container without a request',
    50,
    1,
    ['1 of nothing'],
    'missing request for cpu in container app of Pod web-0',
  ],
  [
    'a container that is not there',
    50,
    1,
    ['1'],
    'container other not found in Pod web-0',
    { container: 'other' },
  ],
];

const written = (result: ReturnType<typeof replicasByUtilization>): string => {
  if (!result.ok) return result.error;
  const { replicas, utilization: percent, averageMilli } = result.value;
  const average = averageMilli % 1000 === 0 ? averageMilli / 1000 : `${averageMilli}m`;
  return [replicas, ...(percent === undefined ? [] : [`${percent}%`]), average].join(' ');
};

describe('the replica calculator, by utilization', () => {
  it.each(utilization.map((row) => [row[0], row] as const))('%s', (_, row) => {
    const [, target, current, pods, expected, more] = row;
    expect(written(replicasByUtilization(sampleOf(current, pods, more), target))).toBe(expected);
  });

  it('does not know Pods that were measured and are not there', () => {
    const metrics = new Map([['older', { milli: 100, atMs: nowMs, windowMs: 15_000 }]]);
    const sample = sampleOf(1, ['-'], { metrics });
    expect(written(replicasByUtilization(sample, 100))).toBe('no metrics returned matched known pods');
  });
});

/** Target in thousandths. */
const averages: readonly Row[] = [
  ['above the target', 64_000, 2, ['128', '128'], '4 128'],
  ['below the target', 500, 4, ['100m', '300m', '500m', '300m'], '3 300m'],
  ['in the tolerance', 500, 2, ['540m', '540m'], '2 540m'],
  ['unready Pods of another resource count', 500, 2, ['900m unready', '900m'], '4 900m'],
  ['missing Pods use the target on the way down', 500, 4, ['100m', '100m', '-', '-'], '3 100m'],
  ['missing Pods use nothing on the way up', 500, 2, ['2', '-'], '4 2'],
  ['Pending Pods are idle on the way up', 500, 2, ['1', '- pending'], '2 1'],
  ['nothing needs a request', 500, 1, ['1 of nothing'], '2 1'],
  ['no Pods', 500, 1, [], 'no pods returned by selector while calculating replica count'],
  [
    'nothing measured that counts',
    500,
    1,
    ['1 going'],
    'did not receive metrics for targeted pods (pods might be unready)',
  ],
];

describe('the replica calculator, by the average', () => {
  it.each(averages.map((row) => [row[0], row] as const))('%s', (_, row) => {
    const [, target, current, pods, expected] = row;
    expect(written(replicasByAverage(sampleOf(current, pods, { resource: 'memory' }), target))).toBe(
      expected,
    );
  });
});

describe('which Pods count', () => {
  const groupOf = (how: string, more: Partial<Sample> = {}): string => {
    const { unready, missing, ignored } = groupPods(sampleOf(1, [how], more));
    return unready.size ? 'unready' : missing.size ? 'missing' : ignored.size ? 'ignored' : 'ready';
  };

  it.each([
    ['1', 'ready'],
    ['1 going', 'ignored'],
    ['1 failed', 'ignored'],
    ['1 pending', 'unready'],
    ['- unready', 'missing'],
    ['1 unready', 'unready'],
    ['1 fell', 'ready'],
    ['1 hot', 'unready'],
  ])('%s: %s', (how, group) => {
    expect(groupOf(how)).toBe(group);
  });

  it('believes the CPU of a young Pod once it was Ready for a window', () => {
    const { pod } = podOf('1 hot', 0);
    const metric = { milli: 1000, windowMs: 15_000, atMs: nowMs + 14_000 };
    expect(groupOf('1 hot', { metrics: new Map([[pod.metadata.name, metric]]) })).toBe('ready');
  });

  it('believes at once when the initialization period is 0', () => {
    expect(groupOf('1 hot', { cpuInitializationPeriodMs: 0 })).toBe('ready');
  });

  it('asks only the CPU whether it warms up', () => {
    expect(groupOf('1 unready', { resource: 'memory' })).toBe('ready');
  });
});
