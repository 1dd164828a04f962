import { afterEach, describe, expect, it, vi } from 'vitest';
import { GET as getKnowledge } from '@/app/api/knowledge/route';
import { GET as getReview } from '@/app/api/review/route';
import type { KnowledgeOfConcepts, KnownConcept, ReviewState } from '@/lib/review/public';
import { database } from '@/lib/server/db';
import { knowledgeOn } from '@/lib/server/knowledge';
import { cookieFor } from '@/lib/server/learner';
import { mostConcepts, reviewItems, reviewState } from '@/lib/server/review';
import { answered, putLearner } from './answering';
import { freshSite, ORIGIN } from './site';

vi.mock('@/lib/course/quiz', () => import('./review-course'));
vi.mock('@/lib/course/generators', () => import('./review-course'));
vi.mock('@/lib/course/lessons', () => import('./review-course'));
vi.mock('@/lib/course/concepts', () => import('./review-course'));

freshSite();

const on = (day: string) => `2026-11-${day}T09:00`;

describe('what is due', () => {
  it('is nothing for nobody, for somebody new, and on the day of the answer', async () => {
    expect(await reviewState(undefined, '2026-11-26', 'en')).toEqual({
      today: '2026-11-26',
      due: [],
      later: [],
    });
    const learner = await putLearner('ann');
    expect(await reviewItems(learner, '2026-11-26')).toEqual([]);
    await answered(learner, { concept: 'written', at: on('26'), correct: false });
    const { due, later } = await reviewState(learner, '2026-11-26', 'en');
    expect([due, later.map(({ concept }) => concept)]).toEqual([[], ['written']]);
    expect(await reviewItems(learner, '2026-11-26')).toEqual([]);
  });

  it('is the longest due first, and what comes later the soonest first', async () => {
    const learner = await putLearner('ann');
    await answered(learner, { concept: 'many-1', at: on('22') });
    await answered(learner, { concept: 'many-2', at: on('21'), correct: false });
    await answered(learner, { concept: 'drawn', at: on('26') });
    await answered(learner, { concept: 'written', at: on('26'), correct: false });
    const { due, later } = await reviewState(learner, '2026-11-26', 'en');
    expect(due.map(({ concept, inDays }) => [concept, inDays])).toEqual([
      ['many-2', -4],
      ['many-1', -2],
    ]);
    expect(later.map(({ concept, inDays }) => [concept, inDays])).toEqual([
      ['written', 1],
      ['drawn', 2],
    ]);
  });

  it('has its name in the language that is asked for, its lesson, and all that the date is made of', async () => {
    const learner = await putLearner('ann');
    await answered(learner, { concept: 'many-1', at: on('20'), correct: false });
    await answered(learner, { concept: 'many-1', at: on('21'), correct: true, hintsUsed: 1 });
    await answered(learner, { concept: 'many-1', at: on('23'), correct: false, points: 0.8 });
    await answered(learner, { concept: 'many-1', at: on('25'), tryNumber: 2 });
    await answered(learner, { concept: 'many-1', at: on('26') });
    const { later } = await reviewState(learner, '2026-11-27', 'zh');
    expect(later[0]).toMatchObject({
      concept: 'many-1',
      title: '多 1',
      lesson: { slug: 'later', title: '之后', isWritten: false },
      requestedRetention: 0.9,
      reviews: 5,
      lapses: 0,
      ratings: [
        { day: '2026-11-26', rating: 'good', reason: 'right' },
        { day: '2026-11-25', rating: 'hard', reason: 'rightLater' },
        { day: '2026-11-23', rating: 'hard', reason: 'almostRight' },
        { day: '2026-11-21', rating: 'hard', reason: 'rightWithHint' },
        { day: '2026-11-20', rating: 'again', reason: 'wrong', intervalDays: 1 },
      ],
    });
    const one = later[0];
    expect(one?.ratings[0]?.intervalDays).toBe((one?.inDays ?? 0) + 1);
    expect(one?.retrievability).toBeLessThan(1);
    expect(one?.retrievability).toBeGreaterThan(0.9);
  });

  it('leaves out concepts that no review can ask, or that the course has no longer', async () => {
    const learner = await putLearner('ann');
    for (const concept of ['in-a-lab', 'never-asked', 'without-a-name', 'gone', 'written'])
      await answered(learner, { concept, at: on('20') });
    const { due } = await reviewState(learner, '2026-11-26', 'en');
    expect(due.map(({ concept }) => concept)).toEqual(['written']);
    expect(await reviewItems(learner, '2026-11-26')).toEqual([{ ref: 'sets/two', concept: 'written' }]);
  });

  it('is of this learner alone', async () => {
    const [ann, bob] = [await putLearner('ann'), await putLearner('bob')];
    await answered(ann, { concept: 'written', at: on('20') });
    expect((await reviewState(bob, '2026-11-26', 'en')).due).toEqual([]);
    expect(await reviewItems(bob, '2026-11-26')).toEqual([]);
  });
});

