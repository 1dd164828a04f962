import { describe, expect, it } from 'vitest';
import { type Belief, Beliefs, beliefsOverTime } from '@/lib/cluster/belief';
import { believable, checkBeliefs } from '@/lib/cluster/believable';
import { Cluster } from '@/lib/cluster/cluster';
import { controllers } from '@/lib/cluster/controllers';
import { decide, machineOf, type Rule } from '@/lib/cluster/controllers/rules';
import { journalHash } from '@/lib/cluster/journal-hash';
import { everythingHash, playEverything } from './everything';
import { recordedTraceHash, trace, traceHash } from './trace-hash';

function tracedUnder(...beliefs: readonly Belief[]): string {
  const cluster = new Cluster({ ...trace, beliefs });
  for (const { atMs, command } of trace.commands) {
    cluster.run(atMs);
    cluster.do(command);
  }
  cluster.run(trace.untilMs);
  return journalHash(cluster.journal);
}

const holding = (machine: string, rule: string, holds: boolean): Belief => ({ machine, rule, holds });

describe('Without beliefs', () => {
  it('a cluster is as it was recorded', () => {
    expect(traceHash()).toBe(recordedTraceHash);
    expect(tracedUnder()).toBe(recordedTraceHash);
  });

  it('a cluster is as one in which the truth is believed', () => {
    const truths = [
      ['statefulset', 'podsAreOrdered', true],
      ['statefulset', 'unreadyPodIsWaitedFor', true],
      ['statefulset', 'lowestOrdinalGoesFirst', false],
      ['statefulset', 'lowestOrdinalIsUpdatedFirst', false],
      ['statefulset', 'replacementGetsNextOrdinal', false],
      ['statefulset', 'claimGoesWithPod', false],
      ['statefulset', 'everyReplicaIsAvailable', true],
      ['garbage-collector', 'podsGoOneByOne', false],
      ['endpointslice', 'runningPodIsEndpoint', false],
      ['taint-eviction', 'noScheduleEvicts', false],
      ['scheduler', 'NodeResourcesFit', true],
      ['kubelet', 'restartIsHeldBack', true],
      ['kubelet', 'unreadyContainerIsRestarted', false],
      ['deployment', 'stuckRolloutIsUndone', false],
      ['replicaset', 'oldestPodGoesFirst', false],
    ] as const;
    expect(tracedUnder(...truths.map(([machine, rule, holds]) => holding(machine, rule, holds)))).toBe(
      recordedTraceHash,
    );
  });
});

const wider = everythingHash();
const answered = [...believable()].filter(([machine]) => machine !== 'probe' && machine !== 'pod');

describe('A belief', () => {
  it.each(answered)(
    'about %s is heard: some rule or fact of it, answered otherwise, makes another story',
    (machine, of) => {
      const beliefs = [
        ...[...of.rules, ...of.facts, ...of.fictions].map((rule) => holding(machine, rule, true)),
        ...of.facts.map((rule) => holding(machine, rule, false)),
      ];
      expect(beliefs.some((belief) => everythingHash({ beliefs: [belief] }) !== wider)).toBe(true);
    },
  );

  it.each([
    ['pod', 'isReady'],
    ['probe', 'reachesSuccessThreshold'],
  ])('about the chart %s is heard', (machine, rule) => {
    expect(everythingHash({ beliefs: [holding(machine, rule, false)] })).not.toBe(wider);
  });

  it('can be had of every machine of a controller', () => {
    const machines = controllers.flatMap(({ machine }) => machine ?? []);
    expect([...believable().keys()]).toEqual(expect.arrayContaining(machines));
  });

  it('is held from its moment on, by copies as well', () => {
    const beliefs = [{ ...holding('statefulset', 'ordinalIsMissing', false), sinceMs: 5000 }];
    const cluster = playEverything({ beliefs });
    const truth = playEverything();
    const upTo5000 = (one: Cluster) => one.journal.filter(({ atMs }) => atMs < 5000);
    expect(upTo5000(cluster)).toEqual(upTo5000(truth));
    const early = new Cluster({ ...trace, beliefs });
    for (const { command } of trace.commands.slice(0, 2)) early.do(command);
    early.run(4000);
    const copy = early.copy();
    for (const one of [early, copy]) {
      one.run(8000);
      one.do({ verb: 'delete', kind: 'Pod', name: 'web-0' });
      one.run(60_000);
      expect(one.reading.find('Pod', 'default', 'web-0')).toBeUndefined();
    }
    expect(journalHash(copy.journal)).toBe(journalHash(early.journal));
  });

  it('makes the same story each time', () => {
    const beliefs = [holding('statefulset', 'podsAreOrdered', false)];
    expect(everythingHash({ beliefs })).toBe(everythingHash({ beliefs }));
  });

  it.each([
    [holding('kube-proxy', 'x', true), 'no machine kube-proxy to believe of; there are'],
    [holding('statefulset', 'isPaused', true), 'the machine statefulset has nothing called isPaused; it has'],
    [
      holding('scheduler', 'nodeFits', false),
      "scheduler: nodeFits decides when nothing else does, it can't be",
    ],
    [{ ...holding('kubelet', 'restartIsHeldBack', true), sinceMs: -1 }, 'a belief since -1 ms'],
  ])('%j is refused when the cluster is made', (belief, message) => {
    expect(() => new Cluster({ seed: 1, nodes: [], beliefs: [belief] })).toThrow(message);
  });

  it('is named with all that exists when it is about nothing', () => {
    expect(() => checkBeliefs([holding('x', 'y', true)])).toThrow(/deployment, .*kubelet, .*statefulset/);
    expect(() => checkBeliefs([holding('deployment', 'y', true)])).toThrow(
      /isPaused, .*oldPodsGoFirst, .*stuckRolloutIsUndone/,
    );
  });

  it('is held once: two about one guard are refused', () => {
    const twice = [true, false].map((holds) => holding('kubelet', 'restartIsHeldBack', holds));
    expect(() => checkBeliefs(twice)).toThrow('two beliefs about restartIsHeldBack of kubelet');
  });
});

