import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { dayAt } from '@/lib/review/day';
import { ratingNumbers } from '@/lib/review/rate';
import { ratingsThatCount, replayRatings } from '@/lib/review/replay';
import { database } from '@/lib/server/db';
import { mergeLearners } from '@/lib/server/merge';
import { rateAnswer } from '@/lib/server/ratings';
import { answered, cardOf, putLearner } from './answering';
import { freshSite } from './site';

vi.mock('@/lib/course/quiz', () => import('./review-course'));
vi.mock('@/lib/course/generators', () => import('./review-course'));

freshSite();

const { again, hard, good } = ratingNumbers;
const ratings = async (learner: string, concept: string) =>
  (await cardOf(learner, concept))?.logs.map(({ rating }) => rating) ?? [];

describe('an answer', () => {
  it('makes the card of its concept, and says when it comes back', async () => {
    const learner = await putLearner('ann');
    const { answer, dueDay } = await answered(learner, { concept: 'written', at: '2026-11-26T09:00' });
    expect(dueDay).toBe('2026-11-28');
    expect(await cardOf(learner, 'written')).toMatchObject({
      due: new Date('2026-11-28T00:00Z'),
      lastReview: new Date('2026-11-26T00:00Z'),
      reps: 1,
      logs: [{ answerId: answer.id, rating: good, state: 0, stability: 0, day: '2026-11-26' }],
    });
  });

  it.each([
    ['wrong', { correct: false }, again, '2026-11-27'],
    ['three quarters right', { correct: false, points: 0.75 }, hard, '2026-11-27'],
    ['right with a hint', { hintsUsed: 1 }, hard, '2026-11-27'],
    ['right at a later try of an earlier day', { tryNumber: 2 }, hard, '2026-11-27'],
    ['right', {}, good, '2026-11-28'],
  ])('that is %s is rated by the map', async (_, answer, rating, due) => {
    const learner = await putLearner('ann');
    const { dueDay } = await answered(learner, { concept: 'written', at: '2026-11-26T09:00', ...answer });
    expect([dueDay, await ratings(learner, 'written')]).toEqual([due, [rating]]);
  });

  it('is practice when it is not the first of the day about its concept, wherever it is given', async () => {
    const learner = await putLearner('ann');
    const first = { concept: 'written', at: '2026-11-26T09:00', correct: false };
    await answered(learner, first);
    const card = await cardOf(learner, 'written');
    for (const [lesson, item] of [
      ['sets', 'two'],
      ['review', 'sets/one'],
    ] as const) {
      const later = await answered(learner, { concept: 'written', at: '2026-11-26T10:00', lesson, item });
      expect(later.dueDay).toBe('2026-11-27');
    }
    expect(await cardOf(learner, 'written')).toEqual(card);
    expect(await ratings(learner, 'written')).toEqual([again]);
  });

  it('about another concept, or of another learner, is a card of its own', async () => {
    const [ann, bob] = [await putLearner('ann'), await putLearner('bob')];
    await answered(ann, { concept: 'written', at: '2026-11-26T09:00' });
    await answered(ann, { concept: 'drawn', at: '2026-11-26T09:01', correct: false });
    await answered(bob, { concept: 'written', at: '2026-11-26T09:02', correct: false });
    const all = [await ratings(ann, 'written'), await ratings(ann, 'drawn'), await ratings(bob, 'written')];
    expect(all).toEqual([[good], [again], [again]]);
  });

  it('counts for the day that the learner has, not for the one of the server', async () => {
    const learner = await putLearner('ann');
    const at = (time: string, day: string) => answered(learner, { concept: 'written', at: time, day });
    expect((await at('2026-11-26T23:30', '2026-11-27')).dueDay).toBe('2026-11-29');
    await at('2026-11-27T10:00', '2026-11-27');
    expect(await ratings(learner, 'written')).toEqual([good]);
    await at('2026-11-27T16:00', '2026-11-28');
    expect(await ratings(learner, 'written')).toEqual([good, good]);
  });

  it('of a day that was over already, as after a flight towards the west, counts for nothing', async () => {
    const learner = await putLearner('ann');
    await answered(learner, { concept: 'written', at: '2026-11-26T23:30', day: '2026-11-27' });
    const west = { concept: 'written', at: '2026-11-27T04:00', day: '2026-11-26', correct: false };
    expect((await answered(learner, west)).dueDay).toBe('2026-11-29');
    expect(await ratings(learner, 'written')).toEqual([good]);
  });

  it('is rated once, however often it is handed over', async () => {
    const learner = await putLearner('ann');
    const { answer } = await answered(learner, { concept: 'written', at: '2026-11-26T09:00' });
    const before = await cardOf(learner, 'written');
    for (const day of [answer.day, '2026-12-01'])
      await database().$transaction((tx) => rateAnswer(tx, learner, { ...answer, day }));
    expect(await cardOf(learner, 'written')).toEqual(before);
  });

  it('of several at once gives one rating and one card', async () => {
    const learner = await putLearner('ann');
    const sent = Array.from({ length: 8 }, (_, at) =>
      answered(learner, { concept: 'written', at: '2026-11-26T09:00', correct: at % 2 === 0 }),
    );
    const days = (await Promise.all(sent)).map(({ dueDay }) => dueDay);
    expect(new Set(days).size).toBe(1);
    expect(await database().reviewCard.count()).toBe(1);
    expect(await database().reviewLog.count()).toBe(1);
  });

  it('that is rolled back leaves neither rating nor card', async () => {
    const learner = await putLearner('ann');
    const unrated = { concept: 'written', kind: 'lab', correct: false };
    const { answer } = await answered(learner, { ...unrated, at: '2026-11-26T09:00' });
    const failing = database().$transaction(async (tx) => {
      expect(await rateAnswer(tx, learner, { ...answer, kind: 'single' })).toBe('2026-11-27');
      throw new Error('the machine stopped');
    });
    await expect(failing).rejects.toThrow('the machine stopped');
    expect(await cardOf(learner, 'written')).toBeNull();
  });
});

