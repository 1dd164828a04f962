import { describe, expect, it } from 'vitest';
import examples from '@/content/examples';
import labs from '@/content/statefulset-identity-and-order/lab';
import type { Belief } from '@/lib/cluster/belief';
import type { Entry } from '@/lib/cluster/journal';
import { kindOf, nameOf } from '@/lib/cluster/keys';
import { type BelievedRun, believedRun } from '@/lib/lab/belief';
import { holds } from '@/lib/lab/condition';
import { createSession } from '@/lib/lab/create-session';
import { exampleScenario } from '@/lib/lab/examples';
import type { Scenario } from '@/lib/lab/scenario';

const scenarios = new Map<string, Scenario>(
  [...labs.scenarios, ...examples.map(exampleScenario)].map((scenario) => [scenario.id, scenario]),
);
const scenarioOf = (id: string): Scenario => scenarios.get(id) ?? expect.fail(`no scenario ${id}`);

/** `machine rule yes` or `machine rule no`, and `@12` from 12 s on. */
function beliefOf(text: string): Belief {
  const [machine = '', rule = '', answer = '', since] = text.split(' ');
  const sinceMs = since === undefined ? {} : { sinceMs: Number(since.slice(1)) * 1000 };
  return { machine, rule, holds: answer === 'yes', ...sinceMs };
}

const run = (id: string, belief: string, untilMs?: number): BelievedRun => {
  const scenario = scenarioOf(id);
  return believedRun(scenario, beliefOf(belief), untilMs ?? scenario.pauseAtMs);
};

/** An entry in a line: what a machine decided about whom, or who did what to an object. */
function told(entry: Entry | undefined): string {
  if (!entry) return '-';
  if (entry.type === 'command') return `command ${entry.command.verb}`;
  if (entry.type === 'transition') return `${entry.to} ${entry.guard} ${nameOf(entry.about ?? entry.key)}`;
  const { before, after, key } = entry;
  const did = !after ? 'gone' : !before ? 'made' : after.metadata.deletionTimestamp ? 'going' : 'changed';
  return `${did} ${kindOf(key)} ${nameOf(key)}`;
}

