import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressHeader } from '@/lib/server/client-address';
import { database } from '@/lib/server/db';
import { codeHash } from '@/lib/server/join-codes';
import { joinClass } from '@/lib/server/joining';
import { signedId } from '@/lib/server/learner';
import { forgetPaces, keepPaceOf, paces } from '@/lib/server/pace';
import { LESSON } from './course';
import { dump } from './everything';
import { freshSite, ORIGIN } from './site';

vi.mock('@/lib/course/quiz', () => import('./course'));
vi.mock('@/lib/course/lessons', () => import('./course'));
vi.mock('@/lib/course/labs', () => import('./course'));

/** Who is signed in: an account is known by its session alone, and sessions have tests of their own. */
const session = vi.hoisted(() => ({ learner: undefined as string | undefined }));
vi.mock('@/lib/server/session', async (original) => ({
  ...(await original<typeof import('@/lib/server/session')>()),
  signedIn: async () => (session.learner === undefined ? undefined : { learnerId: session.learner }),
}));

const site = freshSite();

const root = path.resolve(import.meta.dirname, '../../app/api');
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Method = (typeof methods)[number];
type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/** Every route below these folders of app/api, as `METHOD /address`, whatever files there are. */
async function routesBelow(...folders: string[]): Promise<ReadonlyMap<string, Handler>> {
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /(^|\/)route\.tsx?$/.test(file))
      .map((file) => path.posix.join(folder, file)),
  );
  const all = new Map<string, Handler>();
  for (const file of files) {
    const module: Partial<Record<Method, Handler>> = await import(path.join(root, file));
    for (const method of methods) {
      const handler = module[method];
      if (handler) all.set(`${method} /${path.posix.dirname(file)}`, handler);
    }
  }
  return all;
}

const routes = await routesBelow('classes', 'join');
let asked = 0;

interface Ask {
  readonly body?: unknown;
  readonly cookie?: string | undefined;
  readonly address?: string;
  readonly origin?: string;
}

/** Asks as the browser of somebody; each from an address of its own unless one is named. */
async function ask(route: string, params: Record<string, string>, init: Ask = {}) {
  const handler = routes.get(route);
  if (!handler) throw new Error(`no route ${route}`);
  const [method = ''] = route.split(' ');
  asked += 1;
  const headers = new Headers({
    ...{ host: 'podium.test', origin: init.origin ?? ORIGIN, 'content-type': 'application/json' },
    [addressHeader]: init.address ?? `address ${asked}`,
    ...(init.cookie && { cookie: init.cookie }),
  });
  const body = method === 'GET' || init.body === undefined ? {} : { body: JSON.stringify(init.body) };
  const request = new Request(`${ORIGIN}/?locale=en`, { method, headers, ...body });
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  return { status: response.status, text, body: JSON.parse(text), cookie, headers: response.headers };
}

/** Somebody's browser: a session for who has an account, the cookie for others. */
function as(viewer: string | undefined): Pick<Ask, 'cookie'> {
  const isAccount = viewer?.startsWith('owner') || viewer === 'helper-a' || viewer === 'account';
  session.learner = isAccount ? viewer : undefined;
  return { cookie: viewer && !isAccount ? `podium-learner=${signedId(viewer)}` : undefined };
}

const codeOfSide = { a: 'AAAA-AAAA', b: 'BBBB-BBBB' } as const;
type Side = keyof typeof codeOfSide;
const wordsOfSide: Record<Side, string> = { a: '', b: '' };

/** Two classes, each with an owner, learners and a code; `helper-a` also instructs the first. Every text names its class. */
async function putTwoClasses(): Promise<void> {
  const db = database();
  for (const id of ['owner-a', 'owner-b', 'helper-a', 'account'])
    await db.learner.create({ data: { id, kind: 'account' } });
  for (const id of ['learner-a', 'learner-b', 'stranger']) await db.learner.create({ data: { id } });
  for (const side of ['a', 'b'] as const) {
    const id = `class-${side}`;
    await db.classroom.create({ data: { id, name: `name canary-${side}`, ownerId: `owner-${side}` } });
    const code = { id: `code-${side}`, hash: codeHash(codeOfSide[side].replace('-', '')) };
    const expiresAt = new Date(Date.now() + 24 * 60 * 60 * 1_000);
    await db.joinCode.create({ data: { ...code, classroomId: id, expiresAt } });
    const { words = '' } = await joinClass(`learner-${side}`, codeOfSide[side], `nick canary-${side}`);
    wordsOfSide[side] = words;
    const attempt = { id: `attempt-${side}`, learnerId: `learner-${side}`, lesson: LESSON, number: 1 };
    await db.attempt.create({ data: { ...attempt, seed: 'seed' } });
    const answer = { attemptId: attempt.id, item: 'one', tryNumber: 1, response: '[1]', shown: '[0,1,2,3]' };
    const graded = { correct: false, points: 0, sure: true, submission: `submission-${side}` };
    await db.answer.create({ data: { ...answer, ...graded, concept: `concept canary-${side}` } });
  }
  const place = {
    id: 'place-helper',
    classroomId: 'class-a',
    learnerId: 'helper-a',
    nickname: 'helper canary-a',
  };
  await db.enrollment.create({ data: { ...place, role: 'instructor' } });
}

