import 'server-only';
import { database, rowsOf, type Transaction } from './db';
import { heldTables, type Person } from './privacy-registry';

/** The person behind a learner; undefined for one that is gone. */
export async function personOf(db: Transaction, learnerId: string): Promise<Person | undefined> {
  const learner = await db.learner.findUnique({
    where: { id: learnerId },
    select: { user: { select: { id: true, email: true } } },
  });
  return learner ? { learnerId, user: learner.user ?? undefined } : undefined;
}

/**
 * Deletes everything of a learner: progress, account, classes, in one transaction. What was answered at the same moment is either gone with
 * the rest or refused; a learner never comes back. Again: nothing happens.
 */
export async function eraseLearner(learnerId: string): Promise<void> {
  await database().$transaction(async (tx) => {
    const person = await personOf(tx, learnerId);
    if (!person) return;
    for (const { table, entry } of heldTables) {
      if (entry.is === 'personal' && entry.erased === 'by-condition')
        await rowsOf(tx, table).deleteMany({ where: entry.of(person) });
    }
    await tx.learner.delete({ where: { id: learnerId } });
  });
  await overwriteFiles();
}

/**
 * What was deleted still stands in the log of what is to be written, and in the file beneath it, until the log is written through: that is
 * done now. Where others read at this moment it waits for the next time, for deleted it is all the same.
 */
async function overwriteFiles(): Promise<void> {
  await database()
    .$queryRawUnsafe('PRAGMA wal_checkpoint(TRUNCATE)')
    .catch(() => undefined);
}
