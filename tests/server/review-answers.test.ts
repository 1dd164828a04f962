import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnswerRequest, AnswerResult, PublicItem, PublicQuiz } from '@/lib/quiz/public';
import { addDays } from '@/lib/review/day';
import type { ReviewState } from '@/lib/review/public';
import { dayOf, now } from '@/lib/server/clock';
import { database } from '@/lib/server/db';
import { LESSON, mendNothing } from './drawn-course';
import { answerFor, Browser, codeOf, freshSite, type Reply } from './site';

vi.mock('@/lib/course/quiz', () => import('./drawn-course'));
vi.mock('@/lib/course/generators', () => import('./drawn-course'));
vi.mock('@/lib/course/concepts', () => import('./drawn-course'));
vi.mock('@/lib/course/lessons', () => import('./course'));

freshSite();
const DAY_MS = 24 * 60 * 60 * 1_000;
/** The server's clock goes on so many days. */
const sleepDays = (days: number) => {
  const slept = Number(process.env.PODIUM_CLOCK_SHIFT_MS) || 0;
  process.env.PODIUM_CLOCK_SHIFT_MS = String(slept + days * DAY_MS);
};
beforeEach(() => {
  mendNothing();
  // Noon in UTC: the day does not change while a test runs.
  const midnight = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  process.env.PODIUM_CLOCK_SHIFT_MS = String(midnight + DAY_MS / 2 - Date.now());
});
afterEach(() => {
  delete process.env.PODIUM_CLOCK_SHIFT_MS;
});

const open = async (reader: Browser, query = 'locale=en'): Promise<PublicQuiz> =>
  (await reader.get<PublicQuiz>(`/api/quiz/review?${query}`)).body;
/** How many questions a reader is told that today's review still has. */
const stillOpen = async (reader: Browser): Promise<number> =>
  (await reader.get<ReviewState>('/api/review?utcOffset=0')).body.open;
const send = (reader: Browser, request: unknown, lesson = 'review'): Promise<Reply<AnswerResult>> =>
  reader.post<AnswerResult>(`/api/quiz/${lesson}/answers?locale=en`, request);

let sent = 0;
function requestFor(quiz: PublicQuiz, item: PublicItem, response: AnswerRequest['response']): AnswerRequest {
  sent += 1;
  const { id, tryNumber } = item;
  return { attempt: quiz.attempt, item: id, tryNumber, response, sure: false, submission: `review-${sent}` };
}

/** Of the small course: a sum, or the choice that is named p or c. */
function rightOf(item: PublicItem): AnswerRequest['response'] {
  const numbers = item.question.split(' ').slice(1).map(Number);
  if (item.kind === 'numeric') return [String((numbers[0] ?? 0) + (numbers[1] ?? 0))];
  return [item.options.findIndex(({ text }) => text.startsWith('p-') || text === 'one-c')];
}
const wrongOf = (item: PublicItem): AnswerRequest['response'] =>
  item.kind === 'numeric' ? ['1'] : [((rightOf(item)[0] as number) + 1) % item.options.length];

/** A reader who answered the lesson yesterday: all of it wrong, so all of it is due. */
async function readerWithDue(): Promise<Browser> {
  const reader = new Browser();
  const quiz = await reader.openQuiz();
  for (const item of quiz.items) await send(reader, requestFor(quiz, item, wrongOf(item)), LESSON);
  sleepDays(1);
  return reader;
}

