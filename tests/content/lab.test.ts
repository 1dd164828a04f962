import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import labs from '@/content/statefulset-identity-and-order/lab';
import { createSession } from '@/lib/lab/create-session';
import { happenedChoice } from '@/lib/lab/happened';
import { replayLab } from '@/lib/lab/replay';
import type { Scenario } from '@/lib/lab/scenario';
import { locales } from '@/lib/text';
import { readLesson } from './lesson-text';

const slug = 'statefulset-identity-and-order';
const all: readonly Scenario[] = [...labs.scenarios, ...labs.labs];
const scenarioOf = (id: string): Scenario => {
  const found = all.find((scenario) => scenario.id === id);
  if (!found) throw new Error(`no scenario ${id} in lab.ts`);
  return found;
};

describe('scenarios', () => {
  it('have ids of their own', () => {
    const ids = [...all, ...labs.predictions].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(all.map((scenario) => [scenario.id, scenario] as const))(
    '%s opens before it pauses, and nothing is refused',
    (_, scenario) => {
      expect(scenario.openAtMs).toBeLessThan(scenario.pauseAtMs);
      const session = createSession(scenario);
      session.seek(scenario.pauseAtMs);
      expect(session.view().refusal).toBeUndefined();
    },
  );

  it.each(labs.predictions.map((prediction) => [prediction.id, prediction] as const))(
    '%s has one choice that happens, judged after the figure opens',
    (_, prediction) => {
      const scenario = scenarioOf(prediction.scenario);
      expect(happenedChoice(scenario, prediction)).toBeGreaterThanOrEqual(0);
      expect(prediction.judgedAtMs).toBeGreaterThan(scenario.openAtMs);
      expect(prediction.judgedAtMs).toBeLessThanOrEqual(scenario.pauseAtMs);
    },
  );
});

describe.each(labs.labs.map((lab) => [lab.id, lab] as const))('lab %s', (_, lab) => {
  it('is not solved when it opens', () => {
    expect(replayLab(lab, [], lab.openAtMs).solved).toBe(false);
    expect(replayLab(lab, [], lab.pauseAtMs).solved).toBe(false);
  });

  it.each(lab.solutions.map((solution, n) => [n + 1, solution] as const))(
    'is solved by solution %i',
    (_n, { commands, untilMs }) => {
      const replay = replayLab(lab, commands, untilMs);
      expect(replay.refused).toBeUndefined();
      expect(replay.goals.filter(({ state }) => state !== 'holds')).toEqual([]);
      expect(replay.solved).toBe(true);
    },
  );

  it.each(lab.shortcuts.map((shortcut) => [shortcut.why, shortcut] as const))(
    'is not solved so: %s',
    (_why, { commands, untilMs, fails }) => {
      const replay = replayLab(lab, commands, untilMs);
      expect(replay.refused).toBeUndefined();
      expect(replay.solved).toBe(false);
      expect(replay.goals.find(({ id }) => id === fails)?.state).not.toBe('holds');
    },
  );
});

/** Whether everything that `part` says stands in `whole` too. Lists are compared entry by entry. */
function isPart(part: unknown, whole: unknown): boolean {
  if (typeof part !== 'object' || part === null) return part === whole;
  if (typeof whole !== 'object' || whole === null) return false;
  if (Array.isArray(part) && (!Array.isArray(whole) || part.length !== whole.length)) return false;
  return Object.entries(part).every(([key, value]) => isPart(value, (whole as Record<string, unknown>)[key]));
}

describe.each(locales)('what the text in %s says of the model', (locale) => {
  it('shows the manifests that the figures apply, or a part of them', async () => {
    const { code } = await readLesson(slug, locale);
    const applied = scenarioOf('in-order').commands.flatMap(({ command }) =>
      command.verb === 'apply' ? [command.object] : [],
    );
    const shown = code
      .filter(({ language }) => language === 'yaml')
      .flatMap(({ source }) => parseAllDocuments(source).map((document) => document.toJS()))
      .filter((manifest) => !manifest.spec.persistentVolumeClaimRetentionPolicy);
    expect(shown.map(({ kind }) => kind)).toEqual(['Service', 'StatefulSet']);
    for (const manifest of shown)
      expect(
        applied.some((object) => isPart(manifest, object)),
        manifest.kind,
      ).toBe(true);
  });

  it('prints the Pods as kubectl would at 30 s of the first figure', async () => {
    const { code } = await readLesson(slug, locale);
    const printed = code.find(({ source }) => source.startsWith('$ kubectl get pods'))?.source ?? '';
    const session = createSession(scenarioOf('reverted'));
    session.seek(30_000);
    const { pods, score } = session.view();
    const ageOf = (name: string) => {
      const spans = score.lanes.find(({ label }) => label === name)?.spans ?? [];
      const born = spans.findLast(({ state }) => state === 'pending')?.fromMs ?? 0;
      return `${30 - Math.floor(born / 1000)}s`;
    };
    const rows = [...pods]
      .sort((a, b) => a.name.localeCompare(b.name))
      .map((pod) => [pod.name, pod.readyColumn, pod.statusColumn, String(pod.restarts), ageOf(pod.name)]);
    expect(
      printed
        .split('\n')
        .slice(2)
        .map((line) => line.split(/\s+/)),
    ).toEqual(rows);
  });

  it('quotes the refusal of the API server', async () => {
    const { code } = await readLesson(slug, locale);
    const session = createSession(scenarioOf('never-ready'));
    session.seek(20_000);
    session.do({
      verb: 'patch',
      kind: 'StatefulSet',
      name: 'web',
      type: 'merge',
      body: { spec: { podManagementPolicy: 'Parallel' } },
    });
    const quoted = code.find(({ source }) => source.includes('immutable'))?.source ?? '(not quoted)';
    expect(session.view().refusal).toContain(quoted);
  });
});

describe('what the text invites to try', () => {
  const webs = (session: ReturnType<typeof createSession>) =>
    session
      .view()
      .pods.map(({ name }) => name)
      .sort();

  it('creates web-2 at once when the third figure runs with Parallel', () => {
    const session = createSession(scenarioOf('never-ready'));
    session.runWith('Parallel');
    session.seek(20_000);
    expect(webs(session)).toEqual(['web-0', 'web-1', 'web-2']);
  });

  it('opens the fourth figure while web-1 ends and web-0 is not Ready', () => {
    const states = createSession(scenarioOf('update-stands'))
      .view()
      .pods.map(({ name, state }) => `${name} ${state}`);
    expect(states.sort()).toEqual(['web-0 notReady', 'web-1 terminating', 'web-2 ready']);
  });

  it('finishes the update of the fourth figure once web-0 is mended', () => {
    const session = createSession(scenarioOf('update-stands'));
    session.seek(30_000);
    session.do({ verb: 'mendReadiness', pod: 'web-0' });
    session.seek(60_000);
    expect(session.view().pods.map(({ image, state }) => `${image} ${state}`)).toEqual(
      Array(3).fill('db:v2 ready'),
    );
  });

  it('holds web-4 back for about 5 s when minReadySeconds is 5 in the second figure', () => {
    const session = createSession(scenarioOf('delete-one'));
    session.seek(20_000);
    session.do({
      verb: 'patch',
      kind: 'StatefulSet',
      name: 'web',
      type: 'merge',
      body: { spec: { minReadySeconds: 5 } },
    });
    session.do({ verb: 'scale', kind: 'StatefulSet', name: 'web', replicas: 5 });
    session.seek(40_000);
    const lane = (name: string) =>
      session.view().score.lanes.find(({ label }) => label === name)?.spans ?? [];
    const readyMs = lane('web-3').find(({ state }) => state === 'ready')?.fromMs ?? Number.NaN;
    const waitedMs = (lane('web-4')[0]?.fromMs ?? Number.NaN) - readyMs;
    // Kubernetes counts from lastTransitionTime, which has whole seconds.
    expect(waitedMs).toBeGreaterThan(4_000);
    expect(waitedMs).toBeLessThan(6_000);
  });

  it('gives web-2 and web-3 the claims that they left, and none with whenScaled: Delete', () => {
    const kept = createSession(scenarioOf('five-to-two'));
    kept.seek(28_000);
    kept.do({ verb: 'scale', kind: 'StatefulSet', name: 'web', replicas: 4 });
    kept.seek(40_000);
    expect(kept.view().claims.map(({ mounted }) => mounted)).toEqual([true, true, true, true, false]);

    const dropped = createSession(scenarioOf('five-to-two'));
    dropped.do({
      verb: 'patch',
      kind: 'StatefulSet',
      name: 'web',
      type: 'merge',
      body: { spec: { persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete' } } },
    });
    dropped.seek(28_000);
    expect(dropped.view().claims.map(({ name }) => name)).toEqual(['data-web-0', 'data-web-1']);
  });

  it('removes no Pod of the fifth figure while web-0 is not Ready', () => {
    const session = createSession(scenarioOf('five-to-two'));
    session.do({ verb: 'failReadiness', pod: 'web-0' });
    session.seek(28_000);
    expect(
      session
        .view()
        .pods.map(({ name, state }) => `${name} ${state}`)
        .sort(),
    ).toEqual(['web-0 notReady', ...[1, 2, 3, 4].map((n) => `web-${n} ready`)]);
  });
});
