import { describe, expect, it } from 'vitest';
import lessonLabs from '@/content/statefulset-identity-and-order/lab';
import type { TimedCommand } from '@/lib/cluster/command';
import { createSession } from '@/lib/lab/create-session';
import { type Debrief, debriefOf } from '@/lib/lab/debrief';
import { debriefLimits } from '@/lib/lab/debrief-limits';
import { kubectlTypist } from '@/lib/lab/kubectl-typist';
import type { Goal, LabStatement } from '@/lib/lab/scenario';
import { about, deployment, imageOf, made } from './objects';
import { at, deletePod, scale, setImage, solution, stuckLab } from './stories';

const text = { en: 'text', zh: '文字' };
const lab = lessonLabs.labs[0]!;
const goal = (id: string, condition: Goal['condition'], when: Goal['when'] = 'now'): Goal => ({
  id,
  text,
  condition,
  when,
});
/** What each row says came of its commands, in short: "deleted Pod web-2". */
const effects = ({ rows }: Debrief) =>
  rows.map(({ caused }) =>
    caused.effects.map(({ what, kind, names, count }) =>
      count > names.length ? `${what} ${count} ${kind}` : `${what} ${kind} ${names.join(' ')}`,
    ),
  );
const turns = ({ rows }: Debrief) =>
  rows.map(({ goals }) => goals.map(({ id, holds }) => `${holds ? 'met' : 'broke'} ${id}`));
const without = ({ rows }: Debrief) =>
  rows.map((row) => row.without?.map(({ id, state }) => `${id} ${state}`));

describe('a run that solves a lab', () => {
  const debrief = debriefOf(stuckLab, solution, 40_000);

  it('has a row for each command, with what its chain of causes did', () => {
    expect(debrief.rows.map(({ atMs, commands }) => [atMs, commands])).toEqual(
      solution.map(({ atMs, command }) => [atMs, [command]]),
    );
    expect(effects(debrief)).toEqual([[], ['deleted Pod web-2', 'created Pod web-2', 'ready Pod web-2']]);
    const moved = debrief.rows.map(({ caused }) => caused.rollouts.map(({ updated, of }) => [updated, of]));
    expect(moved).toEqual([[[2, 3]], [[3, 3]]]);
  });

  it('says which command met a goal, and since when all hold', () => {
    expect(turns(debrief)).toEqual([[], ['met all-ready']]);
    const [turn] = debrief.rows[1]?.goals ?? [];
    expect(debrief.solvedAtMs).toBe(turn?.atMs);
    expect(debrief.goals).toEqual([
      {
        id: 'all-ready',
        spans: [
          { fromMs: 20_000, toMs: turn?.atMs, state: 'open' },
          { fromMs: turn?.atMs, toMs: 40_000, state: 'holds' },
        ],
      },
      { id: 'web-0-stays', spans: [{ fromMs: 20_000, toMs: 40_000, state: 'holds' }] },
    ]);
  });

  it('says of each command what would stand otherwise without it, and what would be missing', () => {
    expect(without(debrief)).toEqual([['all-ready open'], ['all-ready open']]);
    expect(debrief.rows[1]?.without?.[0]?.gap).toEqual([
      {
        about: 'ready',
        key: 'Pod/default/web-2',
        wanted: true,
        is: { state: 'notReady', ready: '0/1', status: 'Running' },
      },
    ]);
  });

  it('counts the commands and the Pods that were Ready', () => {
    expect([debrief.commands, debrief.leftOut]).toEqual([2, 0]);
    expect(debrief.leastReady).toEqual({ ready: 2, atMs: 20_000 });
  });

  it('is data, and the same each time', () => {
    expect(JSON.parse(JSON.stringify(debrief))).toEqual(debrief);
    expect(debriefOf(stuckLab, solution, 40_000)).toEqual(debrief);
  });
});

