import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type ClassGrid, classGrid, itemFirstTries } from '@/lib/server/class-grid';
import { classLearners } from '@/lib/server/classes';
import { database } from '@/lib/server/db';
import { itemHash } from '@/lib/server/item-hash';
import { getQuiz, LESSON } from './course';
import { freshSite } from './site';

vi.mock('@/lib/course/quiz', () => import('./course'));
vi.mock('@/lib/course/lessons', () => import('./course'));
vi.mock('@/lib/course/labs', () => import('./course'));

freshSite();

const at = (day: number, hour = 8) => new Date(Date.UTC(2026, 10, day, hour));

beforeEach(async () => {
  await database().learner.create({ data: { id: 'owner', kind: 'account' } });
  await database().classroom.create({ data: { id: 'class', name: 'Class 7b', ownerId: 'owner' } });
  for (const [number, id] of ['ann', 'bo', 'cy', 'helper'].entries()) {
    await database().learner.create({ data: { id, kind: 'class', lastSeenAt: at(20) } });
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
}

let attempts = 0;

/** Each try in an attempt of its own, numbered in the order of writing. */
async function putTries(learnerId: string, tries: readonly Try[]): Promise<void> {
  for (const { day, lesson = LESSON, correct, ...rest } of tries) {
    attempts += 1;
    const attempt = { id: `attempt-${attempts}`, learnerId, lesson, number: attempts, seed: 'seed' };
    await database().attempt.create({ data: { ...attempt, createdAt: at(day) } });
    const answer = { item: 'one', tryNumber: 1, hintsUsed: 0, concept: 'test-concept', ...rest };
    const graded = { response: '[1]', shown: '[3,2,1,0]', sure: false, points: correct ? 1 : 0.5 };
    const sent = { attemptId: attempt.id, submission: `submission-${attempts}`, createdAt: at(day) };
    await database().answer.create({ data: { ...answer, ...graded, ...sent, correct } });
  }
}

const statesIn = (grid: ClassGrid) =>
  grid.rows.map(({ nickname, cells }) => [
    nickname,
    cells.map(({ concepts }) => concepts.map(({ state }) => state)),
  ]);

describe('the grid of a class', () => {
  it('has a row for each learner by when they joined, and a column for each written lesson; who did nothing has no cells', async () => {
    const grid = await classGrid('owner', 'class');
    expect(grid.columns).toEqual([
      { lesson: LESSON, number: 7, sections: 3, labs: 1, concepts: ['test-concept'] },
    ]);
    expect(grid.rows).toEqual(
      ['ann', 'bo', 'cy'].map((id) => ({ id: `place-${id}`, nickname: id.toUpperCase(), cells: [] })),
    );
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
    expect(statesIn(await classGrid('owner', 'class'))).toEqual([
      ['ANN', [['solid']]],
      ['BO', [['tried']]],
      ['CY', [['ok']]],
    ]);
  });

  it('names the tries that a state rests on', async () => {
    await putTries('ann', [{ correct: true, day: 2 }]);
    const [row] = (await classGrid('owner', 'class')).rows;
    const concept = row?.cells[0]?.concepts[0];
    const { id } = await database().answer.findFirstOrThrow();
    expect(concept?.tries.map((one) => one.id)).toEqual([String(id)]);
    expect(concept?.because.at(-1)).toMatchObject({ rule: 'isRightOften', holds: false, has: 1, needs: 3 });
  });

  it('counts an answer with a hint as tried, and one that was kept before hints and concepts were as what it was', async () => {
    await putTries('ann', [{ correct: true, day: 2, hintsUsed: 1 }]);
    await putTries('bo', [{ correct: true, day: 2, hintsUsed: null, concept: null }]);
    await putTries('cy', [{ correct: true, day: 2, concept: null, item: 'gone-from-the-course' }]);
    expect(statesIn(await classGrid('owner', 'class'))).toEqual([
      ['ANN', [['tried']]],
      ['BO', [['ok']]],
      ['CY', []],
    ]);
  });

  it('counts sections that were read and labs that were solved, each once', async () => {
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
    const { rows } = await classGrid('owner', 'class');
    expect(rows[0]?.cells).toMatchObject([{ lesson: LESSON, sections: 2, labs: 1 }]);
    expect(rows[1]?.cells).toEqual([]);
  });
});

describe('the first tries of an item', () => {
  it('are one a learner, the earliest of all attempts, in the author’s numbers', async () => {
    const item = getQuiz(LESSON)?.items[0];
    await putTries('ann', [
      { correct: false, day: 3, itemHash: item ? itemHash(item) : '' },
      { correct: true, day: 4 },
      { correct: true, day: 2, tryNumber: 2 },
    ]);
    await putTries('cy', [{ correct: true, day: 2, itemHash: 'of another version' }]);
    await putTries('helper', [{ correct: true, day: 2 }]);
    expect(await itemFirstTries('owner', 'class', LESSON, 'one')).toEqual([
      {
        ...{
          id: 'place-ann',
          nickname: 'ANN',
          atMs: Number(at(3)),
          correct: false,
          points: 0.5,
          sure: false,
        },
        ...{ hintsUsed: 0, answer: [2], isOfThisVersion: true, misconceptions: [] },
      },
      {
        ...{ id: 'place-cy', nickname: 'CY', atMs: Number(at(2)), correct: true, points: 1, sure: false },
        ...{ hintsUsed: 0, answer: [2], isOfThisVersion: false, misconceptions: [] },
      },
    ]);
    expect(await itemFirstTries('owner', 'class', LESSON, 'many')).toEqual([]);
  });
});

describe('the learners of a class', () => {
  it('are those of the role, by when they joined, with their last visit', async () => {
    expect(await classLearners('owner', 'class')).toEqual(
      ['ann', 'bo', 'cy'].map((id, number) => ({
        id: `place-${id}`,
        nickname: id.toUpperCase(),
        joinedAt: at(1 + number),
        lastSeenAt: at(20),
      })),
    );
  });
});