describe('That the oldest Pod goes first', () => {
  it('is believed of a ReplicaSet: of a Pod that is Ready and a newer one that is not, the Ready one goes', () => {
    const left = (...beliefs: readonly Belief[]) => {
      const cluster = new Cluster({ seed: 3, nodes: [{ name: 'node-1' }], beliefs });
      const containers = [{ name: 'app', image: 'app:v1' }];
      const template = { metadata: { labels: { app: 'web' } }, spec: { containers } };
      const spec = { replicas: 1, selector: { matchLabels: { app: 'web' } }, template };
      const object = { apiVersion: 'apps/v1', kind: 'ReplicaSet', metadata: { name: 'web' }, spec };
      cluster.do({ verb: 'apply', object });
      cluster.run(5000);
      const [first] = cluster.reading.list('Pod').map(({ metadata }) => metadata.name);
      cluster.do({ verb: 'scale', kind: 'ReplicaSet', name: 'web', replicas: 2 });
      cluster.run(5100);
      cluster.do({ verb: 'scale', kind: 'ReplicaSet', name: 'web', replicas: 1 });
      cluster.run(60_000);
      return cluster.reading.list('Pod').map(({ metadata }) => metadata.name === first);
    };
    expect(left()).toEqual([true]);
    expect(left(holding('replicaset', 'oldestPodGoesFirst', true))).toEqual([false]);
  });
});

describe('Beliefs over time', () => {
  it('come one after the other', () => {
    const at = beliefsOverTime([
      { ...holding('a', 'x', true), sinceMs: 10 },
      { ...holding('a', 'y', false), sinceMs: 20 },
    ]);
    const told = (nowMs: number) => Object.fromEntries(at(nowMs).of('a'));
    expect([0, 9, 10, 19, 20, 99].map(told)).toEqual([
      {},
      {},
      { x: true },
      { x: true },
      { x: true, y: false },
      { x: true, y: false },
    ]);
  });
});

const rules: readonly Rule<number>[] = [
  { name: 'isLarge', state: 'large', holds: (n) => n > 9 && 'Pod/default/ten' },
  { name: 'isSmall', state: 'small', holds: (n) => n < 3, writes: () => [] },
  { name: 'isAnything', state: 'idle', holds: () => true },
];
const fiction = { name: 'isOdd', before: 'isSmall', state: 'odd', holds: (n: number) => n % 2 === 1 };

describe('A machine of rules under a belief', () => {
  const machine = machineOf('numbers', rules, [fiction]);
  const ruleFor = (n: number, ...beliefs: readonly Belief[]) =>
    decide(machine, rules, undefined, n, new Beliefs(beliefs));

  it('asks the same rules in the same order, and goes on where one is believed not to hold', () => {
    expect(ruleFor(10)).toMatchObject({ rule: 'isLarge', about: 'Pod/default/ten' });
    expect(ruleFor(10, holding('numbers', 'isLarge', false))).toMatchObject({ rule: 'isAnything' });
  });

  it('stops where one is believed to hold: about its object, if it has one', () => {
    expect(ruleFor(10, holding('numbers', 'isLarge', true)).about).toBe('Pod/default/ten');
    expect(ruleFor(5, holding('numbers', 'isLarge', true))).toEqual({
      writes: [],
      state: 'large',
      rule: 'isLarge',
    });
  });

  it('asks a rule that Kubernetes does not have where it is believed in, in its place, whether it holds', () => {
    const isOdd = holding('numbers', 'isOdd', true);
    expect(ruleFor(1).rule).toBe('isSmall');
    expect(ruleFor(1, isOdd)).toMatchObject({ rule: 'isOdd', state: 'odd' });
    expect(ruleFor(2, isOdd).rule).toBe('isSmall');
    expect(ruleFor(11, isOdd).rule).toBe('isLarge');
    expect(ruleFor(1, holding('numbers', 'isOdd', false)).rule).toBe('isSmall');
  });
});
