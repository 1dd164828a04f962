import { describe, expect, it } from 'vitest';
import type { Command, TimedCommand } from '@/lib/cluster/command';
import type { Scenario } from '@/lib/lab/scenario';
import { chosen, firstSwapChoice, type SwapChoice } from '@/lib/lab/swap-test/choice';
import { swapScenario } from '@/lib/lab/swap-test/manifests';
import { keptSwapRun, type SwapRun, swapRun } from '@/lib/lab/swap-test/run';
import { reasonOf, verdictOf } from '@/lib/lab/swap-test/verdict';

const bench: Scenario = {
  id: 'bench',
  caption: { en: 'Bench', zh: '试验台' },
  seed: 7,
  nodes: ['node-1', 'node-2', 'node-3'],
  commands: [],
  openAtMs: 0,
  pauseAtMs: 60_000,
  hands: [],
};

const at = (atMs: number, command: Command): TimedCommand => ({ atMs, command });
const remove = (name: string): Command => ({ verb: 'delete', kind: 'Pod', name });
const affinity = (name: string): Command => ({
  verb: 'patch',
  kind: 'Service',
  name,
  type: 'merge',
  body: { spec: { sessionAffinity: 'ClientIP' } },
});

const run = (choice: SwapChoice, commands: readonly TimedCommand[] = [], untilMs = 40_000): SwapRun =>
  swapRun(swapScenario(bench, choice), commands, choice, untilMs);

const lastPod = ({ requests }: SwapRun): string => requests.at(-1)?.pod ?? '';

/** The replica that answered at 14 s is replaced at 15 s, with what was done before. */
function swapped(choice: SwapChoice, before: readonly TimedCommand[] = []): SwapRun {
  const pod = lastPod(run(choice, before, 14_000));
  return run(choice, [...before, at(15_000, remove(pod))]);
}

const of = (part: Partial<SwapChoice>): SwapChoice => chosen(firstSwapChoice, part);

describe('what clients notice when a replica is replaced', () => {
  it.each([
    [{ app: 'pages' }, 'nothing', true, 'imageHasAll'],
    [{ app: 'sessions', store: 'layer' }, 'loggedOut', false, 'layerGoes'],
    [{ app: 'sessions', store: 'emptyDir' }, 'loggedOut', false, 'emptyDirGoes'],
    [{ app: 'sessions', store: 'outside' }, 'refused', true, 'noneReady'],
    [
      { app: 'sessions', controller: 'StatefulSet', store: 'claim', asks: 'name' },
      'refused',
      true,
      'noneReady',
    ],
    [{ app: 'squid', store: 'emptyDir' }, 'cold', true, 'emptyDirGoes'],
    [{ app: 'mysql', store: 'layer' }, 'lost', false, 'layerGoes'],
    [{ app: 'mysql', store: 'claim' }, 'refused', true, 'noneReady'],
    [{ app: 'mysql', controller: 'StatefulSet', store: 'claim' }, 'refused', true, 'noneReady'],
    [{ app: 'mysql', store: 'claim', asks: 'name' }, 'gone', false, 'nameGoes'],
    [{ app: 'mongodb', store: 'claim' }, 'gone', false, 'nameGoes'],
    [{ app: 'mongodb', controller: 'StatefulSet', store: 'layer' }, 'empty', false, 'layerGoes'],
    [{ app: 'mongodb', controller: 'StatefulSet', store: 'claim' }, 'nothing', true, 'nameStays'],
  ] as const)('%j: %s', (part, is, passes, reason) => {
    const choice = of(part);
    const verdict = verdictOf(swapped(choice));
    expect(verdict).toMatchObject({ is, passes });
    expect(reasonOf(verdict, choice)).toBe(reason);
  });

  it('is nothing before a replica is replaced, and then nothing is proved either', () => {
    expect(verdictOf(run(of({ app: 'sessions' })))).toMatchObject({ is: 'unswapped', passes: false });
  });

  it('is nothing at all before somebody has answered', () => {
    expect(verdictOf(run(firstSwapChoice, [], 500)).is).toBe('waiting');
  });
});

describe('more than one replica', () => {
  const two = (choice: SwapChoice, name: string): TimedCommand =>
    at(10_000, { verb: 'scale', kind: choice.controller, name, replicas: 2 });

  it('of MySQL in a StatefulSet are two databases', () => {
    const choice = of({ controller: 'StatefulSet', store: 'claim' });
    const verdict = verdictOf(run(choice, [two(choice, 'mysql')]));
    expect(verdict).toMatchObject({ is: 'elsewhere', isBeforeSwap: true });
    expect(reasonOf(verdict, choice)).toBe('eachItsOwn');
  });

  it('of a Deployment on a claim write to one directory, which is said', () => {
    const choice = of({ store: 'claim' });
    const both = run(choice, [two(choice, 'mysql')]);
    expect(both).toMatchObject({ replicas: 2, sharesDirectory: true });
    expect(verdictOf(both).is).toBe('unswapped');
  });

  it('of Apache with sessions in its layer log people out, until ClientIP leads each to one of them', () => {
    const choice = of({ app: 'sessions', store: 'layer' });
    const scaled = two(choice, 'apache');
    expect(verdictOf(run(choice, [scaled])).is).toBe('loggedOut');
    const stuck = run(choice, [at(9_000, affinity('apache')), scaled]);
    expect(stuck.affinity).toBe(true);
    expect(verdictOf(stuck).is).toBe('unswapped');
    expect(verdictOf(swapped(choice, [at(9_000, affinity('apache')), scaled])).is).toBe('loggedOut');
  });
});

it('a run that is kept says at each second what a run from the beginning says', () => {
  const choice = of({ app: 'mysql', store: 'layer' });
  const scenario = swapScenario(bench, choice);
  const pod = lastPod(run(choice, [], 14_000));
  const kept = keptSwapRun();
  for (const [commands, untilMs] of [
    [[], 8_000],
    [[], 12_300],
    [[at(12_300, remove(pod))], 12_900],
    [[at(12_300, remove(pod))], 20_000],
    [[], 20_000],
    [[], 5_000],
  ] as const)
    expect(kept(scenario, commands, choice, untilMs)).toEqual(swapRun(scenario, commands, choice, untilMs));
});
