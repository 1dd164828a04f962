import 'server-only';
import { type ReplayRatings, ratingsThatCount } from '@/lib/review/replay';
import type { Transaction } from './db';

export const earlier = (one: Date, other: Date): Date => new Date(Math.min(Number(one), Number(other)));

/**
 * Attempts keep their ids, seeds and answers. Where both have some of a lesson they are numbered anew by when they were begun, so the
 * one that was begun last is the open one.
 */
export async function mergeAttempts(tx: Transaction, from: string, to: string): Promise<void> {
  const all = await tx.attempt.findMany({
    where: { learnerId: { in: [from, to] } },
    orderBy: [{ createdAt: 'asc' }, { number: 'asc' }, { id: 'asc' }],
    select: { id: true, learnerId: true, lesson: true },
  });
  for (const lesson of new Set(all.map((attempt) => attempt.lesson))) {
    const inOrder = all.filter((attempt) => attempt.lesson === lesson);
    if (new Set(inOrder.map(({ learnerId }) => learnerId)).size < 2) continue;
    // Below zero first: no two may have one number on the way.
    for (const [at, { id }] of inOrder.entries())
      await tx.attempt.update({ where: { id }, data: { learnerId: to, number: -1 - at } });
    for (const [at, { id }] of inOrder.entries())
      await tx.attempt.update({ where: { id }, data: { number: at + 1 } });
  }
  await tx.attempt.updateMany({ where: { learnerId: from }, data: { learnerId: to } });
}

/** A section that both have read was read when the first of them did. */
export async function mergeSections(tx: Transaction, from: string, to: string): Promise<void> {
  const all = await tx.sectionRead.findMany({
    where: { learnerId: { in: [from, to] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const seen = new Set<string>();
  const again = all.filter(({ lesson, section }) => {
    const place = JSON.stringify([lesson, section]);
    return seen.has(place) || !seen.add(place);
  });
  await tx.sectionRead.deleteMany({ where: { id: { in: again.map(({ id }) => id) } } });
  await tx.sectionRead.updateMany({ where: { learnerId: from }, data: { learnerId: to } });
}

/** Two cards of a concept become one with the ratings of both, and its memory is made anew from them. */
export async function mergeCards(
  tx: Transaction,
  from: string,
  to: string,
  replay: ReplayRatings,
): Promise<void> {
  const [theirs, own] = [
    await tx.reviewCard.findMany({ where: { learnerId: from } }),
    await tx.reviewCard.findMany({ where: { learnerId: to } }),
  ];
  for (const card of theirs) {
    const kept = own.find(({ concept }) => concept === card.concept);
    if (!kept) continue;
    await tx.reviewLog.updateMany({ where: { cardId: card.id }, data: { cardId: kept.id } });
    const ratings = ratingsThatCount(await tx.reviewLog.findMany({ where: { cardId: kept.id } }));
    const createdAt = earlier(card.createdAt, kept.createdAt);
    const memory = ratings.length > 0 ? replay(ratings, card.concept) : {};
    await tx.reviewCard.update({ where: { id: kept.id }, data: { ...memory, createdAt } });
    await tx.reviewCard.delete({ where: { id: card.id } });
  }
  await tx.reviewCard.updateMany({ where: { learnerId: from }, data: { learnerId: to } });
}

/**
 * Two places in one class become the one that was taken first, with its nickname, the stronger role and the words of both: whoever
 * wrote down four words still comes back with them.
 */
export async function mergeEnrollments(tx: Transaction, from: string, to: string): Promise<void> {
  const all = await tx.enrollment.findMany({
    where: { learnerId: { in: [from, to] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const first = new Map<string, (typeof all)[number]>();
  for (const enrollment of all) {
    const kept = first.get(enrollment.classroomId);
    if (!kept) {
      first.set(enrollment.classroomId, enrollment);
      continue;
    }
    const words = { where: { enrollmentId: enrollment.id }, data: { enrollmentId: kept.id } };
    await tx.recoveryWords.updateMany(words);
    await tx.enrollment.delete({ where: { id: enrollment.id } });
    const isInstructor = [kept.role, enrollment.role].includes('instructor');
    const role = isInstructor ? 'instructor' : 'learner';
    await tx.enrollment.update({ where: { id: kept.id }, data: { role } });
  }
  await tx.enrollment.updateMany({ where: { learnerId: from }, data: { learnerId: to } });
}
