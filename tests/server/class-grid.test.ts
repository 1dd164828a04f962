import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GridView } from '@/lib/class/public';
import { isGenerated } from '@/lib/quiz/entry';
import { classGrid as gridFor } from '@/lib/server/class-grid';
import { lessonItems } from '@/lib/server/class-items';
import { classLearners } from '@/lib/server/classes';
import { database } from '@/lib/server/db';
import { itemHash } from '@/lib/server/item-hash';
import { getQuiz, LESSON } from './course';
import { freshSite } from './site';

vi.mock('@/lib/course/quiz', () => import('./course'));
vi.mock('@/lib/course/lessons', () => import('./course'));
vi.mock('@/lib/course/labs', () => import('./course'));

freshSite();

const asker = { locale: 'en', utcOffsetMinutes: 0 } as const;
const classGrid = (viewer: string, classroom: string, more = {}) =>
  gridFor(viewer, classroom, { ...asker, ...more });

const at = (day: number, hour = 8) => new Date(Date.UTC(2026, 10, day, hour));

afterEach(() => vi.useRealTimers());

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: at(6) });
  await database().learner.create({ data: { id: 'owner', kind: 'account' } });
  await database().classroom.create({ data: { id: 'class', name: 'Class 7b', ownerId: 'owner' } });
  for (const [number, id] of ['ann', 'bo', 'cy', 'helper'].entries()) {
    await database().learner.create({ data: { id, kind: 'class', lastSeenAt: at(1) } });
    const role = id === 'helper' ? 'instructor' : 'learner';
    const place = {
      id: `place-${id}`,
      classroomId: 'class',
      learnerId: id,
      role,
      nickname: id.toUpperCase(),
    };
    await database().enrollment.create({ data: { ...place, createdAt: at(1 + number) } });
  }
});

interface Try {
  readonly correct: boolean;
  readonly day: number;
  readonly item?: string;
  readonly lesson?: string;
  readonly variant?: string;
  readonly hintsUsed?: number | null;
  readonly concept?: string | null;
  readonly tryNumber?: number;
  readonly itemHash?: string;
  readonly hour?: number;
  readonly ownDay?: string;
  readonly sure?: boolean;
  readonly misconceptions?: string;
  readonly response?: string;
  readonly points?: number;
}

let attempts = 0;

/** Each try in an attempt of its own, numbered in the order of writing. */
async function putTries(learnerId: string, tries: readonly Try[]): Promise<void> {
  for (const { day, hour = 8, ownDay, lesson = LESSON, correct, ...rest } of tries) {
    attempts += 1;
    const attempt = { id: `attempt-${attempts}`, learnerId, lesson, number: attempts, seed: 'seed' };
    await database().attempt.create({ data: { ...attempt, createdAt: at(day, hour) } });
    const answer = { response: '[1]', sure: false, item: 'one', tryNumber: 1, hintsUsed: 0, ...rest };
    const graded = { concept: 'test-concept', shown: '[3,2,1,0]', points: correct ? 1 : 0.5, ...rest };
    const sent = { attemptId: attempt.id, submission: `submission-${attempts}`, createdAt: at(day, hour) };
    await database().answer.create({ data: { ...answer, ...graded, ...sent, correct, day: ownDay ?? null } });
  }
}

const rowOf = (grid: GridView, nickname: string) => grid.rows.find((row) => row.nickname === nickname);
const stateOf = (grid: GridView, nickname: string) => rowOf(grid, nickname)?.cells[0]?.concepts[0]?.state;
const statesIn = (grid: GridView) => ['ANN', 'BO', 'CY'].map((nickname) => stateOf(grid, nickname));

