import { beforeEach, describe, expect, it, vi } from 'vitest';
import { getLabs } from '@/lib/course/labs';
import type { Lab } from '@/lib/lab/scenario';
import { addressHeader } from '@/lib/server/client-address';
import { database } from '@/lib/server/db';
import { forgetPaces, keepPace, paces, pacesKept } from '@/lib/server/pace';
import * as course from './course';
import { Browser, codeOf, freshSite, ORIGIN } from './site';

vi.mock('@/lib/course/quiz', () => import('./course'));

freshSite();
beforeEach(forgetPaces);

const LESSON = 'statefulset-identity-and-order';
const lab = getLabs(LESSON)?.labs[0] as Lab;
const labAddress = `/api/labs/${LESSON}/${lab.id}`;
/** A log that costs nothing: the lab could not have made it, so nothing is played. */
const check = { commands: [], untilMs: lab.openAtMs - 1 };

const times = async (count: number, work: (at: number) => Promise<unknown>): Promise<void> => {
  for (let at = 0; at < count; at += 1) await work(at);
};

describe('a check of a lab', () => {
  it('keeps a pace, before anything is replayed; the same log counts each time, for it is replayed each time', async () => {
    const reader = new Browser();
    await reader.openQuiz();
    await times(paces.lab.most, async () => expect((await reader.post(labAddress, check)).status).toBe(422));
    const refused = await reader.post(labAddress, check);
    expect([refused.status, codeOf(refused)]).toEqual([429, 'too-fast']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await new Browser().post(labAddress, check, { [addressHeader]: 'elsewhere' })).status).toBe(422);
  });

  it('without a cookie is counted by its address: who throws the cookie away gains nothing', async () => {
    await times(paces.lab.most, () => new Browser().post(labAddress, check));
    expect(codeOf(await new Browser().post(labAddress, check))).toBe('too-fast');
  });
});

describe('new learners', () => {
  it('of one address keep a pace that a school keeps; who is known already is let in', async () => {
    const known = new Browser();
    const open = (reader: Browser) => reader.get(`/api/quiz/${course.LESSON}`);
    expect((await open(known)).status).toBe(200);
    const others = new Request(ORIGIN);
    await times(paces.newLearner.most - 1, async () => keepPace('newLearner', others, undefined));
    expect(codeOf(await open(new Browser()))).toBe('too-fast');
    expect((await open(known)).status).toBe(200);
    const elsewhere = { headers: { [addressHeader]: 'elsewhere' } };
    expect((await new Browser().send(`/api/quiz/${course.LESSON}`, elsewhere)).status).toBe(200);
  });

  it('are not made for a page of another site', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    const reply = await new Browser().send(`/api/quiz/${course.LESSON}`, { headers });
    expect(codeOf(reply)).toBe('cross-origin');
    expect(await database().learner.count()).toBe(0);
  });
});

describe('an export', () => {
  it('of a table that there is not is remembered nowhere', async () => {
    const reader = new Browser();
    await reader.openQuiz();
    const before = pacesKept();
    for (const table of ['a', 'b', 'x'.repeat(8_000)])
      expect(codeOf(await reader.get(`/api/progress/export?table=${table}`))).toBe('unknown-table');
    expect(pacesKept()).toBe(before);
  });
});
