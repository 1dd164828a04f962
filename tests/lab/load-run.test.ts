import { describe, expect, test } from 'vitest';
import { defaultFlags } from '@/lib/cluster/flags';
import { accountOf, formulaOf } from '@/lib/lab/load-account';
import { commandsOf, firstChoice, type LoadChoice, loadPresets, roundedLoad } from '@/lib/lab/load-choice';
import { type LoadRun, runLoad } from '@/lib/lab/load-run';

const cluster = { seed: 5, nodes: ['node-1', 'node-2', 'node-3'] };
const run = (change: Partial<LoadChoice>): LoadRun => runLoad(cluster, { ...firstChoice, ...change });
const at = (of: LoadRun, seconds: number) => {
  const look = of.looks.find(({ atMs }) => atMs === seconds * 1000);
  if (!look) throw new Error(`no look at ${seconds} s`);
  return look;
};
const accountAt = (change: Partial<LoadChoice>, seconds: number) =>
  accountOf(at(run(change), seconds), { ...firstChoice, ...change });
/** Replicas at the end of each look where they changed. */
const steps = ({ looks }: LoadRun) =>
  looks.flatMap(({ atMs, before, after }) => (before === after ? [] : [[atMs / 1000, before, after]]));

describe('the load bench', () => {
  test('comes to the same run for the same choice, with a look every 15 s', () => {
    expect(run({})).toEqual(run({}));
    expect(run({}).looks.map(({ atMs }) => atMs)).toEqual(
      Array.from({ length: 61 }, (_, look) => look * 15_000),
    );
  });

  test('scales by the formula, in steps that at most double', () => {
    expect(steps(run({}))).toEqual([
      [195, 3, 6],
      [210, 6, 9],
    ]);
    expect(accountAt({}, 195)).toMatchObject({ first: { exact: 9 }, wish: 9, limit: 'doubles', after: 6 });
    expect(accountAt({}, 225)).toMatchObject({ first: { percent: 50, isWithin: true }, after: 9 });
  });

  test('changes nothing up to a tenth beside the target', () => {
    expect(steps(run({ load: loadPresets.tenth }))).toEqual([]);
    expect(accountAt({ load: loadPresets.tenth }, 300)).toMatchObject({
      first: { percent: 55, isWithin: true, replicas: 3 },
      isYoung: false,
      after: 3,
    });
  });

  test('waits 300 s before it takes Pods away, or as long as its window says', () => {
    const load = loadPresets.spike;
    expect(steps(run({ load })).at(-1)).toEqual([555, 12, 3]);
    expect(accountAt({ load }, 300)).toMatchObject({
      wish: 3,
      held: { highest: 15, seconds: 300 },
      after: 12,
    });
    expect(steps(run({ load, descent: 'minute' })).at(-1)).toEqual([300, 12, 3]);
    expect(steps(run({ load, descent: 'none' })).at(-1)).toEqual([255, 12, 3]);
    const single = steps(run({ load, descent: 'single' })).filter(
      ([, before = 0, after = 0]) => after < before,
    );
    expect(single.every(([, before = 0, after = 0]) => before - after === 1)).toBe(true);
    expect(accountAt({ load, descent: 'single' }, 330)).toMatchObject({ limit: 'single' });
  });

  test('with a behavior at most four come, or twice as many, in 15 s', () => {
    const load = loadPresets.spike;
    expect(steps(run({ load, descent: 'minute' }))[0]).toEqual([195, 3, 7]);
    expect(accountAt({ load, descent: 'minute' }, 195)).toMatchObject({ limit: 'adds' });
  });

  test('keeps to its bounds', () => {
    expect(accountAt({ load: loadPresets.spike, maxReplicas: 6 }, 240)).toMatchObject({
      limit: 'most',
      after: 6,
    });
    expect(run({ load: loadPresets.step.map(() => 0) }).looks.at(-1)?.after).toBe(2);
  });

  test('of two metrics the larger proposal wins', () => {
    expect(accountAt({ measure: 'both' }, 30)).toMatchObject({
      first: { name: 'memory', percent: 75 },
      after: 6,
    });
    const account = accountAt({ measure: 'both' }, 195);
    expect(account).toMatchObject({ first: { name: 'cpu', percent: 75, replicas: 9 }, after: 9 });
  });

  test('knows no percentage where a request is missing, unless it measures one container', () => {
    expect(accountAt({ sidecar: 'silent' }, 300)).toEqual({ isKnown: false, why: 'noRequest' });
    expect(steps(run({ sidecar: 'silent' }))).toEqual([]);
    expect(steps(run({ sidecar: 'silent', measure: 'container' })).at(-1)).toEqual([210, 6, 9]);
    expect(accountAt({ sidecar: 'asks' }, 300)).toMatchObject({ isKnown: true });
  });

  test('needs a metrics-server, and a target with a scale', () => {
    expect(accountAt({}, 0)).toEqual({ isKnown: false, why: 'notMeasured' });
    expect(accountAt({ hasMetrics: false }, 300)).toEqual({ isKnown: false, why: 'noServer' });
    expect(accountAt({ kind: 'DaemonSet' }, 300)).toEqual({ isKnown: false, why: 'noScale' });
    expect(run({ kind: 'DaemonSet' }).moments.at(-1)).toMatchObject({ wants: 3, ready: 3 });
    expect(steps(run({ kind: 'StatefulSet' })).at(-1)).toEqual([210, 6, 9]);
  });

  test('does the work of a minute only where it is another', () => {
    expect(commandsOf(firstChoice).map(({ atMs }) => atMs)).toEqual([0, 0, 0, 180_000]);
    expect([roundedLoad(-5), roundedLoad(304), roundedLoad(99_999)]).toEqual([0, 300, 1600]);
  });
});

test('a ratio that is a tenth off is within, and a whole number is not rounded up', () => {
  const cpu = (percent: number, target: number) => ({ name: 'cpu' as const, percent, target });
  expect(formulaOf(3, cpu(55, 50))).toMatchObject({ isWithin: true, replicas: 3 });
  expect(formulaOf(3, cpu(56, 50))).toMatchObject({ isWithin: false, replicas: 4 });
  expect(formulaOf(6, cpu(150, 75))).toMatchObject({ exact: 12, replicas: 12 });
  const edge = 100 * (1 + defaultFlags.horizontalPodAutoscalerTolerance);
  expect(formulaOf(3, cpu(edge, 100)).isWithin).toBe(true);
  expect(formulaOf(3, cpu(edge + 0.1, 100)).isWithin).toBe(false);
});
