import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as grids from '@/lib/server/class-grid';
import * as items from '@/lib/server/class-items';
import * as classes from '@/lib/server/classes';
import { database } from '@/lib/server/db';
import * as codes from '@/lib/server/join-codes';
import * as rights from '@/lib/server/rights';
import { mayRead } from '@/lib/server/rights';
import { LESSON } from './course';
import { freshSite } from './site';

vi.mock('@/lib/course/quiz', () => import('./course'));
vi.mock('@/lib/course/lessons', () => import('./course'));
vi.mock('@/lib/course/labs', () => import('./course'));

freshSite();

const AT = new Date('2026-11-26T08:00:00.000Z');

/** Two classes, each with a learner of its own, an instructor beside the owner, and a code; every text in them names its class. */
async function putTwoClasses(): Promise<void> {
  const db = database();
  const people = ['owner-a', 'owner-b', 'stranger', 'helper-a', 'account', 'learner-a', 'learner-b', 'both'];
  for (const id of people) await db.learner.create({ data: { id, kind: 'account' } });
  for (const side of ['a', 'b']) {
    const classroomId = `class-${side}`;
    await db.classroom.create({
      data: { id: classroomId, name: `name canary-${side}`, ownerId: `owner-${side}` },
    });
    const code = { id: `code-${side}`, classroomId, hash: `hash canary-${side}`, expiresAt: AT };
    await db.joinCode.create({ data: code });
    await putPlace(side, `learner-${side}`);
    await putPlace(side, 'both');
    await putAnswer(`learner-${side}`, `misconception canary-${side}`);
  }
  await putPlace('a', 'helper-a', 'instructor');
  // An instructor of one class is a learner of the other one, and nothing more.
  await putPlace('b', 'helper-a');
  await putPlace('b', 'owner-a');
}

const putPlace = (side: string, learnerId: string, role = 'learner') =>
  database().enrollment.create({
    data: {
      id: `place-${side}-${learnerId}`,
      classroomId: `class-${side}`,
      learnerId,
      role,
      nickname: `${learnerId} canary-${side}`,
    },
  });

async function putAnswer(learnerId: string, misconception: string): Promise<void> {
  const attempt = { id: `attempt-${learnerId}`, learnerId, lesson: LESSON, number: 1, seed: 'seed' };
  await database().attempt.create({ data: attempt });
  const answer = { attemptId: attempt.id, item: 'one', tryNumber: 1, response: '[1]', shown: '[0,1,2,3]' };
  const graded = { correct: false, points: 0, sure: true, submission: `submission-${learnerId}` };
  const misconceptions = JSON.stringify([misconception]);
  await database().answer.create({ data: { ...answer, ...graded, misconceptions, concept: 'test-concept' } });
}

type Query = (viewer: string | undefined, classroom: string, side: string) => Promise<unknown>;

const reads: Readonly<Record<string, Query>> = {
  classToRead: (viewer, id) => rights.classToRead(viewer, id),
  classLearners: (viewer, id) => classes.classLearners(viewer, id),
  classView: (viewer, id) => classes.classView(viewer, id),
  classGrid: (viewer, id) => grids.classGrid(viewer, id, { locale: 'en', utcOffsetMinutes: 0 }),
  lessonItems: (viewer, id) => items.lessonItems(viewer, id, LESSON, 'en'),
  joinCodes: (viewer, id) => codes.joinCodes(viewer, id),
};

const changes: Readonly<Record<string, Query>> = {
  classToChange: (viewer, id) => rights.classToChange(viewer, id),
  createJoinCode: (viewer, id) => codes.createJoinCode(viewer, id, { days: 1 }),
  revokeJoinCode: (viewer, id, side) => codes.revokeJoinCode(viewer, id, `code-${side}`),
  removeLearner: (viewer, id, side) => classes.removeLearner(viewer, id, `place-${side}-both`),
  renameClassroom: (viewer, id, side) => classes.renameClassroom(viewer, id, `name canary-${side}`),
  deleteClassroom: (viewer, id) => classes.deleteClassroom(viewer, id),
};

/** What these modules have beside queries about one class; a new function is one of them or stands in the matrix. */
const others = [
  ...['createClassroom', 'classesOf', 'placesOf', 'leaveClass', 'tidyName', 'conceptTitle'],
  ...['codeToShow', 'codeTyped', 'codeHash', 'stateOf', 'mayRead', 'mayChange'],
];

