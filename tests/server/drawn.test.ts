import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnswerResult, PublicItem, PublicQuiz } from '@/lib/quiz/public';
import { database } from '@/lib/server/db';
import { course, LESSON, mendNothing } from './drawn-course';
import { answerFor, Browser, codeOf, freshSite } from './site';

vi.mock('@/lib/course/quiz', () => import('./drawn-course'));
vi.mock('@/lib/course/generators', () => import('./drawn-course'));
vi.mock('@/lib/course/concepts', () => import('./drawn-course'));
vi.mock('@/lib/course/lessons', () => import('./course'));

freshSite();
beforeEach(mendNothing);

const adds = (quiz: PublicQuiz): PublicItem => quiz.items.find(({ id }) => id === 'adds') as PublicItem;
const numbersIn = ({ question }: PublicItem) => question.split(' ').slice(1).map(Number) as [number, number];
const sumOf = (item: PublicItem) => numbersIn(item)[0] + numbersIn(item)[1];

let sent = 0;
const requestFor = (quiz: PublicQuiz, answer: number | string) => {
  sent += 1;
  const { tryNumber } = adds(quiz);
  const own = { attempt: quiz.attempt, item: 'adds', tryNumber, submission: `submission-${sent}` };
  return { ...own, response: [String(answer)], sure: true };
};

