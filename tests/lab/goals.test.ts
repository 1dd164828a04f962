import { describe, expect, it } from 'vitest';
import { Cluster } from '@/lib/cluster/cluster';
import type { Entry } from '@/lib/cluster/journal';
import { type Condition, holds } from '@/lib/lab/condition';
import { goalStates } from '@/lib/lab/goals';
import { happenedChoice } from '@/lib/lab/happened';
import type { Goal, Prediction } from '@/lib/lab/scenario';
import { threeNodes } from '../cluster/web';
import { at, deletePod, journalOf, scale, up, upCommands } from './stories';

const text = { en: 'text', zh: '文字' };

describe('a condition', () => {
  const cluster = new Cluster({ seed: 7, nodes: threeNodes });
  for (const { command } of upCommands) cluster.do(command);
  cluster.run(5_000);
  cluster.do(deletePod('web-1'));
  cluster.run(5_010);
  const yes: Condition = { object: 'Pod/web-0', exists: true };
  const no: Condition = { object: 'Pod/web-0', exists: false };

  it.each<[Condition, boolean]>([
    [{ object: 'Pod/web-0', exists: true }, true],
    [{ object: 'Pod/web-9', exists: true }, false],
    [{ object: 'Pod/web-9', exists: false }, true],
    [{ object: 'Gizmo/x', exists: false }, true],
    [{ object: 'PersistentVolumeClaim/data-web-2', exists: true }, true],
    [{ object: 'StatefulSet/web', path: 'spec.replicas', equals: 3 }, true],
    [{ object: 'StatefulSet/web', path: 'spec.replicas', equals: '3' }, false],
    [{ object: 'StatefulSet/web', path: 'spec.template.spec.containers.0.image', equals: 'db:v1' }, true],
    [{ object: 'StatefulSet/web', path: 'spec.template.metadata.labels', equals: { app: 'web' } }, true],
    [{ object: 'StatefulSet/web', path: 'spec.nothing.at.all', equals: null }, true],
    [{ object: 'StatefulSet/web', path: 'spec.replicas.deeper', equals: null }, true],
    [{ object: 'StatefulSet/db', path: 'spec.nothing', equals: null }, false],
    [{ pod: 'web-0', ready: true }, true],
    [{ pod: 'web-0', ready: false }, false],
    [{ pod: 'web-9', ready: true }, false],
    [{ pod: 'web-9', ready: false }, true],
    [{ pod: 'web-1', terminating: true }, true],
    [{ pod: 'web-0', terminating: true }, false],
    [{ pod: 'web-9', terminating: true }, false],
    [{ pod: 'web-9', terminating: false }, true],
    [{ count: { kind: 'Pod' }, what: text, is: 3 }, true],
    [{ count: { kind: 'Pod', where: { ready: true } }, what: text, is: 3 }, true],
    [{ count: { kind: 'Pod', where: { terminating: true } }, what: text, atLeast: 2 }, false],
    [
      { count: { kind: 'Pod', where: { path: 'metadata.name', equals: 'web-0' } }, what: text, atMost: 1 },
      true,
    ],
    [{ count: { kind: 'Gizmo' }, what: text, is: 0 }, true],
    [{ all: [] }, true],
    [{ any: [] }, false],
    [{ all: [yes, no] }, false],
    [{ any: [no, yes] }, true],
    [{ not: no }, true],
    [{ not: { all: [yes, { any: [no, { not: yes }] }] } }, true],
  ])('%j is %s', (condition, wanted) => {
    expect(holds(condition, cluster.reading)).toBe(wanted);
  });
});

