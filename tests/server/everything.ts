import Sqlite from 'better-sqlite3';
import { chanceOf } from '@/lib/quiz/chance';
import { database } from '@/lib/server/db';

/** Every row of every table, as the file has it: what a test compares before and after. */
export type Dump = Readonly<Record<string, readonly Row[]>>;
export type Row = Readonly<Record<string, unknown>>;

export function tablesOf(file: string): readonly string[] {
  const db = new Sqlite(file, { readonly: true });
  const names = db.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  );
  const tables = names.pluck().all() as string[];
  db.close();
  return tables.sort();
}

export function dump(file: string): Dump {
  const db = new Sqlite(file, { readonly: true });
  const rowsOf = (table: string) => db.prepare(`SELECT * FROM "${table}" ORDER BY 1`).all() as Row[];
  const tables = tablesOf(file).filter((table) => table !== '_prisma_migrations');
  const all = Object.fromEntries(tables.map((table) => [table, rowsOf(table)]));
  db.close();
  return all;
}

export const lessons = ['pods', 'sets', 'review'];
export const classes = ['class-a', 'class-b', 'class-c'];
const items = ['one', 'two', 'three'];
const sections = ['opening', 'order', 'recap'];
const concepts = ['readiness', 'order', 'identity'];
const START_MS = Date.UTC(2026, 10, 1);
const DAY_MS = 24 * 60 * 60 * 1_000;

/** Draws from a seed what a learner has done; `mark` stands in every text that could be told apart. */
export class Life {
  readonly #chance;
  #count = 0;

  constructor(
    readonly learner: string,
    seed: string,
    readonly mark = learner,
  ) {
    this.#chance = chanceOf(`${seed}/${learner}`);
  }