describe('a generated entry', () => {
  it('shows one variant for a try, however often it is loaded, and another for the next try', async () => {
    const reader = new Browser();
    const quiz = await reader.openQuiz();
    expect(adds(quiz)).toMatchObject({ kind: 'numeric', state: 'new', tryNumber: 1, options: [] });
    expect(await reader.openQuiz()).toEqual(quiz);
    const questions = [adds(quiz).question];
    for (const tryNumber of [2, 3, 4]) {
      await reader.answer(requestFor(await reader.openQuiz(), 1));
      const next = adds(await reader.openQuiz());
      expect(next).toMatchObject({ tryNumber, state: 'wrong' });
      questions.push(next.question);
    }
    expect(new Set(questions).size).toBe(4);
    expect(adds(await new Browser().openQuiz()).question).not.toBe(questions[0]);
  });

  it('is graded by the variant of the try, and keeps which it was without the seed of the attempt', async () => {
    const reader = new Browser();
    const first = await reader.openQuiz();
    await reader.answer(requestFor(first, 1));
    const second = await reader.openQuiz();
    const reply = await reader.answer<AnswerResult>(requestFor(second, sumOf(adds(second))));
    expect(reply.body).toMatchObject({ item: 'adds', correct: true, points: 1, state: 'later' });
    const [attempt] = await database().attempt.findMany();
    const rows = await database().answer.findMany({ orderBy: { id: 'asc' } });
    expect(new Set(rows.map(({ variant }) => variant)).size).toBe(2);
    for (const { variant, concept } of rows) {
      expect(variant).toMatch(/^[0-9a-f]{16}$/);
      expect(variant).not.toContain(attempt?.seed);
      expect(concept).toBe('sums');
    }
  });

  it('stays at the variant that was answered right, with what was said of it', async () => {
    const reader = new Browser();
    const quiz = await reader.openQuiz();
    const { body } = await reader.answer<AnswerResult>(requestFor(quiz, sumOf(adds(quiz))));
    const later = adds(await reader.openQuiz());
    expect([later.question, later.result]).toEqual([adds(quiz).question, body]);
    expect(body.given).toEqual([String(sumOf(adds(quiz)))]);
    expect(codeOf(await reader.answer({ ...requestFor(quiz, 1), tryNumber: 2 }))).toBe('try-not-open');
  });

  it('tells of an answer that comes again what it told first, whatever came after it', async () => {
    const reader = new Browser();
    const request = requestFor(await reader.openQuiz(), 1);
    const first = await reader.answer<AnswerResult>(request);
    await reader.answer(requestFor(await reader.openQuiz(), 2));
    expect((await reader.answer(request)).body).toEqual(first.body);
  });

  it('says what a wrong answer comes from, and of a right one nothing', async () => {
    const reader = new Browser();
    const quiz = await reader.openQuiz();
    const wrong = await reader.answer<AnswerResult>(requestFor(quiz, numbersIn(adds(quiz))[0]));
    expect(wrong.body.believed).toEqual([{ text: 'The second number does not count' }]);
    const next = await reader.openQuiz();
    const right = await reader.answer<AnswerResult>(requestFor(next, sumOf(adds(next))));
    expect(right.body).not.toHaveProperty('believed');
  });

  it('tells no key before an answer, and after one only that of the try that is over', async () => {
    const reader = new Browser();
    const quiz = await reader.openQuiz();
    const answered = await reader.answer(requestFor(quiz, 1));
    const next = await reader.openQuiz();
    const key = /explanation-|because-|hint-|misconception|"answer"|variant/;
    expect(JSON.stringify([quiz, next])).not.toMatch(key);
    expect(JSON.stringify([quiz, next, answered.body])).not.toContain(String(sumOf(adds(next))));
  });

  it('gives the hint of the variant that is open', async () => {
    const reader = new Browser();
    const quiz = await reader.openQuiz();
    const ask = { attempt: quiz.attempt, item: 'adds', number: 1 };
    const reply = await reader.post(`/api/quiz/${LESSON}/hints?locale=en`, ask);
    expect(reply.body).toEqual({ text: `hint-${sumOf(adds(quiz))}`, left: 0 });
  });

  it('20 times at once counts once', async () => {
    const reader = new Browser();
    const request = requestFor(await reader.openQuiz(), 1);
    const replies = await Promise.all(Array.from({ length: 20 }, () => reader.answer(request)));
    expect(new Set(replies.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(await database().answer.count()).toBe(1);
    expect(await database().reviewLog.count()).toBe(1);
  });
});

describe('a question that was changed since it was answered', () => {
  const otherwise = (): void => {
    const { draw } = course.sums;
    course.sums = {
      ...course.sums,
      draw: (one) => {
        one.int(1, 9);
        return draw(one);
      },
    };
  };

  it('by its generator still counts as it did, and nothing is said of a variant that is another one now', async () => {
    const reader = new Browser();
    const quiz = await reader.openQuiz();
    const request = requestFor(quiz, sumOf(adds(quiz)));
    const { body: told } = await reader.answer<AnswerResult>(request);
    otherwise();
    const { body: again } = await reader.answer<AnswerResult>(request);
    expect(again).toEqual({
      item: 'adds',
      correct: true,
      points: 1,
      state: 'firstTry',
      options: [],
      explanation: expect.stringContaining('changed since'),
      dueDay: told.dueDay,
    });
    const later = adds(await reader.openQuiz());
    expect(later.question).not.toBe(adds(quiz).question);
    expect(later).toMatchObject({ state: 'firstTry', result: again });
  });

  it('by its generator shows the open try anew', async () => {
    const reader = new Browser();
    await reader.answer(requestFor(await reader.openQuiz(), 1));
    otherwise();
    const quiz = await reader.openQuiz();
    expect(adds(quiz)).toMatchObject({ state: 'wrong', tryNumber: 2 });
    expect((await reader.answer(requestFor(quiz, sumOf(adds(quiz))))).body).toMatchObject({ correct: true });
  });

  it('only in what its key is read from is the same question', async () => {
    const reader = new Browser();
    const quiz = await reader.openQuiz();
    const request = requestFor(quiz, 1);
    const { body } = await reader.answer(request);
    const { draw } = course.sums;
    const run = { nodes: ['node-1'], commands: [] };
    course.sums = { ...course.sums, draw: (one) => ({ ...draw(one), run }) };
    expect((await reader.answer(request)).body).toEqual(body);
  });

  it('in its words is told with them', async () => {
    const reader = new Browser();
    const request = answerFor(await reader.openQuiz(), 'one', 'wrong');
    const { body } = await reader.answer<AnswerResult>(request);
    const explanation = { en: 'mended', zh: '改过' };
    course.one = { ...course.one, explanation };
    expect((await reader.answer(request)).body).toEqual({ ...body, explanation: 'mended' });
  });

  it.each([
    ['whose key is another', () => course.one.choices.map((one) => ({ ...one, correct: !one.correct }))],
    ['with fewer choices', () => course.one.choices.slice(2)],
  ])('%s is told as it was judged', async (_, choices) => {
    const reader = new Browser();
    const request = answerFor(await reader.openQuiz(), 'one', 'right');
    await reader.answer(request);
    course.one = { ...course.one, choices: choices() };
    const { body } = await reader.answer<AnswerResult>(request);
    expect(body).toMatchObject({ correct: true, points: 1, options: [], state: 'firstTry' });
    expect(body).not.toHaveProperty('given');
    expect((await reader.openQuiz()).items[0]).toMatchObject({ state: 'firstTry', result: body });
  });
});
