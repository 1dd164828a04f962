import 'server-only';
import { type ReplayRatings, replayRatings } from '@/lib/review/replay';
import { database, type Transaction } from './db';
import { earlier, mergeAttempts, mergeCards, mergeEnrollments, mergeSections } from './merge-rows';
import { Refusal } from './refusal';

/** `sign-in`: what was done before it, or on another device. `recovery`: the same, by the words of a class. */
export type MergeReason = 'sign-in' | 'recovery';

/** Weakest first. */
const kinds = ['anonymous', 'class', 'account'];

/**
 * Two learners are one person: all that `from` has done becomes `to`'s, in one transaction, and `from` is gone. Nothing is lost and nothing
 * counts twice (merge-rows.ts says how, table by table). Cookies of `from` lead to `to` afterwards, but into no account (learner.ts).
 * Learners that were merged before are followed, so doing it again, or after half a merge that was rolled back, ends the same. Resolves with the id of the one learner.
 * Refuses (`learner-gone`) when `to` was deleted; a `from` that was deleted has nothing to give. Two accounts are never one: throws.
 */
export async function mergeLearners(
  from: string,
  to: string,
  reason: MergeReason,
  replay: ReplayRatings = replayRatings,
): Promise<string> {
  return database().$transaction(async (tx) => {
    const [source, target] = [await living(tx, from), await living(tx, to)];
    if (!target) throw new Refusal('learner-gone');
    if (!source || source.id === target.id) return target.id;
    if (source.user && target.user)
      throw new Error(`the learners ${source.id} and ${target.id} have an account each: they are two people`);
    await moveRows(tx, source.id, target.id, replay);
    await tx.learnerMerge.updateMany({ where: { toId: source.id }, data: { toId: target.id } });
    await tx.learnerMerge.create({ data: { fromId: source.id, toId: target.id, reason } });
    await tx.learner.update({ where: { id: target.id }, data: together(source, target) });
    await tx.learner.delete({ where: { id: source.id } });
    return target.id;
  });
}

async function living(tx: Transaction, id: string) {
  const find = (one: string) => tx.learner.findUnique({ where: { id: one }, include: { user: true } });
  const learner = await find(id);
  if (learner) return learner;
  const merge = await tx.learnerMerge.findUnique({ where: { fromId: id } });
  return merge ? find(merge.toId) : null;
}

async function moveRows(tx: Transaction, from: string, to: string, replay: ReplayRatings): Promise<void> {
  await mergeAttempts(tx, from, to);
  await mergeSections(tx, from, to);
  await mergeCards(tx, from, to, replay);
  await mergeEnrollments(tx, from, to);
  await tx.labRun.updateMany({ where: { learnerId: from }, data: { learnerId: to } });
  await tx.classroom.updateMany({ where: { ownerId: from }, data: { ownerId: to } });
  await tx.user.updateMany({ where: { learnerId: from }, data: { learnerId: to } });
}

interface Person {
  readonly kind: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date | null;
  readonly locale: string | null;
}

/** The stronger kind, the earlier beginning, the later visit with its language. */
function together(source: Person, target: Person): Person {
  const seen = [target, source].filter(({ lastSeenAt }) => lastSeenAt !== null);
  const last = seen.reduce<Person | undefined>(
    (latest, one) => (latest && Number(latest.lastSeenAt) >= Number(one.lastSeenAt) ? latest : one),
    undefined,
  );
  return {
    kind: kinds.indexOf(source.kind) > kinds.indexOf(target.kind) ? source.kind : target.kind,
    createdAt: earlier(source.createdAt, target.createdAt),
    lastSeenAt: last?.lastSeenAt ?? null,
    locale: last?.locale ?? target.locale ?? source.locale,
  };
}