const placeOf = async (side: Side): Promise<string> =>
  (await database().enrollment.findFirst({ where: { learnerId: `learner-${side}` } }))?.id ?? '';

/** What is sent to the routes about one class. */
const bodies: Readonly<Record<string, unknown>> = {
  'PATCH /classes/[id]': { name: 'renamed' },
  'POST /classes/[id]/codes': { days: 7 },
};

/** Who gets what from a route about one class. `own`: everybody, about themselves alone. */
const rights: Readonly<Record<string, 'read' | 'change' | 'own'>> = {
  'GET /classes/[id]': 'read',
  'PATCH /classes/[id]': 'change',
  'DELETE /classes/[id]': 'change',
  'POST /classes/[id]/codes': 'change',
  'DELETE /classes/[id]/codes/[code]': 'change',
  'DELETE /classes/[id]/learners/[learner]': 'change',
  'GET /classes/[id]/grid': 'read',
  'GET /classes/[id]/grid/[lesson]': 'read',
  'DELETE /classes/[id]/place': 'own',
};

/** Routes that name no class by its id: each has a test of its own below. */
const others = ['GET /classes', 'POST /classes', 'POST /join', 'POST /join/recover', 'GET /join/[code]'];

const viewers = [
  undefined,
  'stranger',
  'account',
  'learner-a',
  'learner-b',
  'helper-a',
  'owner-a',
  'owner-b',
];
const readers: Record<Side, readonly string[]> = { a: ['owner-a', 'helper-a'], b: ['owner-b'] };

const cells = Object.keys(rights).flatMap((route) => (['a', 'b'] as const).map((side) => ({ route, side })));

describe('a route about a class', () => {
  beforeEach(putTwoClasses);

  it('stands in the matrix of rights: every file of app/api/classes and app/api/join is asked', () => {
    expect([...Object.keys(rights), ...others].sort()).toEqual([...routes.keys()].sort());
  });

  it('stands nowhere else: no other route reaches for a class', () => {
    const reaches = /from '@\/lib\/server\/(class[a-z-]*|joining|join-codes|rights)'/;
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/^(classes|join)\//.test(file))
      .filter((file) => reaches.test(readFileSync(path.join(root, file), 'utf8')));
    expect(files).toEqual([]);
  });

  it.each(cells)('$route of class $side gives each role what is theirs', async ({ route, side }) => {
    const other = side === 'a' ? 'b' : 'a';
    const inSide = {
      id: `class-${side}`,
      code: `code-${side}`,
      learner: await placeOf(side),
      lesson: LESSON,
    };
    const right = rights[route];
    for (const viewer of viewers) {
      const before = dump(site.file);
      const { status, text, body } = await ask(route, inSide, { ...as(viewer), body: bodies[route] });
      const isReader = viewer !== undefined && readers[side].includes(viewer);
      const isOwner = viewer === `owner-${side}`;
      const expected =
        right === 'own' ? 200 : isOwner || (isReader && right === 'read') ? 200 : isReader ? 403 : 404;
      expect([viewer, status], text).toEqual([viewer, expected]);
      if (expected === 404) expect(body.error.code).toBe('unknown-class');
      if (right !== 'own') expect(text).not.toContain(`canary-${other}`);
      if (expected !== 200) {
        expect(text).not.toContain('canary');
        expect(dump(site.file)).toEqual(before);
      }
    }
  });

  it.each(Object.keys(rights).filter((route) => rights[route] !== 'own'))(
    '%s tells of a class that there is not as of one that may not be read',
    async (route) => {
      const params = { code: 'code-b', learner: await placeOf('b'), lesson: LESSON };
      const sent = { ...as('owner-a'), body: bodies[route] };
      const replies = [await ask(route, { id: 'class-b', ...params }, sent)];
      replies.push(await ask(route, { id: 'class-none', ...params }, sent));
      expect(replies[0]?.text).toBe(replies[1]?.text);
      expect(replies.map(({ status }) => status)).toEqual([404, 404]);
    },
  );

  it.each(Object.keys(rights).filter((route) => !route.startsWith('GET')))(
    '%s is refused to a page of another site, and changes nothing',
    async (route) => {
      const before = dump(site.file);
      const inA = { id: 'class-a', code: 'code-a', learner: await placeOf('a'), lesson: LESSON };
      const viewer = rights[route] === 'own' ? 'learner-a' : 'owner-a';
      const sent = { ...as(viewer), body: bodies[route], origin: 'https://evil.test' };
      const { body } = await ask(route, inA, sent);
      expect(body.error.code).toBe('cross-origin');
      expect(dump(site.file)).toEqual(before);
    },
  );

  it('takes no code and no learner of another class through the own one', async () => {
    await ask('DELETE /classes/[id]/codes/[code]', { id: 'class-a', code: 'code-b' }, as('owner-a'));
    const learner = await placeOf('b');
    await ask('DELETE /classes/[id]/learners/[learner]', { id: 'class-a', learner }, as('owner-a'));
    const { codes, learners } = (await ask('GET /classes/[id]', { id: 'class-b' }, as('owner-b'))).body;
    expect(codes).toMatchObject([{ id: 'code-b', state: 'open' }]);
    expect(learners).toMatchObject([{ id: learner }]);
  });

  it('lets a learner leave their own class and nobody else’s; what they did stays theirs', async () => {
    await ask('DELETE /classes/[id]/place', { id: 'class-b' }, as('learner-a'));
    expect(await database().enrollment.count()).toBe(3);
    const { body } = await ask('DELETE /classes/[id]/place', { id: 'class-a' }, as('learner-a'));
    expect(body).toEqual({ places: [] });
    expect(await placeOf('a')).toBe('');
    expect(await database().answer.count()).toBe(2);
  });

  it('that ends a class leaves its learners everything but the class', async () => {
    await ask('DELETE /classes/[id]', { id: 'class-a' }, as('owner-a'));
    const { classroom, joinCode, enrollment, recoveryWords, answer } = dumpCounts();
    expect([classroom, joinCode, enrollment, recoveryWords, answer]).toEqual([1, 1, 1, 1, 2]);
  });
});

