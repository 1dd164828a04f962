import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type Transaction,
} from '@prisma/driver-adapter-utils';
import type { Database } from 'better-sqlite3';

export interface SafeSqliteOptions {
  /** `file:` and a path. */
  readonly url: string;
  /** How long a statement may wait for other statements and other processes, ms. */
  readonly busyMs: number;
  /** False lets SQLite make the file. The site never does: an empty new file in place of a lost one would look like lost progress. */
  readonly fileMustExist: boolean;
}

/** Between two tries to get a lock that another process holds, ms. */
const RETRY_MS = 20;

type OpenAdapter = SqlDriverAdapter & { readonly client: Database };

/**
 * Prisma's SQLite adapter with three faults mended. The stock one shares a connection, so a plain write that comes while somebody's
 * transaction is open joins it and is lost if that rolls back (prisma/orm#29933): here every statement outside a transaction waits until
 * the transaction has ended. A transaction begins with its write lock (`BEGIN IMMEDIATE`), so it never fails half-way because another
 * process wrote. And waiting for another process does not stop the event loop: SQLite's own busy timeout is 0, the wait is ours.
 * A statement that waited longer than `busyMs` fails with `SocketTimeout`; the connection stays good.
 */
export class SafeSqlite implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = 'sqlite';
  readonly adapterName = '@prisma/adapter-better-sqlite3';
  readonly #options: SafeSqliteOptions;
  readonly #stock: PrismaBetterSqlite3;

  constructor(options: SafeSqliteOptions) {
    this.#options = options;
    this.#stock = new PrismaBetterSqlite3({
      url: options.url,
      timeout: 0,
      fileMustExist: options.fileMustExist,
    });
  }

  async connect(): Promise<SqlDriverAdapter> {
    const stock = (await this.#stock.connect()) as OpenAdapter;
    try {
      await patiently(Date.now() + this.#options.busyMs, async () => preparePragmas(stock.client));
    } catch (error) {
      await stock.dispose();
      throw error;
    }
    return new SafeAdapter(stock, this.#options.busyMs);
  }

  connectToShadowDb(): Promise<SqlDriverAdapter> {
    return this.#stock.connectToShadowDb();
  }
}

/**
 * `synchronous = FULL`: what was acknowledged is still there after a power cut, too. `secure_delete`: what was deleted is overwritten,
 * so that it is not in the file either.
 */
function preparePragmas(client: Database): void {
  client.pragma('foreign_keys = ON');
  client.pragma('secure_delete = ON');
  client.pragma('synchronous = FULL');
  if (client.pragma('journal_mode', { simple: true }) !== 'wal') client.pragma('journal_mode = WAL');
}

class SafeAdapter implements SqlDriverAdapter {
  readonly provider = 'sqlite';
  readonly adapterName = '@prisma/adapter-better-sqlite3';
  readonly #stock: OpenAdapter;
  readonly #busyMs: number;
  readonly #queue = new Turnstile();

  constructor(stock: OpenAdapter, busyMs: number) {
    this.#stock = stock;
    this.#busyMs = busyMs;
  }

  queryRaw(query: SqlQuery) {
    return this.#inTurn(() => this.#stock.queryRaw(query));
  }

  executeRaw(query: SqlQuery) {
    return this.#inTurn(() => this.#stock.executeRaw(query));
  }

  executeScript(script: string) {
    return this.#inTurn(() => this.#stock.executeScript(script));
  }

  /** Resolves with the write lock held; whatever happens after that, the turn is given back when the transaction ends. */
  async startTransaction(isolationLevel?: string): Promise<Transaction> {
    if (isolationLevel !== undefined && isolationLevel !== 'SERIALIZABLE') {
      throw new DriverAdapterError({ kind: 'InvalidIsolationLevel', level: isolationLevel });
    }
    const deadline = Date.now() + this.#busyMs;
    const leave = await this.#queue.enter();
    try {
      await patiently(deadline, () => this.#run('BEGIN IMMEDIATE'));
    } catch (error) {
      leave();
      throw error;
    }
    return this.#openTransaction(leave);
  }

  dispose() {
    return this.#stock.dispose();
  }

  #openTransaction(leave: () => void): Transaction {
    // Prisma sends COMMIT or ROLLBACK as a statement before it calls this; what is open then has failed.
    const end = async () => {
      try {
        if (this.#stock.client.inTransaction) await this.#run('ROLLBACK');
      } finally {
        leave();
      }
    };
    return {
      provider: this.provider,
      adapterName: this.adapterName,
      options: { usePhantomQuery: false },
      queryRaw: (query) => this.#stock.queryRaw(query),
      executeRaw: (query) => this.#stock.executeRaw(query),
      commit: end,
      rollback: end,
      createSavepoint: (name) => this.#run(`SAVEPOINT ${name}`),
      rollbackToSavepoint: (name) => this.#run(`ROLLBACK TO ${name}`),
      releaseSavepoint: (name) => this.#run(`RELEASE SAVEPOINT ${name}`),
    };
  }

  async #run(sql: string): Promise<void> {
    await this.#stock.executeRaw({ sql, args: [], argTypes: [] });
  }

  async #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const deadline = Date.now() + this.#busyMs;
    const leave = await this.#queue.enter();
    try {
      return await patiently(deadline, work);
    } finally {
      leave();
    }
  }
}

/** Lets one in at a time, in the order in which they came. */
class Turnstile {
  #last: Promise<void> = Promise.resolve();

  async enter(): Promise<() => void> {
    const before = this.#last;
    let leave = () => {};
    this.#last = new Promise((resolve) => {
      leave = resolve;
    });
    await before;
    return leave;
  }
}

/** Tries again while another process holds the lock, until `deadline` (ms of `Date.now()`). At least one try is made. */
async function patiently<Value>(deadline: number, work: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || Date.now() + RETRY_MS > deadline) throw error;
    }
    await sleep(RETRY_MS);
  }
}

function isBusy(error: unknown): boolean {
  if (error instanceof DriverAdapterError) return error.cause.kind === 'SocketTimeout';
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