describe('the items of a review', () => {
  it('are one of each concept, the longest due first, and at most as many as fit into five minutes', async () => {
    const learner = await putLearner('ann');
    for (let at = 0; at < 15; at += 1)
      await answered(learner, { concept: `many-${at}`, at: on(String(24 - at).padStart(2, '0')) });
    const items = await reviewItems(learner, '2026-11-30');
    expect(mostConcepts).toBe(12);
    expect(items.map(({ concept }) => concept)).toEqual(
      Array.from({ length: mostConcepts }, (_, at) => `many-${14 - at}`),
    );
    expect(items[0]).toEqual({ ref: 'gen-many-14', concept: 'many-14' });
  });

  it('are drawn by the generator that was seen longest ago or never, in a lesson or a review', async () => {
    const learner = await putLearner('ann');
    const next = async () => (await reviewItems(learner, '2026-11-30'))[0]?.ref;
    await answered(learner, { concept: 'drawn', at: on('01'), item: 'drawn-item' });
    expect(await next()).toBe('gen-a');
    await answered(learner, { concept: 'drawn', at: on('02'), lesson: 'review', item: 'gen-a' });
    expect(await next()).toBe('gen-b');
    await answered(learner, { concept: 'drawn', at: on('03'), lesson: 'sets', item: 'drawn-entry' });
    expect(await next()).toBe('gen-c');
    await answered(learner, { concept: 'drawn', at: on('04'), lesson: 'review', item: 'gen-c' });
    expect(await next()).toBe('gen-a');
  });

  it('without a generator are the authored item that was seen longest ago or never, and no lab', async () => {
    const learner = await putLearner('ann');
    const next = async () => (await reviewItems(learner, '2026-11-30'))[0]?.ref;
    await answered(learner, { concept: 'written', at: on('01'), item: 'one' });
    expect(await next()).toBe('sets/two');
    await answered(learner, { concept: 'written', at: on('02'), lesson: 'review', item: 'sets/two' });
    expect(await next()).toBe('sets/three');
    await answered(learner, { concept: 'written', at: on('03'), lesson: 'review', item: 'sets/three' });
    expect(await next()).toBe('sets/one');
    await answered(learner, { concept: 'written', at: on('04'), item: 'one' });
    expect(await next()).toBe('sets/two');
  });
});

const known = ({ concepts }: KnowledgeOfConcepts, id: string): KnownConcept | undefined =>
  concepts.find(({ concept }) => concept === id);

