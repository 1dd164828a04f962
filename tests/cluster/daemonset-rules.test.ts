import { describe, expect, it } from 'vitest';
import type { BackOffs } from '@/lib/cluster/controllers/daemonset/back-off';
import { daemonsetMachine, daemonsetRules } from '@/lib/cluster/controllers/daemonset/daemonset.machine';
import { Observed } from '@/lib/cluster/controllers/daemonset/observed';
import { templateFor } from '@/lib/cluster/controllers/daemonset/placement';
import { hashOf, newRevision } from '@/lib/cluster/controllers/history';
import { decide } from '@/lib/cluster/controllers/rules';
import { controllerRef } from '@/lib/cluster/keys';
import type {
  ControllerRevision,
  DaemonSet,
  DaemonSetSpec,
  DaemonSetStatus,
  KubeObject,
  Manifest,
  Node,
  ObjectMeta,
  Pod,
  PodSpec,
  PodTemplate,
  Taint,
} from '@/lib/cluster/objects';
import { Store } from '@/lib/cluster/store';
import { timestamp } from '@/lib/cluster/time';

const nowMs = 100_000;
const meta = (name: string, more: Partial<ObjectMeta> = {}): ObjectMeta => ({
  name,
  namespace: 'default',
  uid: `uid-${name}`,
  resourceVersion: '1',
  creationTimestamp: timestamp(0),
  ...more,
});

const templateWith = (image: string, spec: Partial<PodSpec> = {}): PodTemplate => ({
  metadata: { labels: { app: 'agent' } },
  spec: { containers: [{ name: 'app', image }], ...spec },
});

function setOf(
  spec: Partial<DaemonSetSpec> = {},
  more: Partial<ObjectMeta> = {},
  status: Partial<DaemonSetStatus> = {},
): DaemonSet {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: meta('agent', { generation: 1, ...more }),
    spec: {
      selector: { matchLabels: { app: 'agent' } },
      template: templateWith('agent:v2'),
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } },
      revisionHistoryLimit: 10,
      ...spec,
    },
    status: {
      currentNumberScheduled: 0,
      desiredNumberScheduled: 0,
      numberMisscheduled: 0,
      numberReady: 0,
      observedGeneration: 1,
      ...status,
    },
  };
}

const revisionOf = (set: DaemonSet, n: number, template = set.spec.template): ControllerRevision => {
  const made = newRevision(set, template, hashOf(template), n) as Manifest & { metadata: ObjectMeta };
  return {
    ...made,
    metadata: { ...made.metadata, ...meta(made.metadata.name) },
  } as unknown as ControllerRevision;
};

