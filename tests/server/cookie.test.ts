import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { database } from '@/lib/server/db';
import { signedId } from '@/lib/server/learner';
import { cookieSecret } from '@/lib/server/secret';
import { LESSON } from './course';
import { answerFor, Browser, codeOf, freshSite } from './site';

vi.mock('@/lib/course/quiz', () => import('./course'));
vi.mock('@/lib/course/lessons', () => import('./course'));

const site = freshSite();
const QUIZ = `/api/quiz/${LESSON}`;
const READ = { lesson: LESSON, section: 'opening' };

describe('the cookie of a new learner', () => {
  it('is signed, for the whole site, 400 days, out of reach of scripts', async () => {
    const { headers } = await new Browser().get(QUIZ);
    expect(headers.get('set-cookie')).toMatch(
      /^podium-learner=[0-9a-f-]{36}\.[\w-]{43}; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax$/,
    );
  });

  it('is set once: later requests set none', async () => {
    const reader = new Browser();
    await reader.get(QUIZ);
    expect((await reader.get(QUIZ)).headers.get('set-cookie')).toBeNull();
    expect((await reader.post('/api/progress', READ)).headers.get('set-cookie')).toBeNull();
  });

  it.each([
    ['behind a proxy that speaks https', { 'x-forwarded-proto': 'https' }, undefined, true],
    ['behind a proxy that speaks http', { 'x-forwarded-proto': 'http' }, 'https://podium.test', false],
    ['with an https PODIUM_URL', {}, 'https://podium.test', true],
    ['with an http PODIUM_URL', {}, 'http://podium.test', false],
  ])('%s: Secure says so', async (_, headers, url, secure) => {
    if (url) process.env.PODIUM_URL = url;
    const reply = await new Browser().send(QUIZ, { headers: headers as Record<string, string> });
    expect(reply.headers.get('set-cookie')?.endsWith('; Secure')).toBe(secure);
  });

  it('is found among the cookies of others', async () => {
    const reader = new Browser();
    await reader.post('/api/progress', READ);
    reader.cookie = `theme=dark; podium-learner=old.one; ${reader.cookie}; x=podium-learner=y`;
    expect((await reader.get('/api/progress')).body).toHaveProperty(['lessons', LESSON]);
  });
});

describe('a cookie that is not ours counts as none, and is never an error', () => {
  const forgeries: readonly (readonly [string, (real: string) => string])[] = [
    ['with another id', (real) => real.replace(/[0-9a-f]/, (digit) => (digit === '0' ? '1' : '0'))],
    [
      'with another signature',
      (real) => real.replace(/\..(?=[\w-]{42}$)/, (two) => (two === '.A' ? '.B' : '.A')),
    ],
    ['cut off', (real) => real.slice(0, -8)],
    ['without signature', (real) => real.split('.')[0] as string],
    ['with an empty signature', (real) => `${real.split('.')[0]}.`],
    ['with an empty id', (real) => `.${real.split('.')[1]}`],
    ['empty', () => ''],
    ['of dots', () => '....'],
    ['of 8 KB', () => 'a'.repeat(8_000)],
    ['of bytes that are no text', () => '%00%ff.\u00ff\u0080'],
    ['with an SQL quote', () => "' OR 1=1 --.x"],
  ];

  it.each(forgeries)('%s', async (_, forge) => {
    const reader = new Browser();
    await reader.post('/api/progress', READ);
    const [name, real = ''] = (reader.cookie ?? '').split('=', 2);
    const forged = `${name}=${forge(real)}`;
    expect(forged).not.toBe(reader.cookie);
    reader.cookie = forged;
    const progress = await reader.get('/api/progress');
    expect([progress.status, progress.body]).toEqual([200, { lessons: {} }]);
    const quiz = await reader.get(QUIZ);
    expect(quiz.status).toBe(200);
    expect(quiz.headers.get('set-cookie')).not.toBeNull();
    expect(await database().learner.count()).toBe(2);
  });

  it('signed by us for a learner that is not in the database', async () => {
    const reader = new Browser();
    reader.cookie = `podium-learner=${signedId('00000000-0000-4000-8000-000000000000')}`;
    expect((await reader.get('/api/progress')).body).toEqual({ lessons: {} });
    expect((await reader.post('/api/progress', READ)).headers.get('set-cookie')).not.toBeNull();
  });

  it('signed with the secret of another site', async () => {
    const reader = new Browser();
    const quiz = await reader.openQuiz();
    const request = answerFor(quiz, 'one', 'right');
    process.env.PODIUM_SECRET = 'another secret of another site';
    expect(codeOf(await reader.answer(request))).toBe('unknown-attempt');
    delete process.env.PODIUM_SECRET;
    expect((await reader.answer(request)).status).toBe(200);
  });
});

describe('the secret', () => {
  const file = () => path.join(site.folder, 'podium.secret');

  it('is made beside the database at the first need, readable by its owner alone', () => {
    const secret = cookieSecret();
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(readFileSync(file(), 'utf8').trim()).toBe(secret);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(readdirSync(site.folder).filter((name) => name.includes('secret'))).toEqual(['podium.secret']);
  });

  it('is the one that another process has made meanwhile', () => {
    writeFileSync(file(), `${'5'.repeat(64)}\n`);
    expect(cookieSecret()).toBe('5'.repeat(64));
  });

  it('is not made anew when the file is there and damaged: that would void every cookie', async () => {
    writeFileSync(file(), '');
    const complain = vi.spyOn(console, 'error').mockImplementation(() => {});
    const reply = await new Browser().get(QUIZ);
    expect([reply.status, codeOf(reply)]).toEqual([503, 'storage-unavailable']);
    expect(complain).toHaveBeenCalledOnce();
    expect(readFileSync(file(), 'utf8')).toBe('');
    expect(await database().learner.count()).toBe(0);
  });

  it('that cannot be read is a fault of storage, and passes with it', async () => {
    mkdirSync(file());
    vi.spyOn(console, 'error').mockImplementation(() => {});
    expect((await new Browser().get(QUIZ)).status).toBe(503);
    rmSync(file(), { recursive: true });
    expect((await new Browser().get(QUIZ)).status).toBe(200);
  });
});