describe('what is known', () => {
  it('is every concept that can be asked, in the order of the course, all new for nobody', async () => {
    const { concepts } = await knowledgeOn(undefined, '2026-11-26', 'en');
    const many = Array.from({ length: 15 }, (_, at) => `many-${at}`);
    expect(concepts.map(({ concept }) => concept)).toEqual(['drawn', 'written', 'in-a-lab', ...many]);
    expect(new Set(concepts.map(({ state }) => state))).toEqual(new Set(['new']));
    expect(concepts[0]).toEqual({
      concept: 'drawn',
      title: 'what drawn is',
      lesson: { slug: 'sets', title: 'Sets', isWritten: true },
      state: 'new',
      because: [{ rule: 'wasTried', holds: false, has: 0, needs: 1, tries: [] }],
      tries: [],
    });
  });

  it('rests on the first try at each item of each attempt, and says where it was', async () => {
    const learner = await putLearner('ann');
    await answered(learner, { concept: 'written', at: on('01'), correct: false });
    await answered(learner, { concept: 'written', at: on('01'), tryNumber: 2 });
    expect(known(await knowledgeOn(learner, '2026-11-01', 'en'), 'written')).toMatchObject({
      state: 'tried',
      dueDay: '2026-11-02',
      tries: [{ day: '2026-11-01', isRight: false, isAided: false, where: 'lesson' }],
    });
    const again = { concept: 'written', at: on('02'), lesson: 'review', item: 'sets/two' };
    await answered(learner, { ...again, hintsUsed: 1 });
    await answered(learner, { concept: 'written', at: on('03'), lesson: 'review', item: 'sets/three' });
    const now = known(await knowledgeOn(learner, '2026-11-03', 'en'), 'written');
    expect(now).toMatchObject({ state: 'ok' });
    expect(now?.tries.map(({ where, isAided }) => [where, isAided])).toEqual([
      ['review', false],
      ['review', true],
      ['lesson', false],
    ]);
  });

  it('is solid after three right on two days in two variants: one item asked twice is one variant', async () => {
    const learner = await putLearner('ann');
    const state = async () => known(await knowledgeOn(learner, '2026-11-03', 'en'), 'written')?.state;
    const one = { concept: 'written', item: 'one' };
    await answered(learner, { ...one, at: on('01') });
    await answered(learner, { ...one, at: on('02'), lesson: 'review', item: 'sets/one' });
    await answered(learner, { ...one, at: on('03') });
    expect(await state()).toBe('ok');
    await answered(learner, { ...one, at: on('03'), item: 'two' });
    expect(await state()).toBe('solid');
  });

  it('tells the variants of a generator apart by their seeds', async () => {
    const learner = await putLearner('ann');
    const state = async () => known(await knowledgeOn(learner, '2026-11-03', 'en'), 'drawn')?.state;
    const drawn = { concept: 'drawn', lesson: 'review', item: 'gen-b', variant: 'x' };
    for (const day of ['01', '02', '03']) await answered(learner, { ...drawn, at: on(day) });
    expect(await state()).toBe('ok');
    await answered(learner, {
      concept: 'drawn',
      lesson: 'sets',
      item: 'drawn-entry',
      variant: 'x',
      at: on('03'),
    });
    expect(await state()).toBe('ok');
    await answered(learner, { ...drawn, variant: 'y', at: on('03') });
    expect(await state()).toBe('solid');
  });

  it('fades when the chance that it is still known falls below .8', async () => {
    const learner = await putLearner('ann');
    await answered(learner, { concept: 'written', at: on('01') });
    const state = async (day: string) => known(await knowledgeOn(learner, day, 'en'), 'written')?.state;
    expect([await state('2026-11-03'), await state('2027-05-01')]).toEqual(['ok', 'fading']);
  });

  it('takes the day of the learner, and the one of the server where none was noted', async () => {
    const learner = await putLearner('ann');
    await answered(learner, { concept: 'written', at: on('05'), day: '2026-11-06' });
    const days = async () => {
      const { tries = [] } = known(await knowledgeOn(learner, '2026-11-08', 'en'), 'written') ?? {};
      return tries.map(({ day }) => day);
    };
    expect(await days()).toEqual(['2026-11-06']);
    await database().answer.updateMany({ data: { day: null } });
    expect(await days()).toEqual(['2026-11-05']);
  });

  it('does not hold a check of a lab that did not solve it against anybody', async () => {
    const learner = await putLearner('ann');
    const check = { concept: 'in-a-lab', item: 'lab', kind: 'lab' };
    await answered(learner, { ...check, at: on('01'), correct: false });
    expect(known(await knowledgeOn(learner, '2026-11-01', 'en'), 'in-a-lab')?.state).toBe('new');
    await answered(learner, { ...check, at: on('02') });
    const solved = known(await knowledgeOn(learner, '2026-11-02', 'en'), 'in-a-lab');
    expect([solved?.state, solved?.dueDay]).toEqual(['ok', undefined]);
  });
});