describe('the grid of a class', () => {
  it('has a row for each learner and a column for each written lesson; who did nothing has all to come', async () => {
    const grid = await classGrid('owner', 'class');
    expect(grid.columns).toEqual([
      {
        ...{ lesson: LESSON, number: 7, title: 'Lesson seven', sections: 3, labs: 1 },
        mean: { n: 0, share: null },
        concepts: [{ id: 'test-concept', title: 'test-concept', known: { n: 0, share: null } }],
      },
    ]);
    const concepts = [{ concept: 'test-concept', state: 'new', tries: [] }];
    const cell = { state: 'toCome', known: 0, asked: 0, sections: 0, labs: 0, concepts };
    expect(grid.rows.map(({ id, nickname, cells }) => [id, nickname, cells])).toEqual(
      ['ann', 'bo', 'cy'].map((id) => [`place-${id}`, id.toUpperCase(), [cell]]),
    );
    expect(grid.advice).toEqual({ kind: 'nothingYet' });
  });

  it('says what each learner knows, from the first tries of all attempts, reviews among them', async () => {
    await putTries('ann', [
      { correct: false, day: 2 },
      { correct: true, day: 3, item: 'many' },
      { correct: true, day: 4, item: 'generated', variant: '17', lesson: 'review' },
      { correct: true, day: 5 },
    ]);
    await putTries('bo', [
      { correct: false, day: 2 },
      { correct: true, day: 3, tryNumber: 2 },
    ]);
    await putTries('cy', [{ correct: true, day: 2 }]);
    const grid = await classGrid('owner', 'class');
    expect(statesIn(grid)).toEqual(['solid', 'tried', 'ok']);
    expect(rowOf(grid, 'ANN')?.cells[0]).toMatchObject({ state: 'asked', known: 1, asked: 1 });
    expect(rowOf(grid, 'ANN')?.cells[0]?.concepts[0]?.tries.map(({ atMs }) => atMs)).toEqual(
      [5, 4, 3, 2].map((day) => Number(at(day))),
    );
  });

  it('counts an answer with a hint as tried, and one that was kept before hints and concepts were as what it was', async () => {
    await putTries('ann', [{ correct: true, day: 2, hintsUsed: 1 }]);
    await putTries('bo', [{ correct: true, day: 2, hintsUsed: null, concept: null }]);
    await putTries('cy', [{ correct: true, day: 2, concept: null, item: 'gone-from-the-course' }]);
    expect(statesIn(await classGrid('owner', 'class'))).toEqual(['tried', 'ok', 'new']);
  });

  it('takes a day for the learner’s own where it is noted, else for the instructor’s', async () => {
    const threeRight = (ownDay?: string) =>
      [20, 22, 23].map((hour, count) => ({
        ...{ correct: true, day: 2, hour, item: count === 0 ? 'many' : 'one', variant: String(count) },
        ...(ownDay && { ownDay: count === 0 ? ownDay : '2026-11-03' }),
      }));
    await putTries('ann', threeRight());
    await putTries('bo', threeRight('2026-11-02'));
    expect(statesIn(await classGrid('owner', 'class')).slice(0, 2)).toEqual(['ok', 'solid']);
    expect(stateOf(await classGrid('owner', 'class', { utcOffsetMinutes: 120 }), 'ANN')).toBe('solid');
    expect((await classGrid('owner', 'class', { utcOffsetMinutes: 14 * 60 })).today).toBe('2026-11-06');
    expect((await classGrid('owner', 'class', { utcOffsetMinutes: 18 * 60 })).today).toBe('2026-11-06');
    expect((await classGrid('owner', 'class', { utcOffsetMinutes: -9 * 60 })).today).toBe('2026-11-05');
  });

  it('counts sections that were read and labs that were solved, each once; nothing asked of a begun lesson is read', async () => {
    const db = database();
    for (const section of ['opening', 'order'])
      await db.sectionRead.create({ data: { learnerId: 'ann', lesson: LESSON, section } });
    await db.sectionRead.create({ data: { learnerId: 'ann', lesson: `${LESSON}-else`, section: 'x' } });
    for (const solved of [true, true, false])
      await db.labRun.create({
        data: { learnerId: 'ann', lesson: LESSON, lab: 'first', commands: '[]', untilMs: 1, solved },
      });
    const run = { learnerId: 'bo', lesson: LESSON, lab: 'first', commands: '[]', untilMs: 1, solved: false };
    await db.labRun.create({ data: run });
    const grid = await classGrid('owner', 'class');
    expect(rowOf(grid, 'ANN')?.cells).toMatchObject([{ state: 'read', sections: 2, labs: 1, asked: 0 }]);
    expect(rowOf(grid, 'BO')?.cells).toMatchObject([{ state: 'toCome', labs: 0 }]);
  });

  it('puts who needs somebody first, with the reason; days are the instructor’s', async () => {
    await putTries('ann', [{ correct: false, day: 2 }]);
    await putTries('cy', [
      { correct: false, day: 1, sure: true },
      { correct: false, day: 2, sure: true, item: 'many' },
      { correct: false, day: 3, sure: true, item: 'steps' },
    ]);
    vi.setSystemTime(at(9, 23));
    const rows = (await classGrid('owner', 'class')).rows.map(({ nickname, needs }) => [nickname, needs]);
    expect(rows).toEqual([
      ['ANN', [{ kind: 'away', days: 7 }]],
      ['CY', [{ kind: 'sureWrong', wrong: 3, sure: 3 }]],
      ['BO', [{ kind: 'notBegun', days: 7 }]],
    ]);
    const later = await classGrid('owner', 'class', { utcOffsetMinutes: 60 });
    expect(rowOf(later, 'CY')?.needs[0]).toEqual({ kind: 'away', days: 7 });
  });

  it('names what at least three believe, of those who were asked about it', async () => {
    const misconceptions = JSON.stringify(['statefulset-shrinks-from-the-lowest']);
    await putTries('ann', [{ correct: false, day: 2, misconceptions }]);
    await putTries('bo', [{ correct: false, day: 2, misconceptions }]);
    expect(await classGrid('owner', 'class')).not.toHaveProperty('belief');
    await putTries('cy', [{ correct: false, day: 2, misconceptions }]);
    expect((await classGrid('owner', 'class')).belief).toEqual({
      ...{ text: 'A StatefulSet gives up its lowest ordinals first.', n: 3, of: 3 },
    });
  });
});