describe('a run that does not', () => {
  it('without any command has no row, and says how the goals stood', () => {
    const debrief = debriefOf(stuckLab, [], 40_000);
    expect(debrief).toMatchObject({ rows: [], commands: 0, leftOut: 0 });
    expect(debrief.solvedAtMs).toBeUndefined();
    expect(debrief.goals[0]?.spans).toEqual([{ fromMs: 20_000, toMs: 40_000, state: 'open' }]);
  });

  it('says which command broke a goal over time, that it stays broken, and that it held without it', () => {
    const debrief = debriefOf(stuckLab, [at(20_500, deletePod('web-0')), ...solution], 80_000);
    expect(turns(debrief)[0]).toContain('broke web-0-stays');
    expect(without(debrief)[0]).toEqual(['all-ready holds', 'web-0-stays holds']);
    expect(debrief.goals[1]?.spans.map(({ state }) => state)).toEqual(['holds', 'failed']);
    expect(debrief.leastReady).toMatchObject({ ready: 1 });
    expect(debrief.leastReady.atMs).toBeGreaterThan(20_500);
  });

  it('tells nothing of what was done after its end', () => {
    const debrief = debriefOf(stuckLab, solution, 21_500);
    expect([debrief.commands, debrief.rows.length, debrief.endMs]).toEqual([1, 1, 21_500]);
  });
});

describe('a command', () => {
  it('that was not needed changes no goal at the end', () => {
    const debrief = debriefOf(stuckLab, [...solution, at(34_000, deletePod('web-1'))], 60_000);
    expect(without(debrief)).toEqual([['all-ready open'], ['all-ready open'], []]);
    expect(turns(debrief)[2]).toEqual(['broke all-ready', 'met all-ready']);
  });

  it('that was refused says the API server’s words, and did nothing', () => {
    const debrief = debriefOf(stuckLab, [at(21_000, deletePod('web-7')), ...solution], 40_000);
    expect(debrief.rows[0]).toMatchObject({
      refusal: 'pods "web-7" not found',
      caused: { effects: [], rollouts: [] },
      goals: [],
      without: [],
    });
    expect(effects(debrief)[2]).toContain('ready Pod web-2');
  });

  it('of many effects counts them and names the first', () => {
    const down = debriefOf({ ...stuckLab, hands: ['scale'] }, [at(21_000, scale(30))], 400_000);
    expect(down.rows[0]?.caused.effects).toEqual([]);
    const bare = { ...stuckLab, goals: [], commands: stuckLab.commands.slice(0, 1) };
    const up = debriefOf(bare, [at(21_000, scale(8))], 60_000);
    expect(effects(up)[0]).toEqual(['created 5 PersistentVolumeClaim', 'created 5 Pod', 'ready 5 Pod']);
    expect(up.rows[0]?.caused.effects[1]).toMatchObject({ names: ['web-3', 'web-4', 'web-5'] });
  });

  it('of the scenario has no row, and takes nothing of the reader’s', () => {
    const later = { ...stuckLab, commands: [...stuckLab.commands, at(30_000, scale(2))] };
    const debrief = debriefOf(later, solution, 60_000);
    expect(debrief.rows).toHaveLength(2);
    expect(effects(debrief)[1]).toEqual(
      ['deleted Pod web-2', 'created Pod web-2', 'ready Pod web-2'].slice(0, 3),
    );
    expect(debrief.solvedAtMs).toBeUndefined();
  });
});

describe('limits', () => {
  it('rows beyond them are counted, runs beyond them are not tried', () => {
    const many = Array.from({ length: debriefLimits.rows + 5 }, (_, n) => at(21_000 + n, scale(3)));
    const debrief = debriefOf(stuckLab, many, 30_000);
    expect([debrief.rows.length, debrief.leftOut, debrief.commands]).toEqual([
      debriefLimits.rows,
      5,
      many.length,
    ]);
    const tried = debrief.rows.flatMap((row, place) => (row.without ? [place] : []));
    expect(tried).toEqual(Array.from({ length: debriefLimits.runs }, (_, place) => place));
  });
});

