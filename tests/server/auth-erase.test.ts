import { readFileSync } from 'node:fs';
import { hashPassword } from 'better-auth/crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { database } from '@/lib/server/db';
import { heldTables } from '@/lib/server/privacy-registry';
import { Device, PASSWORD, sessionCookie, signedInDevice } from './accounts';
import { LESSON } from './course';
import { dump, Life, putClasses, putLife } from './everything';
import { answerFor, codeOf, freshSite } from './site';

vi.mock('@/lib/course/quiz', () => import('./course'));
vi.mock('@/lib/course/lessons', () => import('./course'));

const site = freshSite();
const EMAIL = 'ada@podium.test';
const MARK = 'canary-7f3a';
const MINUTE_MS = 60_000;

afterEach(() => vi.useRealTimers());

const later = (ms: number) => vi.useFakeTimers({ now: Date.now() + ms, toFake: ['Date'] });
const told = (reply: { status: number; body: unknown }) => [reply.status, codeOf(reply as never)];

/** Somebody with rows in every table, signed in at two devices. */
async function putSomebody(): Promise<[Device, Device]> {
  await putClasses();
  await putLife(new Life(MARK, 'erase'), { account: true });
  await database().account.updateMany({ data: { password: await hashPassword(PASSWORD) } });
  const devices: [Device, Device] = [new Device(), new Device()];
  for (const device of devices) {
    const cookie = await sessionCookie(`user-${MARK}`);
    device.jar.set('podium-session', cookie.slice(cookie.indexOf('=') + 1));
  }
  return devices;
}

describe('deleting everything of an account', () => {
  it('leaves nothing of them in any table nor in the file, and every device is signed out', async () => {
    const [desk, phone] = await putSomebody();
    for (const { table } of heldTables) expect(dump(site.file)[table], table).not.toEqual([]);
    expect((await desk.erase()).body).toEqual({ erased: true });
    expect([...desk.jar]).toEqual([]);
    expect(JSON.stringify(dump(site.file))).not.toContain(MARK);
    for (const table of ['User', 'Session', 'Account', 'Verification'])
      expect(dump(site.file)[table]).toEqual([]);
    for (const file of [site.file, `${site.file}-wal`])
      expect(readFileSync(file).includes(MARK), file).toBe(false);
    expect(await phone.account()).toEqual({ kind: 'nobody' });
    expect(phone.session()).toBeUndefined();
  });

  it('needs that one signed in within the last 15 minutes, or the password; until then nothing is deleted', async () => {
    const desk = await signedInDevice(EMAIL);
    later(15 * MINUTE_MS);
    const before = dump(site.file);
    expect(told(await desk.erase())).toEqual([403, 'fresh-session-needed']);
    expect(told(await desk.erase('not this one'))).toEqual([403, 'wrong-password']);
    expect(dump(site.file)).toEqual(before);
    expect((await desk.erase(PASSWORD)).body).toEqual({ erased: true });
    expect(Object.values(dump(site.file)).flat()).toEqual([]);
  });

  it('is done at once shortly after signing in, but never with a wrong password', async () => {
    const desk = await signedInDevice(EMAIL);
    later(15 * MINUTE_MS - 1_000);
    expect(told(await desk.erase('not this one'))).toEqual([403, 'wrong-password']);
    expect((await desk.erase()).body).toEqual({ erased: true });
  });

  it('is as free of it without an account as before', async () => {
    const reader = new Device();
    await reader.read('opening');
    later(20 * MINUTE_MS);
    expect((await reader.erase()).body).toEqual({ erased: true });
  });

  it('from another site is refused, whatever it sends', async () => {
    const desk = await signedInDevice(EMAIL);
    const headers = { origin: 'https://evil.test' };
    expect(told(await desk.write('DELETE', '/api/progress', { password: PASSWORD }, headers))).toEqual([
      403,
      'cross-origin',
    ]);
    expect(told(await desk.write('DELETE', '/api/progress', { password: 1 }))).toEqual([400, 'invalid-body']);
    expect(await database().user.count()).toBe(1);
  });

  it('frees the address for a new account, which has nothing of the old one', async () => {
    const desk = await signedInDevice(EMAIL);
    await desk.read('opening');
    await desk.erase();
    expect((await desk.signUp(EMAIL)).status).toBe(200);
    expect((await desk.progress()).lessons).toEqual({});
  });
});

describe('the other device of an account that is deleted', () => {
  it('is told that its quiz is gone, and begins anew as somebody new', async () => {
    const desk = await signedInDevice(EMAIL);
    const phone = new Device();
    await phone.signIn(EMAIL);
    const request = answerFor(await phone.openQuiz(), 'one', 'right');
    await desk.erase();
    const reply = await phone.answer(request);
    expect(told(reply)).toEqual([404, 'unknown-attempt']);
    expect(
      told(await phone.auth('change-password', { currentPassword: PASSWORD, newPassword: PASSWORD })),
    ).toEqual([401, 'signed-out']);
    expect([...phone.jar]).toEqual([]);
    const anew = await phone.openQuiz();
    expect((await phone.answer(answerFor(anew, 'one', 'right'))).status).toBe(200);
    expect(await database().learner.findMany()).toMatchObject([{ id: phone.learner(), kind: 'anonymous' }]);
  });

  it.each([0, 1, 2, 3, 4, 5])(
    'at any moment (round %d): each request is done or clearly refused, and no row is left over',
    async (round) => {
      const desk = await signedInDevice(EMAIL);
      const phone = new Device();
      phone.jar.set('podium-session', desk.session() ?? '');
      const { lessons } = await desk.progress();
      expect(lessons).toEqual({});
      const quiz = await phone.openQuiz();
      const requests = ['one', 'many', 'steps'].map((item) => answerFor(quiz, item, 'right'));
      const { session } = { session: desk.session() ?? '' };
      const again = () => {
        const device = new Device();
        device.jar.set('podium-session', session);
        return device;
      };
      const sent: (() => Promise<{ status: number }>)[] = [
        ...requests.map((request) => () => again().answer(request)),
        () => again().read('opening'),
        () => again().get(`/api/quiz/${LESSON}`),
      ];
      sent.splice(round, 0, () => desk.erase());
      const statuses = (await Promise.all(sent.map((send) => send()))).map(({ status }) => status);
      for (const status of statuses) expect([200, 404, 409]).toContain(status);
      expect(await database().user.count()).toBe(0);
      expect(await database().session.count()).toBe(0);
      expect(await database().learner.count({ where: { kind: 'account' } })).toBe(0);
    },
  );
});
