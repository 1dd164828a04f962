import { describe, expect, it, vi } from 'vitest';
import type { Response as Given } from '@/lib/quiz/answer';
import type { LessonQuiz } from '@/lib/quiz/entry';
import type { AnswerResult, PublicItem } from '@/lib/quiz/public';
import { database } from '@/lib/server/db';
import { hotspot, lab, match, numeric, service } from '../quiz/items';
import { Browser, codeOf, freshSite } from './site';

const quiz = vi.hoisted(() => ({ items: [] as LessonQuiz['items'][number][] }));
vi.mock('@/lib/course/quiz', () => ({
  getQuiz: () => quiz,
  outlineOf: () => quiz.items,
  entryOfRef: (ref: string) => quiz.items.find(({ id }) => ref.endsWith(`/${id}`)),
  quizLessons: () => [],
}));
vi.mock('@/lib/course/lessons', () => import('./course'));
quiz.items.push(
  match('pairs', 4, [0, 1, 2]),
  numeric('number', 12, { units: [{ name: 's', times: 1 }] }),
  service('fill'),
  hotspot('spot', [0, 0.5, 1, 0]),
  lab('goals', [1, 1]),
);

freshSite();

async function opened(reader: Browser, id: string) {
  const { attempt, items } = await reader.openQuiz();
  const item = items.find((one) => one.id === id) as PublicItem;
  const answer = (response: Given, submission = `submission-${id}-${item.tryNumber}`) =>
    reader.answer<AnswerResult>({
      attempt,
      item: id,
      tryNumber: item.tryNumber,
      response,
      sure: false,
      submission,
    });
  return { item, answer };
}

/** For each stem by place the place of its choice: stem 1 belongs to choice a. */
const rightPairs = ({ stems = [], options }: PublicItem): number[] =>
  stems.map((stem) =>
    options.findIndex(({ text }) => text === `pairs-${'abcd'[Number(stem.slice(-1)) - 1]}`),
  );

const codesIn = (bodies: readonly unknown[]) =>
  new Set(bodies.map((body) => (body as { error?: { code: string } }).error?.code));

describe('an answer of another kind', () => {
  it.each<[string, (item: PublicItem) => Given]>([
    ['pairs', rightPairs],
    ['number', () => ['12 s']],
    ['fill', () => ['web', 'selector', 'http']],
    ['spot', () => [2]],
  ])('that is right for %s counts, and is the same when it is sent again', async (id, rightOf) => {
    const reader = new Browser();
    const { item, answer } = await opened(reader, id);
    const reply = await answer(rightOf(item));
    expect([reply.status, reply.body.correct, reply.body.points]).toEqual([200, true, 1]);
    expect((await answer(rightOf(item))).body).toEqual(reply.body);
    expect(await database().answer.count()).toBe(1);
  });

  it.each<[string, Given, number]>([
    ['number', ['13'], 0],
    ['fill', ['web', 'labels', '8080'], 0.75],
    ['spot', [1], 0.5],
  ])(
    'that is wrong for %s has its share of the points, and the try after it is open',
    async (id, given, points) => {
      const reader = new Browser();
      const { answer } = await opened(reader, id);
      const { body } = await answer(given);
      expect([body.correct, body.points, body.state]).toEqual([false, points, 'wrong']);
      expect((await opened(reader, id)).item.tryNumber).toBe(2);
    },
  );

  it.each<[string, Given, string]>([
    ['pairs', [0], 'wrong-form'],
    ['pairs', [-1, -1, -1], 'nothing-chosen'],
    ['number', ['twelve'], 'not-a-number'],
    ['number', ['12 h'], 'unknown-unit'],
    ['number', [12], 'wrong-form'],
    ['fill', ['web', 'selector', '[1'], 'not-yaml'],
    ['fill', ['web', 'selector', '8'.repeat(600)], 'text-too-long'],
    ['spot', [1, 2], 'one-choice-only'],
    ['goals', [0, 1], 'answered-by-log'],
  ])('for %s that is %j is none (%s): nothing is stored', async (id, given, code) => {
    const reader = new Browser();
    const reply = await (await opened(reader, id)).answer(given);
    expect([reply.status, codeOf(reply)]).toEqual([422, code]);
    expect(await database().answer.count()).toBe(0);
  });

  it.each<[string, unknown]>([
    ['numbers and texts together', [0, 'a']],
    ['more than 20 texts', Array.from({ length: 21 }, () => 'a')],
    ['a very long text', ['a'.repeat(1_001)]],
    ['an object', { 0: 1 }],
  ])('of %s is refused for its form', async (_, given) => {
    const reply = await (await opened(new Browser(), 'fill')).answer(given as Given);
    expect([reply.status, codeOf(reply)]).toEqual([400, 'invalid-body']);
  });
});

describe('before an answer', () => {
  it('no kind tells its key, its reasons, its hints, its misconceptions or its weights, in no reply', async () => {
    const reader = new Browser();
    const seen: unknown[] = [];
    for (const locale of ['en', 'zh']) seen.push(await reader.openQuiz(locale));
    for (const { id } of quiz.items) {
      const { answer } = await opened(reader, id);
      for (const given of [[], [99], ['x'.repeat(900)], [-1, -1, -1]])
        seen.push((await answer(given, `refused-${id}`)).body);
    }
    expect(codesIn(seen).size).toBeGreaterThan(4);
    expect(await database().answer.count()).toBe(0);
    expect(JSON.stringify(seen)).not.toMatch(
      /because-|explanation-|hint-|looks-at|port-as-text|goal-|selector|"(answer|accepts|weight|points|right|correct|choice|path)"/,
    );
  });
});
