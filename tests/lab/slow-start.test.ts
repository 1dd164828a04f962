import { describe, expect, it } from 'vitest';
import type { Command, TimedCommand } from '@/lib/cluster/command';
import type { Manifest } from '@/lib/cluster/objects';
import { createSession } from '@/lib/lab/create-session';
import { linkOf, readLink } from '@/lib/lab/link';
import { replayLab } from '@/lib/lab/replay';
import type { Lab } from '@/lib/lab/scenario';
import type { Session } from '@/lib/lab/session';
import { about, deployment, imageOf, made, pod } from './objects';

const probe = { httpGet: { path: '/', port: 80 }, periodSeconds: 1 };
const probed = (name: string, readinessProbe: object = probe): Manifest => {
  const spec = { containers: [{ name: 'app', image: 'web:1', readinessProbe }] };
  const template = { metadata: { labels: { app: name } }, spec };
  return deployment(name, 2, 'web:1', { template });
};
const slow = (kind: string, name: string, seconds = 30): Command => ({
  verb: 'slowStart',
  kind,
  name,
  ms: seconds * 1000,
});
const web = 'Deployment/default/web';
const commands = made(0, probed('web'));
const open = (subject?: string) => createSession(about(subject, commands, { openAtMs: 10_000 }));
const slowMs = (session: Session) => session.view().workloads.find(({ key }) => key === web)?.slowStartMs;
const ready = (session: Session) => session.view().workloads.find(({ key }) => key === web)?.ready;

describe('slow starts in a figure', () => {
  it('stand at whom they were said of, and at each of the Pods under it', () => {
    const session = open();
    session.do(slow('Deployment', 'web'));
    expect(slowMs(session)).toBe(30_000);
    const [first] = session.view().pods;
    expect(session.view().pods.map(({ slowStartMs, isSlowItself }) => [slowStartMs, isSlowItself])).toEqual([
      [30_000, undefined],
      [30_000, undefined],
    ]);
    session.do(slow('Pod', first?.name ?? '', 10));
    expect(session.view().pods.map(({ slowStartMs, isSlowItself }) => [slowStartMs, isSlowItself])).toEqual([
      [10_000, true],
      [30_000, undefined],
    ]);
  });

  it('are undone, done again, and forked as anything is', () => {
    const session = open();
    session.do(slow('Deployment', 'web'));
    session.undo();
    expect(slowMs(session)).toBeUndefined();
    session.redo();
    expect(slowMs(session)).toBe(30_000);
    session.fork();
    session.do({ verb: 'mendStart', kind: 'Deployment', name: 'web' });
    session.do(imageOf('web', 'web:2'));
    session.seek(20_000);
    expect([slowMs(session), ready(session)]).toEqual([undefined, 2]);
    session.goTo('A');
    expect(slowMs(session)).toBe(30_000);
  });

  it('are in the link of it', () => {
    const session = open();
    session.do(slow('Deployment', 'web'));
    session.do(imageOf('web', 'web:2'));
    session.seek(15_000);
    const read = readLink(linkOf({ scenario: 'any', state: session.state() }));
    const again = createSession(session.scenario, read.ok ? { state: read.link.state } : {});
    expect(again.view()).toEqual(session.view());
    expect(slowMs(again)).toBe(30_000);
  });

  it('that are refused say so, in a link, too', () => {
    const session = open();
    session.do(slow('StatefulSet', 'web'));
    expect(session.view().refusal).toBe('statefulsets.apps "web" not found');
    session.do(slow('Deployment', 'web', 3_600));
    expect(session.view().refusal).toContain('slower by 1 to 600000 ms');
    expect(readLink(linkOf({ scenario: 'any', state: session.state() })).ok).toBe(true);
  });

  it.each([['Deployment/web'], [undefined]])('are why a rollout waits, in a figure about %s', (subject) => {
    const session = open(subject);
    session.do(slow('Deployment', 'web'));
    session.do(imageOf('web', 'web:2'));
    session.seek(20_000);
    expect(session.view().why.at(-1)?.command).toMatchObject({ verb: 'slowStart' });
    session.seek(120_000);
    expect(session.view().why.at(-1)?.command).not.toMatchObject({ verb: 'slowStart' });
  });

  it('of a lone Pod are what the sentence says of it, while it starts', () => {
    const spec = { containers: [{ name: 'app', image: 'web:1', readinessProbe: probe }] };
    const story = [...made(0, { ...pod('alone'), spec } as Manifest)];
    const session = createSession(about(undefined, story, { openAtMs: 5_000 }));
    session.do(slow('Pod', 'alone', 10));
    expect(session.view().sentence.key).toBe('calm');
    session.do({ verb: 'crash', pod: 'alone' });
    session.seek(10_000);
    const { sentence } = session.view();
    expect(sentence).toMatchObject({ key: 'startsSlowly', subject: 'alone', count: 10 });
    session.seek(30_000);
    expect(session.view().sentence.key).toBe('calm');
  });

  it('that no probe sees are no reason for anything', () => {
    const session = createSession(about(undefined, made(0, pod('alone')), { openAtMs: 5_000 }));
    session.do(slow('Pod', 'alone'));
    session.do({ verb: 'crash', pod: 'alone' });
    session.seek(10_000);
    expect(session.view().sentence.key).toBe('calm');
    const verbs = session.inspect('Pod/default/alone')?.why.map(({ command }) => command?.verb);
    expect(verbs).not.toContain('slowStart');
  });

  it('are graded by replay: a lab whose hand it is takes them', () => {
    const { caption, ...scenario } = about('Deployment/web', commands, { openAtMs: 10_000 });
    const lab: Lab = {
      ...{ ...scenario, caption, title: caption, task: caption, hints: [], solutions: [], shortcuts: [] },
      hands: ['slowStart', 'setImage'],
      images: ['web:1', 'web:2'],
      goals: [
        {
          id: 'stuck',
          text: caption,
          condition: { object: 'Deployment/web', path: 'status.updatedReplicas', equals: 1 },
          when: 'now',
        },
      ],
    };
    const done: TimedCommand[] = [
      { atMs: 11_000, command: slow('Deployment', 'web') },
      { atMs: 12_000, command: imageOf('web', 'web:2') },
    ];
    expect(replayLab(lab, done, 30_000)).toMatchObject({ solved: true });
    expect(replayLab(lab, done.slice(1), 30_000)).toMatchObject({ solved: false });
    expect(replayLab({ ...lab, hands: ['setImage'] }, done, 30_000).refused).toContain('slowStart');
  });
});