describe('the grid of a class', () => {
  beforeEach(async () => {
    forgetPaces();
    await putTwoClasses();
  });
  afterEach(forgetPaces);

  it.each([
    ['GET /classes/[id]/grid', {}],
    ['GET /classes/[id]/grid/[lesson]', { lesson: 'pods' }],
  ])('keeps a pace (%s), each instructor by themselves', async (route, params) => {
    for (let count = 0; count < paces.grid.most; count += 1) keepPaceOf('grid', 'owner-a');
    const { status, body } = await ask(route, { id: 'class-a', ...params }, as('owner-a'));
    expect([status, body.error.code]).toEqual([429, 'too-fast']);
    const other = await ask(route, { id: 'class-b', ...params }, as('owner-b'));
    expect(other.body.error?.code).not.toBe('too-fast');
  });
});

const dumpCounts = () => {
  const { Classroom, JoinCode, Enrollment, RecoveryWords, Answer } = dump(site.file);
  const [classroom, joinCode, enrollment, recoveryWords, answer] = [
    ...[Classroom, JoinCode, Enrollment, RecoveryWords, Answer],
  ].map((rows) => rows?.length);
  return { classroom, joinCode, enrollment, recoveryWords, answer };
};

describe('the list of classes', () => {
  beforeEach(putTwoClasses);

  it.each([
    [undefined, false, [], []],
    ['stranger', false, [], []],
    ['account', true, [], []],
    ['learner-a', false, [], ['class-a']],
    ['helper-a', true, ['class-a'], []],
    ['owner-b', true, ['class-b'], []],
  ])('for %s: may make %j, reads %j, is in %j', async (viewer, mayMake, read, places) => {
    const { body } = await ask('GET /classes', {}, as(viewer));
    expect(body.mayMake).toBe(mayMake);
    expect(body.classes.map(({ id }: { id: string }) => id)).toEqual(read);
    expect(body.places.map(({ classroom }: { classroom: string }) => classroom)).toEqual(places);
  });

  it('is made longer by an account alone, and makes nobody a learner', async () => {
    const post = (viewer?: string) => ask('POST /classes', {}, { ...as(viewer), body: { name: ' 7c ' } });
    const learners = await database().learner.count();
    for (const viewer of [undefined, 'stranger', 'learner-a'])
      expect((await post(viewer)).body.error.code).toBe('account-needed');
    expect((await post('account')).body).toMatchObject({ name: '7c', learners: 0, isOwner: true });
    await ask('GET /classes', {}, as(undefined));
    expect(await database().learner.count()).toBe(learners);
  });
});