describe('the first tries of an item', () => {
  const itemsNow = async () => (await lessonItems('owner', 'class', LESSON, 'en')).items;

  it('are one a learner, the earliest of all attempts, reviews among them, in words', async () => {
    const item = getQuiz(LESSON)?.items[0];
    const hash = item && !isGenerated(item) ? itemHash(item) : '';
    await putTries('ann', [
      { correct: false, day: 3, itemHash: hash },
      { correct: true, day: 4 },
      { correct: true, day: 2, tryNumber: 2 },
    ]);
    await putTries('bo', [{ correct: true, day: 2, lesson: 'review', item: `${LESSON}/one`, sure: true }]);
    await putTries('cy', [{ correct: false, day: 2, itemHash: 'of another version' }]);
    await putTries('helper', [{ correct: true, day: 2 }]);
    const [one, many] = await itemsNow();
    expect(one?.tries.map(({ nickname, isRight, said, atMs }) => [nickname, isRight, said, atMs])).toEqual([
      ['ANN', false, 'one-c', Number(at(3))],
      ['BO', true, 'one-c', Number(at(2))],
      ['CY', false, null, Number(at(2))],
    ]);
    expect(one).toMatchObject({ number: 1, n: 2, right: 1, sure: 1, sureWrong: 0, earlier: 1 });
    expect(many?.tries).toEqual([]);
  });

  it('tell no option of an item that nobody of the class has answered, for its key would be told with it', async () => {
    await putTries('ann', [{ correct: false, day: 2, response: '[0]', points: 0 }]);
    const items = await itemsNow();
    expect(items.map(({ bars }) => bars.length)).toEqual([4, 0, 0, 0]);
    expect(JSON.stringify(items)).not.toMatch(/because-|hint-|explanation-/);
  });

  it('of a lesson without a quiz are refused', async () => {
    await expect(lessonItems('owner', 'class', 'none', 'en')).rejects.toMatchObject({
      code: 'unknown-lesson',
    });
  });
});

describe('the learners of a class', () => {
  it('are those of the role, by when they joined, with their last visit', async () => {
    expect(await classLearners('owner', 'class')).toEqual(
      ['ann', 'bo', 'cy'].map((id, number) => ({
        id: `place-${id}`,
        nickname: id.toUpperCase(),
        joinedAtMs: Number(at(1 + number)),
        lastSeenAtMs: Number(at(1)),
      })),
    );
  });
});
