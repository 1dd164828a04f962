import { describe, expect, it } from 'vitest';
import { createSession } from '@/lib/lab/create-session';
import { locales } from '@/lib/text';
import { readLesson } from './lesson-text';
import { scenarioOf, type Written, written } from './written';

const slug = 'statefulset-identity-and-order';
const content = written.find((one) => one.slug === slug) as Written;

describe.each(locales)('what the text in %s says of the model', (locale) => {
  it('quotes the refusal of the API server', async () => {
    const { code } = await readLesson(slug, locale);
    const session = createSession(scenarioOf(content, 'never-ready'));
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
    const session = createSession(scenarioOf(content, 'never-ready'));
    session.runWith('Parallel');
    session.seek(20_000);
    expect(webs(session)).toEqual(['web-0', 'web-1', 'web-2']);
  });

  it('opens the fourth figure while web-1 ends and web-0 is not Ready', () => {
    const states = createSession(scenarioOf(content, 'update-stands'))
      .view()
      .pods.map(({ name, state }) => `${name} ${state}`);
    expect(states.sort()).toEqual(['web-0 notReady', 'web-1 terminating', 'web-2 ready']);
  });

  it('finishes the update of the fourth figure once web-0 is mended', () => {
    const session = createSession(scenarioOf(content, 'update-stands'));
    session.seek(30_000);
    session.do({ verb: 'mendReadiness', pod: 'web-0' });
    session.seek(60_000);
    expect(session.view().pods.map(({ image, state }) => `${image} ${state}`)).toEqual(
      Array(3).fill('db:v2 ready'),
    );
  });

  it('holds web-4 back for about 5 s when minReadySeconds is 5 in the second figure', () => {
    const session = createSession(scenarioOf(content, 'delete-one'));
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
    const kept = createSession(scenarioOf(content, 'five-to-two'));
    kept.seek(28_000);
    kept.do({ verb: 'scale', kind: 'StatefulSet', name: 'web', replicas: 4 });
    kept.seek(40_000);
    expect(kept.view().claims.map(({ mounted }) => mounted)).toEqual([true, true, true, true, false]);

    const dropped = createSession(scenarioOf(content, 'five-to-two'));
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
    const session = createSession(scenarioOf(content, 'five-to-two'));
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
