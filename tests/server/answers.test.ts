import { describe, expect, it, vi } from 'vitest';
import type { AlreadyAnswered, AnswerResult, Progress, PublicQuiz } from '@/lib/quiz/public';
import { closeDatabase, database } from '@/lib/server/db';
import { LESSON } from './course';
import { answerFor, Browser, codeOf, freshSite } from './site';

vi.mock('@/lib/course/quiz', () => import('./course'));
vi.mock('@/lib/course/lessons', () => import('./course'));

freshSite();

const optionTexts = (quiz: PublicQuiz, id: string) =>
  quiz.items.find((item) => item.id === id)?.options.map((option) => option.text);
const itemOf = (quiz: PublicQuiz, id: string) => quiz.items.find((item) => item.id === id);

describe('opening a quiz', () => {
  it('makes a learner and an attempt, and continues it afterwards with the same places', async () => {
    const reader = new Browser();
    const first = await reader.openQuiz();
    expect(reader.cookie).toBeDefined();
    expect(first.items.map((item) => [item.id, item.state, item.tryNumber])).toEqual([
      ['one', 'new', 1],
      ['many', 'new', 1],
      ['steps', 'new', 1],
      ['bare', 'new', 1],
    ]);
    expect(await reader.openQuiz()).toEqual(first);
    expect(await database().learner.count()).toBe(1);
    expect(await database().attempt.count()).toBe(1);
  });

  it('twenty times at once begins one attempt', async () => {
    const reader = new Browser();
    await reader.post('/api/progress', { lesson: LESSON, section: 'opening' });
    const quizzes = await Promise.all(Array.from({ length: 20 }, () => reader.openQuiz()));
    expect(new Set(quizzes.map((quiz) => quiz.attempt)).size).toBe(1);
    expect(await database().attempt.count()).toBe(1);
  });

  it('shows two learners different places', async () => {
    const readers = await Promise.all(Array.from({ length: 8 }, () => new Browser().openQuiz()));
    expect(new Set(readers.map((quiz) => optionTexts(quiz, 'many')?.join())).size).toBeGreaterThan(1);
  });

  it('is in the language that was asked for, at the same places', async () => {
    const reader = new Browser();
    const en = await reader.openQuiz('en');
    const zh = await reader.openQuiz('zh');
    expect(zh.items[0]?.question).toBe('question-one 中文');
    expect(optionTexts(zh, 'one')).toEqual(optionTexts(en, 'one')?.map((text) => `${text} 中文`));
  });
});

describe('an answer', () => {
  it.each(['one', 'many', 'steps', 'bare'])(
    'that is right for %s counts as right at the first try',
    async (id) => {
      const reader = new Browser();
      const quiz = await reader.openQuiz();
      const { status, body } = await reader.answer<AnswerResult>(answerFor(quiz, id, 'right'));
      expect(status).toBe(200);
      expect(body).toMatchObject({
        item: id,
        correct: true,
        points: 1,
        state: 'firstTry',
        explanation: `explanation-${id}`,
      });
      const after = itemOf(await reader.openQuiz(), id);
      expect(after).toMatchObject({ state: 'firstTry', tryNumber: 1 });
      expect(after?.options).toEqual(itemOf(quiz, id)?.options);
    },
  );

  it.each(['one', 'many', 'steps'])('that is wrong for %s opens the next try at new places', async (id) => {
    const reader = new Browser();
    const quiz = await reader.openQuiz();
    const { body } = await reader.answer<AnswerResult>(answerFor(quiz, id, 'wrong'));
    expect(body).toMatchObject({ correct: false, state: 'wrong' });
    const next = await reader.openQuiz();
    expect(itemOf(next, id)).toMatchObject({ state: 'wrong', tryNumber: 2 });
    expect(optionTexts(next, id)).not.toEqual(optionTexts(quiz, id));
    const second = await reader.answer<AnswerResult>(answerFor(next, id, 'right'));
    expect(second.body).toMatchObject({ correct: true, state: 'later' });
  });

  it('to a right one is refused: there is no further try', async () => {
    const reader = new Browser();
    const quiz = await reader.openQuiz();
    await reader.answer(answerFor(quiz, 'one', 'right'));
    const again = { ...answerFor(quiz, 'one', 'wrong'), tryNumber: 2 };
    expect(codeOf(await reader.answer(again))).toBe('try-not-open');
    expect(await database().answer.count()).toBe(1);
  });

  it('for a try that is not open yet is refused', async () => {
    const reader = new Browser();
    const quiz = await reader.openQuiz();
    const reply = await reader.answer({ ...answerFor(quiz, 'one', 'wrong'), tryNumber: 2 });
    expect([reply.status, codeOf(reply)]).toEqual([409, 'try-not-open']);
  });

  it.each([
    ['one', [], 'nothing-chosen'],
    ['one', [0, 1], 'one-choice-only'],
    ['one', [4], 'place-out-of-range'],
    ['many', [-1], 'place-out-of-range'],
    ['many', [2, 2], 'place-twice'],
    ['steps', [0, 1], 'not-every-step'],
  ])(
    'for %s at the places %j is no answer (%s): nothing is stored, the try stays open',
    async (id, places, code) => {
      const reader = new Browser();
      const quiz = await reader.openQuiz();
      const request = answerFor(quiz, id, 'right');
      const reply = await reader.answer({ ...request, response: places });
      expect([reply.status, codeOf(reply)]).toEqual([422, code]);
      expect(await database().answer.count()).toBe(0);
      expect((await reader.answer(request)).status).toBe(200);
    },
  );

  it('for an item that is not in the quiz is 404', async () => {
    const reader = new Browser();
    const request = answerFor(await reader.openQuiz(), 'one', 'right');
    const reply = await reader.answer({ ...request, item: 'no-such' });
    expect([reply.status, codeOf(reply)]).toEqual([404, 'unknown-item']);
  });

  it('for an attempt of somebody else, of nobody, or without a cookie is 404', async () => {
    const reader = new Browser();
    const stranger = new Browser();
    const request = answerFor(await reader.openQuiz(), 'one', 'right');
    await stranger.openQuiz();
    const attempts = [
      stranger.answer(request),
      new Browser().answer(request),
      reader.answer({ ...request, attempt: 'none' }),
    ];
    for (const reply of await Promise.all(attempts)) {
      expect([reply.status, codeOf(reply)]).toEqual([404, 'unknown-attempt']);
    }
    expect(await database().answer.count()).toBe(0);
  });
});