/** A node: `plain`, `cordoned`, `tainted` (NoSchedule), `evicting` (NoExecute), `ssd` (a label); several words together. */
function nodeOf(name: string, how: string): Node {
  const is = (word: string) => how.split(' ').includes(word);
  const taints: Taint[] = [
    ...(is('cordoned') ? [{ key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' } as const] : []),
    ...(is('tainted') ? [{ key: 'gpu', effect: 'NoSchedule' } as const] : []),
    ...(is('evicting') ? [{ key: 'gpu', effect: 'NoExecute' } as const] : []),
    ...(is('preferred') ? [{ key: 'gpu', effect: 'PreferNoSchedule' } as const] : []),
  ];
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: meta(name, { namespace: undefined, labels: is('ssd') ? { disk: 'ssd' } : {} }),
    spec: { taints, unschedulable: is('cordoned') },
    status: { capacity: {}, allocatable: {}, conditions: [] },
  };
}

/** A Pod as `a: ready old` says: on node `a`, Ready for a minute (`ready 3` for 3 s), of the old template, … */
function podOf(set: DaemonSet, text: string, index: number): Pod {
  const [node = '', how = ''] = text.split(': ');
  const words = how.split(' ');
  const is = (word: string) => words.includes(word);
  const seconds = Number(words.find((word) => /^\d+$/.test(word)) ?? 60);
  const template = templateWith(is('old') ? 'agent:v1' : 'agent:v2', set.spec.template.spec);
  const made = templateFor(set, hashOf(is('old') ? templateWith('agent:v1') : set.spec.template), node);
  const phase = is('failed')
    ? 'Failed'
    : is('succeeded')
      ? 'Succeeded'
      : is('pending')
        ? 'Pending'
        : 'Running';
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: meta(`agent-${node}${index}`, {
      labels: { ...made.metadata?.labels, app: is('other') ? 'other' : 'agent' },
      creationTimestamp: timestamp(index * 1000),
      ...(!is('free') && { ownerReferences: [controllerRef(set)] }),
      ...(is('going') && { deletionTimestamp: timestamp(nowMs) }),
    }),
    spec: { ...template.spec, ...made.spec, ...(!is('unbound') && { nodeName: node }) },
    status: {
      phase,
      conditions: [
        {
          type: 'Ready',
          status: is('ready') ? 'True' : 'False',
          lastTransitionTime: timestamp(nowMs - seconds * 1000),
        },
      ],
    },
  };
}

interface Situation {
  readonly spec?: Partial<DaemonSetSpec>;
  readonly meta?: Partial<ObjectMeta>;
  readonly status?: Partial<DaemonSetStatus>;
  /** By name; three plain ones unless said otherwise. */
  readonly nodes?: Readonly<Record<string, string>>;
  /** In the order in which they were made. */
  readonly pods?: readonly string[];
  readonly revisions?: (set: DaemonSet) => KubeObject[];
  readonly failedMsAgo?: number;
}

const three = { a: 'plain', b: 'plain', c: 'plain' };
const old = templateWith('agent:v1');

function look({ spec, meta: more, status, nodes = three, pods = [], revisions, failedMsAgo }: Situation) {
  const set = setOf(spec, more, status);
  const store = new Store();
  for (const [name, how] of Object.entries(nodes)) store.put(nodeOf(name, how));
  const all = revisions?.(set) ?? [revisionOf(set, 1, old), revisionOf(set, 2)];
  for (const object of [set, ...all, ...pods.map((text, i) => podOf(set, text, i + 1))]) store.put(object);
  const backOffs: BackOffs =
    failedMsAgo === undefined ? {} : { a: { generation: 1, delayMs: 1000, sinceMs: nowMs - failedMsAgo } };
  return new Observed(set, store, nowMs, backOffs);
}

const nodeIn = (spec: unknown): string =>
  (spec as PodSpec).affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
    ?.nodeSelectorTerms[0]?.matchFields?.[0]?.values?.[0] ?? '';

function told(situation: Situation): string {
  const { state, rule, about, writes } = decide(daemonsetMachine, daemonsetRules, undefined, look(situation));
  const did = writes.flatMap((write) => {
    if (write.do === 'event') return write.reason.endsWith('DaemonPod') ? [write.reason] : [];
    const { object } = write as { object: Manifest };
    if (write.do === 'create' && object.kind === 'Pod') return [`create on ${nodeIn(object.spec)}`];
    return [`${write.do} ${object.metadata.name}`];
  });
  reached.add(String(state));
  return [rule, about?.split('/').at(-1), did.join(', ')].filter(Boolean).join(' | ');
}
const reached = new Set<string>();

const ready = ['a: ready', 'b: ready', 'c: ready'];
const readyOld = ['a: ready old', 'b: ready old', 'c: ready old'];
const rolling = (maxUnavailable: number | string, maxSurge: number | string): Partial<DaemonSetSpec> => ({
  updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable, maxSurge } },
});
const surge = rolling(0, 1);
const onDelete: Partial<DaemonSetSpec> = { updateStrategy: { type: 'OnDelete' } };
const going = { deletionTimestamp: timestamp(nowMs) };