describe('joining', () => {
  beforeEach(putTwoClasses);

  const join = (code: string, nickname: string, init: Ask = {}) =>
    ask('POST /join', {}, { ...as(undefined), body: { code, nickname }, ...init });

  it('shows the name of the class before, and nothing else of it', async () => {
    const { body } = await ask('GET /join/[code]', { code: 'aaaa aaaa' }, as(undefined));
    expect(body).toEqual({ name: 'name canary-a' });
  });

  it('answers to every code that leads nowhere alike, and not sooner than to one that does', async () => {
    await database().joinCode.update({ where: { id: 'code-b' }, data: { revokedAt: new Date() } });
    const timed = async (code: string) => {
      const began = performance.now();
      const { status, text } = await ask('GET /join/[code]', { code }, as(undefined));
      return { status, text, ms: performance.now() - began };
    };
    const nowhere = [await timed('BBBB-BBBB'), await timed('CCCC-CCCC'), await timed('no code at all')];
    expect(new Set(nowhere.map(({ text }) => text)).size).toBe(1);
    expect(nowhere.map(({ status }) => status)).toEqual([404, 404, 404]);
    for (const { ms } of [...nowhere, await timed('AAAA-AAAA')]) expect(ms).toBeGreaterThan(115);
  });

  it('needs no account: it makes a learner with a cookie, and shows four words once', async () => {
    const first = await join('AAAA-AAAA', 'Ann');
    expect(first.body).toMatchObject({ className: 'name canary-a', nickname: 'Ann' });
    expect(first.body.words.split(' ')).toHaveLength(4);
    const again = await join('AAAA-AAAA', 'Ann', { cookie: first.cookie });
    expect([again.body.nickname, again.body.words]).toEqual(['Ann', undefined]);
    const { body } = await ask('GET /classes', {}, { cookie: first.cookie });
    expect(body.places).toMatchObject([{ className: 'name canary-a', nickname: 'Ann' }]);
  });

  it.each([
    ['CCCC-CCCC', 'Ann', 'unknown-code'],
    ['AAAA-AAAA', 'NICK canary-a', 'nickname-taken'],
    ['AAAA-AAAA', '  ', 'bad-name'],
  ])('with %s as %j makes nobody a learner: %s', async (code, nickname, refusal) => {
    const learners = await database().learner.count();
    const { body, cookie } = await join(code, nickname);
    expect([body.error.code, cookie]).toEqual([refusal, undefined]);
    expect(await database().learner.count()).toBe(learners);
  });

  it('closes to an address after ten wrong codes or words, on every way in, and says when to ask again', async () => {
    const address = 'evil';
    for (let count = 0; count < 4; count += 1) await join(`0000-000${count}`, 'x', { address });
    for (let count = 0; count < 3; count += 1)
      await ask('GET /join/[code]', { code: `0000-001${count}` }, { address });
    const words = { body: { words: 'apple apricot arch arena' }, address };
    for (let count = 0; count < 3; count += 1) await ask('POST /join/recover', {}, words);
    const { body, headers } = await join('AAAA-AAAA', 'Ann', { address });
    expect(body.error.code).toBe('too-many-tries');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(500);
    expect((await join('AAAA-AAAA', 'Ann')).status).toBe(200);
  });
});

describe('coming back by four words', () => {
  beforeEach(putTwoClasses);

  const back = (init: Ask & { takesAlong?: boolean }) =>
    ask(
      'POST /join/recover',
      {},
      {
        ...init,
        body: { words: wordsOfSide.a, ...(init.takesAlong !== undefined && { takesAlong: init.takesAlong }) },
      },
    );

  it('gives the cookie of who wrote them down, and names their classes', async () => {
    const { body, cookie } = await back(as(undefined));
    expect(body).toMatchObject({ state: 'back', places: [{ nickname: 'nick canary-a' }] });
    expect(cookie).toBe(`podium-learner=${signedId('learner-a')}`);
    const list = await ask('GET /classes', {}, { cookie });
    expect(list.body.places).toMatchObject([{ classroom: 'class-a' }]);
  });

  it('asks before it takes along what was done here, and sets no cookie until then', async () => {
    await database().sectionRead.create({
      data: { learnerId: 'stranger', lesson: LESSON, section: 'opening' },
    });
    const asks = await back(as('stranger'));
    expect(asks.body).toEqual({ state: 'asks', done: { answers: 0, sections: 1, labs: 0 } });
    expect(asks.cookie).toBeUndefined();
    const took = await back({ ...as('stranger'), takesAlong: true });
    expect(took.body.state).toBe('back');
    expect(await database().sectionRead.findMany()).toMatchObject([{ learnerId: 'learner-a' }]);
  });

  it('is refused to words of nobody, with no cookie', async () => {
    const { body, cookie } = await ask(
      'POST /join/recover',
      {},
      { body: { words: 'apple apricot arch arena' } },
    );
    expect([body.error.code, cookie]).toEqual(['unknown-words', undefined]);
  });
});
