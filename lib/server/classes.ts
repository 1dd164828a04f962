import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ClassLearnerView, ClassList, ClassSummary, ClassView, MyPlace } from '@/lib/class/public';
import { now } from './clock';
import { database } from './db';
import { joinCodes } from './join-codes';
import { Refusal } from './refusal';
import { classToChange, classToRead, mayChange } from './rights';

const LONGEST_NAME = 80;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** But the two joiners that scripts and emoji are written with. */
const INVISIBLE = /[^\P{Cf}\u200c\u200d]/gu;

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
  const data = { id: randomUUID(), name: tidy, createdAt: now() };
  await database().$transaction(async (tx) => {
    const learner = owner === undefined ? null : await tx.learner.findUnique({ where: { id: owner } });
    if (learner?.kind !== 'account') throw new Refusal('account-needed');
    await tx.classroom.create({ data: { ...data, ownerId: learner.id } });
  });
  return { id: data.id, name: tidy, learners: 0, isOwner: true };
}

/** The classes that `viewer` may read, by name, and those that they are a learner of. Empty for somebody unknown. */
export async function classesOf(viewer: string | undefined): Promise<ClassList> {
  if (viewer === undefined) return { mayMake: false, classes: [], places: [] };
  const db = database();
  const [learner, found] = await Promise.all([
    db.learner.findUnique({ where: { id: viewer }, select: { kind: true } }),
    db.classroom.findMany({
      where: {
        OR: [{ ownerId: viewer }, { enrollments: { some: { learnerId: viewer, role: 'instructor' } } }],
      },
      select: {
        id: true,
        name: true,
        ownerId: true,
        enrollments: { where: { role: 'learner' }, select: { id: true } },
      },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
  ]);
  const classes = found.map(({ id, name, ownerId, enrollments }) => ({
    ...{ id, name, learners: enrollments.length },
    isOwner: mayChange(viewer, { ownerId }),
  }));
  return { mayMake: learner?.kind === 'account', classes, places: await placesOf(viewer) };
}

/** The classes that somebody is a learner of, by when they joined. */
export async function placesOf(learnerId: string): Promise<readonly MyPlace[]> {
  const places = await database().enrollment.findMany({
    where: { learnerId, role: 'learner' },
    include: { classroom: { select: { name: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return places.map(({ classroomId, nickname, createdAt, classroom }) => ({
    ...{ classroom: classroomId, className: classroom.name, nickname },
    joinedAtMs: Number(createdAt),
  }));
}

/** A class with its learners, by when they joined, and its codes. */
export async function classView(viewer: string | undefined, classroom: string): Promise<ClassView> {
  const found = await classToRead(viewer, classroom);
  const [learners, codes] = [await classLearners(viewer, classroom), await joinCodes(viewer, classroom)];
  return { id: found.id, name: found.name, isOwner: mayChange(viewer, found), learners, codes };
}

/** The learners of a class, by when they joined. */
export async function classLearners(
  viewer: string | undefined,
  classroom: string,
): Promise<readonly ClassLearnerView[]> {
  const { enrollments } = await classToRead(viewer, classroom);
  const learners = enrollments.filter(({ role }) => role === 'learner');
  const seen = await database().learner.findMany({
    where: { id: { in: learners.map(({ learnerId }) => learnerId) } },
    select: { id: true, lastSeenAt: true },
  });
  const lastSeen = new Map(seen.map(({ id, lastSeenAt }) => [id, lastSeenAt]));
  return learners.map(({ id, nickname, createdAt, learnerId }) => {
    const at = lastSeen.get(learnerId);
    return { id, nickname, joinedAtMs: Number(createdAt), lastSeenAtMs: at ? Number(at) : null };
  });
}

/** Another name for a class. Refuses one that is none (`bad-name`). */
export async function renameClassroom(
  viewer: string | undefined,
  classroom: string,
  name: string,
): Promise<void> {
  await classToChange(viewer, classroom);
  const tidy = tidyName(name);
  if (tidy === undefined) throw new Refusal('bad-name');
  await database().classroom.update({ where: { id: classroom }, data: { name: tidy } });
}

/** Ends a class with its codes, places and words. What its learners did stays theirs. */
export async function deleteClassroom(viewer: string | undefined, classroom: string): Promise<void> {
  await classToChange(viewer, classroom);
  await database().classroom.deleteMany({ where: { id: classroom } });
}

/** Somebody leaves a class by themselves; what they did stays theirs. Who is not in it is told the same. */
export async function leaveClass(viewer: string | undefined, classroom: string): Promise<void> {
  if (viewer === undefined) return;
  await database().enrollment.deleteMany({
    where: { classroomId: classroom, learnerId: viewer, role: 'learner' },
  });
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