describe('the routes', () => {
  afterEach(() => {
    delete process.env.PODIUM_CLOCK_SHIFT_MS;
    vi.useRealTimers();
  });

  const get = async <Body>(handler: typeof getReview, query: string, learner?: string) => {
    const asking = new Request(`${ORIGIN}/api/x?${query}`);
    const cookie = learner && cookieFor(learner, asking).split(';')[0];
    const request = new Request(asking, { headers: cookie ? { cookie } : {} });
    const response = await handler(request, { params: Promise.resolve({}) });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
  };
  const review = (query: string, learner?: string) => get<ReviewState>(getReview, query, learner);
  const knowledge = (query: string, learner?: string) =>
    get<KnowledgeOfConcepts>(getKnowledge, query, learner);
  const at = (moment: string) => vi.useFakeTimers({ now: new Date(moment), toFake: ['Date'] });

  it('make no learner for somebody new, and keep nothing in a cache', async () => {
    for (const { status, headers } of [await review(''), await knowledge('')]) {
      expect([status, headers.get('set-cookie'), headers.get('cache-control')]).toEqual([
        200,
        null,
        'no-store',
      ]);
    }
    expect(await database().learner.count()).toBe(0);
  });

  it.each([
    ['', '2026-11-26'],
    ['utcOffset=0', '2026-11-26'],
    ['utcOffset=60', '2026-11-27'],
    ['utcOffset=-720', '2026-11-26'],
    ['utcOffset=840', '2026-11-27'],
    ['utcOffset=999999', '2026-11-27'],
    ['utcOffset=-1e300', '2026-11-26'],
    ['utcOffset=Infinity', '2026-11-26'],
    ['utcOffset=NaN', '2026-11-26'],
    ['utcOffset=', '2026-11-26'],
    ['utcOffset=%00', '2026-11-26'],
    ['utcOffset[]=60', '2026-11-26'],
    ['utcOffset=60&utcOffset=-700', '2026-11-27'],
  ])('know the day of the reader from %j: half past eleven at night in UTC', async (query, day) => {
    at('2026-11-26T23:30Z');
    expect((await review(query)).body.today).toBe(day);
    expect((await knowledge(query)).body.today).toBe(day);
  });

  it('show what is due tomorrow when the clock is moved', async () => {
    const learner = await putLearner('ann');
    await answered(learner, { concept: 'written', at: on('26'), correct: false });
    at('2026-11-26T12:00Z');
    expect((await review('', learner)).body).toMatchObject({ due: [], later: [{ inDays: 1 }] });
    process.env.PODIUM_CLOCK_SHIFT_MS = String(24 * 60 * 60 * 1_000);
    expect((await review('', learner)).body).toMatchObject({ due: [{ inDays: 0 }], later: [] });
    expect((await knowledge('', learner)).body.today).toBe('2026-11-27');
  });

  it('speak the language of the request', async () => {
    expect((await knowledge('locale=zh')).body.concepts[0]?.title).toBe('drawn 是什么');
    expect((await knowledge('locale=en')).body.concepts[0]?.title).toBe('what drawn is');
  });
});
