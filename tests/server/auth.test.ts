import { afterEach, describe, expect, it, vi } from 'vitest';
import { database } from '@/lib/server/db';
import { signedId } from '@/lib/server/learner';
import { Device, PASSWORD, signedInDevice } from './accounts';
import { LESSON } from './course';
import { dump } from './everything';
import { codeOf, freshSite, ORIGIN } from './site';

vi.mock('@/lib/course/quiz', () => import('./course'));
vi.mock('@/lib/course/lessons', () => import('./course'));

const site = freshSite();
const EMAIL = 'ada@podium.test';
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** The site's clock stands still at a moment so much later than now. */
const later = (ms: number) => vi.useFakeTimers({ now: Date.now() + ms, toFake: ['Date'] });

const told = (reply: { status: number; body: unknown }) => [reply.status, codeOf(reply as never)];
const sections = async (device: Device) => (await device.progress()).lessons[LESSON]?.sections ?? [];

describe('making an account', () => {
  it('makes the learner of this browser the account, with what was done; the answer holds no token', async () => {
    const desk = new Device();
    await desk.read('opening');
    const learner = desk.learner();
    const reply = await desk.signUp('  Ada@Podium.test ');
    expect([reply.status, reply.body]).toEqual([200, { ok: true }]);
    const user = await database().user.findFirstOrThrow({ include: { learner: true, accounts: true } });
    expect(user).toMatchObject({
      name: 'Ada',
      email: EMAIL,
      learnerId: learner,
      learner: { kind: 'account' },
    });
    expect(user.accounts).toMatchObject([{ providerId: 'credential', accountId: user.id }]);
    expect(user.accounts[0]?.password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
    expect(await sections(desk)).toEqual(['opening']);
    expect(await desk.account()).toEqual({
      kind: 'account',
      name: 'Ada',
      email: EMAIL,
      otherSessions: 0,
      classes: [],
    });
  });

  it('of a new browser begins empty', async () => {
    const desk = await signedInDevice(EMAIL);
    expect(await database().learner.findMany()).toMatchObject([{ kind: 'account' }]);
    await desk.read('opening');
    expect(await database().learner.count()).toBe(1);
    expect(await sections(desk)).toEqual(['opening']);
  });

  it.each([
    ['name', { name: ' \u200b ' }, 'bad-name'],
    ['address', { email: 'ada at podium' }, 'bad-email'],
    ['short password', { password: 'ninechars' }, 'password-too-short'],
    ['long password', { password: 'long word '.repeat(13) }, 'password-too-long'],
    ['password that everybody tries', { password: 'Passw0rd!2026' }, 'password-too-common'],
    ['password of numbers in order', { password: '1234567890' }, 'password-too-common'],
    ['password of one letter', { password: 'a'.repeat(20) }, 'password-too-common'],
    ['password that is the address', { password: EMAIL }, 'password-too-common'],
  ])('with no good %s is refused and leaves nothing', async (_, sent, code) => {
    expect(told(await new Device().signUp(EMAIL, sent))).toEqual([422, code]);
    expect(Object.values(dump(site.file)).flat()).toEqual([]);
  });

  it.each([
    'wet canoe, seven maples',
    '正確な馬のホッチキス電池',
    'kubernetes is not a password',
    ' leading and trailing ',
  ])('takes the password %j, spaces and all', async (password) => {
    const desk = new Device();
    expect((await desk.signUp(EMAIL, { password })).status).toBe(200);
    expect((await new Device().signIn(EMAIL, { password })).status).toBe(200);
    expect(told(await new Device().signIn(EMAIL, { password: `${password} ` }))).toEqual([
      401,
      'wrong-sign-in',
    ]);
  });

  it('takes no field that is not asked for: nobody writes themselves a learner or a verified address', async () => {
    for (const more of [{ learnerId: 'teacher' }, { emailVerified: true }, { image: 'x' }, { role: 'admin' }])
      expect(told(await new Device().signUp(EMAIL, more))).toEqual([400, 'invalid-body']);
    expect(await database().user.count()).toBe(0);
  });

  it('with an address that has one, whatever its case, is refused', async () => {
    await signedInDevice(EMAIL);
    expect(told(await new Device().signUp('ADA@podium.test'))).toEqual([409, 'email-taken']);
    expect(await database().user.count()).toBe(1);
  });

  it('pressed twice makes one account of the one learner', async () => {
    const desk = new Device();
    await desk.read('opening');
    const cookie = `podium-learner=${desk.jar.get('podium-learner')}`;
    const body = { name: 'Ada', email: EMAIL, password: PASSWORD };
    const press = () => new Device().auth('sign-up/email', body, { cookie });
    const statuses = (await Promise.all([press(), press(), press()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 409, 409]);
    expect(await database().user.count()).toBe(1);
    expect(await database().learner.findMany()).toMatchObject([{ kind: 'account' }]);
  });

  it('of two addresses at once in one browser makes two people, and only one of them is the learner', async () => {
    const desk = new Device();
    await desk.read('opening');
    const cookie = `podium-learner=${desk.jar.get('podium-learner')}`;
    const press = (email: string) =>
      new Device().auth('sign-up/email', { name: 'Ada', email, password: PASSWORD }, { cookie });
    const replies = await Promise.all([press('a@podium.test'), press('b@podium.test')]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    const users = await database().user.findMany({
      include: { learner: { include: { sectionsRead: true } } },
    });
    expect(users.map(({ learner }) => learner?.sectionsRead.length).sort()).toEqual([0, 1]);
  });

  it('while signed in is refused', async () => {
    const desk = await signedInDevice(EMAIL);
    expect(told(await desk.signUp('other@podium.test'))).toEqual([409, 'signed-in-already']);
  });

  it('that the database does not finish leaves nothing half-made, and can be done again', async () => {
    const desk = new Device();
    await desk.read('opening');
    await database().$executeRawUnsafe(
      "CREATE TRIGGER broken BEFORE INSERT ON Account BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    );
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const before = dump(site.file);
    expect((await desk.signUp(EMAIL)).status).toBeGreaterThanOrEqual(400);
    expect(dump(site.file)).toEqual(before);
    await database().$executeRawUnsafe('DROP TRIGGER broken');
    expect((await desk.signUp(EMAIL)).status).toBe(200);
    expect(await sections(desk)).toEqual(['opening']);
  });
});

describe('signing in', () => {
  it('gives a new token each time, and the session that the browser had is over', async () => {
    const desk = await signedInDevice(EMAIL);
    const planted = desk.session();
    await desk.signIn(EMAIL);
    expect(desk.session()).not.toBe(planted);
    const thief = new Device();
    thief.jar.set('podium-session', planted ?? '');
    expect((await thief.account()).kind).toBe('nobody');
    expect(await database().session.count()).toBe(1);
  });

  it('keeps the session in a cookie for the whole site, out of reach of scripts, for 30 days', async () => {
    await signedInDevice(EMAIL);
    const { headers } = await new Device().signIn(EMAIL);
    const [session = '', learner = ''] = headers.getSetCookie();
    expect(session).toMatch(
      /^podium-session=[A-Za-z0-9]{32}\.[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(learner).toMatch(/^podium-learner=; Path=\/; Max-Age=0;/);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['https behind a proxy', 'http://podium.test', { 'x-forwarded-proto': 'https' }, undefined],
    ['https by PODIUM_URL', 'http://podium.test', {}, 'https://podium.test'],
    ['https itself', 'https://podium.test', {}, undefined],
  ])(
    'over %s uses a cookie that no other host and no plain connection can set',
    async (_, origin, headers, url) => {
      if (url) process.env.PODIUM_URL = url;
      const desk = new Device('192.0.2.1', origin);
      const more = { ...headers, origin: 'https://podium.test' };
      const sent = { name: 'Ada', email: EMAIL, password: PASSWORD };
      const [session = ''] = (await desk.auth('sign-up/email', sent, more)).headers.getSetCookie();
      expect(session).toMatch(/^__Host-podium-session=.*; Path=\/;/);
      expect(session).toMatch(/; Secure/);
      expect(session).not.toMatch(/Domain/i);
      const cookie = session.split(';')[0] ?? '';
      expect((await desk.send('/api/account', { headers: { cookie, ...headers } })).body).toMatchObject({
        name: 'Ada',
      });
    },
  );

  it.each([
    'http://localhost:3000',
    'http://localhost:4173',
    'http://127.0.0.1:8080',
    'http://192.168.0.7:3000',
  ])('works under %s', async (origin) => {
    const desk = new Device('192.0.2.1', origin);
    expect((await desk.signUp(EMAIL)).status).toBe(200);
    expect((await desk.account()).name).toBe('Ada');
  });

  it('says the same of a wrong password and of an address without an account', async () => {
    await signedInDevice(EMAIL);
    const wrong = await new Device().signIn(EMAIL, { password: 'something else entirely' });
    const unknown = await new Device().signIn('nobody@podium.test');
    expect(told(wrong)).toEqual([401, 'wrong-sign-in']);
    expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
    expect(wrong.headers.getSetCookie()).toEqual([]);
    expect(unknown.headers.getSetCookie()).toEqual([]);
  });

  it('notes neither where nor with what somebody signed in, and logs nothing', async () => {
    const logs = (['log', 'info', 'warn', 'error'] as const).map((level) =>
      vi.spyOn(console, level).mockImplementation(() => {}),
    );
    const desk = await signedInDevice(EMAIL);
    await desk.auth(
      'sign-in/email',
      { email: EMAIL, password: PASSWORD },
      { 'user-agent': 'canary', 'x-forwarded-for': '198.51.100.7' },
    );
    await new Device().signUp(EMAIL);
    await new Device().signIn(EMAIL, { password: 'something else entirely' });
    expect(await database().session.findMany()).toMatchObject([{ ipAddress: null, userAgent: null }]);
    expect(JSON.stringify(dump(site.file))).not.toMatch(/canary|198\.51|192\.0\.2/);
    for (const log of logs) expect(log).not.toHaveBeenCalled();
  });
});

describe('a session', () => {
  it('that is used is prolonged once a day, whatever is asked, also with a refusal', async () => {
    const desk = await signedInDevice(EMAIL);
    const { expiresAt: first } = await database().session.findFirstOrThrow();
    later(DAY_MS / 2);
    expect((await desk.get('/api/progress')).headers.getSetCookie()).toEqual([]);
    later(2 * DAY_MS);
    const { headers } = await desk.post('/api/progress', { lesson: 'no such lesson', section: 'x' });
    expect(headers.getSetCookie()).toEqual([]);
    const refused = await desk.post('/api/progress?locale=en', { lesson: LESSON, section: 'recap' });
    expect(refused.headers.getSetCookie()).toMatchObject([
      expect.stringMatching(/^podium-session=.*Max-Age=2592000/),
    ]);
    expect(Number((await database().session.findFirstOrThrow()).expiresAt)).toBeGreaterThan(Number(first));
    expect((await desk.get('/api/progress')).headers.getSetCookie()).toEqual([]);
  });

  it.each([
    ['over', async () => void later(31 * DAY_MS)],
    ['over by the site’s own clock', async () => vi.stubEnv('PODIUM_CLOCK_SHIFT_MS', String(31 * DAY_MS))],
    ['ended', async () => void (await database().session.deleteMany())],
  ])('that is %s gives nothing of the account, and the browser begins anew', async (_, end) => {
    const desk = new Device();
    await desk.read('opening');
    const learner = desk.learner();
    await desk.signUp(EMAIL);
    desk.jar.set('podium-learner', signedId(learner));
    await end();
    expect(await desk.account()).toEqual({ kind: 'nobody' });
    expect(await sections(desk)).toEqual([]);
    const exported = await desk.get<{ tables: Record<string, { rows: unknown[] }> }>('/api/progress/export');
    expect(Object.values(exported.body.tables).flatMap(({ rows }) => rows)).toEqual([]);
    expect((await desk.erase()).body).toEqual({ erased: false });
    await desk.read('order');
    expect(desk.learner()).not.toBe(learner);
    expect(await sections(desk)).toEqual(['order']);
    expect(await database().user.count()).toBe(1);
  });

  it('that is ended in the moment in which it is prolonged is over, not an error', async () => {
    const desk = await signedInDevice(EMAIL);
    later(2 * DAY_MS);
    const { session } = database();
    const update = vi.spyOn(session, 'update').mockImplementationOnce((async () => null) as never);
    const reply = await desk.get('/api/account');
    expect([reply.status, reply.body]).toEqual([200, { kind: 'nobody' }]);
    expect(update).toHaveBeenCalledOnce();
    expect(desk.session()).toBeUndefined();
  });

  it.each([
    ['with another signature', (real: string) => real.replace(/\..{4}/, '.AAAA')],
    ['without signature', (real: string) => real.split('.')[0] ?? ''],
    ['with another token', (real: string) => `${'A'.repeat(32)}.${real.split('.')[1]}`],
    ['of nonsense', () => '%E0%A4%A.%00'],
    ['of 8 KB', () => 'a'.repeat(8_000)],
  ])('that is forged %s is none, and never an error', async (_, forge) => {
    const desk = await signedInDevice(EMAIL);
    const thief = new Device();
    thief.jar.set('podium-session', forge(desk.session() ?? ''));
    expect([(await thief.get('/api/account')).status, (await thief.account()).kind]).toEqual([200, 'nobody']);
  });

  it('is never in an address nor in a body', async () => {
    const desk = new Device();
    const bodies = [await desk.signUp(EMAIL), await desk.signIn(EMAIL), await desk.get('/api/account')];
    const change = { currentPassword: PASSWORD, newPassword: 'another canoe, eight maples' };
    bodies.push(await desk.auth('change-password', change), await desk.get('/api/progress/export'));
    const tokens = (await database().session.findMany()).map(({ token }) => token);
    expect(tokens.length).toBe(1);
    for (const token of tokens) expect(JSON.stringify(bodies.map(({ body }) => body))).not.toContain(token);
  });
});

describe('signing out', () => {
  it('ends the session and the browser knows nobody; what was kept is there after the next sign-in', async () => {
    const desk = await signedInDevice(EMAIL);
    await desk.read('opening');
    const old = desk.session() ?? '';
    expect((await desk.auth('sign-out')).body).toEqual({ ok: true });
    expect([...desk.jar]).toEqual([]);
    expect(await desk.account()).toEqual({ kind: 'nobody' });
    const thief = new Device();
    thief.jar.set('podium-session', old);
    expect((await thief.account()).kind).toBe('nobody');
    await desk.signIn(EMAIL);
    expect(await sections(desk)).toEqual(['opening']);
  });

  it('of somebody who is not signed in takes nothing from them', async () => {
    const reader = new Device();
    await reader.read('opening');
    expect((await reader.auth('sign-out')).status).toBe(200);
    expect(await sections(reader)).toEqual(['opening']);
  });

  it('is not said to be done when the database did not do it', async () => {
    const desk = await signedInDevice(EMAIL);
    await database().$executeRawUnsafe(
      "CREATE TRIGGER broken BEFORE DELETE ON Session BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    );
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const reply = await desk.auth('sign-out');
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect((await desk.account()).kind).toBe('account');
  });
});

describe('changing the password', () => {
  const NEW = 'another canoe, eight maples';
  const change = (device: Device, currentPassword = PASSWORD, newPassword = NEW) =>
    device.auth('change-password', { currentPassword, newPassword });

  it('signs every other browser out, gives this one a new session, and only the new one counts', async () => {
    const [desk, phone] = [await signedInDevice(EMAIL), new Device()];
    await phone.signIn(EMAIL);
    expect((await desk.account()).otherSessions).toBe(1);
    const old = desk.session();
    expect((await change(desk)).status).toBe(200);
    expect(desk.session()).not.toBe(old);
    expect([(await desk.account()).kind, (await phone.account()).kind]).toEqual(['account', 'nobody']);
    expect(told(await phone.signIn(EMAIL))).toEqual([401, 'wrong-sign-in']);
    expect((await phone.signIn(EMAIL, { password: NEW })).status).toBe(200);
  });

  it.each([
    ['a wrong one', 'not the one it was', NEW, [403, 'wrong-password']],
    ['a wrong one that is too long to be one', 'x y z '.repeat(40), NEW, [403, 'wrong-password']],
    ['a new one that is too short', PASSWORD, 'short', [422, 'password-too-short']],
    ['a new one that is guessed', PASSWORD, 'Kubernetes1!', [422, 'password-too-common']],
    ['a new one that is the name', PASSWORD, 'Ada1234567890!', [422, 'password-too-common']],
  ])('with %s changes nothing', async (_, current, next, expected) => {
    const desk = await signedInDevice(EMAIL);
    expect(told(await change(desk, current, next))).toEqual(expected);
    expect((await new Device().signIn(EMAIL)).status).toBe(200);
  });

  it('needs a session', async () => {
    expect(told(await change(new Device()))).toEqual([401, 'signed-out']);
  });
});

describe('ending the other sessions', () => {
  it('leaves this one alone, and those of others', async () => {
    const [desk, phone, other] = [
      await signedInDevice(EMAIL),
      new Device(),
      await signedInDevice('bo@podium.test'),
    ];
    await phone.signIn(EMAIL);
    expect((await desk.auth('revoke-other-sessions')).body).toMatchObject({
      kind: 'account',
      otherSessions: 0,
    });
    const kinds = await Promise.all(
      [desk, phone, other].map(async (device) => (await device.account()).kind),
    );
    expect(kinds).toEqual(['account', 'nobody', 'account']);
    expect(told(await phone.auth('revoke-other-sessions'))).toEqual([401, 'signed-out']);
  });
});

describe('the routes', () => {
  const absent =
    `sign-in/social sign-in/anonymous get-session list-sessions update-user delete-user change-email request-password-reset
    reset-password set-password verify-password ok error __proto__ constructor sign-in sign-in/email/ sign-up/email/x`.split(
      /\s+/,
    );

  it('that no page uses are not there', async () => {
    const desk = await signedInDevice(EMAIL);
    const before = dump(site.file);
    for (const path of absent) {
      const reply = await desk.auth(path, { name: 'Bo', newPassword: PASSWORD, token: 'x' });
      expect([path, ...told(reply)]).toEqual([path, 404, 'unknown-path']);
    }
    expect(dump(site.file)).toEqual(before);
  });

  it.each([
    ['sign-up/email', { name: 'Bo', email: 'bo@podium.test', password: PASSWORD }],
    ['sign-in/email', { email: EMAIL, password: PASSWORD }],
    ['sign-out', undefined],
    ['change-password', { currentPassword: PASSWORD, newPassword: 'another canoe, eight maples' }],
    ['revoke-other-sessions', undefined],
  ])('%s from another site is refused and changes nothing', async (path, body) => {
    const desk = await signedInDevice(EMAIL);
    const before = dump(site.file);
    for (const headers of [
      { origin: 'https://evil.test' },
      { origin: 'null' },
      { origin: 'http://podium.test.evil.test' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ])
      expect(told(await desk.auth(path, body, headers))).toEqual([403, 'cross-origin']);
    expect(dump(site.file)).toEqual(before);
  });

  it('take JSON alone: a form of another page cannot send it', async () => {
    const headers = { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' };
    const form = new URLSearchParams({ email: EMAIL, password: PASSWORD }).toString();
    const reply = await new Device().send('/api/auth/sign-in/email', { method: 'POST', headers, body: form });
    expect(told(reply)).toEqual([415, 'not-json']);
  });

  it('GET /api/account makes nobody', async () => {
    const reader = new Device();
    expect(await reader.account()).toEqual({ kind: 'nobody' });
    expect([...reader.jar]).toEqual([]);
    await reader.read('opening');
    expect(await reader.account()).toEqual({ kind: 'anonymous' });
    expect(await database().learner.count()).toBe(1);
  });
});
