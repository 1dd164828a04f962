import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SafeSqlite } from '@/lib/server/safe-sqlite';
import { wholeSchema, withSchemaEngine } from '@/prisma/engine';
import { MigrationFailure, migrate, migrationNames, migrationsFolder } from '@/prisma/migrate';

const root = path.join(import.meta.dirname, '../..');
let folder: string;
let file: string;
let url: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'podium-migrate-'));
  file = path.join(folder, 'deep', 'er', 'podium.db');
  url = `file:${file}`;
  process.env.PODIUM_DB_BUSY_MS = '100';
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The SQL that is missing between the migrations and the schema; what an author adds as a new migration. */
async function missingSql(): Promise<string> {
  await migrate(url);
  const content = readFileSync(path.join(root, 'prisma/schema.prisma'), 'utf8');
  const files = [{ path: 'schema.prisma', content }];
  const factory = new SafeSqlite({ url, busyMs: 1_000, fileMustExist: true });
  const { exitCode, stdout } = await withSchemaEngine(factory, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: root },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: wholeSchema,
    }),
  );
  return exitCode === 0 ? '' : (stdout ?? 'they differ');
}

describe('the migrations', () => {
  it('together make exactly the schema (else: add what is printed as a new migration)', async () => {
    expect(await missingSql()).toBe('');
  });

  it('say for each index which query needs it', () => {
    for (const name of migrationNames()) {
      const lines = readFileSync(path.join(migrationsFolder, name, 'migration.sql'), 'utf8').split('\n');
      for (const [at, line] of lines.entries()) {
        if (line.startsWith('CREATE UNIQUE INDEX') || line.startsWith('CREATE INDEX')) {
          expect(`${name}: ${lines[at - 1]}`).toMatch(/-- CreateIndex: \w.+/);
        }
      }
    }
  });

  it('are one transaction each, so that one that is interrupted can be done again (the first meets no rows)', () => {
    for (const name of migrationNames().slice(1)) {
      const sql = readFileSync(path.join(migrationsFolder, name, 'migration.sql'), 'utf8');
      expect(sql.replace(/^--.*$/gm, '').trim()).toMatch(/^BEGIN;[\s\S]*\nCOMMIT;$/);
    }
  });

  it('are applied once: a second run finds nothing to do and changes nothing', async () => {
    expect(await migrate(url)).toEqual(migrationNames());
    const db = new Sqlite(file);
    db.exec("INSERT INTO Learner (id, createdAt) VALUES ('kept', '2026-11-24T00:00:00.000+00:00')");
    db.close();
    expect(await migrate(url)).toEqual([]);
    const again = new Sqlite(file);
    expect(again.prepare('SELECT id FROM Learner').pluck().all()).toEqual(['kept']);
    again.close();
  });

  it('leave a database that writes ahead and is not held', async () => {
    await migrate(url);
    const db = new Sqlite(file, { timeout: 0 });
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    db.exec('BEGIN EXCLUSIVE; COMMIT');
    db.close();
  });
});

/** The migrations up to and with this one, in a folder of their own. */
function migrationsUntil(last: string): string {
  const until = path.join(folder, 'until');
  for (const name of migrationNames().filter((one) => one <= last)) {
    cpSync(path.join(migrationsFolder, name), path.join(until, name), { recursive: true });
  }
  return until;
}

const AT = '2026-11-24T08:00:00.000+00:00';

/** A database of the first migration: two learners, an attempt with a wrong and a right answer, a section, a lab that two solved. */
function putOldRows(db: Sqlite.Database): void {
  const put = (table: string, ...rows: unknown[][]) => {
    for (const row of rows)
      db.prepare(`INSERT INTO ${table} VALUES (${row.map(() => '?').join(', ')})`).run(row);
  };
  put('Learner', ['ann', AT], ['bo', AT]);
  put('Attempt', ['a1', 'ann', 'pods', 1, 'seed', AT], ['b1', 'bo', 'pods', 1, 'other', AT]);
  put(
    'Answer',
    [1, 'a1', 'one', 1, '[2]', '[1,0,2]', 0, 'submission-1', 0, 0.5, AT],
    [7, 'a1', 'one', 2, '[0]', '[2,1,0]', 1, 'submission-2', 1, 1, AT],
    [8, 'b1', 'one', 1, '[0]', '[0,1,2]', 1, 'submission-1', 1, 1, AT],
  );
  put('SectionRead', [3, 'ann', 'pods', 'opening', AT]);
  put(
    'LabSolved',
    [4, 'ann', 'pods', 'first', '[{"atMs":1}]', 900, AT],
    [9, 'bo', 'pods', 'first', '[]', 500, AT],
  );
}