describe('a submission', () => {
  it('that arrives again gives the same result and counts once', async () => {
    const reader = new Browser();
    const request = answerFor(await reader.openQuiz(), 'steps', 'wrong');
    const first = await reader.answer(request);
    const again = await reader.answer(request);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await database().answer.count()).toBe(1);
  });

  it('that arrives again after a later try still gives its own result', async () => {
    const reader = new Browser();
    const request = answerFor(await reader.openQuiz(), 'one', 'wrong');
    const first = await reader.answer(request);
    await reader.answer(answerFor(await reader.openQuiz(), 'one', 'right'));
    expect((await reader.answer(request)).body).toEqual(first.body);
  });

  it('100 times at once counts once', async () => {
    const reader = new Browser();
    const request = answerFor(await reader.openQuiz(), 'many', 'right');
    const replies = await Promise.all(Array.from({ length: 100 }, () => reader.answer(request)));
    expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([200]));
    expect(new Set(replies.map((reply) => JSON.stringify(reply.body))).size).toBe(1);
    expect(await database().answer.count()).toBe(1);
  });

  it.each([
    ['other places', { response: [0] }],
    ['another certainty', { sure: true }],
    ['another item', { item: 'many' }],
    ['another try', { tryNumber: 2 }],
  ])('with %s is refused', async (_, change) => {
    const reader = new Browser();
    const request = { ...answerFor(await reader.openQuiz(), 'one', 'wrong'), response: [1] };
    await reader.answer(request);
    const reply = await reader.answer({ ...request, ...change });
    expect([reply.status, codeOf(reply)]).toEqual([409, 'submission-reused']);
  });

  it('of one learner may have the id of another learner’s: neither sees the other', async () => {
    const [reader, other] = [new Browser(), new Browser()];
    const request = answerFor(await reader.openQuiz(), 'one', 'right');
    await reader.answer(request);
    const own = { ...answerFor(await other.openQuiz(), 'one', 'wrong'), submission: request.submission };
    expect((await other.answer(own)).body).toMatchObject({ correct: false });
  });
});

describe('two submissions for one try', () => {
  it('one after the other: the second gets 409 with the result that counts', async () => {
    const reader = new Browser();
    const quiz = await reader.openQuiz();
    const first = await reader.answer<AnswerResult>(answerFor(quiz, 'one', 'wrong'));
    const second = await reader.answer<AlreadyAnswered & Record<string, unknown>>(
      answerFor(quiz, 'one', 'right'),
    );
    expect(second.status).toBe(409);
    expect(second.body.error.code).toBe('already-answered');
    expect(second.body.result).toEqual(first.body);
  });

  it('at once: one wins, all others see its result', async () => {
    const reader = new Browser();
    const quiz = await reader.openQuiz();
    const requests = Array.from({ length: 20 }, (_, number) =>
      answerFor(quiz, 'one', number % 2 ? 'right' : 'wrong'),
    );
    const replies = await Promise.all(requests.map((request) => reader.answer(request)));
    const won = replies.filter((reply) => reply.status === 200);
    const lost = replies.filter((reply) => reply.status === 409);
    expect([won.length, lost.length]).toEqual([1, 19]);
    for (const reply of lost) {
      expect(codeOf(reply)).toBe('already-answered');
      expect(reply.body.result).toEqual(won[0]?.body);
    }
    expect(await database().answer.count()).toBe(1);
  });
});

