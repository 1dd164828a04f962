import { chmodSync, copyFileSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import type { Progress } from '@/lib/quiz/public';
import { closeDatabase, database } from '@/lib/server/db';
import { LESSON } from './course';
import { answerFor, Browser, codeOf, freshSite, type Reply } from './site';

vi.mock('@/lib/course/quiz', () => import('./course'));
vi.mock('@/lib/course/lessons', () => import('./course'));

const site = freshSite();
const READ = { lesson: LESSON, section: 'opening' };

let complain: Mock;
beforeEach(() => {
  complain = vi.spyOn(console, 'error').mockImplementation(() => {});
});

/** 503 with Retry-After, in the one form; neither it nor the log tells a path, and the log has one line. */
function expectUnavailable(reply: Reply): void {
  expect([reply.status, codeOf(reply)]).toEqual([503, 'storage-unavailable']);
  expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(Object.keys(reply.body)).toEqual(['error']);
  expect(JSON.stringify(reply.body)).not.toMatch(/sqlite|prisma|podium-|\.db|\/tmp| at /i);
  const lines = complain.mock.calls.map((call) => call.join(' '));
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) {
    expect(line).toMatch(/^(GET|POST) \/api\/\S+: storage unavailable \([\w ]+\)$/);
  }
}

const BUSY_MS = 300;

describe('while another process holds the database', () => {
  let other: Sqlite.Database | undefined;
  const hold = (begin: string) => {
    other = new Sqlite(site.file);
    other.exec(begin);
  };
  const letGo = () => {
    other?.exec('ROLLBACK');
    other?.close();
    other = undefined;
  };
  beforeEach(() => {
    process.env.PODIUM_DB_BUSY_MS = String(BUSY_MS);
  });
  afterEach(() => other?.close());

  it.each(['BEGIN IMMEDIATE', 'BEGIN EXCLUSIVE'])(
    '(%s) an answer waits, then is 503; sent again later it counts, once',
    async (begin) => {
      const reader = new Browser();
      const request = answerFor(await reader.openQuiz(), 'one', 'right');
      hold(begin);
      expectUnavailable(await reader.answer(request));
      expect((await reader.get('/api/progress')).body).toEqual({ lessons: {} });
      letGo();
      expect((await reader.answer(request)).status).toBe(200);
      expect((await reader.answer(request)).status).toBe(200);
      expect(await database().answer.count()).toBe(1);
    },
  );

  it('somebody new gets 503 and no cookie, and a quiz that is open can still be read', async () => {
    const reader = new Browser();
    const quiz = await reader.openQuiz();
    hold('BEGIN IMMEDIATE');
    const reply = await new Browser().get(`/api/quiz/${LESSON}`);
    expectUnavailable(reply);
    expect(reply.headers.get('set-cookie')).toBeNull();
    expect(await reader.openQuiz()).toEqual(quiz);
    // On another day the visit would be noted; that it cannot be is nobody's fault who reads.
    expect(await reader.openQuiz('zh')).toMatchObject({ attempt: quiz.attempt });
  });

  it('thirty requests that wait do not wait one after the other', async () => {
    const reader = new Browser();
    await reader.post('/api/progress', READ);
    hold('BEGIN IMMEDIATE');
    const start = Date.now();
    const replies = await Promise.all(
      ['order', 'recap'].flatMap((section) =>
        Array.from({ length: 15 }, () => reader.post('/api/progress', { lesson: LESSON, section })),
      ),
    );
    // One after the other they would take 30 times the wait.
    expect(Date.now() - start).toBeLessThan(15 * BUSY_MS);
    for (const reply of replies) expectUnavailable(reply);
    letGo();
    expect((await reader.post('/api/progress', { lesson: LESSON, section: 'order' })).status).toBe(200);
  });

  it('a lock that is let go in time is only a wait', async () => {
    process.env.PODIUM_DB_BUSY_MS = '5000';
    await closeDatabase();
    const reader = new Browser();
    const request = answerFor(await reader.openQuiz(), 'one', 'right');
    hold('BEGIN IMMEDIATE');
    const waiting = reader.answer(request);
    setTimeout(letGo, 100);
    expect((await waiting).status).toBe(200);
  });
});

