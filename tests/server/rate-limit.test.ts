import { describe, expect, it } from 'vitest';
import { JoinDoors, joinLimits } from '@/lib/server/join-doors';
import {
  type Door,
  isForgotten,
  type Limit,
  newDoor,
  tryAnswered,
  tryBegun,
  waitAt,
} from '@/lib/server/rate-limit';
import { Refusal } from '@/lib/server/refusal';

const limit: Limit = { wrong: 3, open: 2, withinMs: 1_000 };
const wrongAt = (...moments: number[]): Door =>
  moments.reduce((door, atMs) => tryAnswered(tryBegun(door), limit, false, atMs), newDoor);

describe('a door', () => {
  it.each([
    ['nobody was wrong', [], 5_000, 0],
    ['as many were wrong as may be, less one', [100, 200], 300, 0],
    ['the limit is reached: until the first of them is over', [100, 200, 300], 400, 700],
    ['one of them is just over', [100, 200, 300], 1_100, 0],
    ['more were wrong: until so few are left', [100, 200, 300, 400], 500, 700],
    ['the clock was set back: what is to come does not count', [5_000, 5_100, 5_200], 400, 0],
  ])('when %s', (_, moments, nowMs, waitMs) => {
    expect(waitAt(wrongAt(...moments), limit, nowMs)).toBe(waitMs);
  });

  it('does not count right tries', () => {
    const right = Array.from({ length: 50 }).reduce<Door>(
      (door) => tryAnswered(tryBegun(door), limit, true, 10),
      newDoor,
    );
    expect([waitAt(right, limit, 10), isForgotten(right, limit, 10)]).toEqual([0, true]);
  });

  it('is closed for a moment while too many tries are not answered', () => {
    const busy = tryBegun(tryBegun(newDoor));
    expect(waitAt(busy, limit, 0)).toBeGreaterThan(0);
    expect(waitAt(tryAnswered(busy, limit, true, 0), limit, 0)).toBe(0);
  });

  it('is forgotten once its last wrong try is over', () => {
    expect([1_000, 1_100].map((nowMs) => isForgotten(wrongAt(100), limit, nowMs))).toEqual([false, true]);
  });
});

describe('the keeper of the doors', () => {
  const MINUTES_10 = 10 * 60_000;
  const right = async () => 'in';
  const wrong = async () => {
    throw new Refusal('unknown-code');
  };
  const codeOf = (tried: Promise<unknown>) =>
    tried.then(
      () => 'in',
      (error: Refusal) => error.code,
    );

  it('lets thirty learners behind one address in within a minute', async () => {
    const keeper = new JoinDoors();
    const tries = Array.from({ length: 30 }, (_, at) =>
      keeper.guard('school', 'K7QM-2XWR', right, () => at * 2_000),
    );
    expect(await Promise.all(tries)).toEqual(Array(30).fill('in'));
    expect(keeper.doors).toBe(0);
  });

  it('closes an address after ten wrong codes for ten minutes, to a right one too, and to no other address', async () => {
    const keeper = new JoinDoors();
    for (let count = 0; count < 10; count += 1)
      expect(await codeOf(keeper.guard('evil', `0000000${count}`, wrong, () => count * 1_000))).toBe(
        'unknown-code',
      );
    const at = (nowMs: number) => codeOf(keeper.guard('evil', 'K7QM-2XWR', right, () => nowMs));
    expect(await at(9_500)).toBe('too-many-tries');
    expect(await codeOf(keeper.guard('school', 'K7QM-2XWR', right, () => 9_500))).toBe('in');
    expect(await at(MINUTES_10 - 1)).toBe('too-many-tries');
    expect(await at(MINUTES_10)).toBe('in');
  });

  it('says when to ask again', async () => {
    const keeper = new JoinDoors();
    for (let count = 0; count < 10; count += 1) await codeOf(keeper.guard('evil', 'x', wrong, () => 0));
    const refusal: Refusal = await keeper.guard('evil', 'x', right, () => 1_500).catch((error) => error);
    const response = refusal.toResponse('en');
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '599']);
  });

  it('closes the codes that begin alike after 200 wrong ones, from however many addresses', async () => {
    const keeper = new JoinDoors();
    for (let count = 0; count < 200; count += 1)
      await codeOf(keeper.guard(`address ${count}`, 'K7000000', wrong, () => 0));
    const tried = (code: string) => codeOf(keeper.guard('somebody', code, right, () => 1));
    expect(await Promise.all([tried('k7qm-2xwr'), tried('KZQM-2XWR'), tried('four words')])).toEqual([
      'too-many-tries',
      'in',
      'in',
    ]);
  });

  it('closes the words that begin alike after 50 wrong ones, from however many addresses', async () => {
    const keeper = new JoinDoors();
    const guess = async () => {
      throw new Refusal('unknown-words');
    };
    for (let count = 0; count < joinLimits.word.wrong; count += 1)
      await codeOf(keeper.guard(`address ${count}`, 'canoe maple trout zebra', guess, () => 0));
    const tried = (words: string) => codeOf(keeper.guard('somebody', words, right, () => 1));
    expect(
      await Promise.all([
        tried('Canoe-apple-trout-violin'),
        tried('maple canoe trout violin'),
        tried('K7QM-2XWR'),
      ]),
    ).toEqual(['too-many-tries', 'in', 'in']);
  });

  it('answers no more than so many of a burst before the first is known to be wrong', async () => {
    const keeper = new JoinDoors();
    let begun = 0;
    const slow = async () => {
      begun += 1;
      await new Promise((done) => setTimeout(done, 5));
      return wrong();
    };
    const burst = Array.from({ length: 500 }, (_, at) =>
      codeOf(keeper.guard('evil', `x${at}`, slow, () => 0)),
    );
    const codes = await Promise.all(burst);
    expect(begun).toBe(joinLimits.address.open);
    expect(codes.filter((code) => code === 'too-many-tries')).toHaveLength(500 - begun);
    expect(await codeOf(keeper.guard('evil', 'x', right, () => 1))).toBe('too-many-tries');
  });

  it('counts a fault of the site for nobody’s wrong code', async () => {
    const keeper = new JoinDoors();
    const broken = async () => {
      throw new Error('the disk is full');
    };
    for (let count = 0; count < 20; count += 1)
      await expect(keeper.guard('school', 'x', broken, () => 0)).rejects.toThrow('the disk is full');
    expect(await codeOf(keeper.guard('school', 'x', right, () => 0))).toBe('in');
  });

  it('remembers only so many doors', async () => {
    const keeper = new JoinDoors(20);
    for (let count = 0; count < 100; count += 1)
      await codeOf(keeper.guard(`address ${count}`, 'x', wrong, () => 0));
    expect(keeper.doors).toBe(20);
  });
});