const viewers = [
  undefined,
  'nobody',
  'stranger',
  'account',
  'learner-a',
  'learner-b',
  'both',
  'helper-a',
  'owner-a',
  'owner-b',
];
const readers: Readonly<Record<string, readonly string[]>> = { a: ['owner-a', 'helper-a'], b: ['owner-b'] };

const told = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'allowed',
    (error: { code?: string }) => error.code ?? String(error),
  );

describe('who may read a class', () => {
  beforeEach(putTwoClasses);

  it('is asked of every function that these modules export', () => {
    const exported = [rights, classes, grids, items, codes].flatMap((module) => Object.keys(module)).sort();
    expect([...Object.keys(reads), ...Object.keys(changes), ...others].sort()).toEqual(exported);
  });

  const cells = ['a', 'b'].flatMap((side) => viewers.map((viewer) => ({ side, viewer })));

  it.each(cells)(
    'class $side, for $viewer: its owner and its instructors, by every query alike',
    async ({ side, viewer }) => {
      const isReader = viewer !== undefined && readers[side]?.includes(viewer);
      for (const [name, read] of Object.entries(reads))
        expect([name, await told(read(viewer, `class-${side}`, side))]).toEqual([
          name,
          isReader ? 'allowed' : 'unknown-class',
        ]);
      for (const [name, change] of Object.entries(changes)) {
        const answer = viewer === `owner-${side}` ? 'allowed' : isReader ? 'owner-only' : 'unknown-class';
        expect([name, await told(change(viewer, `class-${side}`, side))]).toEqual([name, answer]);
      }
    },
  );

  it.each(['a', 'b'])(
    'reads of class %s hold everything of it and nothing of the other one',
    async (side) => {
      const other = side === 'a' ? 'b' : 'a';
      for (const [name, read] of Object.entries(reads)) {
        const text = JSON.stringify(await read(`owner-${side}`, `class-${side}`, side));
        expect(text, name).not.toContain(`canary-${other}`);
        expect(text, name).not.toContain(`learner-${other}`);
        if (name !== 'joinCodes') expect(text, name).toContain(`canary-${side}`);
      }
      const { classes: listed } = await classes.classesOf(`owner-${side}`);
      expect(JSON.stringify(listed)).not.toContain(`canary-${other}`);
    },
  );

  it('queries name nobody by the id that their cookie holds, and tell no hash of a code', async () => {
    for (const [name, read] of Object.entries(reads)) {
      if (name === 'classToRead') continue;
      const text = JSON.stringify(await read('owner-a', 'class-a', 'a'));
      expect(text, name).not.toMatch(/"learner-a"|"both"|hash/);
    }
  });

  it('a class that there is not is told like one that may not be read', async () => {
    for (const read of [...Object.values(reads), ...Object.values(changes)])
      expect(await told(read('owner-a', 'class-c', 'c'))).toBe('unknown-class');
  });

  it('an owner reaches no code and no place of another class through their own', async () => {
    await codes.revokeJoinCode('owner-a', 'class-a', 'code-b');
    await classes.removeLearner('owner-a', 'class-a', 'place-b-both');
    expect(await database().joinCode.findUnique({ where: { id: 'code-b' } })).toMatchObject({
      revokedAt: null,
    });
    expect(await database().enrollment.count({ where: { classroomId: 'class-b' } })).toBe(4);
  });

  it('the list of classes has those that may be read', async () => {
    const listed = async (viewer?: string) => (await classes.classesOf(viewer)).classes.map(({ id }) => id);
    const lists = await Promise.all(viewers.map((viewer) => listed(viewer)));
    expect(viewers.map((viewer, at) => [viewer, lists[at]])).toEqual(
      viewers.map((viewer) => [
        viewer,
        ['a', 'b'].filter((side) => viewer && readers[side]?.includes(viewer)).map((side) => `class-${side}`),
      ]),
    );
  });

  it('is nobody any more who was taken out of it', async () => {
    await classes.removeLearner('owner-a', 'class-a', 'place-a-helper-a');
    expect(await told(reads.classGrid?.('helper-a', 'class-a', 'a') ?? Promise.resolve())).toBe(
      'unknown-class',
    );
  });
});

describe('mayRead', () => {
  const classroom = {
    ownerId: 'owner',
    enrollments: [
      { learnerId: 'helper', role: 'instructor' },
      { learnerId: 'learner', role: 'learner' },
    ],
  };

  it.each([
    ['owner', true],
    ['helper', true],
    ['learner', false],
    ['stranger', false],
    ['', false],
    [undefined, false],
  ])('for %j is %j', (viewer, may) => expect(mayRead(viewer, classroom)).toBe(may));
});
