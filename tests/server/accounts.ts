import { createHmac, randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { beforeEach } from 'vitest';
import { GET as getAccount } from '@/app/api/account/route';
import { POST as postAuth } from '@/app/api/auth/[...all]/route';
import { GET as getExport } from '@/app/api/progress/export/route';
import { DELETE as deleteProgress, GET as getProgress, POST as postProgress } from '@/app/api/progress/route';
import { POST as postAnswer } from '@/app/api/quiz/[lesson]/answers/route';
import { GET as getQuiz } from '@/app/api/quiz/[lesson]/route';
import type { AccountView } from '@/lib/account/public';
import type { AnswerRequest, Progress, PublicQuiz } from '@/lib/quiz/public';
import { authFor } from '@/lib/server/auth';
import { addressHeader } from '@/lib/server/client-address';
import { database } from '@/lib/server/db';
import { LESSON } from './course';
import { ORIGIN, type Reply } from './site';

export const PASSWORD = 'wet canoe, seven maples';
const HOST = 'podium.test';

// What was tried in one test does not count in the next.
beforeEach(() => {
  Object.assign(globalThis, { podiumPasswordDoors: undefined });
});

type Handler = (request: Request) => Promise<Response>;

const at = <Params>(params: Params) => ({ params: Promise.resolve(params) });

const handlers: Readonly<Record<string, Handler>> = {
  'GET /api/account': (request) => getAccount(request, at({})),
  'GET /api/progress': (request) => getProgress(request, at({})),
  'POST /api/progress': (request) => postProgress(request, at({})),
  'DELETE /api/progress': (request) => deleteProgress(request, at({})),
  'GET /api/progress/export': (request) => getExport(request, at({})),
  [`GET /api/quiz/${LESSON}`]: (request) => getQuiz(request, at({ lesson: LESSON })),
  [`POST /api/quiz/${LESSON}/answers`]: (request) => postAnswer(request, at({ lesson: LESSON })),
};

function handlerOf(request: Request): Handler {
  const { pathname } = new URL(request.url);
  const all = pathname.startsWith('/api/auth/') ? pathname.slice('/api/auth/'.length).split('/') : undefined;
  if (all) return (sent) => postAuth(sent, at({ all }));
  const handler = handlers[`${request.method} ${pathname}`];
  if (!handler) throw new Error(`no route for ${request.method} ${pathname}`);
  return handler;
}

/** A reader's browser with a jar for several cookies: takes what it is given, forgets what it is told to, as RFC 6265 says. */
export class Device {
  readonly jar = new Map<string, string>();

  constructor(
    readonly address = '192.0.2.1',
    readonly origin = ORIGIN,
  ) {}

  async send<Body = Record<string, unknown>>(address: string, init: RequestInit = {}): Promise<Reply<Body>> {
    const headers = new Headers(init.headers);
    if (!headers.has('host')) headers.set('host', new URL(this.origin).host || HOST);
    headers.set(addressHeader, this.address);
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    if (cookie && !headers.has('cookie')) headers.set('cookie', cookie);
    const request = new Request(new URL(address, this.origin), { ...init, headers });
    const response = await handlerOf(request)(request);
    for (const line of response.headers.getSetCookie()) this.#take(line);
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    const body = (await (isJson ? response.json() : response.text())) as Body;
    return { status: response.status, headers: response.headers, body };
  }

  #take(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    if (attributes.some((one) => /^max-age=0$/i.test(one))) this.jar.delete(name);
    else this.jar.set(name, value);
  }

  get = <Body = Record<string, unknown>>(address: string) => this.send<Body>(address);

  write<Body = Record<string, unknown>>(
    method: 'POST' | 'DELETE',
    address: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply<Body>> {
    const sent = { origin: this.origin, 'sec-fetch-site': 'same-origin', ...headers };
    if (body === undefined) return this.send<Body>(address, { method, headers: sent });
    const json = { 'content-type': 'application/json', ...sent };
    return this.send<Body>(address, { method, headers: json, body: JSON.stringify(body) });
  }

  post = <Body = Record<string, unknown>>(address: string, body?: unknown, headers = {}) =>
    this.write<Body>('POST', address, body, headers);

  auth = (path: string, body?: unknown, headers = {}) =>
    this.post(`/api/auth/${path}?locale=en`, body, headers);

  signUp = (email: string, more: object = {}) =>
    this.auth('sign-up/email', { name: 'Ada', email, password: PASSWORD, ...more });

  signIn = (email: string, more: object = {}) =>
    this.auth('sign-in/email', { email, password: PASSWORD, ...more });

  erase = (password?: string) =>
    this.write('DELETE', '/api/progress?locale=en', password === undefined ? undefined : { password });

  account = async (): Promise<AccountView> => (await this.get<AccountView>('/api/account')).body;
  progress = async (): Promise<Progress> => (await this.get<Progress>('/api/progress')).body;
  openQuiz = async (): Promise<PublicQuiz> =>
    (await this.get<PublicQuiz>(`/api/quiz/${LESSON}?locale=en`)).body;
  answer = (request: AnswerRequest) => this.post(`/api/quiz/${LESSON}/answers?locale=en`, request);
  read = (section: string) => this.post('/api/progress', { lesson: LESSON, section });

  /** The learner of its cookie; empty without one. */
  learner = (): string => this.jar.get('podium-learner')?.split('.')[0] ?? '';
  session = (): string | undefined => this.jar.get('podium-session');
}

let hashed: Promise<string> | undefined;

/** Accounts whose password is PASSWORD, with the rows that signing up puts, without its scrypts. Resolves with the ids of their users. */
export async function putAccounts(emails: readonly string[]): Promise<string[]> {
  hashed ??= hashPassword(PASSWORD);
  const password = await hashed;
  const people = emails.map((email) => ({ email, userId: randomUUID(), learnerId: randomUUID() }));
  const db = database();
  await db.learner.createMany({ data: people.map(({ learnerId }) => ({ id: learnerId, kind: 'account' })) });
  const users = people.map(({ userId, email, learnerId }) => ({ id: userId, name: 'Ada', email, learnerId }));
  await db.user.createMany({ data: users });
  const ways = users.map(({ id }) => ({ id, userId: id, accountId: id, providerId: 'credential', password }));
  await db.account.createMany({ data: ways });
  return users.map(({ id }) => id);
}

/** A browser that is signed in to a new account of its own, whose password is PASSWORD; for tests of what only accounts may. */
export async function signedInDevice(email = `${randomUUID()}@podium.test`): Promise<Device> {
  const [userId = ''] = await putAccounts([email]);
  const device = new Device();
  const cookie = await sessionCookie(userId);
  device.jar.set(cookie.slice(0, cookie.indexOf('=')), cookie.slice(cookie.indexOf('=') + 1));
  return device;
}

/** The cookie of a new session of a user who was put into the database without a password. Signed as Better Auth signs. */
export async function sessionCookie(userId: string): Promise<string> {
  const context = await authFor(new Request(ORIGIN)).$context;
  const { token } = await context.internalAdapter.createSession(userId);
  const signature = createHmac('sha256', context.secret).update(token).digest('base64');
  return `podium-session=${encodeURIComponent(`${token}.${signature}`)}`;
}
