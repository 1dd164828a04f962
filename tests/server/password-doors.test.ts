import { afterEach, describe, expect, it, vi } from 'vitest';
import { database } from '@/lib/server/db';
import { PasswordDoors, passwordLimits } from '@/lib/server/password-doors';
import { Refusal } from '@/lib/server/refusal';
import { Device, putAccounts, signedInDevice } from './accounts';
import { codeOf, freshSite } from './site';

freshSite();

afterEach(() => vi.useRealTimers());

const MINUTE_MS = 60_000;
const EMAIL = 'ada@podium.test';

const right = async () => 'in';
const wrong = async () => {
  throw new Refusal('wrong-sign-in');
};

/** What a try comes to: `in`, or the code that it was refused with. */
const tried = (doors: PasswordDoors, address: string, email: string, work: () => Promise<string>) =>
  doors.guard(address, email, work).catch((refusal: Refusal) => refusal.code);

const times = <Value>(count: number, make: (at: number) => Value): Value[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** Still, but when a test moves it. */
const stopClock = () => vi.useFakeTimers({ now: new Date('2026-11-26T08:00:00Z'), toFake: ['Date'] });
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

describe('the passwords of one account', () => {
  it('may be wrong five times in 15 minutes, from however many addresses; then not even the right one is looked at', async () => {
    stopClock();
    const doors = new PasswordDoors();
    for (const at of times(5, (one) => one))
      expect(await tried(doors, `192.0.2.${at}`, EMAIL, wrong)).toBe('wrong-sign-in');
    const work = vi.fn(right);
    expect(await tried(doors, '192.0.2.9', EMAIL, work)).toBe('too-many-tries');
    expect(work).not.toHaveBeenCalled();
    expect(await tried(doors, '192.0.2.9', 'bo@podium.test', right)).toBe('in');
    pass(15 * MINUTE_MS - 1);
    expect(await tried(doors, '192.0.2.9', EMAIL, right)).toBe('too-many-tries');
    pass(1);
    expect(await tried(doors, '192.0.2.9', EMAIL, right)).toBe('in');
  });

  it('tried all at once are no more than one after the other', async () => {
    const doors = new PasswordDoors();
    let looked = 0;
    const slowly = async () => {
      looked += 1;
      await new Promise((resolve) => setTimeout(resolve, 1));
      return wrong();
    };
    const codes = await Promise.all(times(40, (at) => tried(doors, `192.0.2.${at}`, EMAIL, slowly)));
    expect(looked).toBe(passwordLimits.account.wrong);
    expect(codes.filter((code) => code === 'wrong-sign-in').length).toBe(5);
    expect(codes.filter((code) => code === 'too-many-tries').length).toBe(35);
  });

  it('that are right count for nothing, also a hundred of them, also at once', async () => {
    const doors = new PasswordDoors();
    for (const _ of times(100, () => 0)) expect(await tried(doors, '192.0.2.1', EMAIL, right)).toBe('in');
    const codes = await Promise.all(times(30, () => tried(doors, '192.0.2.1', EMAIL, right)));
    expect(new Set(codes)).toEqual(new Set(['in']));
  });

  it('a fault of the server is not a wrong password', async () => {
    const doors = new PasswordDoors();
    const broken = async () => {
      throw new Refusal('storage-unavailable');
    };
    for (const _ of times(20, () => 0)) await tried(doors, '192.0.2.1', EMAIL, broken);
    expect(await tried(doors, '192.0.2.1', EMAIL, right)).toBe('in');
  });

  it('may be asked again after so long as the answer says', async () => {
    stopClock();
    const doors = new PasswordDoors();
    await tried(doors, '192.0.2.1', EMAIL, wrong);
    pass(MINUTE_MS);
    for (const _ of times(4, () => 0)) await tried(doors, '192.0.2.1', EMAIL, wrong);
    const refusal = await doors.guard('192.0.2.1', EMAIL, right).catch((one: Refusal) => one);
    expect(refusal).toMatchObject({ code: 'too-many-tries', retryAfterS: 14 * 60 });
  });
});

describe('one address', () => {
  it('tries wrong passwords at no more than 60 accounts in 15 minutes', async () => {
    stopClock();
    const doors = new PasswordDoors();
    const codes = [];
    for (const at of times(70, (one) => one))
      codes.push(await tried(doors, '192.0.2.1', `${at}@podium.test`, wrong));
    expect(codes.filter((code) => code === 'wrong-sign-in').length).toBe(60);
    expect(await tried(doors, '192.0.2.1', EMAIL, right)).toBe('too-many-tries');
    expect(await tried(doors, '192.0.2.2', EMAIL, right)).toBe('in');
  });
});

describe('the real routes', () => {
  it('let thirty learners of one school sign in at once', { timeout: 60_000 }, async () => {
    const emails = times(30, (at) => `learner-${at}@podium.test`);
    await putAccounts(emails);
    const statuses = await Promise.all(
      emails.map(async (email) => (await new Device('198.51.100.1').signIn(email)).status),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(await database().session.count()).toBe(30);
  });

  it('close after five wrong passwords, whether there is such an account or not, and say when to come again', async () => {
    await putAccounts([EMAIL]);
    for (const email of [EMAIL, 'nobody@podium.test']) {
      const codes = [];
      for (const at of times(6, (one) => one))
        codes.push(codeOf(await new Device(`192.0.2.${at}`).signIn(email, { password: 'not this one' })));
      expect(codes).toEqual([...times(5, () => 'wrong-sign-in'), 'too-many-tries']);
      const closed = await new Device('198.51.100.1').signIn(email);
      expect([closed.status, closed.headers.get('retry-after')]).toEqual([
        429,
        expect.stringMatching(/^\d+$/),
      ]);
    }
    expect(await database().session.count()).toBe(0);
  });

  it('count a wrong password of a change, and of a deletion, at the same door', async () => {
    const desk = await signedInDevice(EMAIL);
    const change = { currentPassword: 'not this one', newPassword: 'another canoe, eight maples' };
    expect(codeOf(await desk.auth('change-password', change))).toBe('wrong-password');
    for (const _ of times(4, () => 0))
      expect(codeOf(await desk.erase('not this one'))).toBe('wrong-password');
    expect(codeOf(await new Device().signIn(EMAIL))).toBe('too-many-tries');
    expect(codeOf(await desk.auth('change-password', change))).toBe('too-many-tries');
    expect(codeOf(await desk.erase('not this one'))).toBe('too-many-tries');
    expect(await database().user.count()).toBe(1);
  });

  it('let nobody try out for long who has an account, and shut nobody out by that', async () => {
    await putAccounts([EMAIL]);
    const codes = [];
    for (const _ of times(62, () => 0)) codes.push(codeOf(await new Device('192.0.2.77').signUp(EMAIL)));
    expect(codes).toEqual([...times(60, () => 'email-taken'), 'too-many-tries', 'too-many-tries']);
    expect((await new Device().signIn(EMAIL)).status).toBe(200);
  });
});
