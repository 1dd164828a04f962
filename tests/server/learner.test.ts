import { afterEach, describe, expect, it, vi } from 'vitest';
import { database } from '@/lib/server/db';
import { learnerForWriting, signedId } from '@/lib/server/learner';
import { freshSite, ORIGIN } from './site';

freshSite();

afterEach(() => vi.useRealTimers());

const START = new Date('2026-11-26T08:00:00.000Z');
const HOUR_MS = 60 * 60 * 1_000;

const visit = (id: string, locale: string) =>
  learnerForWriting(
    new Request(`${ORIGIN}/api/progress?locale=${locale}`, {
      headers: { cookie: `podium-learner=${signedId(id)}` },
    }),
  );
const seen = () => database().learner.findFirstOrThrow({ select: { locale: true, lastSeenAt: true } });
const hoursLater = (hours: number) => new Date(Number(START) + hours * HOUR_MS);

describe('what is noted of a visit', () => {
  it('is its language and its moment, at most once a day unless the language is another', async () => {
    vi.useFakeTimers({ now: START, toFake: ['Date'] });
    const { id } = await learnerForWriting(new Request(`${ORIGIN}/api/progress?locale=zh`));
    expect(await seen()).toEqual({ locale: 'zh', lastSeenAt: START });
    for (const [hours, locale, notedAt] of [
      [1, 'zh', 0],
      [23, 'zh', 0],
      [25, 'zh', 25],
      [26, 'zh', 25],
      [27, 'en', 27],
    ] as const) {
      vi.setSystemTime(hoursLater(hours));
      await visit(id, locale);
      expect([hours, await seen()]).toEqual([hours, { locale, lastSeenAt: hoursLater(notedAt) }]);
    }
  });

  it('is noted of a learner of whom nothing was noted yet', async () => {
    await database().learner.create({ data: { id: 'old' } });
    await visit('old', 'en');
    expect(await seen()).toMatchObject({ locale: 'en', lastSeenAt: expect.any(Date) });
  });
});
