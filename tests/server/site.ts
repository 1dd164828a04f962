import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { POST as postLab } from '@/app/api/labs/[lesson]/[lab]/route';
import { GET as getExport } from '@/app/api/progress/export/route';
import { DELETE as deleteProgress, GET as getProgress, POST as postProgress } from '@/app/api/progress/route';
import { POST as postAnswer } from '@/app/api/quiz/[lesson]/answers/route';
import { POST as postHint } from '@/app/api/quiz/[lesson]/hints/route';
import { GET as getQuiz } from '@/app/api/quiz/[lesson]/route';
import { GET as getReview } from '@/app/api/review/route';
import type { AnswerRequest, PublicItem, PublicQuiz } from '@/lib/quiz/public';
import { score } from '@/lib/quiz/score';
import { closeDatabase } from '@/lib/server/db';
import { migrate } from '@/prisma/migrate';
import * as course from './course';

export const ORIGIN = 'http://podium.test';
const HOST = 'podium.test';

export interface Site {
  readonly folder: string;
  readonly file: string;
}

/** A site of its own for every test: a new folder with a new, migrated SQLite file, a new secret, nothing from the test before. */
export function freshSite(): Site {
  const site = { folder: '', file: '' };
  beforeEach(async () => {
    site.folder = mkdtempSync(path.join(tmpdir(), 'podium-'));
    site.file = path.join(site.folder, 'podium.db');
    process.env.DATABASE_URL = `file:${site.file}`;
    process.env.PODIUM_DB_BUSY_MS = '2000';
    delete process.env.PODIUM_SECRET;
    delete process.env.PODIUM_URL;
    await putMigratedFile(site.file);
  });
  afterEach(async () => {
    await closeDatabase();
    rmSync(site.folder, { recursive: true, force: true });
  });
  return site;
}

let template: Buffer | undefined;

/** Migrating takes a while, so it is done once for a test file; each test gets its own copy. */
async function putMigratedFile(file: string): Promise<void> {
  if (template) return writeFileSync(file, template);
  await migrate(`file:${file}`);
  template = readFileSync(file);
}

export interface Reply<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

type Handler = (request: Request) => Promise<Response>;

function handlerOf(method: string, pathname: string): Handler {
  const [, , area, lesson = '', part] = pathname.split('/').map(decodeURIComponent);
  const at = <Params>(params: Params) => ({ params: Promise.resolve(params) });
  const below = area === 'progress' ? lesson : area === 'quiz' ? part : undefined;
  const key = `${method} ${area}${below ? `/${below}` : ''}`;
  switch (key) {
    case 'GET progress':
      return (request) => getProgress(request, at({}));
    case 'POST progress':
      return (request) => postProgress(request, at({}));
    case 'DELETE progress':
      return (request) => deleteProgress(request, at({}));
    case 'GET progress/export':
      return (request) => getExport(request, at({}));
    case 'GET quiz':
      return (request) => getQuiz(request, at({ lesson }));
    case 'POST quiz/answers':
      return (request) => postAnswer(request, at({ lesson }));
    case 'POST quiz/hints':
      return (request) => postHint(request, at({ lesson }));
    case 'GET review':
      return (request) => getReview(request, at({}));
    case 'POST labs':
      return (request) => postLab(request, at({ lesson, lab: part ?? '' }));
    default:
      throw new Error(`no route for ${key}`);
  }
}

/** A reader's browser: keeps the cookie that it was given, sends what a browser sends. */
export class Browser {
  cookie: string | undefined;

  async send<Body = Record<string, unknown>>(address: string, init: RequestInit = {}): Promise<Reply<Body>> {
    const url = new URL(address, ORIGIN);
    const headers = new Headers(init.headers);
    if (!headers.has('host')) headers.set('host', HOST);
    if (this.cookie !== undefined) headers.set('cookie', this.cookie);
    const request = new Request(url, { ...init, headers });
    const response = await handlerOf(request.method, url.pathname)(request);
    const given = response.headers.get('set-cookie')?.split(';')[0];
    if (given) this.cookie = given;
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    const body = (await (isJson ? response.json() : response.text())) as Body;
    return { status: response.status, headers: response.headers, body };
  }

  get<Body = Record<string, unknown>>(address: string): Promise<Reply<Body>> {
    return this.send<Body>(address);
  }

  post<Body = Record<string, unknown>>(
    address: string,
    body: unknown,
    headers: HeadersInit = {},
  ): Promise<Reply<Body>> {
    const sent = {
      'content-type': 'application/json',
      origin: ORIGIN,
      'sec-fetch-site': 'same-origin',
      ...headers,
    };
    return this.send<Body>(address, { method: 'POST', body: JSON.stringify(body), headers: sent });
  }

  delete<Body = Record<string, unknown>>(address: string, headers: HeadersInit = {}): Promise<Reply<Body>> {
    const sent = { origin: ORIGIN, 'sec-fetch-site': 'same-origin', ...headers };
    return this.send<Body>(address, { method: 'DELETE', headers: sent });
  }

  /** The learner that its cookie names. */
  learner(): string {
    return this.cookie?.split('=')[1]?.split('.')[0] ?? '';
  }

  async openQuiz(locale = 'en'): Promise<PublicQuiz> {
    return (await this.get<PublicQuiz>(`/api/quiz/${course.LESSON}?locale=${locale}`)).body;
  }

  answer<Body = Record<string, unknown>>(request: AnswerRequest): Promise<Reply<Body>> {
    return this.post<Body>(`/api/quiz/${course.LESSON}/answers?locale=en`, request);
  }
}

export const codeOf = (reply: Reply<unknown>): unknown =>
  (reply.body as { error?: { code?: unknown } }).error?.code;

let submissions = 0;

/** What a reader who knows (or does not know) the answer sends for the item as it is shown now. */
export function answerFor(quiz: PublicQuiz, itemId: string, knows: 'right' | 'wrong'): AnswerRequest {
  const item = quiz.items.find((one) => one.id === itemId) as PublicItem;
  submissions += 1;
  return {
    attempt: quiz.attempt,
    item: itemId,
    tryNumber: item.tryNumber,
    response: knows === 'right' ? rightPlaces(item) : wrongPlaces(item),
    sure: false,
    submission: `submission-${submissions}`,
  };
}

/** The author's index of each place, read off the words: option `a` or step `A` is the first. */
const indexAt = (item: PublicItem, place: number): number =>
  'abcdefgh'.indexOf(
    item.options[place]?.text
      .replace(/ 中文$/, '')
      .slice(-1)
      .toLowerCase() ?? '',
  );

function rightPlaces(item: PublicItem): number[] {
  const places = item.options.map((_, place) => place);
  if (item.kind === 'order') return places.sort((a, b) => indexAt(item, a) - indexAt(item, b));
  return places.filter((place) => isRight(item, [place]));
}

function wrongPlaces(item: PublicItem): number[] {
  const places = item.options.map((_, place) => place);
  if (item.kind === 'order') return rightPlaces(item).reverse();
  return places.filter((place) => !isRight(item, [place])).slice(0, 1);
}

function isRight(item: PublicItem, places: readonly number[]): boolean {
  const keyed = course.keyedItem(item.id);
  if (!keyed) throw new Error(`no item ${item.id}`);
  return (
    score(
      keyed,
      places.map((place) => indexAt(item, place)),
    ).points > 0
  );
}