describe('an item that was answered', () => {
  it('comes with its reasons once it is right, as they were told then, and not before', async () => {
    const reader = new Browser();
    const quiz = await reader.openQuiz();
    for (const id of ['many', 'steps']) await reader.answer(answerFor(quiz, id, 'wrong'));
    const wrong = await reader.openQuiz();
    expect(JSON.stringify(wrong)).not.toMatch(/because-|explanation-|"correct"|"right"/);
    const { body: ofMany } = await reader.answer<AnswerResult>(answerFor(wrong, 'many', 'right'));
    const { body: ofOne } = await reader.answer<AnswerResult>(answerFor(wrong, 'one', 'right'));
    const later = await reader.openQuiz();
    expect(later.items.map(({ id, result }) => [id, result])).toEqual([
      ['one', ofOne],
      ['many', ofMany],
      ['steps', undefined],
      ['bare', undefined],
    ]);
    expect(JSON.stringify(itemOf(await new Browser().openQuiz(), 'one'))).not.toMatch(/because-/);
  });
});

describe('before an answer', () => {
  it('no response holds a key, a reason, a hint or an explanation', async () => {
    const reader = new Browser();
    const seen: unknown[] = [];
    const keep = async (reply: Promise<{ body: unknown }>) => seen.push((await reply).body);
    await keep(reader.get(`/api/quiz/${LESSON}?locale=en`));
    await keep(reader.get(`/api/quiz/${LESSON}?locale=zh`));
    await keep(reader.get('/api/progress'));
    const quiz = await reader.openQuiz();
    const request = answerFor(quiz, 'many', 'right');
    await keep(reader.answer({ ...request, response: [] }));
    await keep(reader.answer({ ...request, response: [9] }));
    await keep(reader.answer({ ...request, tryNumber: 2 }));
    await keep(reader.answer({ ...request, attempt: 'other' }));
    await keep(reader.post(`/api/quiz/${LESSON}/answers`, { ...request, correct: true }));
    expect(JSON.stringify(seen)).not.toMatch(/because-|hint-|explanation-|"correct"|"right"|"before"/);
  });

  it('of an item, the answers to others tell nothing about it', async () => {
    const reader = new Browser();
    const { body } = await reader.answer(answerFor(await reader.openQuiz(), 'one', 'wrong'));
    expect(JSON.stringify(body)).not.toMatch(/many|steps|bare|hint-/);
  });
});

describe('a hint', () => {
  const ask = (reader: Browser, attempt: string, item: string, number: number) =>
    reader.post(`/api/quiz/${LESSON}/hints?locale=zh`, { attempt, item, number });

  it('comes in the language that was asked for, with the number that is left', async () => {
    const reader = new Browser();
    const { attempt } = await reader.openQuiz();
    const reply = await ask(reader, attempt, 'one', 1);
    expect([reply.status, reply.body]).toEqual([200, { text: 'hint-one 中文', left: 0 }]);
  });

  it.each([
    ['one', 2, 404, 'unknown-hint'],
    ['bare', 1, 404, 'unknown-hint'],
    ['none', 1, 404, 'unknown-item'],
    ['one', 0, 400, 'invalid-body'],
  ])('of %s, number %d, is %d %s', async (item, number, status, code) => {
    const reader = new Browser();
    const { attempt } = await reader.openQuiz();
    const reply = await ask(reader, attempt, item, number);
    expect([reply.status, codeOf(reply)]).toEqual([status, code]);
  });

  it('is not given for somebody else’s attempt', async () => {
    const { attempt } = await new Browser().openQuiz();
    expect(codeOf(await ask(new Browser(), attempt, 'one', 1))).toBe('unknown-attempt');
  });
});

