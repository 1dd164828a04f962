import { readFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it, vi } from 'vitest';
import { csvOf } from '@/lib/server/csv';
import { database } from '@/lib/server/db';
import { eraseLearner } from '@/lib/server/erase';
import { type Export, exportOf } from '@/lib/server/export';
import { heldTables, privacyRegistry } from '@/lib/server/privacy-registry';
import { sessionCookie } from './accounts';
import { LESSON } from './course';
import { type Dump, dump, Life, putClasses, putLife, type Row, tablesOf } from './everything';
import { answerFor, Browser, codeOf, freshSite } from './site';

vi.mock('@/lib/course/quiz', () => import('./course'));
vi.mock('@/lib/course/lessons', () => import('./course'));

const site = freshSite();

const MARK = 'canary-7f3a';

/** Somebody with rows in every table, an account among them, every text of which holds the canary. */
async function putSomebody(): Promise<void> {
  await putClasses();
  await putLife(new Life(MARK, 'privacy'), { account: true });
}

const schema = readFileSync(path.join(import.meta.dirname, '../../prisma/schema.prisma'), 'utf8');

describe('the privacy registry', () => {
  it('names every model of the schema and every table of the database, and nothing else', () => {
    const models = [...schema.matchAll(/^model (\w+) \{/gm)].map(([, name]) => name);
    expect(Object.keys(privacyRegistry).sort()).toEqual([...models, '_prisma_migrations'].sort());
    expect(Object.keys(privacyRegistry).sort()).toEqual(tablesOf(site.file));
  });

  it.each(heldTables)('of $table says of each column whether its person gets it', ({ table, entry }) => {
    const db = new Sqlite(site.file, { readonly: true });
    const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table);
    db.close();
    expect([...entry.exported, ...Object.keys(entry.withheld ?? {})].sort()).toEqual(columns.sort());
    for (const column of entry.json ?? []) expect(entry.exported).toContain(column);
  });

  it.each(heldTables)(
    'of $table is right that its rows go with the learner or by their condition',
    async ({ table, entry }) => {
      const leadsToLearner = (name: string): boolean => {
        const body = new RegExp(`^model ${name} \\{([^}]*)\\}`, 'm').exec(schema)?.[1] ?? '';
        const parents = [...body.matchAll(/(\w+)\??\s+@relation\(.*onDelete: Cascade/g)].map(
          ([, one]) => one ?? '',
        );
        return parents.some((parent) => parent === 'Learner' || leadsToLearner(parent));
      };
      const isByCondition = entry.is === 'personal' && entry.erased === 'by-condition';
      expect(table === 'Learner' || leadsToLearner(table)).toBe(!isByCondition);
    },
  );
});

describe('erasing a learner', () => {
  it('leaves nothing of them in any column of any table, nor in the file', async () => {
    await putSomebody();
    for (const { table } of heldTables) expect(dump(site.file)[table], table).not.toEqual([]);
    await eraseLearner(MARK);
    expect(JSON.stringify(dump(site.file))).not.toContain(MARK);
    for (const file of [site.file, `${site.file}-wal`])
      expect(readFileSync(file).includes(MARK), file).toBe(false);
  });

  it('leaves everything of everybody else as it was, also in the same class', async () => {
    await putClasses();
    await putLife(new Life('other', 'privacy'), { account: false });
    const before = dump(site.file);
    await putLife(new Life(MARK, 'privacy'), { account: true });
    await eraseLearner(MARK);
    expect(dump(site.file)).toEqual(before);
    await eraseLearner(MARK);
    await eraseLearner('nobody');
    expect(dump(site.file)).toEqual(before);
  });

  it('leaves an address that ends like theirs alone', async () => {
    await putSomebody();
    const wait = { id: 'wait', identifier: `my-${MARK}@podium.test`, value: 'x', expiresAt: new Date() };
    await database().verification.create({ data: wait });
    await eraseLearner(MARK);
    expect(await database().verification.findMany()).toMatchObject([{ id: 'wait' }]);
  });
});

describe('DELETE /api/progress', () => {
  it('erases the learner of the cookie and takes the cookie away; who comes again is somebody new', async () => {
    const reader = new Browser();
    await reader.answer(answerFor(await reader.openQuiz(), 'one', 'right'));
    const [id, old] = [reader.learner(), reader.cookie];
    const reply = await reader.delete('/api/progress');
    expect([reply.status, reply.body]).toEqual([200, { erased: true }]);
    expect(reply.headers.get('set-cookie')).toMatch(/^podium-learner=; Path=\/; Max-Age=0; HttpOnly/);
    expect(await database().learner.count()).toBe(0);
    expect((await reader.delete('/api/progress')).body).toEqual({ erased: false });
    reader.cookie = old;
    expect((await reader.get('/api/progress')).body).toEqual({ lessons: {} });
    await reader.openQuiz();
    expect(reader.learner()).not.toBe(id);
  });

  it.each([
    ['another origin', { origin: 'https://evil.test' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbouring site', { 'sec-fetch-site': 'same-site' }],
    ['no origin that can be named', { origin: 'null' }],
  ])('from %s is refused and deletes nothing', async (_, headers) => {
    const reader = new Browser();
    await reader.openQuiz();
    const reply = await reader.delete('/api/progress', headers);
    expect([reply.status, codeOf(reply)]).toEqual([403, 'cross-origin']);
    expect(await database().learner.count()).toBe(1);
  });
});

describe('a learner who is deleted in the middle of a submission', () => {
  const checkFile = () => {
    const db = new Sqlite(site.file, { readonly: true });
    expect(db.pragma('foreign_key_check')).toEqual([]);
    db.close();
  };

  it('just before their answer is written: it is refused, nothing stays', async () => {
    const reader = new Browser();
    const request = answerFor(await reader.openQuiz(), 'one', 'right');
    const db = database();
    const transaction = db.$transaction.bind(db);
    vi.spyOn(db, '$transaction').mockImplementationOnce(async (work: unknown) => {
      await eraseLearner(reader.learner());
      return transaction(work as never);
    });
    const reply = await reader.answer(request);
    expect([reply.status, codeOf(reply)]).toEqual([404, 'unknown-attempt']);
    expect(Object.values(dump(site.file)).flat()).toEqual([]);
  });

  it('just before their hint is written: it is refused, nothing stays', async () => {
    const reader = new Browser();
    const { attempt } = await reader.openQuiz();
    const table = database().hintTaken as unknown as { create: (row: object) => Promise<unknown> };
    const create = table.create.bind(table);
    vi.spyOn(table, 'create').mockImplementationOnce(async (row) => {
      await eraseLearner(reader.learner());
      return create(row);
    });
    const reply = await reader.post(`/api/quiz/${LESSON}/hints`, { attempt, item: 'one', number: 1 });
    expect([reply.status, codeOf(reply)]).toEqual([404, 'unknown-attempt']);
    expect(Object.values(dump(site.file)).flat()).toEqual([]);
  });

  it.each(Array.from({ length: 8 }, (_, at) => at))(
    'at any moment (round %d): each answer counted or was refused, none stays, nobody else’s is touched',
    async (round) => {
      const [reader, other] = [new Browser(), new Browser()];
      const [quiz, others] = [await reader.openQuiz(), await other.openQuiz()];
      const id = reader.learner();
      const requests = ['one', 'many', 'steps', 'bare'].map((item) => answerFor(quiz, item, 'right'));
      const sent = [...requests, ...requests].map((request) => () => reader.answer(request));
      sent.splice(round, 0, () => reader.delete('/api/progress') as never);
      sent.push(() => other.answer(answerFor(others, 'one', 'right')));
      const replies = await Promise.all(sent.map((send) => send()));
      for (const reply of replies) {
        if (reply.status !== 200) expect([reply.status, codeOf(reply)]).toEqual([404, 'unknown-attempt']);
      }
      expect(replies.at(-1)?.status).toBe(200);
      const learners = await database().learner.findMany();
      expect(learners.map((learner) => learner.id)).toEqual([other.learner()]);
      expect(JSON.stringify(dump(site.file))).not.toContain(id);
      expect(await database().answer.findMany()).toMatchObject([{ attemptId: others.attempt, item: 'one' }]);
      checkFile();
    },
  );

  it('while sections are read and a quiz is opened: no row is without its learner', async () => {
    const reader = new Browser();
    await reader.openQuiz();
    const { cookie } = reader;
    const again = () => Object.assign(new Browser(), { cookie });
    const read = () => again().post('/api/progress', { lesson: LESSON, section: 'opening' });
    const replies = await Promise.all([
      read(),
      again().get(`/api/quiz/${LESSON}`),
      again().delete('/api/progress'),
      read(),
      again().get(`/api/quiz/${LESSON}`),
    ]);
    for (const { status } of replies) expect([200, 409]).toContain(status);
    expect(await database().learner.findUnique({ where: { id: reader.learner() } })).toBeNull();
    checkFile();
  });
});

/** A value of the file as the export has it. */
function exported(table: string, row: Row): Record<string, unknown> {
  const held = heldTables.find((one) => one.table === table);
  const isDate = (column: string) => /(At|due|lastReview)$/.test(column);
  const isTruth = (column: string) => ['sure', 'correct', 'solved', 'emailVerified'].includes(column);
  const columns = held?.entry.exported ?? [];
  return Object.fromEntries(
    columns.map((column) => {
      const value = row[column];
      if (value === null) return [column, null];
      if (isDate(column)) return [column, new Date(String(value)).toISOString()];
      if (isTruth(column)) return [column, value === 1];
      return [column, held?.entry.json?.includes(column) ? JSON.parse(String(value)) : value];
    }),
  );
}

const withoutTeacher = (all: Dump): Dump =>
  Object.fromEntries(
    Object.entries(all).map(([table, rows]) => [
      table,
      rows.filter((row) => row.id !== 'teacher' && row.ownerId !== 'teacher'),
    ]),
  );

const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();

const ownAnswers = () => database().answer.count({ where: { attempt: { learnerId: MARK } } });

describe('the export', () => {
  it('holds every row of the learner from every table, column by column', async () => {
    await putSomebody();
    const everything = JSON.parse(JSON.stringify(await exportOf(MARK, 'en'))) as Export;
    expect(everything.format).toBe('podium-export/1');
    for (const [table, rows] of Object.entries(withoutTeacher(dump(site.file)))) {
      const own = rows.map((row) => exported(table, row));
      expect(own.length, table).toBeGreaterThan(0);
      expect(sorted(everything.tables[table]?.rows ?? []), table).toEqual(sorted(own));
    }
  });

  it('holds nothing of anybody else and no secret', async () => {
    await putSomebody();
    await putLife(new Life('canary-9b', 'privacy'));
    const { tables } = await exportOf(MARK, 'en');
    const text = JSON.stringify(Object.values(tables).map((table) => table.rows));
    expect(text).not.toMatch(/canary-9b|teacher/);
    const secrets = ['token', 'seed', 'access', 'refresh', 'id', 'words', 'code', 'reset-password'];
    for (const secret of secrets) expect(text).not.toMatch(new RegExp(`${secret}[ :]${MARK}`));
    expect(text.match(new RegExp(`hash ${MARK}`, 'g'))?.length).toBe(await ownAnswers());
  });

  it('comes as a file, JSON of all tables or CSV of one, to the browser of the learner alone', async () => {
    await putSomebody();
    const reader = Object.assign(new Browser(), { cookie: await sessionCookie(`user-${MARK}`) });
    const json = await reader.get<Export>('/api/progress/export');
    expect(json.headers.get('content-disposition')).toBe('attachment; filename="podium.json"');
    expect(json.body.tables.Answer?.rows.length).toBe(await database().answer.count());
    const csv = await reader.get<string>('/api/progress/export?table=Enrollment');
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="podium-Enrollment.csv"');
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const lines = csv.body.split('\r\n');
    expect(lines[0]).toBe('"id","classroomId","learnerId","role","nickname","createdAt"');
    expect(lines.length).toBe((await database().enrollment.count()) + 2);
    const stranger = await new Browser().get<Export>('/api/progress/export');
    expect(Object.values(stranger.body.tables).flatMap((table) => table.rows)).toEqual([]);
    expect(stranger.headers.get('set-cookie')).toBeNull();
  });

  it('of a table that is none, or of something that is not one’s own, is refused', async () => {
    for (const table of ['Nothing', '_prisma_migrations', '__proto__', 'sqlite_master']) {
      const reply = await new Browser().get(`/api/progress/export?table=${table}`);
      expect([reply.status, codeOf(reply)]).toEqual([404, 'unknown-table']);
    }
    const headers = { 'sec-fetch-site': 'cross-site' };
    const reply = await new Browser().send('/api/progress/export', { headers });
    expect([reply.status, codeOf(reply)]).toEqual([403, 'cross-origin']);
  });
});

describe('a cell of a CSV file', () => {
  it.each([
    ['=1+2', `"'=1+2"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['\0=1', `"'\0=1"`],
    ['  =1', `"'  =1"`],
    ['\u00a0=1', `"'\u00a0=1"`],
    ['\ufeff=1', `"'\ufeff=1"`],
    ['＝1', `"'＝1"`],
    ['one\n=1', `"one\n'=1"`],
    ['one\r\n =1', `"one\r\n' =1"`],
    ['one\r@x', `"one\r'@x"`],
    ['say "=1"', '"say ""=1"""'],
    ['","=1', `""",""=1"`],
    ['a=b', '"a=b"'],
    ['web-0', '"web-0"'],
    ['小明', '"小明"'],
    ['', '""'],
  ])('%j is %j: no spreadsheet runs it', (text, cell) => {
    expect(csvOf(['x'], [[text]])).toBe(`"x"\r\n${cell}\r\n`);
  });

  it('that is a number, a truth value, a moment or nothing stays what it is', () => {
    const row = [-1.5, true, new Date('2026-11-26T01:02:03.000Z'), null];
    expect(csvOf(['a', 'b', 'c', 'd'], [row])).toContain('\r\n-1.5,true,2026-11-26T01:02:03.000Z,\r\n');
  });
});