describe('the migration to accounts, reviews and classes', () => {
  const before = '20261124000000_learners';

  it('keeps every old row with its meaning, and says null where nothing was noted', async () => {
    await migrate(url, migrationsUntil(before));
    const old = new Sqlite(file);
    putOldRows(old);
    old.close();
    expect(await migrate(url)).toEqual(migrationNames().filter((name) => name > before));

    const db = new Sqlite(file);
    const rows = (sql: string) => db.prepare(sql).raw().all();
    expect(rows('SELECT id, createdAt, kind, locale, lastSeenAt FROM Learner ORDER BY id')).toEqual([
      ['ann', AT, 'anonymous', null, null],
      ['bo', AT, 'anonymous', null, null],
    ]);
    expect(rows('SELECT id, learnerId, lesson, number, seed FROM Attempt ORDER BY id')).toEqual([
      ['a1', 'ann', 'pods', 1, 'seed'],
      ['b1', 'bo', 'pods', 1, 'other'],
    ]);
    const answers =
      'id, attemptId, item, tryNumber, response, shown, sure, submission, correct, points, createdAt';
    expect(rows(`SELECT ${answers} FROM Answer ORDER BY id`)).toEqual([
      [1, 'a1', 'one', 1, '[2]', '[1,0,2]', 0, 'submission-1', 0, 0.5, AT],
      [7, 'a1', 'one', 2, '[0]', '[2,1,0]', 1, 'submission-2', 1, 1, AT],
      [8, 'b1', 'one', 1, '[0]', '[0,1,2]', 1, 'submission-1', 1, 1, AT],
    ]);
    const news = 'hintsUsed, misconceptions, concept, variant, itemHash';
    expect(rows(`SELECT DISTINCT ${news} FROM Answer`)).toEqual([[null, null, null, null, null]]);
    expect(rows('SELECT id, learnerId, section FROM SectionRead')).toEqual([[3, 'ann', 'opening']]);
    expect(
      rows(
        'SELECT learnerId, lesson, lab, commands, untilMs, solved, goals, engine, createdAt FROM LabRun ORDER BY id',
      ),
    ).toEqual([
      ['ann', 'pods', 'first', '[{"atMs":1}]', 900, 1, null, null, AT],
      ['bo', 'pods', 'first', '[]', 500, 1, null, null, AT],
    ]);
    expect([db.pragma('foreign_key_check'), db.pragma('integrity_check', { simple: true })]).toEqual([
      [],
      'ok',
    ]);
    db.close();
  });

  it('that cannot be done to the end leaves the database as it was, and is done once it can be', async () => {
    await migrate(url, migrationsUntil(before));
    const old = new Sqlite(file);
    putOldRows(old);
    old.exec('CREATE TABLE Assignment (mine TEXT)');
    old.close();
    await expect(migrate(url)).rejects.toThrow('could not be migrated');
    const db = new Sqlite(file);
    expect(db.prepare('SELECT count(places) FROM Answer').pluck().get()).toBe(3);
    expect(db.prepare('SELECT count(*) FROM LabSolved').pluck().get()).toBe(2);
    db.exec('DROP TABLE Assignment');
    db.close();
    expect(await migrate(url)).toEqual(migrationNames().filter((name) => name > before));
    expect(await migrate(url)).toEqual([]);
    const after = new Sqlite(file);
    expect(after.prepare('SELECT count(response) FROM Answer').pluck().get()).toBe(3);
    expect(after.prepare('SELECT count(*) FROM LabRun').pluck().get()).toBe(2);
    after.close();
  });
});

describe('a migration that cannot be done says in one line why', () => {
  const failure = async (at = url) => {
    const error = await migrate(at).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(MigrationFailure);
    const { message } = error as MigrationFailure;
    expect(message).not.toMatch(/\n/);
    return message;
  };

  it('when another process holds the database', async () => {
    mkdirSync(path.dirname(file), { recursive: true });
    const other = new Sqlite(file);
    other.pragma('journal_mode = WAL');
    other.exec('BEGIN IMMEDIATE');
    const message = await failure();
    other.close();
    expect(message).toBe(
      `The database ${file} is locked by another process. End that process, then try again.`,
    );
  });

  it('when the file is no database, and leaves it as it is', async () => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, 'my diary, not a database. '.repeat(20));
    expect(await failure()).toContain('is not an SQLite database');
    expect(readFileSync(file, 'utf8')).toContain('my diary');
  });

  it('when the path is a folder or goes through a file', async () => {
    mkdirSync(file, { recursive: true });
    expect(await failure()).toContain('cannot be opened');
    writeFileSync(path.join(folder, 'plain'), '');
    expect(await failure(`file:${folder}/plain/x.db`)).toContain('cannot be opened');
  });

  it('when the folder or the file cannot be written', async () => {
    mkdirSync(path.dirname(file), { recursive: true });
    await migrate(`file:${folder}/warm.db`);
    chmodSync(folder, 0o755);
    chmodSync(path.dirname(file), 0o555);
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      expect(await failure(`file:${folder}/other/x.db`)).toContain('cannot be written');
      expect(await failure()).toMatch(/cannot be (opened|written)/);
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(path.dirname(file), 0o755);
    }
  });

  it('on the command line, with exit code 1 and nothing else', () => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, 'not a database. '.repeat(20));
    const run = spawnSync(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', path.join(root, 'prisma/migrate.ts')],
      { cwd: root, env: { ...process.env, DATABASE_URL: url }, encoding: 'utf8' },
    );
    expect([run.status, run.stdout]).toEqual([1, '']);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(existsSync(`${file}-wal`)).toBe(false);
  });
});