/** Ordinals and names that chance has no part in, or a seed that the content fixes. */
const table: readonly (readonly [
  scenario: string,
  belief: string,
  atMs: number,
  is: string,
  truth: string,
  believed: string,
  seen: string | undefined,
])[] = [
  [
    'in-order',
    'statefulset podsAreOrdered no',
    510,
    'onlyBelieved',
    '-',
    'creatingOrdinal ordinalIsMissing web-1',
    '510 web-1',
  ],
  [
    'never-ready',
    'statefulset unreadyPodIsWaitedFor no',
    1010,
    'onlyBelieved',
    '-',
    'creatingOrdinal ordinalIsMissing web-1',
    '1010 web-1',
  ],
  [
    'update-stands',
    'statefulset unreadyPodIsWaitedFor no',
    18_810,
    'onlyBelieved',
    '-',
    'waitingForTermination replicaIsTerminating web-1',
    '20610 web-1',
  ],
  [
    'reverted',
    'statefulset podsAreOrdered no',
    18_020,
    'decision',
    'waitingForReady replicaIsNotReady web-2',
    'updatingHighestOrdinal highestOldReplicaIsDue web-2',
    '18020 web-2',
  ],
  [
    'delete-one',
    'statefulset ordinalIsMissing no',
    14_610,
    'decision',
    'creatingOrdinal ordinalIsMissing web-1',
    'waitingForReady someReplicaIsNotReady web-1',
    '14610 web-1',
  ],
  [
    'delete-one',
    'statefulset replacementGetsNextOrdinal yes',
    14_610,
    'decision',
    'creatingOrdinal ordinalIsMissing web-1',
    'creatingOrdinal ordinalIsMissing web-3',
    '14610 web-1',
  ],
  [
    'five-to-two',
    'statefulset lowestOrdinalGoesFirst yes',
    17_010,
    'decision',
    'deletingHighestOrdinal hasTooManyReplicas web-4',
    'deletingHighestOrdinal hasTooManyReplicas web-0',
    '17010 web-4',
  ],
  [
    'five-to-two',
    'statefulset condemnedIsTerminating no',
    17_020,
    'decision',
    'waitingForTermination condemnedIsTerminating web-4',
    'deletingHighestOrdinal hasTooManyReplicas web-3',
    '17020 web-3',
  ],
  [
    'five-to-two',
    'statefulset claimGoesWithPod yes',
    15_510,
    'onlyBelieved',
    '-',
    'settingClaimOwners claimOwnersDifferFromPolicy web',
    '19694 data-web-4',
  ],
  [
    'update-stands',
    'statefulset lowestOrdinalIsUpdatedFirst yes @0',
    12_020,
    'decision',
    'updatingHighestOrdinal highestOldReplicaIsDue web-2',
    'updatingHighestOrdinal highestOldReplicaIsDue web-0',
    '12020 web-2',
  ],
  [
    'update-stands',
    'statefulset highestOldReplicaIsDue no @0',
    12_020,
    'decision',
    'updatingHighestOrdinal highestOldReplicaIsDue web-2',
    'steady everyReplicaIsAvailable web',
    '12020 web-2',
  ],
  [
    'delete-set',
    'garbage-collector podsGoOneByOne yes',
    12_020,
    'onlyTruth',
    'going Pod web-0',
    '-',
    '12020 web-0',
  ],
  [
    'stuck-rollout',
    'deployment stuckRolloutIsUndone yes',
    41_000,
    'decision',
    'progressDeadlineExceeded progressDeadlineHasPassed web-5dc7c76d4b',
    'rollingBack stuckRolloutIsUndone web-c4cb85486',
    '41000 web',
  ],
  [
    'stuck-rollout',
    'deployment oldPodsGoFirst yes',
    10_010,
    'decision',
    'creatingNewReplicaSet newReplicaSetIsMissing web',
    'scalingDownOldReplicaSets oldReplicaSetsGoFirst web-c4cb85486',
    '10010 web-5dc7c76d4b',
  ],
  [
    'budget-and-drain',
    'taint-eviction noScheduleEvicts yes',
    12_018,
    'onlyBelieved',
    '-',
    'evicting taintIsNotTolerated db-3',
    '12018 db-3',
  ],
  [
    'unready-endpoint',
    'kubelet unreadyContainerIsRestarted yes',
    12_826,
    'onlyBelieved',
    '-',
    'changed Pod web-c4cb85486-kfwsl',
    '12826 web-c4cb85486-kfwsl',
  ],
  [
    'unready-endpoint',
    'probe reachesFailureThreshold no',
    10_677,
    'onlyTruth',
    'Working.NotReady containersRun web-c4cb85486-kfwsl',
    '-',
    '10677 web-c4cb85486-kfwsl',
  ],
  [
    'unready-endpoint',
    'endpointslice runningPodIsEndpoint yes',
    10_689,
    'onlyTruth',
    'changed EndpointSlice web-k6r8z',
    '-',
    '10689 web-k6r8z',
  ],
  [
    'crash-loop',
    'kubelet restartIsHeldBack no',
    5672,
    'onlyBelieved',
    '-',
    'Working.Ready isReady web-55965b8449-j9znl',
    '5672 web-55965b8449-j9znl',
  ],
  [
    'fits-nowhere',
    'scheduler NodeResourcesFit no',
    208,
    'onlyBelieved',
    '-',
    'binding nodeFits big-8578986d54-6kgl7',
    '208 big-8578986d54-6kgl7',
  ],
  [
    'job-failures',
    'job failedPodsExceedBackoffLimit no',
    38_600,
    'decision',
    'failing failedPodsExceedBackoffLimit import',
    'backingOff failedPodWaitsForBackOff import',
    '38600 import',
  ],
];

