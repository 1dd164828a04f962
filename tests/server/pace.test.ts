import { describe, expect, it } from 'vitest';
import { addressHeader } from '@/lib/server/client-address';
import { inEvenTime } from '@/lib/server/even-time';
import { keepPace, PaceKeeper, paces, waitFor } from '@/lib/server/pace';
import type { Refusal } from '@/lib/server/refusal';

const pace = { most: 3, withinMs: 1_000 };

describe('a pace', () => {
  it.each([
    ['nothing was done', [], 5_000, 0],
    ['as much was done as may be, less one', [100, 200], 300, 0],
    ['the limit is reached: until the first of them is over', [100, 200, 300], 400, 700],
    ['one of them is just over', [100, 200, 300], 1_100, 0],
    ['the clock was set back: what is to come does not count', [5_000, 5_100, 5_200], 400, 0],
  ])('when %s', (_, moments, nowMs, waitMs) => expect(waitFor(moments, pace, nowMs)).toBe(waitMs));
});

describe('the keeper of paces', () => {
  const refusalOf = (work: () => void): Refusal | undefined => {
    try {
      work();
      return undefined;
    } catch (error) {
      return error as Refusal;
    }
  };

  it('takes thirty answers a minute of one learner, and says when the next is taken', () => {
    const keeper = new PaceKeeper();
    const take = (who: string, atMs: number) => refusalOf(() => keeper.take('answer', who, undefined, atMs));
    for (let count = 0; count < paces.answer.most; count += 1)
      expect(take('ann', count * 100)).toBeUndefined();
    const refused = take('ann', 10_000);
    expect([refused?.code, refused?.retryAfterS]).toEqual(['too-fast', 50]);
    expect(take('bo', 10_000)).toBeUndefined();
    expect(take('ann', 60_000)).toBeUndefined();
    expect(take('ann', 60_001)?.code).toBe('too-fast');
  });

  it('does not count what it refused, so that who waits as told is taken', () => {
    const keeper = new PaceKeeper();
    for (let count = 0; count < 10; count += 1) keeper.take('hint', 'ann', undefined, 0);
    for (let count = 0; count < 50; count += 1) refusalOf(() => keeper.take('hint', 'ann', undefined, 1_000));
    expect(refusalOf(() => keeper.take('hint', 'ann', undefined, 60_000))).toBeUndefined();
  });

  it('counts the same submission once, and takes it also when the limit is reached', () => {
    const keeper = new PaceKeeper();
    for (let count = 0; count < 100; count += 1) keeper.take('answer', 'ann', 'one', count);
    for (let count = 1; count < paces.answer.most; count += 1) keeper.take('answer', 'ann', `${count}`, 200);
    expect(refusalOf(() => keeper.take('answer', 'ann', 'one', 300))).toBeUndefined();
    expect(refusalOf(() => keeper.take('answer', 'ann', 'another', 300))?.code).toBe('too-fast');
  });

  it('remembers only so many', () => {
    const keeper = new PaceKeeper(20);
    for (let count = 0; count < 100; count += 1) keeper.take('export', `learner ${count}`, undefined, 0);
    expect(keeper.counters).toBe(20);
  });

  it('counts somebody unknown by their address', () => {
    const from = (address: string) =>
      new Request('http://podium.test', { headers: { [addressHeader]: address } });
    for (let count = 0; count < paces.export.most; count += 1) keepPace('export', from('one'), undefined);
    expect(refusalOf(() => keepPace('export', from('one'), undefined))?.code).toBe('too-fast');
    expect(refusalOf(() => keepPace('export', from('other'), undefined))).toBeUndefined();
    expect(refusalOf(() => keepPace('export', from('one'), 'ann'))).toBeUndefined();
  });
});

describe('an answer in even time', () => {
  it.each(['value', 'error'])('comes no sooner than it may, as a %s', async (kind) => {
    const began = performance.now();
    const work = async () => {
      if (kind === 'error') throw new Error('x');
      return 'x';
    };
    const settled = await inEvenTime(work, 50).catch((error: Error) => error.message);
    expect([settled, performance.now() - began > 45]).toEqual(['x', true]);
  });
});
