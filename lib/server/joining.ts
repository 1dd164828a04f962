import 'server-only';
import { randomUUID } from 'node:crypto';
import type { DoneHere, JoinedClass } from '@/lib/class/public';
import { tidyName } from './classes';
import { now as clock } from './clock';
import { database, type Transaction } from './db';
import { codeHash, codeTyped, stateOf } from './join-codes';
import { mergeLearners } from './merge';
import { newPhrase, phraseHash } from './recovery';
import { Refusal } from './refusal';

const LONGEST_NICKNAME = 30;

/** The name of the class that a code leads to now, to be shown before joining. Refuses (`unknown-code`) any other. */
export async function classOfCode(typed: string, now = clock()): Promise<{ readonly name: string }> {
  const { classroom } = await openCode(database(), typed, now);
  return { name: classroom.name };
}

/** Refuses what `joinClass` would refuse, before there is a learner for it. */
export async function checkJoin(
  learnerId: string | undefined,
  typed: string,
  nickname: string,
  now = clock(),
): Promise<void> {
  const { classroom } = await openCode(database(), typed, now);
  const place = { classroomId: classroom.id, learnerId: learnerId ?? '' };
  if (await database().enrollment.findFirst({ where: place })) return;
  await freeNickname(database(), classroom.id, nickname);
}

/**
 * Joins a learner into the class of the code under a nickname; an anonymous one is of kind `class` from then on. Who is in already stays
 * as they are and uses nothing up; who has an account comes back by that and is given no words. Refuses `unknown-code` (also for one that is over, revoked or used up: nothing tells them apart),
 * `bad-name`, and `nickname-taken`, whatever its case.
 */
export async function joinClass(
  learnerId: string,
  typed: string,
  nickname: string,
  now = clock(),
): Promise<JoinedClass> {
  return database().$transaction(async (tx) => {
    const { id, classroom } = await openCode(tx, typed, now);
    const there = await tx.enrollment.findFirst({ where: { classroomId: classroom.id, learnerId } });
    const told = { classroom: classroom.id, className: classroom.name };
    if (there) return { ...told, nickname: there.nickname };
    const name = await freeNickname(tx, classroom.id, nickname);
    const enrollmentId = randomUUID();
    const place = { id: enrollmentId, classroomId: classroom.id, learnerId, nickname: name, createdAt: now };
    await tx.enrollment.create({ data: place });
    await tx.joinCode.update({ where: { id }, data: { uses: { increment: 1 } } });
    await tx.learner.updateMany({ where: { id: learnerId, kind: 'anonymous' }, data: { kind: 'class' } });
    const { kind } = await tx.learner.findUniqueOrThrow({ where: { id: learnerId }, select: { kind: true } });
    if (kind === 'account') return { ...told, nickname: name };
    const words = newPhrase();
    await tx.recoveryWords.create({ data: { hash: phraseHash(words) ?? '', enrollmentId, createdAt: now } });
    return { ...told, nickname: name, words };
  });
}

/** The learner whom four words belong to. Undefined for any others. */
export async function learnerOfWords(typed: string): Promise<string | undefined> {
  const hash = phraseHash(typed);
  if (hash === undefined) return undefined;
  const found = await database().recoveryWords.findUnique({
    where: { hash },
    select: { enrollment: { select: { learnerId: true } } },
  });
  return found?.enrollment.learnerId;
}

/** Who somebody is from now on, and whether the browser was somebody else's until now; or what they have to say first. */
export type Back = { readonly learner: string; readonly wasOther: boolean } | { readonly asks: DoneHere };

/**
 * Somebody at a browser of the learner `current` types four words. What an anonymous browser did before may become theirs: `takesAlong`
 * says whether, and undefined asks if there is anything. A browser that belongs to somebody by a class gives nothing: on a shared machine
 * that is another person. Refuses `unknown-words`; `signed-in` where an
 * account would hide who came back, and `words-of-account`: an account is come back to by its password alone.
 */
export async function comeBack(
  current: string | undefined,
  typed: string,
  takesAlong?: boolean,
): Promise<Back> {
  const learner = await learnerOfWords(typed);
  if (learner === undefined) throw new Refusal('unknown-words');
  if (current === learner) return { learner, wasOther: false };
  const kindOf = async (id: string) =>
    (await database().learner.findUnique({ where: { id }, select: { kind: true } }))?.kind;
  const kind = current === undefined ? undefined : await kindOf(current);
  if (kind === 'account') throw new Refusal('signed-in');
  if ((await kindOf(learner)) === 'account') throw new Refusal('words-of-account');
  if (current === undefined) return { learner, wasOther: false };
  if (kind !== 'anonymous' || takesAlong === false) return { learner, wasOther: true };
  const done = await doneBy(current);
  if (done.answers + done.sections + done.labs === 0) return { learner, wasOther: false };
  if (takesAlong === undefined) return { asks: done };
  return { learner: await mergeLearners(current, learner, 'recovery'), wasOther: false };
}

async function doneBy(learnerId: string): Promise<DoneHere> {
  const db = database();
  const [answers, sections, labs] = await Promise.all([
    db.answer.count({ where: { attempt: { learnerId } } }),
    db.sectionRead.count({ where: { learnerId } }),
    db.labRun.count({ where: { learnerId } }),
  ]);
  return { answers, sections, labs };
}

/** Asks the database for what can be no code too: the answer to it takes as long. */
async function openCode(db: Transaction, typed: string, now: Date) {
  const found = await db.joinCode.findUnique({
    where: { hash: codeHash(codeTyped(typed) ?? typed) },
    include: { classroom: true },
  });
  if (found === null || stateOf(found, now) !== 'open') throw new Refusal('unknown-code');
  return found;
}

async function freeNickname(tx: Transaction, classroomId: string, nickname: string): Promise<string> {
  const name = tidyName(nickname, LONGEST_NICKNAME);
  if (name === undefined) throw new Refusal('bad-name');
  const taken = await tx.enrollment.findMany({ where: { classroomId }, select: { nickname: true } });
  if (taken.some((one) => alike(one.nickname) === alike(name))) throw new Refusal('nickname-taken');
  return name;
}

/** Two names that look the same to a reader. */
const alike = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\u200c\u200d]/g, '')
    .toLowerCase();
