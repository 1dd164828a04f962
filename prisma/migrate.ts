import { existsSync, mkdirSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { databaseBusyMs, databaseFile } from '../lib/server/db';
import { SafeSqlite } from '../lib/server/safe-sqlite';
import { migrationList, wholeSchema, withSchemaEngine } from './engine';

export const migrationsFolder = path.join(import.meta.dirname, 'migrations');

/** A migration that could not be done; `message` is one line for the person at the terminal. The database is as it was before. */
export class MigrationFailure extends Error {
  override readonly name = 'MigrationFailure';
}

export const migrationNames = (folder = migrationsFolder): string[] =>
  readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'migration.sql')))
    .sort();

/**
 * Brings the database at `url` (`file:…`) to the newest schema; makes the file and its folder if they are missing. Returns the names
 * of the migrations that were applied now, none if it was up to date. Throws `MigrationFailure`.
 */
export async function migrate(url?: string, folder = migrationsFolder): Promise<readonly string[]> {
  const file = databaseFile(url);
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const factory = new SafeSqlite({ url: `file:${file}`, busyMs: databaseBusyMs(), fileMustExist: false });
    const migrationsList = migrationList(folder, migrationNames(folder));
    const interrupted = await interruptedMigrations(factory);
    const output = await withSchemaEngine(factory, async (engine) => {
      for (const migrationName of interrupted) await engine.markMigrationRolledBack({ migrationName });
      return engine.applyMigrations({ migrationsList, filters: wholeSchema });
    });
    return output.appliedMigrationNames;
  } catch (error) {
    throw new MigrationFailure(`The database ${file} ${reasonOf(error)}`, { cause: error });
  }
}

/**
 * Migrations that were begun and not done: the machine stopped, or the disk was full. Each is one transaction, so nothing of it is
 * there, and it can be done again; the engine would refuse for good.
 */
async function interruptedMigrations(factory: SafeSqlite): Promise<readonly string[]> {
  const adapter = await factory.connect();
  try {
    const ask = async (sql: string) => (await adapter.queryRaw({ sql, args: [], argTypes: [] })).rows;
    const known = await ask("SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'");
    if (known.length === 0) return [];
    const rows = await ask(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL',
    );
    return rows.map(([name]) => String(name));
  } finally {
    await adapter.dispose();
  }
}

/** Ends the sentence "The database FILE …". */
function reasonOf(error: unknown): string {
  const told = everythingToldBy(error);
  const known = faults.find(([pattern]) => pattern.test(told));
  return known ? known[1] : `could not be migrated: ${told.replace(/\s+/g, ' ').slice(0, 300)}`;
}

const faults: readonly (readonly [RegExp, string])[] = [
  [
    /SQLITE_BUSY|SocketTimeout|database is locked|P1008/,
    'is locked by another process. End that process, then try again.',
  ],
  [
    /SQLITE_NOTADB|not a database|SQLITE_CORRUPT|malformed/,
    'is not an SQLite database. Move the file away or name another one in DATABASE_URL.',
  ],
  [/SQLITE_FULL|ENOSPC|disk is full/, 'cannot grow: the disk is full. Make room, then try again.'],
  [
    /SQLITE_READONLY|EROFS|readonly|read-only|EACCES|EPERM/,
    'cannot be written. Make the file and its folder writable, or name another one in DATABASE_URL.',
  ],
  [
    /SQLITE_CANTOPEN|unable to open|EISDIR|ENOTDIR|EEXIST|directory does not exist/,
    'cannot be opened. Check that DATABASE_URL names a file in a folder that can be written.',
  ],
];

/** The words of an error and of all that caused it. The engine's errors are plain objects with their fields. */
function everythingToldBy(error: unknown, depth = 0): string {
  if (typeof error !== 'object' || error === null || depth > 4) return String(error);
  const { code, kind, message, cause, originalMessage, originalCode } = error as Record<string, unknown>;
  const own = [code, kind, message, originalCode, originalMessage].filter((part) => typeof part === 'string');
  return [...own, ...(cause ? [everythingToldBy(cause, depth + 1)] : [])].join(' ');
}

async function main(): Promise<void> {
  const applied = await migrate();
  process.stdout.write(
    applied.length > 0 ? `Migrated: ${applied.join(', ')}\n` : 'The database is up to date.\n',
  );
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