describe('Pods of a Deployment', () => {
  const commands: readonly TimedCommand[] = made(0, deployment('shop', 3));
  const shop: LabStatement = {
    ...about('Deployment/shop', commands, { openAtMs: 10_000 }),
    title: text,
    task: text,
    goals: [
      goal('image', {
        object: 'Deployment/shop',
        path: 'spec.template.spec.containers.0.image',
        equals: 'web:2',
      }),
      goal('rolled', { object: 'Deployment/shop', path: 'status.updatedReplicas', equals: 3 }),
      goal('available', { object: 'Deployment/shop', path: 'status.readyReplicas', equals: 3 }, 'always'),
    ],
    hints: [],
  };

  it('are counted through their ReplicaSets, and the rollout is told', () => {
    const debrief = debriefOf(shop, [at(11_000, imageOf('shop', 'web:2'))], 60_000);
    const [row] = debrief.rows;
    expect(row?.caused.rollouts).toEqual([{ key: 'Deployment/default/shop', updated: 3, of: 3 }]);
    expect(effects(debrief)[0]).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^created ReplicaSet shop-/),
        expect.stringMatching(/^created Pod( shop-\S+){3}$/),
        expect.stringMatching(/^ready Pod( shop-\S+){3}$/),
        expect.stringMatching(/^deleted Pod( shop-\S+){3}$/),
      ]),
    );
    expect(debrief.leastReady.ready).toBeGreaterThanOrEqual(2);
  });
});

describe('a session', () => {
  it('tells its own run, with the lines that were typed, up to the moment', () => {
    const session = createSession(lab, { typist: kubectlTypist });
    session.seek(25_000);
    session.type('kubectl set image statefulset/web db=db:v1');
    session.seek(27_000);
    session.type('kubectl delete pod web-2 --wait=false');
    session.seek(29_000);
    session.do(scale(3));
    session.seek(40_000);
    const debrief = session.debrief();
    expect(debrief.rows.map(({ line }) => line)).toEqual([
      'kubectl set image statefulset/web db=db:v1',
      'kubectl delete pod web-2 --wait=false',
      undefined,
    ]);
    expect(debrief.solvedAtMs).toBeDefined();
    expect(without(debrief)[2]).toEqual([]);
    session.seek(26_000);
    expect(session.debrief()).toMatchObject({ endMs: 26_000, commands: 1 });
  });

  it('has one row for a line that gave several commands', () => {
    const session = createSession(lab, { typist: kubectlTypist });
    session.type('kubectl delete pod web-0 web-2 --wait=false');
    session.seek(60_000);
    const { rows, commands } = session.debrief();
    expect([rows.length, rows[0]?.commands.length, commands]).toEqual([1, 2, 2]);
    expect(rows[0]?.caused.effects[0]).toMatchObject({
      what: 'deleted',
      names: ['web-0', 'web-2'],
      count: 2,
    });
  });

  it('tells each future by itself', () => {
    const session = createSession(lab);
    session.seek(25_000);
    session.do(setImage('db:v1'));
    session.fork();
    session.do(deletePod('web-2'));
    session.seek(40_000);
    expect(session.debrief().commands).toBe(2);
    session.goTo('A');
    expect(session.debrief().commands).toBe(1);
  });
});

describe('each solution and shortcut of the lesson', () => {
  it.each(lab.solutions.map((run, place) => [place, run] as const))(
    'solution %i: every command was needed',
    (_, run) => {
      const debrief = debriefOf(lab, run.commands, run.untilMs);
      expect(debrief.solvedAtMs).toBeDefined();
      for (const row of without(debrief)) expect(row).not.toEqual([]);
    },
  );

  it.each(lab.shortcuts.map((run) => [run.why, run] as const))('%s', (_, run) => {
    const { solvedAtMs, goals } = debriefOf(lab, run.commands, run.untilMs);
    expect(solvedAtMs).toBeUndefined();
    expect(goals.find(({ id }) => id === run.fails)?.spans.at(-1)?.state).not.toBe('holds');
  });
});
