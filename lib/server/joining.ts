import 'server-only';
import { randomUUID } from 'node:crypto';
import { tidyName } from './classes';
import { database, type Transaction } from './db';
import { codeHash, codeTyped } from './join-codes';
import { mergeLearners } from './merge';
import type { ReplayRatings } from './merge-rows';
import { newPhrase, phraseHash } from './recovery';
import { Refusal } from './refusal';

const LONGEST_NICKNAME = 30;

/** What a learner is told who has joined. */
export interface Joined {
  readonly classroom: string;
  readonly className: string;
  readonly nickname: string;
  /** Four words to come back with; shown this once, and only to who joins now. */
  readonly words?: string;
}

/** The name of the class that a code leads to now, to be shown before joining. Refuses (`unknown-code`) any other. */
export async function classOfCode(typed: string, now = new Date()): Promise<{ readonly name: string }> {
  const { classroom } = await openCode(database(), typed, now);
  return { name: classroom.name };
}

/**
 * Joins a learner into the class of the code under a nickname; an anonymous one is of kind `class` from then on. Who is in already stays
 * as they are and uses nothing up. Refuses `unknown-code` (also for one that is over, revoked or used up: nothing tells them apart),
 * `bad-name`, and `nickname-taken`, whatever its case.
 */
export async function joinClass(
  learnerId: string,
  typed: string,
  nickname: string,
  now = new Date(),
): Promise<Joined> {
  return database().$transaction(async (tx) => {
    const { id, classroom } = await openCode(tx, typed, now);
    const there = await tx.enrollment.findFirst({ where: { classroomId: classroom.id, learnerId } });
    const told = { classroom: classroom.id, className: classroom.name };
    if (there) return { ...told, nickname: there.nickname };
    const name = await freeNickname(tx, classroom.id, nickname);
    const words = newPhrase();
    const enrollmentId = randomUUID();
    const place = { id: enrollmentId, classroomId: classroom.id, learnerId, nickname: name, createdAt: now };
    await tx.enrollment.create({ data: place });
    await tx.recoveryWords.create({ data: { hash: phraseHash(words) ?? '', enrollmentId, createdAt: now } });
    await tx.joinCode.update({ where: { id }, data: { uses: { increment: 1 } } });
    await tx.learner.updateMany({ where: { id: learnerId, kind: 'anonymous' }, data: { kind: 'class' } });
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

/**
 * Somebody at a browser of the learner `current` types four words: resolves with the learner who they are from now on. What an anonymous
 * browser did before becomes theirs. A browser that belongs to somebody, by a class or an account, gives nothing: on a shared
 * machine that is another person. Refuses `unknown-words`.
 */
export async function comeBack(
  current: string | undefined,
  typed: string,
  replay: ReplayRatings,
): Promise<string> {
  const learner = await learnerOfWords(typed);
  if (learner === undefined) throw new Refusal('unknown-words');
  if (current === undefined) return learner;
  const own = await database().learner.findUnique({ where: { id: current }, select: { kind: true } });
  return own?.kind === 'anonymous' ? mergeLearners(current, learner, 'recovery', replay) : learner;
}

async function openCode(db: Transaction, typed: string, now: Date) {
  const code = codeTyped(typed);
  const found = code
    ? await db.joinCode.findUnique({ where: { hash: codeHash(code) }, include: { classroom: true } })
    : null;
  const isOpen =
    found !== null &&
    found.revokedAt === null &&
    found.expiresAt > now &&
    (found.maxUses === null || found.uses < found.maxUses);
  if (!isOpen) throw new Refusal('unknown-code');
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