const table: readonly (readonly [string, Situation, string])[] = [
  ['a set that is being deleted does nothing', { meta: going }, 'isBeingDeleted'],
  ['a new template is recorded first', { revisions: () => [] }, 'templateIsNew | create agent-HASH'],
  [
    'an old template that comes back gets the next number',
    { revisions: (set) => [revisionOf(set, 1), revisionOf(set, 2, old)] },
    'templateIsNew | update agent-HASH',
  ],
  [
    'a revision without an owner is adopted before a new one is made',
    {
      revisions: (set) => {
        const free = revisionOf(set, 1);
        return [{ ...free, metadata: { ...free.metadata, ownerReferences: [] } }];
      },
    },
    'orphanRevisionMatchesSelector | update agent-HASH',
  ],
  [
    'a Pod that left the selector is released',
    { pods: [...ready, 'a: ready other'] },
    'podHasLeftSelector | agent-a4 | update agent-a4',
  ],
  [
    'a Pod without an owner is adopted',
    { pods: ['a: ready', 'b: ready free', 'c: ready'] },
    'orphanMatchesSelector | agent-b2 | update agent-b2',
  ],
  ['every node gets a Pod', {}, 'nodeLacksPod | a | create on a, create on b, create on c'],
  [
    'a node that has one gets no other',
    { pods: ['b: pending unbound'] },
    'nodeLacksPod | a | create on a, create on c',
  ],
  [
    'only nodes with the labels of the nodeSelector',
    {
      nodes: { a: 'plain', b: 'ssd' },
      spec: { template: templateWith('agent:v2', { nodeSelector: { disk: 'ssd' } }) },
      revisions: (set) => [revisionOf(set, 1)],
    },
    'nodeLacksPod | b | create on b',
  ],
  [
    'only nodes that the required node affinity lets through',
    {
      nodes: { a: 'plain', b: 'ssd' },
      spec: {
        template: templateWith('agent:v2', {
          affinity: {
            nodeAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: {
                nodeSelectorTerms: [{ matchExpressions: [{ key: 'disk', operator: 'DoesNotExist' }] }],
              },
            },
          },
        }),
      },
      revisions: (set) => [revisionOf(set, 1)],
    },
    'nodeLacksPod | a | create on a',
  ],
  [
    'only the node that the template names',
    {
      spec: { template: templateWith('agent:v2', { nodeName: 'c' }) },
      revisions: (set) => [revisionOf(set, 1)],
    },
    'nodeLacksPod | c | create on c',
  ],
  [
    'a cordoned node, too; not one with a taint, unless it is only a preference',
    { nodes: { a: 'cordoned', b: 'tainted', c: 'evicting', d: 'preferred' } },
    'nodeLacksPod | a | create on a, create on d',
  ],
  [
    'a tainted node when the taint is tolerated',
    {
      nodes: { a: 'tainted', b: 'evicting' },
      spec: { template: templateWith('agent:v2', { tolerations: [{ key: 'gpu', operator: 'Exists' }] }) },
      revisions: (set) => [revisionOf(set, 1)],
    },
    'nodeLacksPod | a | create on a, create on b',
  ],
  [
    'a Pod stays on a node with a new NoSchedule taint',
    { nodes: { a: 'tainted' }, pods: ['a: ready'] },
    'everyNodeHasItsPod',
  ],
  [
    'a Pod leaves a node with a new NoExecute taint',
    { nodes: { ...three, b: 'evicting' }, pods: ready },
    'nodeMustNotRunPod | agent-b2 | delete agent-b2',
  ],
  [
    'and one that is going already is not deleted twice',
    { nodes: { ...three, b: 'evicting' }, pods: ['a: ready', 'b: ready going', 'c: ready'] },
    'podIsTerminating | agent-b2',
  ],
  [
    'of two Pods on one node the older stays',
    { pods: [...ready, 'b: ready'] },
    'nodeHasTooManyPods | agent-b4 | delete agent-b4',
  ],
  [
    'and one that has its node stays before one that has not',
    { pods: ['a: ready', 'b: pending unbound', 'c: ready', 'b: ready'] },
    'nodeHasTooManyPods | agent-b2 | delete agent-b2',
  ],
  [
    'a Pod that waits for a node that is gone is deleted',
    { pods: [...ready, 'd: pending unbound'] },
    'nodeOfPendingPodIsGone | agent-d4 | delete agent-d4',
  ],
  [
    'a Pod that ran on a node that is gone is left to others',
    { pods: [...ready, 'd: ready'] },
    'everyNodeHasItsPod',
  ],
  [
    'a Failed Pod is deleted, and an Event says so',
    { pods: ['a: failed', 'b: ready', 'c: ready'] },
    'podHasEnded | agent-a1 | FailedDaemonPod, delete agent-a1',
  ],
  [
    'a Succeeded one as well',
    { pods: ['a: succeeded', 'b: ready', 'c: ready'] },
    'podHasEnded | agent-a1 | SucceededDaemonPod, delete agent-a1',
  ],
  [
    'a Failed Pod within the back-off of its node stays',
    { pods: ['a: failed', 'b: ready', 'c: ready'], failedMsAgo: 999 },
    'failedPodIsHeldBack | agent-a1',
  ],
  [
    'and goes after it',
    { pods: ['a: failed', 'b: ready', 'c: ready'], failedMsAgo: 1000 },
    'podHasEnded | agent-a1 | FailedDaemonPod, delete agent-a1',
  ],
  [
    'the back-off of one node holds no other back',
    { pods: ['a: failed', 'b: failed', 'c: ready'], failedMsAgo: 999 },
    'podHasEnded | agent-b2 | FailedDaemonPod, delete agent-b2',
  ],
  [
    'a new generation knows no back-off',
    {
      pods: ['a: failed', 'b: ready', 'c: ready'],
      failedMsAgo: 999,
      status: { observedGeneration: 2 },
    },
    'podHasEnded | agent-a1 | FailedDaemonPod, delete agent-a1',
  ],
  [
    'a Pod that has ended and is going has left its place',
    { pods: ['a: succeeded going', 'b: ready', 'c: ready'] },
    'nodeLacksPod | a | create on a',
  ],
  [
    'one that runs on while it is going has not',
    { pods: ['a: ready going', 'b: ready', 'c: ready'] },
    'podIsTerminating | agent-a1',
  ],
  [
    'an update deletes one old Pod',
    { pods: readyOld },
    'maxUnavailableLetsOldPodGo | agent-a1 | delete agent-a1',
  ],
  [
    'as many as maxUnavailable says',
    { pods: readyOld, spec: rolling(2, 0) },
    'maxUnavailableLetsOldPodGo | agent-a1 | delete agent-a1, delete agent-b2',
  ],
  [
    'a percentage of the nodes, rounded up',
    { pods: readyOld, spec: rolling('34%', 0) },
    'maxUnavailableLetsOldPodGo | agent-a1 | delete agent-a1, delete agent-b2',
  ],
  [
    'one where both limits come to nothing',
    { pods: readyOld, spec: rolling('0%', '0%') },
    'maxUnavailableLetsOldPodGo | agent-a1 | delete agent-a1',
  ],
  [
    'none while a new one is not Available',
    { pods: ['a: running', 'b: ready old', 'c: ready old'] },
    'limitOfUpdateIsReached | agent-b2',
  ],
  [
    'none while a new one is Ready for too short a time',
    { pods: ['a: ready 9', 'b: ready old', 'c: ready old'], spec: { minReadySeconds: 10 } },
    'limitOfUpdateIsReached | agent-b2',
  ],
  [
    'none while an old one is still going',
    { pods: ['a: ready old going', 'b: ready old', 'c: ready old'] },
    'limitOfUpdateIsReached | agent-b2',
  ],
  [
    'an old one that is not Available goes whatever the limit',
    { pods: ['a: running', 'b: running old', 'c: ready old'] },
    'oldPodIsUnavailable | agent-b2 | delete agent-b2',
  ],
  [
    'with surge a new Pod comes first',
    { pods: readyOld, spec: surge },
    'maxSurgeLetsNewPodCome | a | create on a',
  ],
  [
    'as many as maxSurge says',
    { pods: readyOld, spec: rolling(0, '50%') },
    'maxSurgeLetsNewPodCome | a | create on a, create on b',
  ],
  [
    'with surge none while a new one is not Available',
    { pods: ['a: ready old', 'b: ready old', 'c: ready old', 'b: running'], spec: surge },
    'limitOfUpdateIsReached | agent-a1',
  ],
  [
    'with surge beside an old one that is not Available at once',
    { pods: ['a: ready old', 'b: running old', 'c: ready old', 'a: running'], spec: surge },
    'maxSurgeLetsNewPodCome | b | create on b',
  ],
  [
    'with surge the old one goes when the new one is Available',
    { pods: [...readyOld, 'b: ready'], spec: surge },
    'newPodHasTakenOver | agent-b2 | delete agent-b2',
  ],
  [
    'with surge an old one that is not Ready goes as soon as it has a successor',
    { pods: ['a: running old', 'b: ready', 'c: ready', 'a: pending'], spec: surge },
    'newPodHasTakenOver | agent-a1 | delete agent-a1',
  ],
  [
    'with surge a node has at most one new and one old',
    { pods: [...readyOld, 'b: running', 'b: running'], spec: surge },
    'nodeHasTooManyPods | agent-b5 | delete agent-b5',
  ],
  [
    'with surge a Pod that is going is replaced at once',
    { pods: ['a: ready going', 'b: ready', 'c: ready'], spec: surge },
    'nodeLacksPod | a | create on a',
  ],
  [
    'with surge an old one on a node that takes no new one stays while it is needed',
    { nodes: { a: 'tainted', b: 'plain' }, pods: ['a: ready old', 'b: running'], spec: surge },
    'limitOfUpdateIsReached | agent-a1',
  ],
  [
    'and goes when enough are Available elsewhere',
    { nodes: { a: 'tainted', b: 'plain' }, pods: ['a: ready old', 'b: ready'], spec: surge },
    'nodeTakesNoNewPod | agent-a1 | delete agent-a1',
  ],
  [
    'and at once when it is not Available itself',
    { nodes: { a: 'tainted', b: 'plain' }, pods: ['a: running old', 'b: running'], spec: surge },
    'nodeTakesNoNewPod | agent-a1 | delete agent-a1',
  ],
  [
    'under OnDelete old Pods wait for you',
    { pods: readyOld, spec: onDelete },
    'oldPodIsLeftToYou | agent-a1',
  ],
  [
    'and a new one comes where one was deleted',
    { pods: readyOld.slice(1), spec: onDelete },
    'nodeLacksPod | a | create on a',
  ],
  [
    'a Pod without a node is waited for',
    { pods: ['a: pending unbound', ...ready.slice(1)] },
    'podHasNoNode | agent-a1',
  ],
  ['and one that is not Ready', { pods: ['a: running', ...ready.slice(1)] }, 'podIsNotReady | agent-a1'],
  [
    'and one that is Ready, but not Available yet',
    { pods: ['a: ready 9', ...ready.slice(1)], spec: { minReadySeconds: 10 } },
    'podIsNotAvailable | agent-a1',
  ],
  [
    'revisions beyond the limit go, the oldest first',
    {
      pods: ready,
      spec: { revisionHistoryLimit: 1 },
      revisions: (set) => [
        revisionOf(set, 1, templateWith('agent:a')),
        revisionOf(set, 2, templateWith('agent:b')),
        revisionOf(set, 3),
      ],
    },
    'historyIsTooLong | delete agent-HASH',
  ],
  [
    'but not one of a Pod that is there',
    { pods: readyOld, spec: { ...onDelete, revisionHistoryLimit: 0 } },
    'oldPodIsLeftToYou | agent-a1',
  ],
  ['then it is steady', { pods: ready }, 'everyNodeHasItsPod'],
  ['without nodes nothing is wanted', { nodes: {} }, 'everyNodeHasItsPod'],
];

