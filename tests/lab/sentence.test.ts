import { describe, expect, it } from 'vitest';
import type { TimedCommand } from '@/lib/cluster/command';
import { createSession } from '@/lib/lab/create-session';
import type { Scenario } from '@/lib/lab/scenario';
import type { Sentence } from '@/lib/lab/view';
import { web } from '../cluster/web';
import { at, deletePod, scale, scenario, setImage, upCommands } from './stories';

const with3 = (...commands: TimedCommand[]) => scenario([...upCommands, ...commands]);
const fail = (pod: string, atMs: number) => at(atMs, { verb: 'failReadiness', pod });
const slowStart = (kind: string, name: string, atMs: number) =>
  at(atMs, { verb: 'slowStart', kind, name, ms: 30_000 });
const stubborn = { args: ['graceful', '5'] };
const slow: TimedCommand[] = [at(0, { verb: 'apply', object: web(3, {}, stubborn) })];

const table: readonly (readonly [string, Scenario, number, Partial<Sentence>])[] = [
  ['nothing was done yet', scenario([]), 5_000, { key: 'empty', subject: 'web' }],
  ['the set is new', with3(), 5, { key: 'creating' }],
  [
    'the first Pod starts',
    with3(),
    200,
    {
      key: 'waitsForReady',
      subject: 'web-1',
      object: 'web-0',
      subjectState: 'reserved',
      objectState: 'creating',
    },
  ],
  ['all are Ready', with3(), 5_000, { key: 'steady', subject: 'web', count: 3, of: 3 }],
  [
    'a lower Pod is not Ready, a higher one is missing',
    with3(fail('web-0', 5_000), at(8_000, deletePod('web-2'))),
    15_000,
    { key: 'waitsForReady', subject: 'web-2', object: 'web-0', objectState: 'notReady' },
  ],
  [
    'a Pod is not Ready',
    with3(fail('web-1', 5_000)),
    10_000,
    { key: 'notReady', subject: 'web-1', count: 2, of: 3 },
  ],
  [
    'a Pod starts slowly',
    with3(slowStart('Pod', 'web-1', 5_000), at(6_000, deletePod('web-1'))),
    10_000,
    { key: 'startsSlowly', subject: 'web-1', subjectState: 'notReady', count: 30 },
  ],
  [
    'a Pod of a slow set is waited for',
    scenario([...upCommands, slowStart('StatefulSet', 'web', 0)]),
    5_000,
    { key: 'waitsForReady', subject: 'web-1', object: 'web-0', objectState: 'notReady' },
  ],
  [
    'a Pod that has started slowly fails its readiness later',
    with3(slowStart('Pod', 'web-1', 5_000), at(6_000, deletePod('web-1')), fail('web-1', 60_000)),
    70_000,
    { key: 'notReady', subject: 'web-1' },
  ],
  [
    'minReadySeconds runs',
    scenario([at(0, { verb: 'apply', object: web(2, { minReadySeconds: 10 }) })]),
    5_000,
    { key: 'waitsForAvailable', subject: 'web-1', object: 'web-0', objectState: 'ready' },
  ],
  [
    'the highest goes',
    scenario([...slow, at(5_000, scale(1))]),
    7_000,
    { key: 'scalingDown', subject: 'web-2', subjectState: 'terminating', count: 3, of: 1 },
  ],
  [
    'scaling down waits',
    with3(fail('web-0', 5_000), at(8_000, scale(1))),
    12_000,
    { key: 'scaleDownBlocked', subject: 'web-2', object: 'web-0', objectState: 'notReady' },
  ],
  [
    'an old Pod goes',
    scenario([...slow, at(5_000, setImage('db:v2'))]),
    7_000,
    { key: 'updating', subject: 'web-2', subjectState: 'terminating' },
  ],
  [
    'an update waits',
    with3(fail('web-0', 5_000), at(8_000, setImage('db:v2'))),
    12_000,
    { key: 'updateBlocked', subject: 'web-2', object: 'web-0' },
  ],
  [
    'a broken image is rolled out',
    with3(at(5_000, setImage('db:broken'))),
    15_000,
    { key: 'stuck', subject: 'web-2', subjectState: 'notReady', count: 2, of: 3 },
  ],
  [
    'a deleted Pod goes',
    scenario([...slow, at(5_000, deletePod('web-1'))]),
    7_000,
    { key: 'recreating', subject: 'web-1', subjectState: 'terminating' },
  ],
  [
    'the set was deleted, its Pods go',
    scenario([...slow, at(5_000, { verb: 'delete', kind: 'StatefulSet', name: 'web' })]),
    7_000,
    { key: 'setDeleted', subject: 'web', count: 3 },
  ],
  [
    'all is gone',
    with3(at(5_000, { verb: 'delete', kind: 'StatefulSet', name: 'web' })),
    20_000,
    { key: 'allGone', subject: 'web' },
  ],
];