describe('goals', () => {
  const goal = (condition: Condition, when: 'now' | 'always'): Goal => ({ id: 'g', text, condition, when });
  const web2 = { pod: 'web-2', ready: true } as const;
  const journal = journalOf(up, [at(6_000, deletePod('web-2'))], 30_000);
  const back =
    journal.findLast((e) => e.type === 'write' && e.key === 'Pod/default/web-2' && holdsReady(e.after))
      ?.atMs ?? 0;
  const gone = journal.find(
    (e) => e.type === 'write' && e.key === 'Pod/default/web-2' && e.atMs >= 6_000 && !holdsReady(e.after),
  )?.atMs;
  const first =
    journal.find((e) => e.type === 'write' && e.key === 'Pod/default/web-2' && holdsReady(e.after))?.atMs ??
    0;
  const unready = (state: string, status: string) => ({
    about: 'ready',
    key: 'Pod/default/web-2',
    wanted: true,
    is: { state, ready: '0/1', status },
  });
  const stateOf = (one: Goal, openAtMs: number, nowMs: number) =>
    goalStates([one], journal, openAtMs, nowMs)[0];

  it('`now` holds since the moment from which on it was so', () => {
    expect(stateOf(goal(web2, 'now'), 5_000, 5_500)).toEqual({ id: 'g', state: 'holds', sinceMs: first });
    expect(stateOf(goal(web2, 'now'), 5_000, 30_000)).toEqual({ id: 'g', state: 'holds', sinceMs: back });
  });

  it('`now` is open while it is not so, and can be lost again', () => {
    const { is: _, ...notThere } = unready('', '');
    expect(stateOf(goal(web2, 'now'), 0, 100)).toEqual({ id: 'g', state: 'open', gap: [notThere] });
    expect(stateOf(goal(web2, 'now'), 5_000, back - 1)).toEqual({
      id: 'g',
      state: 'open',
      gap: [unready('notReady', 'Running')],
    });
  });

  it('`always` fails at the first moment at which it is not so, and stays failed', () => {
    expect(stateOf(goal(web2, 'always'), 5_000, 5_900)).toMatchObject({ state: 'holds' });
    expect(gone).toBeGreaterThan(6_000);
    for (const nowMs of [gone ?? 0, back, 30_000])
      expect(stateOf(goal(web2, 'always'), 5_000, nowMs)).toEqual({
        id: 'g',
        state: 'failed',
        sinceMs: gone,
        gap: [unready('terminating', 'Completed')],
      });
  });

  it('`always` begins at the opening: what was before does not count, what still is then does', () => {
    expect(stateOf(goal(web2, 'always'), back, 30_000)).toMatchObject({ state: 'holds' });
    expect(stateOf(goal(web2, 'always'), first, 5_900)).toMatchObject({ state: 'holds' });
    expect(stateOf(goal(web2, 'always'), back - 1, 30_000)).toEqual({
      id: 'g',
      state: 'failed',
      sinceMs: back - 1,
      gap: [unready('notReady', 'Running')],
    });
  });

  it('does not look at what comes after the moment', () => {
    expect(stateOf(goal({ object: 'Pod/web-2', exists: false }, 'now'), 0, 1)).toMatchObject({
      state: 'holds',
    });
  });

  it('are the same value while nothing of them changes, and say no less after going back', () => {
    const goals = [goal(web2, 'now'), { ...goal(web2, 'always'), id: 'always' }];
    const calm = goalStates(goals, journal, 5_000, 5_500);
    expect(goalStates(goals, journal, 5_000, 5_900)).toBe(calm);
    const later = goalStates(goals, journal, 5_000, 6_100);
    expect(later).not.toBe(calm);
    expect(goalStates(goals, journal, 5_000, 5_500)).toEqual(calm);
  });

  it('say the same whether a journal is read at once or as it grows', () => {
    const goals = [goal(web2, 'now'), { ...goal(web2, 'always'), id: 'always' }];
    const growing: Entry[] = [];
    for (const entry of journal) {
      growing.push(entry);
      goalStates(goals, growing, 5_000, entry.atMs);
    }
    for (const nowMs of [0, 100, first, 5_500, gone ?? 0, back - 1, back, 30_000])
      expect(goalStates(goals, growing, 5_000, nowMs)).toEqual(goalStates(goals, [...journal], 5_000, nowMs));
  });

  it('are judged when a moment is over: what was not so in the midst of it counts for nothing', () => {
    const exists: Condition = { object: 'Pod/web-2', exists: true };
    const [before] = journal.flatMap((e) => (e.type === 'write' && e.key === 'Pod/default/web-2' ? [e] : []));
    const write = (after: object | undefined): Entry =>
      ({ ...before, sequence: growing.length, atMs: 40_000, after }) as Entry;
    const growing = [...journal];
    const goals = [goal(exists, 'always')];
    growing.push(write(undefined));
    expect(goalStates(goals, growing, back, 40_000)[0]?.state).toBe('failed');
    growing.push(write(before?.after));
    expect(goalStates(goals, growing, back, 40_000)[0]?.state).toBe('holds');
  });

  it('of a lab without goals are none', () => {
    expect(goalStates([], journal, 0, 30_000)).toEqual([]);
  });
});

function holdsReady(object: object | undefined): boolean {
  const { status } = (object ?? {}) as { status?: { conditions?: { type: string; status: string }[] } };
  return status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') ?? false;
}

describe('what happened', () => {
  const prediction = (...choices: Condition[]): Prediction => ({
    id: 'p',
    scenario: 'test',
    question: text,
    choices: choices.map((happened) => ({ text, happened })),
    judgedAtMs: 10_000,
  });
  const story = { ...up, commands: [...upCommands, at(6_000, scale(2))] };
  const yes: Condition = { object: 'Pod/web-2', exists: false };
  const no: Condition = { object: 'Pod/web-2', exists: true };

  it('is the one choice whose condition holds at that moment', () => {
    expect(happenedChoice(story, prediction(no, yes))).toBe(1);
    expect(happenedChoice(story, { ...prediction(no, yes), judgedAtMs: 5_500 })).toBe(0);
  });

  it('must be exactly one: none and two are the author’s mistake', () => {
    expect(() => happenedChoice(story, prediction(no, no))).toThrow(
      'prediction p: at 10000 ms exactly one choice must hold, but these do: none',
    );
    expect(() => happenedChoice(story, prediction(yes, no, yes))).toThrow('these do: 0, 2');
  });
});
