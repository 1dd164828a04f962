import { describe, expect, it, vi } from 'vitest';
import type { ApiError } from '@/lib/quiz/public';
import { database } from '@/lib/server/db';
import { localeOf } from '@/lib/server/route';
import { LESSON } from './course';
import { answerFor, Browser, codeOf, freshSite, ORIGIN } from './site';

vi.mock('@/lib/course/quiz', () => import('./course'));
vi.mock('@/lib/course/lessons', () => import('./course'));

freshSite();

const ANSWERS = `/api/quiz/${LESSON}/answers`;
const JSON_TYPE = { 'content-type': 'application/json' };
const READ = { lesson: LESSON, section: 'opening' };

/** A body that would go on for `megabytes`, and how much of it was taken. */
function endlessBody(megabytes: number) {
  const taken = { bytes: 0 };
  const chunk = new Uint8Array(16 * 1024).fill(0x20);
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken.bytes += chunk.byteLength;
      controller.enqueue(chunk);
      if (taken.bytes >= megabytes * 1024 * 1024) controller.close();
    },
  });
  return { stream, taken };
}

describe('a body', () => {
  it('of 10 MB is refused with 413 by its content-length', async () => {
    const body = 'a'.repeat(10_000_000);
    const headers = { ...JSON_TYPE, 'content-length': String(body.length) };
    const reply = await new Browser().send(ANSWERS, { method: 'POST', body, headers });
    expect([reply.status, codeOf(reply)]).toEqual([413, 'body-too-large']);
  });

  it.each([{}, { 'content-length': '20' }])(
    'of 10 MB with the length %j is refused while it comes, and not read on',
    async (length) => {
      const { stream, taken } = endlessBody(10);
      const init = {
        method: 'POST',
        body: stream,
        duplex: 'half',
        headers: { ...JSON_TYPE, ...length },
      } as RequestInit;
      const reply = await new Browser().send(ANSWERS, init);
      expect([reply.status, codeOf(reply)]).toEqual([413, 'body-too-large']);
      expect(taken.bytes).toBeLessThan(256 * 1024);
    },
  );

  it('of exactly 64 KiB is read, one byte more is not', async () => {
    const padded = (bytes: number) => JSON.stringify(READ).padEnd(bytes, ' ');
    const send = (bytes: number) =>
      new Browser().send('/api/progress', { method: 'POST', body: padded(bytes), headers: JSON_TYPE });
    expect((await send(64 * 1024)).status).toBe(200);
    expect((await send(64 * 1024 + 1)).status).toBe(413);
  });

  it.each([
    ['no type', {}],
    ['text', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a type that only begins so', { 'content-type': 'application/json-patch+json' }],
  ])('sent as %s is refused with 415', async (_, headers) => {
    const body = new TextEncoder().encode(JSON.stringify(READ));
    const reply = await new Browser().send('/api/progress', {
      method: 'POST',
      body,
      headers: headers as Record<string, string>,
    });
    expect([reply.status, codeOf(reply)]).toEqual([415, 'not-json']);
  });

  it('sent as application/json with a charset is taken', async () => {
    const type = { 'content-type': 'Application/JSON; charset=utf-8' };
    expect((await new Browser().post('/api/progress', READ, type)).status).toBe(200);
  });

  it.each([
    ['nothing', ''],
    ['half an object', '{"lesson":'],
    ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
    ['a cut character', new Uint8Array([0x22, 0xe4, 0xb8])],
  ])('of %s is refused as malformed', async (_, body) => {
    const reply = await new Browser().send('/api/progress', { method: 'POST', body, headers: JSON_TYPE });
    expect([reply.status, codeOf(reply)]).toEqual([400, 'malformed-json']);
  });

  it.each([
    ['null', null],
    ['a list', []],
    ['an unknown field', { ...READ, admin: true }],
    ['a wrong type', { lesson: 7, section: 'opening' }],
    ['a very long name', { lesson: 'a'.repeat(101), section: 'opening' }],
  ])('of %s is refused for its fields', async (_, body) => {
    const reply = await new Browser().post('/api/progress', body);
    expect([reply.status, codeOf(reply)]).toEqual([400, 'invalid-body']);
  });

  it.each([
    ['places that are no numbers', { response: [true] }],
    ['51 places', { response: Array.from({ length: 51 }, (_, at) => at) }],
    ['a try 0', { tryNumber: 0 }],
    ['a broken try', { tryNumber: 1.5 }],
    ['no submission', { submission: '' }],
    ['its own verdict', { correct: true, points: 1 }],
  ])('of an answer with %s is refused', async (_, change) => {
    const reader = new Browser();
    const reply = await reader.post(ANSWERS, {
      ...answerFor(await reader.openQuiz(), 'one', 'wrong'),
      ...change,
    });
    expect([reply.status, codeOf(reply)]).toEqual([400, 'invalid-body']);
  });
});

describe('a POST', () => {
  it.each([
    ['from another site', { origin: 'https://evil.test' }],
    ['from a site whose name begins like ours', { origin: 'http://podium.test.evil.test' }],
    ['from another port of our host', { origin: 'http://podium.test:8080' }],
    ['from a sandboxed frame', { origin: 'null' }],
    ['from a file', { origin: 'file://' }],
    ['that the browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
  ])('%s is refused and changes nothing', async (_, headers) => {
    const reply = await new Browser().post('/api/progress', READ, headers as Record<string, string>);
    expect([reply.status, codeOf(reply)]).toEqual([403, 'cross-origin']);
    expect(await database().learner.count()).toBe(0);
  });

  it('without Origin is taken: it is no browser’s', async () => {
    const reply = await new Browser().send('/api/progress', {
      method: 'POST',
      body: JSON.stringify(READ),
      headers: JSON_TYPE,
    });
    expect(reply.status).toBe(200);
  });

  it('from the host that it goes to is taken, whatever the host', async () => {
    const headers = { host: 'localhost:3100', origin: 'http://localhost:3100' };
    expect((await new Browser().post('/api/progress', READ, headers)).status).toBe(200);
  });

  it('from the site’s public name is taken when a proxy changed Host', async () => {
    process.env.PODIUM_URL = 'https://podium.example';
    const headers = { host: '127.0.0.1:3000', origin: 'https://podium.example' };
    expect((await new Browser().post('/api/progress', READ, headers)).status).toBe(200);
  });
});

describe('an unknown lesson', () => {
  it.each(['no-such', '..%2f..%2fetc', '__proto__', 'constructor', '%00', encodeURIComponent('课')])(
    '%s is 404 everywhere',
    async (slug) => {
      const reader = new Browser();
      const request = answerFor(await reader.openQuiz(), 'one', 'right');
      const replies = [
        await reader.get(`/api/quiz/${slug}`),
        await reader.post(`/api/quiz/${slug}/answers`, request),
        await reader.post(`/api/quiz/${slug}/hints`, { attempt: request.attempt, item: 'one', number: 1 }),
        await reader.post(`/api/labs/${slug}/any`, { commands: [], untilMs: 0 }),
      ];
      for (const reply of replies) expect([reply.status, codeOf(reply)]).toEqual([404, 'unknown-lesson']);
    },
  );
});

describe('a refusal', () => {
  it('has the one form, in the language of the request, and is never cached', async () => {
    const ask = async (locale: string) =>
      (await new Browser().get(`/api/quiz/none?locale=${locale}`)) as { body: object; headers: Headers };
    const en = await ask('en');
    expect(en.body).toEqual({
      error: { code: 'unknown-lesson', message: 'There is no such lesson. Find it on the course map.' },
    } satisfies ApiError);
    expect((await ask('zh')).body).toEqual({
      error: { code: 'unknown-lesson', message: '没有这一课，请在课程地图中查找。' },
    });
    expect(en.headers.get('cache-control')).toBe('no-store');
  });

  it('and so is every answer', async () => {
    const reader = new Browser();
    expect((await reader.get(`/api/quiz/${LESSON}`)).headers.get('cache-control')).toBe('no-store');
    expect((await reader.get('/api/progress')).headers.get('cache-control')).toBe('no-store');
  });

  it('of an error that nobody expected is 500 without its words', async () => {
    const complain = vi.spyOn(console, 'error').mockImplementation(() => {});
    process.env.PODIUM_SECRET = 'short';
    const reply = await new Browser().get(`/api/quiz/${LESSON}`);
    expect([reply.status, codeOf(reply)]).toEqual([500, 'internal']);
    expect(JSON.stringify(reply.body)).not.toMatch(/PODIUM|short|at /);
    expect(complain).toHaveBeenCalledOnce();
  });
});

describe('the language of a request', () => {
  it.each([
    ['?locale=zh', 'en', 'zh'],
    ['?locale=en', 'zh-CN', 'en'],
    ['?locale=de', 'zh-CN', 'zh'],
    ['', 'zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['', 'de-DE,de;q=0.9,zh;q=0.5,en;q=0.7', 'en'],
    ['', 'de', 'en'],
    ['', 'zh;q=0', 'en'],
    ['', ';;,,q=', 'en'],
    ['', undefined, 'en'],
  ])('%s with Accept-Language %s is %s', (query, accept, locale) => {
    const headers = accept === undefined ? {} : { 'accept-language': accept };
    expect(
      localeOf(new Request(`${ORIGIN}/api/progress${query}`, { headers: headers as Record<string, string> })),
    ).toBe(locale);
  });
});