describe('the sentence', () => {
  it.each(table)('when %s', (_, story, atMs, wanted) => {
    const session = createSession(story);
    session.seek(atMs);
    expect(session.view().sentence).toMatchObject(wanted);
  });
});

describe('why', () => {
  it.each(table.filter(([, story]) => story.commands.length > 0))(
    'when %s goes back to a command',
    (_, story, atMs) => {
      const session = createSession(story);
      session.seek(atMs);
      const { why } = session.view();
      expect(why.at(-1)).toMatchObject({ key: 'command', by: 'you' });
      expect(why.at(-1)?.command).toBeDefined();
      const moments = why.map((link) => link.atMs);
      expect(moments).toEqual([...moments].sort((a, b) => b - a));
      expect(moments[0]).toBeLessThanOrEqual(atMs);
    },
  );

  it('of a wait names the rule and the Pod that is waited for, then how that Pod came to be so', () => {
    const session = createSession(with3(fail('web-0', 5_000), at(8_000, scale(1))));
    session.seek(12_000);
    expect(session.view().why.map(({ key, object }) => [key, object])).toContainEqual([
      'becameUnready',
      'web-0',
    ]);
    expect(session.view().why.at(-1)?.command).toEqual({ verb: 'failReadiness', pod: 'web-0' });
  });

  it.each([
    [
      'a Pod of a set',
      with3(slowStart('Pod', 'web-1', 5_000), at(6_000, deletePod('web-1'))),
      10_000,
      'web-1',
    ],
    [
      'a Pod that is waited for',
      scenario([...upCommands, slowStart('StatefulSet', 'web', 0)]),
      5_000,
      'web-0',
    ],
  ])(
    'of %s that starts slowly tells what was done to it, and ends with that command',
    (_, story, atMs, pod) => {
      const session = createSession(story);
      session.seek(atMs);
      const { why } = session.view();
      expect(why.map(({ key, object }) => [key, object])).toEqual([
        ['startedSlowly', pod],
        ['command', ''],
      ]);
      expect(why[1]?.command).toMatchObject({ verb: 'slowStart', ms: 30_000 });
      expect(session.inspect(`Pod/default/${pod}`)?.why).toEqual(why);
    },
  );

  it('of a Pod that was slow and fails its readiness later ends with that', () => {
    const slow = [slowStart('Pod', 'web-1', 5_000), at(6_000, deletePod('web-1'))];
    const session = createSession(with3(...slow, fail('web-1', 60_000)));
    session.seek(70_000);
    expect(session.view().why.at(-1)?.command?.verb).toBe('failReadiness');
  });

  it('of a Pod that was slow and is Ready, and of one that was crashed on its way, is another one', () => {
    const slow = with3(slowStart('Pod', 'web-1', 5_000), at(6_000, deletePod('web-1')));
    const ready = createSession(slow);
    ready.seek(60_000);
    expect(ready.inspect('Pod/default/web-1')?.why[0]?.key).toBe('becameReady');
    const crashed = createSession({
      ...slow,
      commands: [...slow.commands, at(10_000, { verb: 'crash', pod: 'web-1' })],
    });
    crashed.seek(10_500);
    const verbs = crashed.inspect('Pod/default/web-1')?.why.map(({ command }) => command?.verb);
    expect(verbs).not.toContain('slowStart');
  });

  it('goes on through minReadySeconds: the wait has a cause, too', () => {
    const session = createSession(
      scenario([at(0, { verb: 'apply', object: web(2, { minReadySeconds: 10 }) })]),
    );
    session.seek(12_000);
    const { why } = session.view();
    expect(why.at(-1)).toMatchObject({ key: 'command', command: { verb: 'apply' } });
    expect(why.map(({ key, object }) => `${key} ${object}`)).toContain('becameReady web-0');
  });
});
