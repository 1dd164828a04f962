import 'server-only';
import { randomUUID } from 'node:crypto';
import { database } from './db';
import { Refusal } from './refusal';
import { classToChange, classToRead } from './rights';

const LONGEST_NAME = 80;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** But the two joiners that scripts and emoji are written with. */
const INVISIBLE = /[^\P{Cf}\u200c\u200d]/gu;

export interface ClassSummary {
  readonly id: string;
  readonly name: string;
  readonly learners: number;
}

/** A learner as the instructor of a class knows them. `id` is the place in the class, not the learner's own. */
export interface ClassLearner {
  readonly id: string;
  readonly nickname: string;
  readonly joinedAt: Date;
  readonly lastSeenAt: Date | null;
}

/** A name as it is shown: no spaces around, one between words, no marks that turn or hide text. Undefined if nothing to be seen is left or it is too long. */
export function tidyName(name: string, longest = LONGEST_NAME): string | undefined {
  const tidy = name
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(INVISIBLE, '')
    .trim();
  return !VISIBLE.test(tidy) || [...tidy].length > longest ? undefined : tidy;
}

/** A new class of a learner with an account. Refuses others (`account-needed`) and a name that is none (`bad-name`). */
export async function createClassroom(owner: string | undefined, name: string): Promise<ClassSummary> {
  const tidy = tidyName(name);
  if (tidy === undefined) throw new Refusal('bad-name');
  const data = { id: randomUUID(), name: tidy };
  await database().$transaction(async (tx) => {
    const learner = owner === undefined ? null : await tx.learner.findUnique({ where: { id: owner } });
    if (learner?.kind !== 'account') throw new Refusal('account-needed');
    await tx.classroom.create({ data: { ...data, ownerId: learner.id } });
  });
  return { ...data, learners: 0 };
}

/** The classes that `viewer` may read, by name. Empty for somebody unknown. */
export async function classesOf(viewer: string | undefined): Promise<readonly ClassSummary[]> {
  if (viewer === undefined) return [];
  const found = await database().classroom.findMany({
    where: {
      OR: [{ ownerId: viewer }, { enrollments: { some: { learnerId: viewer, role: 'instructor' } } }],
    },
    select: { id: true, name: true, enrollments: { where: { role: 'learner' }, select: { id: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return found.map(({ id, name, enrollments }) => ({ id, name, learners: enrollments.length }));
}

/** The learners of a class, by when they joined. */
export async function classLearners(
  viewer: string | undefined,
  classroom: string,
): Promise<readonly ClassLearner[]> {
  const { enrollments } = await classToRead(viewer, classroom);
  const learners = enrollments.filter(({ role }) => role === 'learner');
  const seen = await database().learner.findMany({
    where: { id: { in: learners.map(({ learnerId }) => learnerId) } },
    select: { id: true, lastSeenAt: true },
  });
  const lastSeen = new Map(seen.map(({ id, lastSeenAt }) => [id, lastSeenAt]));
  return learners.map(({ id, nickname, createdAt, learnerId }) => ({
    id,
    nickname,
    joinedAt: createdAt,
    lastSeenAt: lastSeen.get(learnerId) ?? null,
  }));
}

/** Takes a learner out of a class, words and all; what they did stays theirs. Again: nothing happens. */
export async function removeLearner(
  viewer: string | undefined,
  classroom: string,
  enrollment: string,
): Promise<void> {
  await classToChange(viewer, classroom);
  await database().enrollment.deleteMany({ where: { id: enrollment, classroomId: classroom } });
}
