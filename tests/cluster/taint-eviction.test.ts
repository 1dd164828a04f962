import { describe, expect, it } from 'vitest';
import { decide } from '@/lib/cluster/controllers/rules';
import { taintEvictionMachine, taintEvictionRules } from '@/lib/cluster/controllers/taint-eviction.machine';
import type { Taint, Toleration } from '@/lib/cluster/objects';
import { bare, clusterOf, events, look, runningOn } from './nodes';
import { apply, must } from './web';

const bad: Taint = { key: 'bad', effect: 'NoExecute' };
const forSeconds = (tolerationSeconds?: number): Toleration => ({
  key: 'bad',
  operator: 'Exists',
  effect: 'NoExecute',
  ...(tolerationSeconds !== undefined && { tolerationSeconds }),
});
const nowMs = 100_000;

/** One sync of a Pod: the rule, and what it says and does. */
function told(
  taints: readonly Taint[],
  tolerations: readonly Toleration[],
  planned?: { atMs: number; isDone: boolean },
  isNodeGone = false,
) {
  const pod = runningOn('node-1', 'a', { tolerations });
  const observed = { pod, taints, planned, nowMs, isNodeGone };
  const { rule, writes } = decide(taintEvictionMachine, taintEvictionRules, undefined, observed);
  return [rule, ...writes.map((write) => (write.do === 'event' ? write.message : write.do))].join(' | ');
}

const later = { atMs: nowMs + 1000, isDone: false };
const due = { atMs: nowMs, isDone: false };
const deleted = 'Marking for deletion Pod default/a | updateStatus | delete';
const cancelled = 'Cancelling deletion of Pod default/a';

const table: readonly (readonly [string, string, string])[] = [
  ['nothing happens without a taint', told([], []), 'nodeHasNoTaint'],
  ['a Pod that does not tolerate the taint is deleted', told([bad], []), `taintIsNotTolerated | ${deleted}`],
  [
    'one that tolerates another effect is',
    told([bad], [{ key: 'bad', operator: 'Exists', effect: 'NoSchedule' }]),
    `taintIsNotTolerated | ${deleted}`,
  ],
  [
    'one that tolerates another value is',
    told([{ ...bad, value: 'yes' }], [{ key: 'bad', value: 'no', effect: 'NoExecute' }]),
    `taintIsNotTolerated | ${deleted}`,
  ],
  [
    'one of several taints is enough',
    told([bad, { ...bad, key: 'worse' }], [forSeconds()]),
    `taintIsNotTolerated | ${deleted}`,
  ],
  ['one that tolerates it for ever stays', told([bad], [forSeconds()]), 'taintIsToleratedForEver'],
  ['one that tolerates everything stays', told([bad], [{ operator: 'Exists' }]), 'taintIsToleratedForEver'],
  [
    'one that tolerates it for a while stays for now',
    told([bad], [forSeconds(5)]),
    'taintIsToleratedForAWhile',
  ],
  [
    'until the moment that was planned first',
    told([bad], [forSeconds(5)], later),
    'taintIsToleratedForAWhile',
  ],
  ['then it is deleted', told([bad], [forSeconds(5)], due), `tolerationIsOver | ${deleted}`],
  ['once', told([bad], [forSeconds(5)], { ...due, isDone: true }), 'podWasEvicted'],
  ['the plan ends with the taint', told([], [forSeconds(5)], later), `taintIsGone | ${cancelled}`],
  [
    'or with a toleration for ever',
    told([bad], [forSeconds()], later),
    `taintIsToleratedForEver | ${cancelled}`,
  ],
  ['but not with the node', told([], [forSeconds(5)], later, true), 'taintIsToleratedForAWhile'],
  [
    'or with a second taint that is not tolerated',
    told([bad, { ...bad, key: 'worse' }], [forSeconds(5)], later),
    `taintIsNotTolerated | ${cancelled} | ${deleted}`,
  ],
];

describe('the rules of taint eviction', () => {
  it.each(table)('%s', (_, got, wanted) => {
    expect(got).toBe(wanted);
  });

  it('all stand in the table', () => {
    const named = new Set(table.map(([, , wanted]) => wanted.split(' | ')[0]));
    expect(taintEvictionRules.map((rule) => rule.name).filter((name) => !named.has(name))).toEqual([]);
  });
});

describe('a taint with NoExecute', () => {
  const start = (...tolerations: Toleration[]) => {
    const cluster = clusterOf(1, { kubelet: 'played' });
    must(cluster, apply(bare('a', { tolerations })), 100);
    must(cluster, {
      verb: 'patch',
      kind: 'Node',
      name: 'node-1',
      type: 'merge',
      body: { spec: { taints: [bad] } },
    });
    return cluster;
  };

  it('takes a Pod at once, and says why in its status', () => {
    const cluster = start();
    cluster.run(200);
    expect(look(cluster)).toEqual(['a Terminating node-1']);
    expect(cluster.reading.find('Pod', 'default', 'a')?.status).toMatchObject({
      conditions: expect.arrayContaining([
        expect.objectContaining({
          type: 'DisruptionTarget',
          status: 'True',
          reason: 'DeletionByTaintManager',
        }),
      ]),
    });
  });

  it('takes a tolerant one when its time is over, to the second', () => {
    const cluster = start(forSeconds(7));
    cluster.run(7_050);
    expect(look(cluster)).toEqual(['a Pending node-1']);
    cluster.run(7_200);
    expect(look(cluster)).toEqual(['a Terminating node-1']);
    expect(events(cluster, 'TaintManagerEviction')).toHaveLength(1);
  });

  it('takes a Pod that comes later, too', () => {
    const cluster = start(forSeconds());
    must(cluster, apply(bare('b', { nodeName: 'node-1' })), 100);
    expect(look(cluster)).toEqual(['a Pending node-1', 'b Terminating node-1']);
  });
});