describe('a check of a lab', () => {
  it('that does not solve it rates nothing and promises nothing; the one that does is rated by its number', async () => {
    const learner = await putLearner('ann');
    const check = { concept: 'written', kind: 'lab', item: 'lab', correct: false, points: 0.9 };
    const { dueDay } = await answered(learner, { ...check, at: '2026-11-26T09:00' });
    expect([dueDay, await cardOf(learner, 'written')]).toEqual([undefined, null]);
    await answered(learner, { ...check, correct: true, tryNumber: 2, at: '2026-11-26T09:05' });
    expect(await ratings(learner, 'written')).toEqual([hard]);
  });

  it('promises no day for a concept that nothing but a lab asks', async () => {
    const learner = await putLearner('ann');
    const solved = { concept: 'in-a-lab', kind: 'lab', item: 'lab', at: '2026-11-26T09:00' };
    expect((await answered(learner, solved)).dueDay).toBeUndefined();
    expect(await ratings(learner, 'in-a-lab')).toEqual([good]);
  });
});

const START_MS = Date.UTC(2026, 0, 1);
const HOUR_MS = 60 * 60 * 1_000;
/** Hours since the start, and whether the answer was right, with a hint, or wrong. */
const histories = fc.array(
  fc.record({ hour: fc.integer({ min: 0, max: 24 * 60 }), gives: fc.constantFrom('right', 'hint', 'wrong') }),
  { minLength: 1, maxLength: 8 },
);
type History = readonly { readonly hour: number; readonly gives: string }[];

const put = async (learner: string, history: History) => {
  for (const { hour, gives } of history) {
    const at = new Date(START_MS + hour * HOUR_MS).toISOString().slice(0, 16);
    const hintsUsed = gives === 'hint' ? 1 : 0;
    await answered(learner, { concept: 'written', at, correct: gives !== 'wrong', hintsUsed });
  }
};

const byHour = (history: History): History => [...history].sort((one, other) => one.hour - other.hour);
/** Of each day the first, as one person would have been rated on one device. */
const memoryOf = async (learner: string) => {
  const card = await cardOf(learner, 'written');
  if (!card) return undefined;
  const { due, stability, difficulty, scheduledDays, reps, lapses, state, lastReview } = card;
  return { due, stability, difficulty, scheduledDays, reps, lapses, state, lastReview };
};

describe('the card of a learner', { timeout: 60_000 }, () => {
  it('is at every moment what its ratings make when they are replayed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uuid(), histories, async (id, history) => {
        const learner = await putLearner(id);
        await put(learner, byHour(history));
        const card = await cardOf(learner, 'written');
        const counted = ratingsThatCount(card?.logs ?? []);
        expect(counted.length).toBe(card?.logs.length);
        expect(counted.length).toBe(new Set(history.map(({ hour }) => Math.floor(hour / 24))).size);
        expect(card).toMatchObject(replayRatings(counted, 'written'));
      }),
      { numRuns: 6 },
    );
  });

  it('who was on two devices is the card of one who was on one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uuid(), histories, histories, async (id, phone, desk) => {
        // Two answers of one moment would leave open which came first.
        const taken = new Set(phone.map(({ hour }) => hour));
        const other = desk.filter(({ hour }) => !taken.has(hour));
        const [a, b, both] = ['phone', 'desk', 'both'].map((name) => `${name} ${id}`) as [
          string,
          string,
          string,
        ];
        for (const learner of [a, b, both]) await putLearner(learner);
        await put(a, byHour(phone));
        await put(b, byHour(other));
        await put(both, byHour([...phone, ...other]));
        await mergeLearners(a, b, 'sign-in');
        expect(await memoryOf(b)).toEqual(await memoryOf(both));
      }),
      { numRuns: 6 },
    );
  });

  it('keeps its date when its learner becomes another one', async () => {
    const [phone, desk] = [await putLearner('phone'), await putLearner('desk')];
    const history = [2, 40, 400, 1_000].map((hour) => ({ hour, gives: 'right' }));
    await put(phone, history);
    const before = await memoryOf(phone);
    await mergeLearners(phone, desk, 'sign-in');
    expect(await memoryOf(desk)).toEqual(before);
    await answered(desk, { concept: 'written', at: '2026-12-01T09:00' });
    expect((await cardOf(desk, 'written'))?.reps).toBe(5);
    expect(dayAt((await cardOf(desk, 'written'))?.lastReview as Date)).toBe('2026-12-01');
  });
});