const withoutHash = (text: string) =>
  text.replace(/agent-[bcdfghjklmnpqrstvwxz2456789]{8,10}$/, 'agent-HASH');

describe('the rules of a DaemonSet', () => {
  it.each(table)('%s', (_, situation, wanted) => {
    expect(withoutHash(told(situation))).toBe(wanted);
  });

  it('all stand in the table, and so do the states', () => {
    const named = new Set(table.map(([, , wanted]) => wanted.split(' | ')[0]));
    expect(daemonsetRules.map((rule) => rule.name).filter((name) => !named.has(name))).toEqual([]);
    for (const [, situation] of table) told(situation);
    expect(daemonsetRules.map((rule) => rule.state).filter((state) => !reached.has(state))).toEqual([]);
  });

  it('drop the oldest revisions beyond the limit', () => {
    const { writes } = decide(
      daemonsetMachine,
      daemonsetRules,
      undefined,
      look({
        pods: ready,
        spec: { revisionHistoryLimit: 1 },
        revisions: (set) =>
          ['a', 'b', 'c']
            .map((v, i) => revisionOf(set, i + 1, templateWith(`agent:${v}`)))
            .concat(revisionOf(set, 4)),
      }),
    );
    expect(
      writes.map((write) => (write as unknown as { object: ControllerRevision }).object.revision),
    ).toEqual([1, 2]);
  });
});
