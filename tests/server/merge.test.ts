import { describe, expect, it, vi } from 'vitest';
import type { Progress } from '@/lib/quiz/public';
import { type LoggedRating, ratingsThatCount } from '@/lib/review/replay';
import type { CardState } from '@/lib/review/scheduler';
import { answer } from '@/lib/server/answers';
import { database } from '@/lib/server/db';
import { mergeLearners } from '@/lib/server/merge';
import { LESSON } from './course';
import { type Dump, dump, Life, putClasses, putLife, tablesOf } from './everything';
import { isOneOf, rules, table } from './merge-rules';
import { answerFor, Browser, codeOf, freshSite } from './site';

vi.mock('@/lib/course/quiz', () => import('./course'));
vi.mock('@/lib/course/lessons', () => import('./course'));

const site = freshSite();

/** Stands for FSRS: tells from a card which ratings it was made of. */
const replay = (ratings: readonly LoggedRating[]): CardState => ({
  due: new Date(Number(ratings.at(-1)?.reviewedAt) + 1_000),
  stability: ratings.reduce((sum, { rating }, at) => sum + rating * (at + 1), 0),
  difficulty: ratings[0]?.rating ?? 0,
  scheduledDays: ratings.length,
  learningSteps: 0,
  reps: ratings.length,
  lapses: ratings.filter(({ rating }) => rating === 1).length,
  state: 2,
  lastReview: ratings.at(-1)?.reviewedAt ?? null,
});

const merge = (from: string, to: string) => mergeLearners(from, to, 'sign-in', replay);

/** Two lives with rows in all tables, and one beside them that nothing may happen to. */
async function putThree(seed: string): Promise<{ before: Dump; lives: Life[] }> {
  await putClasses();
  const lives = ['from', 'to', 'other'].map((learner) => new Life(learner, seed));
  for (const life of lives) await putLife(life, { account: life.learner === 'to' });
  return { before: dump(site.file), lives };
}

/** The cards that both had are what the ratings of both make; there is at least one. */
async function expectReplayed(before: Dump): Promise<void> {
  const cards = await database().reviewCard.findMany({ where: { learnerId: 'to' }, include: { logs: true } });
  const owners = (concept: string) =>
    table(before, 'ReviewCard').filter((row) => row.concept === concept && isOneOf(row, 'learnerId'));
  const ofBoth = cards.filter(({ concept }) => owners(concept).length === 2);
  expect(ofBoth.length).toBeGreaterThan(0);
  for (const { logs, ...card } of ofBoth) expect(card).toMatchObject(replay(ratingsThatCount(logs)));
}

const seeds = Array.from({ length: 10 }, (_, at) => `merge-${at + 1}`);

describe('two learners who become one', () => {
  it('are looked at in every table that there is', () => {
    const tables = tablesOf(site.file).filter((name) => name !== '_prisma_migrations');
    expect(Object.keys(rules).sort()).toEqual(tables);
  });

  it.each(seeds)('keep every row of every table, each exactly once (seed %s)', async (seed) => {
    const { before } = await putThree(seed);
    for (const [name, rows] of Object.entries(before)) expect(rows, `nothing in ${name}`).not.toEqual([]);
    await merge('from', 'to');
    const after = dump(site.file);
    for (const rule of Object.values(rules)) rule(before, after);
    await expectReplayed(before);
    await merge('from', 'to');
    expect(dump(site.file)).toEqual(after);
  });

  it('stay two as they were when it fails half-way, and become one when it is done again', async () => {
    const { before } = await putThree('half-way');
    const failing = () => {
      throw new Error('the machine stopped');
    };
    await expect(mergeLearners('from', 'to', 'sign-in', failing)).rejects.toThrow('the machine stopped');
    expect(dump(site.file)).toEqual(before);
    await merge('from', 'to');
    for (const rule of Object.values(rules)) rule(before, dump(site.file));
  });

  it('become one once, however many requests ask for it, and from whichever side', async () => {
    const { before } = await putThree('at-once');
    await Promise.all(Array.from({ length: 6 }, () => merge('from', 'to')));
    for (const rule of Object.values(rules)) rule(before, dump(site.file));
    expect(await merge('to', 'from')).toBe('to');
    for (const rule of Object.values(rules)) rule(before, dump(site.file));
  });

  it('are followed when they were merged before: three devices end in one', async () => {
    await putThree('three');
    await merge('other', 'from');
    await merge('from', 'to');
    const after = dump(site.file);
    expect(await merge('other', 'to')).toBe('to');
    expect(await merge('other', 'from')).toBe('to');
    expect(dump(site.file)).toEqual(after);
    expect(await database().learnerMerge.findUnique({ where: { fromId: 'other' } })).toMatchObject({
      toId: 'to',
    });
  });

  it('the account stays the account when the other one is merged into it or it into the other', async () => {
    await putThree('account');
    expect(await merge('to', 'other')).toBe('other');
    expect(await database().user.findMany()).toMatchObject([{ learnerId: 'other' }]);
    expect(await database().learner.findUnique({ where: { id: 'other' } })).toMatchObject({
      kind: 'account',
    });
  });

  it('are not one when each has an account, and nothing changes', async () => {
    await putThree('accounts');
    await putLife(new Life('second', 'accounts'), { account: true });
    const before = dump(site.file);
    await expect(merge('second', 'to')).rejects.toThrow('two people');
    expect(dump(site.file)).toEqual(before);
  });

  it('is refused into a learner that is gone; one that is gone has nothing to give', async () => {
    const { before } = await putThree('gone');
    await expect(merge('from', 'nobody')).rejects.toMatchObject({ code: 'learner-gone' });
    expect(await merge('nobody', 'to')).toBe('to');
    expect(dump(site.file)).toEqual(before);
  });
});

