import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SafeSqlite } from '@/lib/server/safe-sqlite';

const sql = (text: string) => ({ sql: text, args: [], argTypes: [] });

let folder: string;
let file: string;
const opened: SqlDriverAdapter[] = [];

async function open(busyMs = 2_000): Promise<SqlDriverAdapter> {
  const adapter = await new SafeSqlite({ url: `file:${file}`, busyMs, fileMustExist: false }).connect();
  opened.push(adapter);
  return adapter;
}

const namesIn = async (adapter: SqlDriverAdapter) =>
  (await adapter.queryRaw(sql('SELECT name FROM pods ORDER BY name'))).rows.flat();
const add = (adapter: Pick<SqlDriverAdapter, 'executeRaw'>, name: string) =>
  adapter.executeRaw(sql(`INSERT INTO pods VALUES ('${name}')`));

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'podium-sqlite-'));
  file = path.join(folder, 'test.db');
  await (await open()).executeScript('CREATE TABLE pods (name TEXT PRIMARY KEY)');
});

afterEach(async () => {
  for (const adapter of opened.splice(0)) await adapter.dispose();
  rmSync(folder, { recursive: true, force: true });
});

describe('a connection', () => {
  it('writes ahead, keeps foreign keys and syncs each commit', async () => {
    const adapter = await open();
    const pragma = async (name: string) => (await adapter.queryRaw(sql(`PRAGMA ${name}`))).rows[0]?.[0];
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('foreign_keys')).toBe(1);
    expect(await pragma('synchronous')).toBe(2);
  });

  it('is refused for a file that must exist and does not, and makes none', async () => {
    const missing = new SafeSqlite({ url: `file:${file}.none`, busyMs: 100, fileMustExist: true });
    await expect(missing.connect()).rejects.toThrow();
    expect(() => new Sqlite(`${file}.none`, { fileMustExist: true })).toThrow();
  });
});

describe('a write beside an open transaction', () => {
  it('waits for it, and is kept when that rolls back', async () => {
    const adapter = await open();
    const transaction = await adapter.startTransaction();
    await add(transaction, 'lost');
    const write = add(adapter, 'kept');
    await transaction.executeRaw(sql('ROLLBACK'));
    await transaction.rollback();
    await write;
    expect(await namesIn(adapter)).toEqual(['kept']);
  });

  it('does not see what is not committed', async () => {
    const adapter = await open();
    const transaction = await adapter.startTransaction();
    await add(transaction, 'soon');
    const seen = namesIn(adapter);
    await transaction.executeRaw(sql('COMMIT'));
    await transaction.commit();
    expect(await seen).toEqual(['soon']);
  });

  it('goes on after a transaction that ended without COMMIT, which is rolled back', async () => {
    const adapter = await open();
    const transaction = await adapter.startTransaction();
    await add(transaction, 'half');
    await transaction.commit();
    await add(adapter, 'next');
    expect(await namesIn(adapter)).toEqual(['next']);
  });
});

describe('two connections', () => {
  it('that read and then write in transactions lose no update', async () => {
    const both = await Promise.all([open(10_000), open(10_000)]);
    await both[0].executeScript('CREATE TABLE counter (n INTEGER); INSERT INTO counter VALUES (0)');
    const add = async (adapter: SqlDriverAdapter) => {
      const transaction = await adapter.startTransaction();
      const n = Number((await transaction.queryRaw(sql('SELECT n FROM counter'))).rows[0]?.[0]);
      await transaction.executeRaw(sql(`UPDATE counter SET n = ${n + 1}`));
      await transaction.executeRaw(sql('COMMIT'));
      await transaction.commit();
    };
    await Promise.all(Array.from({ length: 60 }, (_, at) => add(both[at % 2] as SqlDriverAdapter)));
    expect((await both[0].queryRaw(sql('SELECT n FROM counter'))).rows).toEqual([[60]]);
  });
});

describe('a lock that another process holds', () => {
  let other: Sqlite.Database;
  beforeEach(() => {
    other = new Sqlite(file);
    other.exec('BEGIN IMMEDIATE');
  });
  afterEach(() => {
    other.close();
  });

  it('fails a statement and a transaction after busyMs, and leaves the connection good', async () => {
    const adapter = await open(80);
    const start = Date.now();
    await expect(add(adapter, 'a')).rejects.toMatchObject({ cause: { kind: 'SocketTimeout' } });
    expect(Date.now() - start).toBeGreaterThan(40);
    await expect(adapter.startTransaction()).rejects.toMatchObject({ cause: { kind: 'SocketTimeout' } });
    other.exec('ROLLBACK');
    const transaction = await adapter.startTransaction();
    await add(transaction, 'b');
    await transaction.executeRaw(sql('COMMIT'));
    await transaction.commit();
    expect(await namesIn(adapter)).toEqual(['b']);
  });

  it('does not stop the event loop while a statement waits', async () => {
    const adapter = await open(10_000);
    const write = add(adapter, 'patient');
    let turns = 0;
    while (turns < 5) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      turns += 1;
    }
    other.exec('ROLLBACK');
    await write;
    expect(await namesIn(adapter)).toEqual(['patient']);
  });
});
