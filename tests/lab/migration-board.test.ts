import { describe, expect, it } from 'vitest';
import labs from '@/content/capstone-lvs-squid-apache-mysql/lab';
import { createSession } from '@/lib/lab/create-session';
import { kubectlTypist } from '@/lib/lab/kubectl-typist';
import {
  type Board,
  boardOfTheNotes,
  carriers,
  doors,
  machines,
  manifestsOf,
  type Slot,
  storages,
} from '@/lib/lab/migration-board';
import { type Marks, markConditions, marksOf, stoodOf } from '@/lib/lab/migration-marks';
import { ruleIds, warningsOf } from '@/lib/lab/migration-rules';

const scenario = labs.scenarios.find(({ id }) => id === 'board');
if (!scenario) throw new Error('lesson 14 has no scenario "board"');

const withSlots = (changes: Partial<Record<keyof Board, Partial<Slot>>>, board = boardOfTheNotes): Board =>
  Object.fromEntries(
    machines.map((machine) => [machine, { ...board[machine], ...changes[machine] }]),
  ) as unknown as Board;

const good = withSlots({
  squid: { door: 'nodeport' },
  mysql: { carrier: 'statefulset', storage: 'claim', door: 'headless' },
});

const applied = (board: Board) => {
  const session = createSession(scenario, { typist: kubectlTypist });
  expect(session.applyText(manifestsOf(board)).refusals).toEqual([]);
  return session;
};
const marksAt = (board: Board, atMs: number, deleted: readonly string[] = []): Marks => {
  const session = applied(board);
  session.seek(40_000);
  for (const name of deleted) session.do({ verb: 'delete', kind: 'Pod', name });
  session.seek(atMs);
  return marksOf(session.turns(markConditions), atMs);
};

describe('the manifests of a board', () => {
  const slots = carriers.flatMap((carrier) =>
    doors.flatMap((door) => storages.map((storage): Slot => ({ carrier, replicas: 2, door, storage }))),
  );
  it.each(slots)('are taken by the API server with all machines so: $carrier $door $storage', (slot) => {
    const board = Object.fromEntries(machines.map((machine) => [machine, slot])) as unknown as Board;
    const text = manifestsOf(board);
    if (slot.carrier === 'none') expect(text).toBe('');
    else applied(board);
  });
});

describe('what will go wrong', () => {
  const of = (board: Board) => warningsOf(board).map(({ rule, machine }) => `${rule} ${machine}`);

  it('is nothing of a board that keeps the site and its rows with nothing needless', () => {
    expect(of(good)).toEqual([]);
    expect(of(withSlots({ mysql: { carrier: 'recreate' } }, good))).toEqual([]);
  });

  it('is three things of what the notes say: MySQL alone, its rows, and no door', () => {
    expect(of(boardOfTheNotes)).toEqual(['bare mysql', 'rowsLost mysql', 'noDoor squid']);
  });

  it.each([
    [{ mysql: { carrier: 'deployment' } }, 'twoWriters mysql'],
    [{ mysql: { replicas: 3 } }, 'manyDatabases mysql'],
    [{ mysql: { carrier: 'together' } }, 'together mysql'],
    [{ apache: { door: 'none' } }, 'noName apache'],
    [{ apache: { replicas: 1 } }, 'onlyOne apache'],
    [{ apache: { carrier: 'none' } }, 'missing apache'],
    [{ squid: { carrier: 'statefulset' } }, 'needlessSet squid'],
    [{ squid: { carrier: 'recreate' } }, 'allAtOnce squid'],
    [{ squid: { storage: 'claim' } }, 'needlessDisk squid'],
    [{ mysql: { door: 'nodeport' } }, 'innerDoor mysql'],
    [{ lvs: { carrier: 'deployment' } }, 'movedBalancer lvs'],
  ] as const)('a good board with %o is told of alone', (change, told) => {
    expect(of(withSlots(change, good))).toEqual([told]);
  });

  it('has a rule for each name', () => {
    expect(new Set(ruleIds).size).toBe(ruleIds.length);
  });
});

describe('the marks of a run', () => {
  it('are whole for a good board that nobody breaks', () => {
    const { page, rows, needless } = marksAt(good, 60_000);
    expect(page).toMatchObject({ isNow: true, share: 1, breaks: [] });
    expect(rows).toMatchObject({ isNow: true });
    expect(needless).toEqual([]);
  });

  it('name the moments in which MySQL was away, and no more', () => {
    const { page, rows } = marksAt(good, 100_000, ['mysql-0']);
    expect(page.breaks).toHaveLength(1);
    expect(page.breaks[0]?.fromMs).toBeGreaterThanOrEqual(40_000);
    expect(page.share).toBeGreaterThan(0.9);
    expect(page.share).toBeLessThan(1);
    expect(rows.isNow).toBe(true);
  });

  it('say of the notes’ plan that nobody outside got a page, that there were no rows, and that a Pod is bare', () => {
    const { page, rows, needless } = marksAt(boardOfTheNotes, 60_000);
    expect(page.sinceMs).toBeUndefined();
    expect(page.gap[0]).toMatchObject({ about: 'way', how: 'noDoor' });
    expect(rows.sinceMs).toBeUndefined();
    expect(needless).toEqual([{ what: 'bare', tooMany: 1 }]);
  });

  it('say that a bare MySQL with the rows is gone for good when it is deleted', () => {
    const board = withSlots({ mysql: { carrier: 'pod' } }, good);
    const { page, rows } = marksAt(board, 100_000, ['mysql']);
    expect(rows).toMatchObject({ isNow: false });
    expect(page.breaks.at(-1)).toMatchObject({ toMs: 100_000 });
  });

  it.each([
    [{ lvs: { carrier: 'deployment' } }, { what: 'balancers', tooMany: 1 }],
    [{ mysql: { replicas: 3 } }, { what: 'databases', tooMany: 1 }],
    [{ squid: { carrier: 'statefulset' } }, { what: 'sets', tooMany: 1 }],
    [{ apache: { door: 'nodeport' } }, { what: 'doors', tooMany: 1 }],
  ] as const)('count what nobody needs: %o', (change, counted) => {
    expect(marksAt(withSlots(change, good), 60_000).needless).toContainEqual(counted);
  });

  it('count from the first moment at which something was there, and a break that lasts up to now', () => {
    const turns = [
      { atMs: 0, holds: false, gap: [] },
      { atMs: 1_000, holds: true, gap: [] },
      { atMs: 3_000, holds: false, gap: [] },
    ];
    expect(stoodOf(turns, 5_000)).toEqual({
      sinceMs: 1_000,
      isNow: false,
      share: 0.5,
      breaks: [{ fromMs: 3_000, toMs: 5_000, gap: [] }],
      gap: [],
    });
    expect(stoodOf(turns, 500)).toMatchObject({ isNow: false, share: 0, breaks: [] });
  });
});
