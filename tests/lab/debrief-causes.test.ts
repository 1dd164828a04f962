import { describe, expect, it } from 'vitest';
import type { Command, TimedCommand } from '@/lib/cluster/command';
import { type Debrief, debriefOf } from '@/lib/lab/debrief';
import type { LabStatement, Scenario } from '@/lib/lab/scenario';
import { whyIs } from '@/lib/lab/why';
import { about, deployment, imageOf, made, pod } from './objects';
import { at, deletePod, journalOf, scale, scenario, stuckLab, up } from './stories';

const text = { en: 'text', zh: '文字' };

/** What each row says came to Pods, in the order in which it began: "created web-3 web-4". */
const ofPods = ({ rows }: Debrief) =>
  rows.map(({ caused }) =>
    caused.effects
      .filter(({ kind }) => kind === 'Pod')
      .map(({ what, names }) => `${what} ${names.join(' ')}`),
  );
const toldOf = (story: Scenario, own: readonly TimedCommand[], endMs: number) => debriefOf(story, own, endMs);
/** How many of a sort, where names are chance. */
const counts = ({ rows }: Debrief, sort: string) =>
  rows.map(({ caused }) => caused.effects.find(({ what, kind }) => `${what} ${kind}` === sort)?.count ?? 0);

describe('two commands at one moment', () => {
  it('have each what came of it, though one sync answers both', () => {
    const own = [at(21_000, deletePod('web-0')), at(21_000, deletePod('web-2'))];
    expect(ofPods(toldOf(up, own, 60_000))).toEqual([
      ['deleted web-0', 'created web-0', 'ready web-0'],
      ['deleted web-2', 'created web-2', 'ready web-2'],
    ]);
  });

  it('both have what they did together', () => {
    const shop = about('Deployment/shop', made(0, deployment('shop', 2)), { openAtMs: 10_000 });
    const own = [
      at(11_000, imageOf('shop', 'web:2')),
      at(11_000, { verb: 'scale', kind: 'Deployment', name: 'shop', replicas: 3 } as const),
    ];
    const debrief = toldOf(shop, own, 60_000);
    expect(counts(debrief, 'created ReplicaSet')).toEqual([1, 1]);
    expect(counts(debrief, 'created Pod').every((count) => count >= 3)).toBe(true);
    expect(debrief.rows.map(({ caused }) => caused.rollouts[0])).toEqual([
      { key: 'Deployment/default/shop', updated: 3, of: 3 },
      { key: 'Deployment/default/shop', updated: 3, of: 3 },
    ]);
  });

  it('both broke a goal that fell at that moment', () => {
    const [, stays] = stuckLab.goals;
    if (!stays) throw new Error('the lab has two goals');
    const all = { all: [0, 1].map((n) => ({ pod: `web-${n}`, terminating: false })) };
    const lab: LabStatement = {
      ...up,
      title: text,
      task: text,
      goals: [{ ...stays, condition: all }],
      hints: [],
    };
    const { rows } = debriefOf(lab, [at(21_000, deletePod('web-0')), at(21_000, deletePod('web-1'))], 30_000);
    expect(rows.map(({ goals }) => goals.map(({ atMs, holds }) => [atMs, holds]))).toEqual([
      [[21_000, false]],
      [[21_000, false]],
    ]);
  });
});

describe('a scaling right after another', () => {
  it('has what was made for it, though the Pods before it are the first one’s', () => {
    const own = [at(21_000, scale(4)), at(21_050, scale(6))];
    expect(ofPods(toldOf(up, own, 60_000))).toEqual([
      ['created web-3', 'ready web-3'],
      ['created web-4 web-5', 'ready web-4 web-5'],
    ]);
  });

  it('that takes the first one back leaves it what it did until then', () => {
    const own = [at(21_000, scale(6)), at(21_050, scale(3))];
    const [first, second] = ofPods(toldOf(up, own, 60_000));
    expect(first?.[0]).toBe('created web-3');
    expect(second).toEqual(['deleted web-3']);
  });
});

describe('what a probe finds', () => {
  const readinessProbe = { exec: { command: ['/app', 'test', '/tmp/ok'] }, periodSeconds: 5 };
  const run = (verb: string): Command => ({ verb: 'exec', pod: 'solo', command: ['/app', verb, '/tmp/ok'] });
  const container = { name: 'app', image: 'app:v1', args: ['pause'], readinessProbe };
  const solo = scenario(made(0, { ...pod('solo'), spec: { containers: [container] } }), {
    openAtMs: 10_000,
    subject: 'Pod/solo',
  });

  it('is the doing of who made the file that it looks for, though the next look was due before', () => {
    const own = [at(21_000, run('touch')), at(41_000, run('rm'))];
    expect(ofPods(toldOf(solo, own, 80_000))).toEqual([['ready solo'], ['unready solo']]);
  });

  it('is not that of another command in the container', () => {
    const own = [at(21_000, run('touch')), at(22_000, run('test'))];
    expect(ofPods(toldOf(solo, own, 40_000))).toEqual([['ready solo'], []]);
  });

  it('is the doing of who mended it', () => {
    const own = [
      at(21_000, { verb: 'failReadiness', pod: 'web-0' } as const),
      at(31_000, { verb: 'mendReadiness', pod: 'web-0' } as const),
    ];
    expect(ofPods(toldOf(up, own, 60_000))).toEqual([['unready web-0'], ['ready web-0']]);
  });

  it('is why the Pod is Ready', () => {
    const why = whyIs(journalOf(solo, [at(21_000, run('touch'))], 40_000), 'Pod/default/solo');
    expect(why.map(({ key }) => key)).toEqual(['becameReady', 'command']);
    expect(why.at(-1)?.command).toMatchObject({ verb: 'exec' });
  });
});
