import 'server-only';
import { statSync } from 'node:fs';
import path from 'node:path';
import { Prisma, PrismaClient } from '@/prisma/generated/client';
import { SafeSqlite } from './safe-sqlite';

const DEFAULT_URL = 'file:./data/podium.db';
const DEFAULT_BUSY_MS = 5_000;

interface OpenDatabase {
  readonly file: string;
  readonly fileId: string;
  readonly client: PrismaClient;
}

/** Next's dev server loads modules anew on each change; the connection stays. */
const holder = globalThis as typeof globalThis & { podiumDatabase?: OpenDatabase | undefined };

/** Absolute path of the SQLite file that DATABASE_URL (`file:` and a path, default `file:./data/podium.db`) names. */
export function databaseFile(url = process.env.DATABASE_URL || DEFAULT_URL): string {
  if (!url.startsWith('file:'))
    throw new Error(`DATABASE_URL must begin with "file:", it begins with "${url.slice(0, 5)}"`);
  return path.resolve(
    /* turbopackIgnore: true */ process.cwd(),
    url.slice('file:'.length).split('?')[0] ?? '',
  );
}

/** How long a statement waits for others, ms: PODIUM_DB_BUSY_MS, default 5 s. */
export function databaseBusyMs(): number {
  const given = Number(process.env.PODIUM_DB_BUSY_MS);
  return Number.isInteger(given) && given > 0 ? given : DEFAULT_BUSY_MS;
}

/**
 * The one client of this process. Opened at the first call and again when the file was replaced under it: a deleted file stays open
 * on Unix, and what is written there is lost. Throws the `ENOENT` of a missing file; the next call tries anew.
 */
export function database(): PrismaClient {
  const file = databaseFile();
  const stat = statSync(file);
  const fileId = `${stat.dev}:${stat.ino}`;
  const open = holder.podiumDatabase;
  if (open?.file === file && open.fileId === fileId) return open.client;
  if (open) void open.client.$disconnect().catch(() => {});
  const busyMs = databaseBusyMs();
  const client = new PrismaClient({
    adapter: new SafeSqlite({ url: `file:${file}`, busyMs, fileMustExist: true }),
    // Longer than the adapter's own wait, so that the fault is told by the one who knows it.
    transactionOptions: { maxWait: busyMs * 2 + 1_000, timeout: busyMs * 2 + 5_000 },
  });
  holder.podiumDatabase = { file, fileId, client };
  return client;
}

/** Ends the connection; the next `database()` opens it again. */
export async function closeDatabase(): Promise<void> {
  const open = holder.podiumDatabase;
  holder.podiumDatabase = undefined;
  await open?.client.$disconnect();
}

/** A row like this one is there already: a unique index said so. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';

/** The row that this one belongs to is not there (any more): a foreign key said so. */
export const isOrphan = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2003';

/** What a transaction may do: all that the client can, but to begin another one. */
export type Transaction = Prisma.TransactionClient;

/** The name of a model of prisma/schema.prisma. */
export type ModelName = Prisma.ModelName;

/** What can be asked of every model alike. */
export interface Rows {
  findMany(query: { where: object; orderBy?: object }): Promise<Record<string, unknown>[]>;
  deleteMany(query: { where: object }): Promise<{ count: number }>;
}

/** The rows of the model of this name. */
export const rowsOf = (db: Transaction, model: ModelName): Rows =>
  db[(model.charAt(0).toLowerCase() + model.slice(1)) as keyof Transaction] as unknown as Rows;

/** Prisma's code for an error of the database underneath; undefined for a query that is itself wrong, and for other errors. */
export function storageErrorCode(error: unknown): string | undefined {
  if (error instanceof Prisma.PrismaClientKnownRequestError) return error.code;
  if (error instanceof Prisma.PrismaClientUnknownRequestError) return 'unknown request error';
  if (error instanceof Prisma.PrismaClientInitializationError) return error.errorCode ?? 'no connection';
  return undefined;
}