describe('a review', () => {
  it('of somebody new has no items, and makes neither learner nor attempt', async () => {
    const reader = new Browser();
    expect(await open(reader)).toEqual({ attempt: '', lesson: 'review', items: [] });
    expect([reader.cookie, await database().learner.count()]).toEqual([undefined, 0]);
  });

  it('has no items, and is no attempt, while nothing is due', async () => {
    const reader = new Browser();
    const quiz = await reader.openQuiz();
    await reader.answer(answerFor(quiz, 'one', 'right'));
    expect((await open(reader)).items).toEqual([]);
    expect(await database().attempt.count()).toBe(1);
  });

  it('asks what is due under its ref, a fresh variant where there is a generator', async () => {
    const reader = await readerWithDue();
    const lesson = await reader.openQuiz();
    const review = await open(reader);
    expect(review.lesson).toBe('review');
    expect(review.items.map(({ id, state }) => [id, state])).toEqual([
      [`${LESSON}/one`, 'new'],
      ['sum', 'new'],
    ]);
    expect(review.items[1]?.question).not.toBe(lesson.items[1]?.question);
    expect(await open(reader)).toEqual(review);
    expect(JSON.stringify(review)).not.toMatch(/because-|explanation-|hint-|concept/);
  });

  it('keeps answers under their ref, rates them, and says when the concept comes back', async () => {
    const reader = await readerWithDue();
    const review = await open(reader);
    const today = dayOf(now());
    for (const item of review.items) {
      const { status, body } = await send(reader, requestFor(review, item, rightOf(item)));
      expect([status, body.item, body.correct]).toEqual([200, item.id, true]);
      expect(body.dueDay && body.dueDay > today).toBe(true);
    }
    const rows = await database().answer.findMany({ where: { attemptId: review.attempt } });
    expect(rows.map(({ item, concept, day }) => [item, concept, day])).toEqual([
      [`${LESSON}/one`, 'test-concept', today],
      ['sum', 'sums', today],
    ]);
    expect(await database().reviewLog.count({ where: { day: today } })).toBe(2);
    const card = await database().reviewCard.findFirstOrThrow({ where: { concept: 'sums' } });
    expect(Number(card.due)).toBeGreaterThan(Number(now()));
  });

  it('is over when every item is right: what is asked next is what is due then', async () => {
    const reader = await readerWithDue();
    const review = await open(reader);
    for (const [at, item] of review.items.entries()) {
      expect(await stillOpen(reader)).toBe(2 - at);
      await send(reader, requestFor(review, item, rightOf(item)));
    }
    expect(await stillOpen(reader)).toBe(0);
    expect((await open(reader)).items).toEqual([]);
    sleepDays(60);
    const later = await open(reader);
    expect(later.items.map(({ id }) => id)).toEqual([`${LESSON}/one`, 'sum']);
    expect(later.attempt).not.toBe(review.attempt);
    const numbers = await database().attempt.findMany({
      where: { lesson: 'review' },
      orderBy: { number: 'asc' },
    });
    expect(numbers.map(({ id, number }) => [id, number])).toEqual([
      [review.attempt, 1],
      [later.attempt, 2],
    ]);
  });

  it('goes on for the rest of the learner’s day, and begins anew on the next', async () => {
    const reader = await readerWithDue();
    const review = await open(reader);
    const [one] = review.items as [PublicItem];
    await send(reader, requestFor(review, one, wrongOf(one)));
    const same = await open(reader);
    expect([same.attempt, same.items[0]?.state, same.items[0]?.tryNumber]).toEqual([
      review.attempt,
      'wrong',
      2,
    ]);
    expect(await stillOpen(reader)).toBe(2);
    sleepDays(1);
    expect(await stillOpen(reader)).toBe(0);
    const next = await open(reader);
    expect(next.attempt).not.toBe(review.attempt);
    expect(next.items.map(({ state }) => state)).toEqual(['new', 'new']);
  });

  it('counts the day where the learner is: the same hour is another day in London than in Honolulu', async () => {
    const reader = await readerWithDue();
    const review = await open(reader, 'utcOffset=-600');
    process.env.PODIUM_CLOCK_SHIFT_MS = String(
      Number(process.env.PODIUM_CLOCK_SHIFT_MS) + 13 * 60 * 60 * 1_000,
    );
    expect((await open(reader, 'utcOffset=-600')).attempt).toBe(review.attempt);
    expect((await open(reader, 'utcOffset=0')).attempt).not.toBe(review.attempt);
  });

  it('that two windows open at once is one', async () => {
    const reader = await readerWithDue();
    const both = await Promise.all(Array.from({ length: 10 }, () => open(reader)));
    expect(new Set(both.map((quiz) => JSON.stringify(quiz))).size).toBe(1);
    expect(await database().attempt.count({ where: { lesson: 'review' } })).toBe(1);
  });

  it('leaves out what the course no longer has; the answers to it stay', async () => {
    const reader = await readerWithDue();
    const review = await open(reader);
    const [one, sum] = review.items as [PublicItem, PublicItem];
    await send(reader, requestFor(review, one, rightOf(one)));
    const items = JSON.stringify([
      { ref: 'gone', concept: 'sums' },
      { ref: `${LESSON}/gone`, concept: 'sums' },
    ]);
    await database().attempt.update({ where: { id: review.attempt }, data: { items } });
    expect((await open(reader)).attempt).not.toBe(review.attempt);
    expect(codeOf(await send(reader, requestFor(review, sum, rightOf(sum))))).toBe('unknown-item');
    expect(await database().answer.count({ where: { attemptId: review.attempt } })).toBe(1);
  });

  it('gives hints of what it asks', async () => {
    const reader = await readerWithDue();
    const review = await open(reader);
    const ask = (item: string) =>
      reader.post('/api/quiz/review/hints?locale=en', { attempt: review.attempt, item, number: 1 });
    expect((await ask(`${LESSON}/one`)).body).toEqual({ text: 'hint-one', left: 0 });
    expect((await ask('sum')).body.text).toBe(`hint-${rightOf(review.items[1] as PublicItem)[0]}`);
    expect(codeOf(await ask('one'))).toBe('unknown-item');
  });
});

