import { hashPassword } from 'better-auth/crypto';
import { describe, expect, it, vi } from 'vitest';
import { database } from '@/lib/server/db';
import { signedId } from '@/lib/server/learner';
import { Device, PASSWORD, signedInDevice } from './accounts';
import { LESSON } from './course';
import { type Dump, dump, Life, putClasses, putLife } from './everything';
import { rules } from './merge-rules';
import { answerFor, freshSite } from './site';

vi.mock('@/lib/course/quiz', () => import('./course'));
vi.mock('@/lib/course/lessons', () => import('./course'));

const site = freshSite();
const EMAIL = 'to@podium.test';
const hashed = hashPassword(PASSWORD);

/** Three lives with rows in all tables: `from` at this browser, `to` with an account, and one that nothing may happen to. */
async function putThree(
  seed: string,
  kind: 'anonymous' | 'class',
): Promise<{ before: Dump; browser: Device }> {
  await putClasses();
  for (const learner of ['from', 'to', 'other'])
    await putLife(new Life(learner, seed), { account: learner === 'to' });
  await database().learner.update({ where: { id: 'from' }, data: { kind } });
  await database().account.updateMany({ data: { password: await hashed } });
  return { before: dump(site.file), browser: browserOf('from') };
}

function browserOf(learner: string): Device {
  const browser = new Device();
  browser.jar.set('podium-learner', signedId(learner));
  return browser;
}

/** The file as it is, without the sessions that were not there before. */
function dumpBeside(before: Dump): Dump {
  const known = new Set((before.Session ?? []).map(({ id }) => id));
  const all = dump(site.file);
  return { ...all, Session: (all.Session ?? []).filter(({ id }) => known.has(id)) };
}

function expectMerged(before: Dump): void {
  const after = dumpBeside(before);
  for (const rule of Object.values(rules)) rule(before, after);
}

const seeds = ['sign-in-1', 'sign-in-2', 'sign-in-3', 'sign-in-4'];

describe('signing in at a browser where somebody anonymous has done things', () => {
  it.each(seeds)(
    'makes both one: every row of every table is there, each exactly once (seed %s)',
    { timeout: 60_000 },
    async (seed) => {
      const { before, browser } = await putThree(seed, 'anonymous');
      expect((await browser.signIn(EMAIL)).status).toBe(200);
      expectMerged(before);
      expect(browser.learner()).toBe('');
      const after = dumpBeside(before);
      await browser.signIn(EMAIL);
      expect((await browserOf('from').signIn(EMAIL)).status).toBe(200);
      expect(dumpBeside(before)).toEqual(after);
    },
  );

  it('that breaks off half-way leaves both as they were and nobody signed in; done again, it is done', async () => {
    const { before, browser } = await putThree('half-way', 'anonymous');
    await database().$executeRawUnsafe(
      "CREATE TRIGGER broken BEFORE DELETE ON Learner BEGIN SELECT RAISE(ABORT, 'the machine stopped'); END",
    );
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const reply = await browser.signIn(EMAIL);
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(browser.session()).toBeUndefined();
    expect(dump(site.file)).toEqual(before);
    await database().$executeRawUnsafe('DROP TRIGGER broken');
    expect((await browser.signIn(EMAIL)).status).toBe(200);
    expectMerged(before);
  });

  it('in several tabs at once makes them one once', async () => {
    const { before } = await putThree('at-once', 'anonymous');
    const replies = await Promise.all([1, 2, 3].map(() => browserOf('from').signIn(EMAIL)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expectMerged(before);
  });

  it('with a wrong password changes nothing', async () => {
    const { before, browser } = await putThree('wrong', 'anonymous');
    expect((await browser.signIn(EMAIL, { password: 'not this one' })).status).toBe(401);
    expect(dump(site.file)).toEqual(before);
    expect(browser.learner()).toBe('from');
  });

  it('leaves its old cookie worth nothing: what it led to is an account now', async () => {
    const { browser } = await putThree('old-cookie', 'anonymous');
    await browser.signIn(EMAIL);
    expect(await browserOf('from').account()).toEqual({ kind: 'nobody' });
    expect(await browserOf('to').account()).toEqual({ kind: 'nobody' });
  });
});

describe('signing in at a browser of somebody in a class', () => {
  it('brings along what was done there when the person says so', async () => {
    const { before, browser } = await putThree('bring', 'class');
    expect(await browser.account()).toMatchObject({ kind: 'class' });
    await browser.signIn(EMAIL, { bringClass: true });
    expectMerged(before);
  });

  it.each([[{}], [{ bringClass: false }]])(
    'leaves it alone with %j, and the browser is out of it',
    async (said) => {
      const { before, browser } = await putThree('leave', 'class');
      await browser.signIn(EMAIL, said);
      expect(dumpBeside(before)).toEqual(before);
      expect(browser.learner()).toBe('');
      await browser.auth('sign-out');
      expect(await browser.account()).toEqual({ kind: 'nobody' });
    },
  );

  it('names its classes to the page, and to nobody else', async () => {
    await putClasses();
    await database().learner.create({ data: { id: 'ann', kind: 'class' } });
    const place = { id: 'place', classroomId: 'class-a', learnerId: 'ann', nickname: 'Ann' };
    await database().enrollment.create({ data: place });
    const browser = browserOf('ann');
    const classes = [{ name: 'class-a', nickname: 'Ann' }];
    expect(await browser.account()).toEqual({ kind: 'class', classes });
    expect(await new Device().account()).toEqual({ kind: 'nobody' });
    await browser.signUp(EMAIL, { bringClass: true });
    expect(await browser.account()).toMatchObject({ kind: 'account', classes });
    expect(await database().learner.findUnique({ where: { id: 'ann' } })).toMatchObject({ kind: 'account' });
  });

  it('making an account without it begins empty', async () => {
    await database().learner.create({ data: { id: 'ann', kind: 'class' } });
    const browser = browserOf('ann');
    await browser.signUp(EMAIL);
    expect(await database().learner.findUnique({ where: { id: 'ann' } })).toMatchObject({ kind: 'class' });
    expect(await database().user.findMany({ where: { learnerId: 'ann' } })).toEqual([]);
    expect((await browser.account()).kind).toBe('account');
  });
});

describe('a second device', () => {
  it('that signs in has the history of both, and so has the first', async () => {
    const [desk, phone] = [await signedInDevice(EMAIL), new Device()];
    await desk.read('opening');
    const quiz = await phone.openQuiz();
    await phone.answer(answerFor(quiz, 'one', 'right'));
    await phone.read('order');
    expect((await phone.signIn(EMAIL)).status).toBe(200);
    for (const device of [desk, phone]) {
      expect((await device.progress()).lessons[LESSON]).toMatchObject({
        sections: ['opening', 'order'],
        items: { one: 'firstTry' },
      });
    }
    const waited = await phone.answer(answerFor(quiz, 'many', 'right'));
    expect(waited.status).toBe(200);
    expect((await desk.progress()).lessons[LESSON]?.items).toMatchObject({ many: 'firstTry' });
  });

  it('of another account changes places with it: neither gets anything of the other', async () => {
    const desk = await signedInDevice('a@podium.test');
    await signedInDevice('b@podium.test');
    await desk.read('opening');
    await desk.signIn('b@podium.test');
    expect((await desk.progress()).lessons).toEqual({});
    await desk.signIn('a@podium.test');
    expect((await desk.progress()).lessons[LESSON]?.sections).toEqual(['opening']);
    expect(await database().learner.count()).toBe(2);
  });
});
