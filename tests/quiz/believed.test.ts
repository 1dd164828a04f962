import { describe, expect, it } from 'vitest';
import { checkBeliefs } from '@/lib/cluster/believable';
import { Cluster } from '@/lib/cluster/cluster';
import { believedRunOf } from '@/lib/course/believed';
import { getGenerator, getMisconceptions } from '@/lib/course/generators';
import { believedRun } from '@/lib/lab/belief';
import { partingOf } from '@/lib/lab/believed-parting';
import { askedUntilMs, playOf } from '@/lib/quiz/believed';
import { variantOf } from '@/lib/quiz/generator';
import type { Item } from '@/lib/quiz/item';

/** Variants in which, together, almost every belief leads to the wrong answer that names it. */
const variants = (
  'taint-toleration-seconds/1 deployment-most-pods/2 daemonset-update-fewest/1 deployment-fewest-ready/1 replicaset-adopts/2 ' +
  'topology-spread/4 service-endpoints/3 container-restart-count/1 cronjob-concurrency/1 job-ttl/1 deployment-replicasets-kept/1 ' +
  'job-parallelism/1 node-lost/1 pdb-evictions/1 scheduler-how-many-fit/1 statefulset-starts/1 statefulset-updates/1 ' +
  'job-backoff-limit/2 daemonset-eligible-nodes/3 hpa-desired-replicas/2 hpa-desired-replicas/5 replicaset-victim/1 replicaset-victim/3 replicaset-victim/4 ' +
  'statefulset-shrinks/2 job-active-deadline/1 statefulset-claims-left/1 node-affinity-terms/1 statefulset-on-delete/1 ' +
  'liveness-first-restart/1 statefulset-partition/1 pod-label-removed/1 deployment-broken-image/1 readiness-first-ready/1 ' +
  'cronjob-suspended/1 job-backoff-limit/3 scheduler-how-many-fit/2 daemonset-update-fewest/2 pod-phase/3 cronjob-concurrency/3 ' +
  'deployment-replicasets-kept/4 liveness-first-restart/2 deployment-delete-cascade/3 deployment-delete-cascade/2 ' +
  'statefulset-blocked/5 deployment-paused/2 deployment-delete-cascade/4 topology-spread/5'
).split(' ');

/** Beliefs that none of those has to bear out: no item asks about them, or what differs there is not drawn (a budget). */
const notBorneOut = [
  'all-node-selector-terms-have-to-hold',
  'daemonset-covers-control-planes',
  'deleted-set-leaves-its-pods',
  'deletion-keeps-the-order',
  'failed-rollout-rolls-back',
  'forbid-drops-skipped-times',
  'high-deletion-cost-goes-first',
  'min-available-is-what-may-go',
  'owner-keeps-its-pods-whatever-their-labels',
  'pdb-rounds-down',
  'reverting-replaces-pods',
  'starting-deadline-is-ignored',
  'toleration-matches-any-value',
];

const itemOf = (name: string): Item => {
  const [id = '', seed = ''] = name.split('/');
  const generator = getGenerator(id) ?? expect.fail(`no generator ${id}`);
  return variantOf(generator, seed);
};

const believable = getMisconceptions().filter(({ belief }) => belief !== undefined);
/** Ids that an item's wrong parts name, wherever in it they stand. */
const namedIn = (item: Item) => believable.filter(({ id }) => JSON.stringify(item).includes(`"${id}"`));

const borneOut = new Set<string>();

describe('Under the belief that a wrong answer names', () => {
  it.each(variants)(
    '%s goes otherwise, in time and where a reader sees it',
    (name) => {
      const item = itemOf(name);
      for (const misconception of namedIn(item)) {
        const play = playOf(item, misconception);
        if (!play) continue;
        borneOut.add(misconception.id);
        const { scenario, belief, untilMs, parting } = play;
        const asked = item.asks ? askedUntilMs(item.asks) : 0;
        expect(belief, misconception.id).toMatchObject(misconception.belief ?? {});
        expect(scenario.openAtMs).toBeLessThan(parting.atMs);
        expect(parting.atMs).toBeLessThanOrEqual(asked + 1000);
        expect(untilMs).toBeGreaterThan(parting.atMs);
        expect(untilMs - parting.atMs).toBeLessThanOrEqual(20_000);
        const both = believedRun(scenario, belief, untilMs);
        expect(both.difference?.atMs).toBeGreaterThanOrEqual(belief.sinceMs ?? 0);
        expect(partingOf(both.truth, both.believed, 0, untilMs)?.atMs, misconception.id).toBe(parting.atMs);
      }
    },
    60_000,
  );

  it('almost every one has an item whose wrong answer is what happens then', () => {
    const missing = believable.map(({ id }) => id).filter((id) => !borneOut.has(id));
    expect(missing.filter((id) => !notBorneOut.includes(id))).toEqual([]);
    expect(borneOut.size).toBeGreaterThanOrEqual(74);
  });
});

describe('A belief', () => {
  it.each(believable)('$id is one that its machine can have', ({ belief }) => {
    new Cluster({ seed: 1, nodes: [] });
    expect(() => checkBeliefs(belief ? [belief] : [])).not.toThrow();
  });

  it('shows nothing for an item that has no run, and for a misconception that the item does not name', () => {
    const item = itemOf('statefulset-shrinks/2');
    const { run: _, ...without } = item;
    expect(believedRunOf(item, 'statefulset-shrinks-from-the-lowest')).toBeDefined();
    expect(believedRunOf(without as Item, 'statefulset-shrinks-from-the-lowest')).toBeUndefined();
    expect(believedRunOf(item, 'running-is-ready')).toBeUndefined();
    expect(believedRunOf(item, 'no-such-thing')).toBeUndefined();
  });

  it('is shown the same way each time, and says nothing of the item but its run', () => {
    const item = itemOf('statefulset-shrinks/2');
    const play = believedRunOf(item, 'statefulset-shrinks-from-the-lowest');
    expect(believedRunOf(itemOf('statefulset-shrinks/2'), 'statefulset-shrinks-from-the-lowest')).toEqual(
      play,
    );
    const text = JSON.stringify(play);
    for (const word of ['statefulset-shrinks', 'marked-', 'happens', item.question.en])
      expect(text).not.toContain(word);
    expect(play?.parting).toMatchObject({
      truth: { is: 'marked', key: 'Pod/default/tours-9' },
      believed: { is: 'marked', key: 'Pod/default/tours-5' },
    });
  });
});
