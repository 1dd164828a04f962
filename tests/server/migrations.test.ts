import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

  it('are applied once: a second run finds nothing to do and changes nothing', async () => {
    expect(await migrate(url)).toEqual(migrationNames());
    const db = new Sqlite(file);
    db.exec("INSERT INTO Learner VALUES ('kept', '2026-11-24T00:00:00.000+00:00')");
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