describe('what is kept of an answer', () => {
  it('is how many hints of the item were taken before it, each once, and what the item was then', async () => {
    const reader = new Browser();
    const quiz = await reader.openQuiz();
    const ask = () =>
      reader.post(`/api/quiz/${LESSON}/hints`, { attempt: quiz.attempt, item: 'one', number: 1 });
    await reader.answer(answerFor(quiz, 'one', 'wrong'));
    await Promise.all([ask(), ask(), ask()]);
    await reader.answer(answerFor(await reader.openQuiz(), 'one', 'right'));
    await reader.answer(answerFor(quiz, 'many', 'right'));
    const rows = await database().answer.findMany({ orderBy: { id: 'asc' } });
    expect(rows.map((row) => [row.item, row.tryNumber, row.hintsUsed])).toEqual([
      ['one', 1, 0],
      ['one', 2, 1],
      ['many', 1, 0],
    ]);
    expect(rows[0]?.itemHash).toMatch(/^[0-9a-f]{16}$/);
    expect(rows[1]?.itemHash).toBe(rows[0]?.itemHash);
    expect(rows[2]?.itemHash).not.toBe(rows[0]?.itemHash);
    expect(rows.map((row) => [row.misconceptions, row.concept])).toEqual(
      Array(3).fill(['[]', 'test-concept']),
    );
  });

  it('is no hint that the item does not have, and none of somebody else', async () => {
    const { attempt } = await new Browser().openQuiz();
    await new Browser().post(`/api/quiz/${LESSON}/hints`, { attempt, item: 'one', number: 1 });
    await new Browser().post(`/api/quiz/${LESSON}/hints`, { attempt, item: 'bare', number: 1 });
    expect(await database().hintTaken.count()).toBe(0);
  });
});

describe('progress', () => {
  it('is empty for somebody new, and makes no learner', async () => {
    const reader = new Browser();
    const { status, body, headers } = await reader.get('/api/progress');
    expect([status, body, headers.get('set-cookie')]).toEqual([200, { lessons: {} }, null]);
    expect(await database().learner.count()).toBe(0);
  });

  it('is empty after a quiz was only opened', async () => {
    const reader = new Browser();
    await reader.openQuiz();
    expect((await reader.get('/api/progress')).body).toEqual({ lessons: {} });
  });

  it('marks a section once, however often it is read, and lists sections in the lesson’s order', async () => {
    const reader = new Browser();
    const read = (section: string) => reader.post<Progress>('/api/progress', { lesson: LESSON, section });
    await read('recap');
    await Promise.all(Array.from({ length: 10 }, () => read('opening')));
    const { body } = await read('recap');
    expect(body).toEqual({ lessons: { [LESSON]: { sections: ['opening', 'recap'], items: {}, labs: [] } } });
    expect(await database().sectionRead.count()).toBe(2);
  });

  it.each([
    [{ lesson: 'no-such', section: 'opening' }, 404, 'unknown-lesson'],
    [{ lesson: '__proto__', section: 'opening' }, 404, 'unknown-lesson'],
    [{ lesson: LESSON, section: 'no-such' }, 404, 'unknown-section'],
    [{ lesson: LESSON }, 400, 'invalid-body'],
    [{ lesson: LESSON, section: 'opening', learner: 'x' }, 400, 'invalid-body'],
  ])('refuses %j', async (body, status, code) => {
    const reply = await new Browser().post('/api/progress', body);
    expect([reply.status, codeOf(reply)]).toEqual([status, code]);
    expect(await database().learner.count()).toBe(0);
  });

  it('counts an item over all attempts from its first answer: what was right once stays right', async () => {
    const reader = new Browser();
    const quiz = await reader.openQuiz();
    await reader.answer(answerFor(quiz, 'one', 'right'));
    await reader.answer(answerFor(quiz, 'many', 'wrong'));
    const { learnerId } = await database().attempt.findUniqueOrThrow({ where: { id: quiz.attempt } });
    const second = { id: 'second', learnerId, lesson: LESSON, number: 2, seed: 'another' };
    await database().attempt.create({ data: second });
    const again = await reader.openQuiz();
    expect(again.attempt).toBe('second');
    await reader.answer(answerFor(again, 'one', 'wrong'));
    await reader.answer(answerFor(again, 'many', 'right'));
    const { body } = await reader.get<Progress>('/api/progress');
    expect(body.lessons[LESSON]?.items).toEqual({ one: 'firstTry', many: 'later' });
  });

  it('is all there after a restart, and the open attempt goes on', async () => {
    const reader = new Browser();
    const quiz = await reader.openQuiz();
    await reader.answer(answerFor(quiz, 'one', 'right'));
    await reader.answer(answerFor(quiz, 'many', 'wrong'));
    await reader.answer(answerFor(quiz, 'steps', 'wrong'));
    await reader.answer(answerFor(await reader.openQuiz(), 'steps', 'right'));
    await reader.post('/api/progress', { lesson: LESSON, section: 'order' });
    const before = await reader.openQuiz();
    await closeDatabase();
    expect((await reader.get('/api/progress')).body).toEqual({
      lessons: {
        [LESSON]: {
          sections: ['order'],
          items: { one: 'firstTry', many: 'wrong', steps: 'later' },
          labs: [],
        },
      },
    });
    expect(await reader.openQuiz()).toEqual(before);
  });
});
