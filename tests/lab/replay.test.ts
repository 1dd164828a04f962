import { describe, expect, it } from 'vitest';
import type { Command, TimedCommand } from '@/lib/cluster/command';
import { createSession } from '@/lib/lab/create-session';
import { replayLab } from '@/lib/lab/replay';
import type { Lab } from '@/lib/lab/scenario';
import { at, deletePod, scale, setImage, solution, stuckLab } from './stories';

const endMs = 40_000;
const refusedFor = (commands: readonly TimedCommand[], untilMs = endMs, lab: Lab = stuckLab) =>
  replayLab(lab, commands, untilMs).refused;
const one = (command: object) => [at(21_000, command as Command)];

describe('a replayed lab', () => {
  it('is solved by the commands that solve it, and says how each goal stands', () => {
    const { solved, goals, refused } = replayLab(stuckLab, solution, endMs);
    expect([solved, refused]).toEqual([true, undefined]);
    expect(goals.map(({ id, state }) => [id, state])).toEqual([
      ['all-ready', 'holds'],
      ['web-0-stays', 'holds'],
    ]);
  });

  it('is not solved by doing nothing, nor before it is through', () => {
    expect(replayLab(stuckLab, [], endMs).solved).toBe(false);
    expect(replayLab(stuckLab, solution, 22_100).solved).toBe(false);
  });

  it('is not solved when a goal that must always hold once did not', () => {
    const commands = [at(20_500, deletePod('web-0')), ...solution];
    const { solved, goals } = replayLab(stuckLab, commands, 80_000);
    expect(solved).toBe(false);
    expect(goals.find(({ id }) => id === 'web-0-stays')).toMatchObject({ state: 'failed' });
  });

  it('says what the reader’s session says', () => {
    const session = createSession(stuckLab);
    for (const { atMs, command } of solution) {
      session.seek(atMs);
      session.do(command);
    }
    session.seek(endMs);
    expect(session.view().goals).toEqual(replayLab(stuckLab, session.commands(), endMs).goals);
  });

  it('plays the lab’s own later commands in their turn', () => {
    const lab = { ...stuckLab, commands: [...stuckLab.commands, at(30_000, scale(1))] };
    expect(replayLab(lab, solution, 60_000).goals[0]).toMatchObject({ id: 'all-ready', state: 'open' });
    const session = createSession(lab);
    for (const { atMs, command } of solution) {
      session.seek(atMs);
      session.do(command);
    }
    session.seek(60_000);
    expect(session.view().goals).toEqual(replayLab(lab, solution, 60_000).goals);
  });
});

describe('a log that cannot be of this lab is refused', () => {
  it.each<[string, readonly TimedCommand[], number, string]>([
    ['out of order', [at(22_000, scale(3)), at(21_000, scale(3))], endMs, 'out of order'],
    ['before the lab opens', [at(19_999, scale(3))], endMs, 'begins at 20.0 s'],
    ['after its own end', [at(endMs + 1, scale(3))], endMs, 'out of order'],
    ['between two milliseconds', [at(21_000.5, scale(3))], endMs, 'out of order'],
    ['at no time', [at(Number.NaN, scale(3))], endMs, 'out of order'],
    ['an end before the opening', [], 19_999, "outside the lab's time"],
    ['an end beyond the hour', [], 3_600_001, "outside the lab's time"],
    ['no end', [], Number.NaN, "outside the lab's time"],
    ['scaling to a million', [at(21_000, scale(1_000_000))], endMs, 'at most 100 replicas'],
    ['too long', Array.from({ length: 501 }, () => at(21_000, scale(3))), endMs, 'more than 500 commands'],
  ])('%s', (_, commands, untilMs, why) => {
    expect(replayLab(stuckLab, commands, untilMs)).toEqual({
      solved: false,
      goals: [],
      refused: expect.stringContaining(why),
    });
  });

  const patch = (body: unknown, more: object = {}) => ({ ...setImage('db:v1'), body, ...more });
  const containers = (...list: object[]) => ({ spec: { template: { spec: { containers: list } } } });

  it.each<[string, object]>([
    ['a hand that it does not have', { verb: 'failReadiness', pod: 'web-0' }],
    ['deleting the set', { verb: 'delete', kind: 'StatefulSet', name: 'web' }],
    ['deleting a claim', { verb: 'delete', kind: 'PersistentVolumeClaim', name: 'data-web-2' }],
    ['deleting by force', deletePod('web-2', 0)],
    ['deleting in another namespace', { ...deletePod('web-2'), namespace: 'x' }],
    ['applying', { verb: 'apply', object: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web-2' } } }],
    ['playing the kubelet', { verb: 'kubelet', act: 'ready', pod: 'web-2' }],
    ['scaling something else', { ...scale(3), name: 'db' }],
    ['scaling to less than nothing', scale(-1)],
    ['scaling to a half', scale(0.5)],
    ['an image that is not offered', setImage('db:v9')],
    ['a patch of something else', patch({ spec: { replicas: 1 } })],
    ['a patch of more', patch({ ...containers({ name: 'db', image: 'db:v1' }), metadata: { labels: {} } })],
    ['a patch of the probe', patch(containers({ name: 'db', image: 'db:v1', readinessProbe: null }))],
    [
      'a patch of two containers',
      patch(containers({ name: 'db', image: 'db:v1' }, { name: 'x', image: 'db:v1' })),
    ],
    [
      'a patch that replaces the containers',
      patch(containers({ name: 'db', image: 'db:v1' }), { type: 'merge' }),
    ],
    ['a patch of nothing', patch(null)],
    ['a patch without a body', patch(undefined)],
    ['a patch of a Pod', patch(containers({ name: 'db', image: 'db:v1' }), { kind: 'Pod', name: 'web-2' })],
    ['no verb', {}],
  ])('%s', (_, command) => {
    expect(refusedFor(one(command))).toContain('the lab has no hand for');
  });

  it('unless the lab has the hand', () => {
    const patchSpec = (spec: object) => ({
      verb: 'patch',
      kind: 'StatefulSet',
      name: 'web',
      type: 'merge',
      body: { spec },
    });
    const retention = (whenScaled: string) =>
      patchSpec({ persistentVolumeClaimRetentionPolicy: { whenScaled } });
    const hands: readonly (readonly [Lab['hands'][number], object, object])[] = [
      ['minReadySeconds', patchSpec({ minReadySeconds: 5 }), patchSpec({ minReadySeconds: 5, replicas: 1 })],
      ['whenScaled', retention('Delete'), retention('Keep')],
      [
        'deleteSet',
        { verb: 'delete', kind: 'StatefulSet', name: 'web' },
        { verb: 'delete', kind: 'StatefulSet', name: 'db' },
      ],
      [
        'failReadiness',
        { verb: 'failReadiness', pod: 'web-0' },
        { verb: 'failReadiness', pod: 'web-0', kind: 'x' },
      ],
    ];
    for (const [hand, good, bad] of hands) {
      const lab = { ...stuckLab, hands: [hand] };
      expect(refusedFor(one(good), endMs, lab), hand).toBeUndefined();
      expect(refusedFor(one(bad), endMs, lab), hand).toBeDefined();
      expect(refusedFor(one(good)), hand).toBeDefined();
    }
  });
});