describe('of the ratings of a card', () => {
  it('the first of each day counts, in the order of their moments', () => {
    const rating = (id: number, day: string, time: string) => {
      return { id, day, rating: 3, reviewedAt: new Date(`2026-11-${time}Z`) };
    };
    const ratings = [
      rating(4, '2026-11-03', '03T09:00'),
      rating(1, '2026-11-02', '02T20:00'),
      rating(2, '2026-11-02', '02T08:00'),
      rating(6, '2026-11-01', '01T08:00'),
      rating(5, '2026-11-01', '01T08:00'),
    ];
    expect(ratingsThatCount(ratings).map(({ id }) => id)).toEqual([5, 2, 4]);
  });
});

describe('a browser whose learner was merged', () => {
  it('goes on as the other learner, and what it sends to its old attempt counts once', async () => {
    const [phone, desk] = [new Browser(), new Browser()];
    const old = await phone.openQuiz();
    await desk.openQuiz();
    await phone.answer(answerFor(old, 'many', 'wrong'));
    const request = answerFor(old, 'one', 'right');
    const sent = Array.from({ length: 10 }, () => phone.answer(request));
    await Promise.all([...sent, merge(phone.learner(), desk.learner()), phone.answer(request)]);
    expect((await phone.answer(request)).status).toBe(200);
    const answers = await database().answer.findMany({ where: { item: 'one' }, include: { attempt: true } });
    expect(answers.map((row) => row.attempt.learnerId)).toEqual([desk.learner()]);
    for (const browser of [phone, desk]) {
      const { body } = await browser.get<Progress>('/api/progress');
      expect(body.lessons[LESSON]?.items).toEqual({ one: 'firstTry', many: 'wrong' });
    }
  });

  it('is answered when the merge comes between its cookie and its attempt', async () => {
    const [phone, desk] = [new Browser(), new Browser()];
    const request = answerFor(await phone.openQuiz(), 'one', 'right');
    await desk.openQuiz();
    const known = phone.learner();
    await merge(known, desk.learner());
    expect(await answer(known, LESSON, request, 'en')).toMatchObject({ correct: true });
    expect(await database().answer.count()).toBe(1);
  });

  it('is told to load again, and leaves no row, when a write meets neither of them', async () => {
    const reader = new Browser();
    await reader.openQuiz();
    vi.spyOn(database().sectionRead, 'create').mockImplementationOnce(
      () =>
        database().sectionRead.createMany({
          data: [{ learnerId: 'gone', lesson: LESSON, section: 'x' }],
        }) as never,
    );
    const reply = await reader.post('/api/progress', { lesson: LESSON, section: 'opening' });
    expect([reply.status, codeOf(reply)]).toEqual([409, 'learner-gone']);
    expect(await database().sectionRead.count()).toBe(0);
  });
});