describe('A belief', () => {
  it.each(table)('in %s, %s, first makes a difference at %i ms: %s', (id, belief, atMs, is, ...texts) => {
    const [truth, believed, seen] = texts;
    const { difference } = run(id, belief);
    expect(difference).toMatchObject({ atMs, is });
    expect([told(difference?.truth), told(difference?.believed)]).toEqual([truth, believed]);
    expect(difference?.seen && `${difference.seen.atMs} ${nameOf(difference.seen.key)}`).toBe(seen);
  });

  it.each([
    ['daemonset-taint', 'taint-eviction noScheduleEvicts yes'],
    ['deployment-and-service', 'replicaset oldestPodGoesFirst yes'],
    ['in-order', 'statefulset lowestOrdinalGoesFirst yes'],
    ['in-order', 'statefulset claimOwnersDifferFromPolicy no'],
    ['update-stands', 'statefulset lowestOrdinalIsUpdatedFirst yes'],
    ['stuck-rollout', 'deployment stuckRolloutIsUndone no'],
    ['stuck-rollout', 'deployment oldPodsGoFirst no'],
    ['crash-loop', 'kubelet unreadyContainerIsRestarted yes'],
  ])('in %s, %s, makes no difference, and the run says so', (id, belief) => {
    const { difference, views } = run(id, belief);
    expect(difference).toBeUndefined();
    expect(views.believed.firstDifference).toBeUndefined();
    expect(views.believed.pods).toEqual(views.truth.pods);
  });

  it('makes none before its difference, though later it would', () => {
    expect(run('stuck-rollout', 'deployment stuckRolloutIsUndone yes', 40_999).difference).toBeUndefined();
  });

  it.each([
    ['a machine that there is not', 'kubeproxy x yes', /no machine kubeproxy .* there are .*statefulset/],
    [
      'a rule that it does not have',
      'deployment ordinalIsMissing no',
      /nothing called ordinalIsMissing.*isPaused/,
    ],
    ['a last rule that never holds', 'statefulset everyReplicaIsAvailable no', /can't be believed away/],
  ])('throws at once about %s', (_, belief, message) => {
    expect(() => run('in-order', belief)).toThrow(message);
  });
});

describe('What is wrong of a prediction', () => {
  it.each([
    ['revert-alone', 0, 'statefulset podsAreOrdered no'],
    ['who-comes-back', 0, 'statefulset replacementGetsNextOrdinal yes'],
    ['who-comes-back', 1, 'statefulset ordinalIsMissing no'],
    ['web-2-never', 1, 'statefulset unreadyPodIsWaitedFor no'],
    ['update-waits', 0, 'statefulset unreadyPodIsWaitedFor no'],
    ['claims-left', 0, 'statefulset claimGoesWithPod yes'],
    ['delete-order', 0, 'garbage-collector podsGoOneByOne yes'],
  ])('%s, choice %i, is what happens under the belief %s', (id, choice, belief) => {
    const { choices, scenario, judgedAtMs } =
      labs.predictions.find((one) => one.id === id) ?? expect.fail(`no prediction ${id}`);
    const { happened } = choices[choice] ?? expect.fail(`no choice ${choice}`);
    const { truth, believed } = run(scenario, belief, judgedAtMs);
    expect(holds(happened, truth.at(judgedAtMs).reading)).toBe(false);
    expect(holds(happened, believed.at(judgedAtMs).reading)).toBe(true);
  });
});

describe('A believed run', () => {
  const belief = 'statefulset podsAreOrdered no';

  it('has the same past up to the moment at which the figure opens', () => {
    for (const [id, of] of table.filter(([, text]) => !text.includes('@')).slice(0, 6)) {
      const { openAtMs } = scenarioOf(id);
      const { truth, believed } = run(id, of, openAtMs);
      const before = [truth, believed].map(({ journal }) => journal.filter(({ atMs }) => atMs < openAtMs));
      expect(before[1]).toEqual(before[0]);
    }
  });

  it('is the same each time', () => {
    const [first, second] = [run('reverted', belief), run('reverted', belief)];
    expect(second.difference).toEqual(first.difference);
    expect(second.views).toEqual(first.views);
    expect(second.believed.journal).toEqual(first.believed.journal);
  });

  it('shows the truth as a session shows it, and the belief beside it as a second future', () => {
    const scenario = scenarioOf('reverted');
    const { views } = run('reverted', belief);
    const session = createSession(scenario);
    session.seek(scenario.pauseAtMs);
    const { futures: _, ...plain } = session.view();
    expect(views.truth).toMatchObject({ ...plain, endMs: views.truth.endMs, score: expect.anything() });
    const web2 = ({ pods }: typeof views.truth) => pods.find(({ name }) => name === 'web-2')?.image;
    expect([web2(views.truth), web2(views.believed)]).toEqual(['db:broken', 'db:v1']);
    for (const [view, here] of [
      [views.truth, 'A'],
      [views.believed, 'B'],
    ] as const) {
      expect(view.futures.map(({ name, isHere, from }) => [name, isHere, from])).toEqual([
        ['A', here === 'A', undefined],
        ['B', here === 'B', 'A'],
      ]);
      expect(view.firstDifference?.atMs).toBe(18_020);
    }
  });

  it('can be drawn at any moment of it', () => {
    const { at } = run('in-order', belief);
    const names = (nowMs: number) => {
      const { truth, believed } = at(nowMs);
      return [truth, believed].map(({ pods }) => pods.map(({ name }) => name).join(' '));
    };
    expect(names(1000)).toEqual(['web-0', 'web-0 web-1 web-2']);
    expect(names(500)).toEqual(['web-0', 'web-0']);
    expect(names(9000)).toEqual(['web-0 web-1 web-2', 'web-0 web-1 web-2']);
  });

  it('draws the place that a believed set wants to fill, and the state of a rule that Kubernetes does not have', () => {
    const { at } = run('delete-one', 'statefulset replacementGetsNextOrdinal yes');
    const { truth, believed } = at(14_605);
    expect(truth.reserved.map(({ name }) => name)).toEqual(['web-1']);
    expect(believed.reserved.map(({ name }) => name)).toEqual(['web-3']);
    const scenario = { ...scenarioOf('stuck-rollout'), subject: 'Deployment/web' };
    const undone = believedRun(scenario, beliefOf('deployment stuckRolloutIsUndone yes'), 41_000);
    const { machine } = undone.views.believed;
    expect(machine?.current).toBe('rollingBack');
    expect(machine?.states.at(-1)).toEqual({ id: 'rollingBack', guards: ['stuckRolloutIsUndone'] });
    expect(undone.views.truth.machine?.states.map(({ id }) => id)).not.toContain('rollingBack');
  });

  it('rolls a stuck rollout back all the way', () => {
    const { views, believed } = run('stuck-rollout', 'deployment stuckRolloutIsUndone yes', 60_000);
    expect(views.believed.pods.map(({ image, state }) => `${image} ${state}`)).toEqual(
      Array.from({ length: 3 }, () => 'app:v1 ready'),
    );
    expect(views.truth.pods.map(({ image }) => image)).toContain('app:broken');
    const rolledBack = believed.journal.filter(
      (entry) => entry.type === 'transition' && entry.to === 'rollingBack',
    );
    expect(rolledBack).toHaveLength(1);
  });

  it('keeps the highest ordinals where the lowest are believed to go, and their order', () => {
    const { views, believed } = run('five-to-two', 'statefulset lowestOrdinalGoesFirst yes');
    expect(views.believed.pods.map(({ name }) => name)).toEqual(['web-3', 'web-4']);
    const going = believed.journal.filter(
      (entry) =>
        entry.type === 'write' && entry.cause.rule === 'hasTooManyReplicas' && kindOf(entry.key) === 'Pod',
    );
    expect(going.map((entry) => entry.type === 'write' && nameOf(entry.key))).toEqual([
      'web-0',
      'web-1',
      'web-2',
    ]);
  });

  it('names the belief when under it a machine never comes to rest', () => {
    const endless = () => run('deployment-and-service', 'deployment newReplicaSetIsMissing yes');
    expect(endless).toThrow(
      'deployment-and-service where newReplicaSetIsMissing of deployment is always true',
    );
  });
});
