import { describe, expect, it } from 'vitest';
import { podGcMachine, podGcRules } from '@/lib/cluster/controllers/pod-gc.machine';
import { decide } from '@/lib/cluster/controllers/rules';
import type { Node, Pod } from '@/lib/cluster/objects';
import { timestamp } from '@/lib/cluster/time';
import { bare, clusterOf, look, node, nodeOf, podOf, readyIs, runningOn } from './nodes';
import { apply, must } from './web';

const nowMs = 100_000;
const deleted = (pod: Pod, ms: number): Pod => ({
  ...pod,
  metadata: { ...pod.metadata, deletionTimestamp: timestamp(ms + 30_000), deletionGracePeriodSeconds: 30 },
});
const out: Node = nodeOf(
  'node-1',
  { taints: [{ key: 'node.kubernetes.io/out-of-service', effect: 'NoExecute' }] },
  readyIs('Unknown'),
);

function told(pod: Pod, one: Node | undefined, missingSinceMs?: number): string {
  const observed = { pod, node: one, nowMs, missingSinceMs };
  const { rule, writes } = decide(podGcMachine, podGcRules, undefined, observed);
  return [rule, ...writes.map((write) => write.do)].join(' | ');
}
const here = runningOn('node-1', 'a');

const table: readonly (readonly [string, string, string])[] = [
  ['a Pod on a node that is there is left alone', told(here, nodeOf('node-1')), 'nothingToCollect'],
  ['so is one that is to go there', told(deleted(here, 50_000), nodeOf('node-1')), 'nothingToCollect'],
  ['a Pod whose node is missing waits for a look', told(here, undefined), 'nodeIsMissing'],
  ['and forty seconds from there', told(here, undefined, 61_000), 'nodeIsMissing'],
  ['then it fails and goes', told(here, undefined, 60_000), 'nodeIsGoneForGood | updateStatus | delete'],
  [
    'an ended one goes as it is',
    told({ ...here, status: { phase: 'Succeeded' } }, undefined, 60_000),
    'nodeIsGoneForGood | delete',
  ],
  [
    'a Pod without a node that is to go does so by the next look',
    told(deleted(podOf('a'), 81_000), undefined),
    'podIsDeletedWithoutNode | updateStatus | delete',
  ],
  ['but not before', told(deleted(podOf('a'), 100_000), undefined), 'nextLookIsNotYet'],
  [
    'a Pod that is to go on a node out of service does',
    told(deleted(here, 50_000), out),
    'podIsDeletedOnNodeOutOfService | updateStatus | delete',
  ],
  ['one that is not to go does not', told(here, out), 'nothingToCollect'],
];

describe('the rules of Pod garbage collection', () => {
  it.each(table)('%s', (_, got, wanted) => {
    expect(got).toBe(wanted);
  });

  it('all stand in the table', () => {
    const named = new Set(table.map(([, , wanted]) => wanted.split(' | ')[0]));
    expect(podGcRules.map((rule) => rule.name).filter((name) => !named.has(name))).toEqual([]);
  });
});

describe('the Pods of a node that is deleted', () => {
  it('are collected by the look that follows forty seconds after one noticed it', () => {
    const cluster = clusterOf(2, { kubelet: 'played' });
    must(cluster, apply(bare('a', { nodeName: 'node-2' })), 6_300);
    must(cluster, { verb: 'delete', kind: 'Node', name: 'node-2' });
    cluster.run(59_900);
    expect(look(cluster)).toEqual(['a Pending node-2']);
    cluster.run(60_100);
    expect(look(cluster)).toEqual([]);
    const last = cluster.journal.findLast(
      (entry) => entry.type === 'write' && entry.key === 'Pod/default/a' && entry.after,
    );
    expect(last).toMatchObject({
      after: { status: { phase: 'Failed' } },
      cause: { rule: 'nodeIsGoneForGood' },
    });
  });

  it('stay when the node comes back in time', () => {
    const cluster = clusterOf(2, { kubelet: 'played' });
    must(cluster, apply(bare('a', { nodeName: 'node-2' })), 6_300);
    must(cluster, { verb: 'delete', kind: 'Node', name: 'node-2' }, 30_000);
    must(cluster, { verb: 'addNode', node: { name: 'node-2' } }, 100_000);
    expect(look(cluster)).toEqual(['a Pending node-2']);
    expect(node(cluster, 'node-2')).toBeDefined();
  });
});

describe('a Pod without a node that is held by a finalizer', () => {
  it('fails at the next look after its deletion', () => {
    const cluster = clusterOf([]);
    const pod = bare('a');
    must(cluster, apply({ ...pod, metadata: { name: 'a', finalizers: ['example.com/hold'] } }), 21_000);
    must(cluster, { verb: 'delete', kind: 'Pod', name: 'a' }, 18_000);
    expect(cluster.reading.find<Pod>('Pod', 'default', 'a')?.status.phase).toBe('Pending');
    cluster.run(40_100);
    expect(cluster.reading.find<Pod>('Pod', 'default', 'a')?.status.phase).toBe('Failed');
  });
});