  upTo = (most: number): number => Math.floor(this.#chance() * (most + 1));
  some = <Value>(values: readonly Value[]): Value[] => values.filter(() => this.#chance() < 0.6);
  moment = (): Date => new Date(START_MS + Math.floor(this.#chance() * 20 * DAY_MS));
  id = (): string => `${this.mark}-${++this.#count}`;
}

/** The teacher of the three classes, who is neither of those that a test looks at. */
export async function putClasses(): Promise<void> {
  const db = database();
  // Hundreds of rows, and no power cut to fear.
  await db.$queryRawUnsafe('PRAGMA synchronous = OFF');
  await db.learner.create({ data: { id: 'teacher', kind: 'account' } });
  for (const id of classes) await db.classroom.create({ data: { id, name: id, ownerId: 'teacher' } });
}

/** A learner with rows in every table, as many and as mixed as the seed says; `account`: and with a User. */
export async function putLife(life: Life, { account = false } = {}): Promise<void> {
  const { learner, mark } = life;
  const kind = account ? 'account' : (life.some(['class'])[0] ?? 'anonymous');
  const seen = { locale: `locale ${mark}`, lastSeenAt: life.moment() };
  await database().learner.create({ data: { id: learner, createdAt: life.moment(), kind, ...seen } });
  const answers = await putQuizzes(life);
  await putReading(life);
  await putCards(life, answers);
  await putPlaces(life);
  if (account) await putUser(life);
  const merged = { fromId: `before-${mark}`, toId: learner, reason: 'sign-in', createdAt: life.moment() };
  await database().learnerMerge.create({ data: merged });
}

async function putQuizzes(life: Life): Promise<number[]> {
  const db = database();
  const answers: number[] = [];
  for (const lesson of lessons) {
    const times = Array.from({ length: 1 + life.upTo(2) }, life.moment).sort((a, b) => Number(a) - Number(b));
    for (const [at, createdAt] of times.entries()) {
      const attempt = { id: life.id(), learnerId: life.learner, lesson, number: at + 1, createdAt };
      await db.attempt.create({ data: { ...attempt, seed: `seed ${life.mark}` } });
      for (const item of ['zero', ...life.some(items)]) {
        const hint = { attemptId: attempt.id, item, number: 1 };
        await db.hintTaken.create({ data: { ...hint, createdAt: life.moment() } });
        const { id } = await db.answer.create({ data: answerOf(life, attempt.id, item) });
        answers.push(id);
      }
    }
  }
  return answers;
}

const answerOf = (life: Life, attemptId: string, item: string) => ({
  attemptId,
  item,
  tryNumber: 1,
  response: JSON.stringify([`response ${life.mark}`]),
  shown: JSON.stringify([life.upTo(3)]),
  sure: life.upTo(1) === 1,
  submission: `submission-${life.id()}`,
  correct: life.upTo(1) === 1,
  points: life.upTo(10) / 10,
  createdAt: life.moment(),
  hintsUsed: 1,
  misconceptions: JSON.stringify([`misconception ${life.mark}`]),
  concept: concepts[life.upTo(2)] ?? null,
  variant: `variant ${life.mark}`,
  itemHash: `hash ${life.mark}`,
});

async function putReading({ learner, mark, some, moment, upTo }: Life): Promise<void> {
  const db = database();
  for (const lesson of lessons) {
    for (const section of ['every', ...some(sections)])
      await db.sectionRead.create({ data: { learnerId: learner, lesson, section, createdAt: moment() } });
  }
  for (const lab of ['first', ...some(['second', 'third'])]) {
    const run = { learnerId: learner, lesson: 'pods', lab, untilMs: upTo(9), solved: upTo(1) === 1 };
    const log = { commands: JSON.stringify([`command ${mark}`]), goals: JSON.stringify([`goal ${mark}`]) };
    await db.labRun.create({ data: { ...run, ...log, engine: `engine ${mark}`, createdAt: moment() } });
  }
}

async function putCards(life: Life, answers: number[]): Promise<void> {
  const db = database();
  for (const concept of ['pods', ...life.some(concepts)]) {
    const memory = {
      due: life.moment(),
      stability: life.upTo(9),
      difficulty: 5,
      scheduledDays: life.upTo(9),
    };
    const counts = { learningSteps: 0, reps: life.upTo(5), lapses: 0, state: 2, lastReview: life.moment() };
    const card = { learnerId: life.learner, concept, createdAt: life.moment(), ...memory, ...counts };
    const { id: cardId } = await db.reviewCard.create({ data: { ...card, parameters: `v1 ${life.mark}` } });
    for (let count = 1 + life.upTo(4); count > 0; count -= 1) {
      const reviewedAt = life.moment();
      const rating = { cardId, answerId: answers.pop() ?? null, rating: 1 + life.upTo(3), state: 2 };
      const before = { due: life.moment(), stability: 1, difficulty: 5, scheduledDays: 1, learningSteps: 0 };
      const day = reviewedAt.toISOString().slice(0, 10);
      await db.reviewLog.create({ data: { ...rating, ...before, reviewedAt, day } });
    }
  }
}

/** Places in classes of the teacher, and classes of their own. */
async function putPlaces(life: Life): Promise<void> {
  const db = database();
  for (const classroomId of ['class-a', ...life.some(classes.slice(1))]) {
    const role = life.some(['instructor'])[0] ?? 'learner';
    const place = { id: life.id(), classroomId, learnerId: life.learner, role, createdAt: life.moment() };
    await db.enrollment.create({ data: { ...place, nickname: `nickname ${life.mark}` } });
    const words = { hash: `words ${life.id()}`, enrollmentId: place.id, createdAt: life.moment() };
    await db.recoveryWords.create({ data: words });
  }
  for (let count = 1 + life.upTo(1); count > 0; count -= 1) {
    const own = {
      id: life.id(),
      name: `class of ${life.mark}`,
      ownerId: life.learner,
      createdAt: life.moment(),
    };
    await db.classroom.create({ data: own });
    const code = { id: life.id(), classroomId: own.id, hash: `code ${life.id()}`, expiresAt: life.moment() };
    await db.joinCode.create({ data: code });
    const asked = {
      id: life.id(),
      classroomId: own.id,
      lesson: `lesson ${life.mark}`,
      lab: `lab ${life.mark}`,
    };
    await db.assignment.create({ data: asked });
  }
}

async function putUser({ learner, mark, id, moment }: Life): Promise<void> {
  const db = database();
  const user = {
    id: `user-${mark}`,
    name: `name ${mark}`,
    email: `${mark}@podium.test`,
    image: `image ${mark}`,
  };
  await db.user.create({ data: { ...user, learnerId: learner } });
  const browser = { ipAddress: `address ${mark}`, userAgent: `agent ${mark}`, expiresAt: moment() };
  await db.session.create({ data: { id: id(), token: `token ${mark}`, userId: user.id, ...browser } });
  const tokens = { accessToken: `access ${mark}`, refreshToken: `refresh ${mark}`, idToken: `id ${mark}` };
  const way = {
    id: id(),
    accountId: user.id,
    providerId: 'credential',
    userId: user.id,
    password: `hash ${mark}`,
  };
  await db.account.create({ data: { ...way, ...tokens, scope: `scope ${mark}` } });
  const waits = [
    { identifier: `reset-password:${id()}`, value: user.id },
    { identifier: user.email, value: 'code' },
  ];
  for (const wait of waits)
    await db.verification.create({ data: { id: id(), expiresAt: moment(), ...wait } });
}