describe('with a database that cannot be written', () => {
  /** Modes do not bind root: the test goes on as nobody, as far as the system asks who somebody is. */
  const asNobody = async (work: () => Promise<void>) => {
    if (process.geteuid?.() !== 0) return work();
    process.seteuid?.(65_534);
    try {
      await work();
    } finally {
      process.seteuid?.(0);
    }
  };

  it.each([
    ['the file', 0o444, 0o777],
    ['the file and its folder', 0o444, 0o555],
    ['not even read', 0o000, 0o555],
  ])(
    '(%s) a write is 503, and all is there again when the fault is gone',
    async (_, fileMode, folderMode) => {
      const reader = new Browser();
      const quiz = await reader.openQuiz();
      await reader.post('/api/progress', READ);
      await closeDatabase();
      chmodSync(site.file, fileMode);
      chmodSync(site.folder, folderMode);
      await asNobody(async () => {
        expectUnavailable(await reader.post('/api/progress', { lesson: LESSON, section: 'order' }));
        expectUnavailable(await reader.answer(answerFor(quiz, 'one', 'right')));
        expectUnavailable(await new Browser().get(`/api/quiz/${LESSON}`));
        await closeDatabase();
      });
      chmodSync(site.folder, 0o777);
      chmodSync(site.file, 0o644);
      const { body } = await reader.post<Progress>('/api/progress', { lesson: LESSON, section: 'order' });
      expect(body.lessons[LESSON]?.sections).toEqual(['opening', 'order']);
    },
  );

  it('what was read before is still shown, if the file can be read', async () => {
    const reader = new Browser();
    await reader.post('/api/progress', READ);
    await closeDatabase();
    chmodSync(site.file, 0o444);
    chmodSync(site.folder, 0o777);
    await asNobody(async () => {
      const { body } = await reader.get<Progress>('/api/progress');
      expect(body.lessons[LESSON]?.sections).toEqual(['opening']);
      await closeDatabase();
    });
  });
});

describe('without a database', () => {
  it('whose file is gone every request is 503, no empty one is made in its place, and no cookie is changed', async () => {
    const reader = new Browser();
    await reader.post('/api/progress', READ);
    const aside = `${site.file}.aside`;
    await closeDatabase();
    renameSync(site.file, aside);
    for (const reply of [
      await reader.get('/api/progress'),
      await reader.get(`/api/quiz/${LESSON}`),
      await new Browser().get(`/api/quiz/${LESSON}`),
    ]) {
      expectUnavailable(reply);
      expect(reply.headers.get('set-cookie')).toBeNull();
    }
    expect(existsSync(site.file)).toBe(false);
    renameSync(aside, site.file);
    expect((await reader.get('/api/progress')).body).toHaveProperty(['lessons', LESSON]);
  });

  it('whose file is taken away under an open connection, the write is refused and not lost in the unlinked file', async () => {
    const reader = new Browser();
    await reader.post('/api/progress', READ);
    rmSync(site.file);
    expectUnavailable(await reader.post('/api/progress', { lesson: LESSON, section: 'order' }));
  });

  it('whose file is put back from a copy, the connection is opened to the new one', async () => {
    const reader = new Browser();
    await reader.post('/api/progress', READ);
    await closeDatabase();
    copyFileSync(site.file, `${site.file}.copy`);
    await reader.post('/api/progress', { lesson: LESSON, section: 'order' });
    for (const end of ['', '-wal', '-shm']) rmSync(`${site.file}${end}`, { force: true });
    renameSync(`${site.file}.copy`, site.file);
    const { body } = await reader.get<Progress>('/api/progress');
    expect(body.lessons[LESSON]?.sections).toEqual(['opening']);
  });

  it('with an empty file, or a file that is none, a request is 503', async () => {
    const reader = new Browser();
    for (const content of ['', 'this is not a database, '.repeat(100)]) {
      await closeDatabase();
      rmSync(site.file, { force: true });
      writeFileSync(site.file, content);
      expectUnavailable(await reader.get(`/api/quiz/${LESSON}`));
      expectUnavailable(await reader.post('/api/progress', READ));
    }
  });
});

describe('with a full disk', () => {
  it('what was acknowledged is kept, what was not is 503, and it goes on when there is room', async () => {
    const reader = new Browser();
    await reader.openQuiz();
    const pages = Number(
      Object.values(((await database().$queryRawUnsafe('PRAGMA page_count')) as object[])[0] ?? {})[0],
    );
    await database().$queryRawUnsafe(`PRAGMA max_page_count = ${pages}`);
    const kept: string[] = [];
    let refused: (() => Promise<Reply>) | undefined;
    for (let round = 0; round < 500 && !refused; round += 1) {
      const submission = `full-${round}-${'x'.repeat(80)}`;
      const open = await reader.openQuiz();
      const send = () => reader.answer({ ...answerFor(open, 'steps', 'wrong'), submission });
      const reply = await send();
      if (reply.status === 200) kept.push(submission);
      else {
        expectUnavailable(reply);
        refused = send;
      }
    }
    expect(refused).toBeDefined();
    const rows = await database().answer.findMany({ select: { submission: true }, orderBy: { id: 'asc' } });
    expect(rows.map((row) => row.submission)).toEqual(kept);
    await database().$queryRawUnsafe('PRAGMA max_page_count = 1000000');
    expect((await refused?.())?.status).toBe(200);
    expect(await database().answer.count()).toBe(kept.length + 1);
  });
});