describe('an answer to a review', () => {
  it('20 times at once counts once and is rated once', async () => {
    const reader = await readerWithDue();
    const review = await open(reader);
    const before = await database().reviewLog.count();
    const request = requestFor(review, review.items[1] as PublicItem, ['1']);
    const replies = await Promise.all(Array.from({ length: 20 }, () => send(reader, request)));
    expect(new Set(replies.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(await database().answer.count({ where: { attemptId: review.attempt } })).toBe(1);
    expect(await database().reviewLog.count()).toBe(before + 1);
  });

  it('from two windows for one try is that of the first; the other is told what counts', async () => {
    const reader = await readerWithDue();
    const review = await open(reader);
    const sum = review.items[1] as PublicItem;
    const replies = await Promise.all([
      send(reader, requestFor(review, sum, rightOf(sum))),
      send(reader, requestFor(review, sum, wrongOf(sum))),
    ]);
    const won = replies.find(({ status }) => status === 200);
    const lost = replies.find(({ status }) => status === 409) as Reply<AnswerResult & { result?: unknown }>;
    expect([codeOf(lost), lost.body.result]).toEqual(['already-answered', won?.body]);
    expect(await database().answer.count({ where: { attemptId: review.attempt } })).toBe(1);
  });

  it('that arrives on a later day, when another review is open, still counts once, for the day it arrives on', async () => {
    const reader = await readerWithDue();
    const review = await open(reader);
    const request = requestFor(review, review.items[1] as PublicItem, rightOf(review.items[1] as PublicItem));
    sleepDays(1);
    await open(reader);
    const first = await send(reader, request);
    expect([first.status, first.body.correct]).toEqual([200, true]);
    expect((await send(reader, request)).body).toEqual(first.body);
    const rows = await database().answer.findMany({ where: { attemptId: review.attempt } });
    expect(rows.map(({ day }) => day)).toEqual([dayOf(now())]);
  });

  it('of tries in the wrong order is refused until the try before it has arrived', async () => {
    const reader = await readerWithDue();
    const review = await open(reader);
    const sum = review.items[1] as PublicItem;
    const [first, second] = [
      requestFor(review, sum, ['1']),
      { ...requestFor(review, sum, ['2']), tryNumber: 2 },
    ];
    expect(codeOf(await send(reader, second))).toBe('try-not-open');
    expect((await send(reader, first)).status).toBe(200);
    expect((await send(reader, second)).status).toBe(200);
    expect(await database().answer.count({ where: { attemptId: review.attempt } })).toBe(2);
  });

  it.each<[string, (quiz: PublicQuiz) => Partial<AnswerRequest>, number, string]>([
    ['an item of the lesson that the review does not ask', () => ({ item: 'one' }), 404, 'unknown-item'],
    ['a generator that it does not ask', () => ({ item: 'pick', response: [0] }), 404, 'unknown-item'],
    ['the lesson’s name of a generated entry', () => ({ item: `${LESSON}/adds` }), 404, 'unknown-item'],
    ['a path instead of a ref', () => ({ item: '../../etc/passwd' }), 404, 'unknown-item'],
    ['a word of the language', () => ({ item: '__proto__' }), 404, 'unknown-item'],
    ['another attempt', () => ({ attempt: 'none' }), 404, 'unknown-attempt'],
    ['no attempt', () => ({ attempt: '' }), 400, 'invalid-body'],
    ['places where a number is asked for', () => ({ response: [0] }), 422, 'wrong-form'],
    [
      'a place that is not there',
      () => ({ item: `${LESSON}/one`, response: [4] }),
      422,
      'place-out-of-range',
    ],
    ['a variant of its own', () => ({ variant: 'x' }) as object, 400, 'invalid-body'],
    ['a day of its own', () => ({ day: '2020-01-01' }) as object, 400, 'invalid-body'],
  ])('for %s is refused, and nothing is kept', async (_, change, status, code) => {
    const reader = await readerWithDue();
    const review = await open(reader);
    const before = await database().answer.count();
    const request = requestFor(review, review.items[1] as PublicItem, ['1']);
    const reply = await send(reader, { ...request, ...change(review) });
    expect([reply.status, codeOf(reply)]).toEqual([status, code]);
    expect(await database().answer.count()).toBe(before);
  });

  it('is not taken for a lesson, nor one of a lesson for a review, nor by somebody else', async () => {
    const reader = await readerWithDue();
    const review = await open(reader);
    const lesson = await reader.openQuiz();
    const request = requestFor(review, review.items[1] as PublicItem, ['1']);
    const stranger = await readerWithDue();
    await open(stranger);
    const replies = [
      await send(reader, request, LESSON),
      await send(reader, { ...request, attempt: lesson.attempt }),
      await send(stranger, request),
      await send(new Browser(), request),
    ];
    expect(replies.map(codeOf)).toEqual(Array(4).fill('unknown-attempt'));
  });
});

describe('a browser whose clock is wrong', () => {
  const offsets: readonly [unknown, number][] = [
    [1e9, 14 * 60],
    [-1e9, -14 * 60],
    [Number.MAX_VALUE, 14 * 60],
    [null, 0],
    ['soon', 0],
    [-330.5, -330.5],
    [undefined, 0],
  ];

  it.each(offsets)(
    'by %j minutes loses no answer, and its day is one that somebody on Earth has',
    async (offset, meant) => {
      const reader = new Browser();
      const request = { ...answerFor(await reader.openQuiz(), 'one', 'right'), utcOffsetMinutes: offset };
      const first = await send(reader, request, LESSON);
      expect([first.status, first.body.correct]).toEqual([200, true]);
      const [row] = await database().answer.findMany();
      expect(row?.day).toBe(dayOf(now(), meant));
      // Another guess of its clock does not make it another answer.
      const again = await send(reader, { ...request, utcOffsetMinutes: 0 }, LESSON);
      expect([again.status, again.body]).toEqual([200, first.body]);
      expect([await database().answer.count(), await database().reviewLog.count()]).toEqual([1, 1]);
    },
  );

  it('opens a review whatever it says of it', async () => {
    const reader = await readerWithDue();
    const { attempt } = await open(reader);
    for (const offset of ['NaN', '1e999', 'x', '', '0'])
      expect((await open(reader, `utcOffset=${offset}`)).attempt).toBe(attempt);
  });

  it('cannot move a date by its own: a year ahead or back, the server’s day counts', async () => {
    const reader = new Browser();
    const quiz = await reader.openQuiz();
    const request = answerFor(quiz, 'one', 'right');
    const reply = await reader.post<AnswerResult>(`/api/quiz/${LESSON}/answers`, request, {
      date: new Date(Date.now() + 365 * DAY_MS).toUTCString(),
    });
    const [row] = await database().answer.findMany();
    expect([row?.day, row?.createdAt.toISOString().slice(0, 10)]).toEqual([dayOf(now()), dayOf(now())]);
    expect(reply.body.dueDay && reply.body.dueDay <= addDays(dayOf(now()), 30)).toBe(true);
  });
});

describe('a learner who is deleted while answers arrive', () => {
  it('leaves nothing: each answer is kept before it or refused, and none comes back', async () => {
    for (let round = 0; round < 2; round += 1) {
      const reader = await readerWithDue();
      const review = await open(reader);
      const lesson = await reader.openQuiz();
      const answers = () =>
        review.items
          .map((item) => send(reader, requestFor(review, item, wrongOf(item))))
          .concat(lesson.items.map((item) => send(reader, requestFor(lesson, item, rightOf(item)), LESSON)));
      const early = answers();
      const gone = reader.delete('/api/progress');
      const replies = await Promise.all([...early, ...answers()]);
      await gone;
      for (const reply of replies) expect([200, 404, 409], String(codeOf(reply))).toContain(reply.status);
      const db = database();
      const left = [db.learner, db.attempt, db.answer, db.reviewCard, db.reviewLog, db.hintTaken];
      expect(await Promise.all(left.map((table) => (table as typeof db.learner).count()))).toEqual(
        Array(left.length).fill(0),
      );
    }
  });
});
