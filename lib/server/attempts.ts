import 'server-only';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { entryOfRef, outlineOf } from '@/lib/course/quiz';
import { type Entry, isGenerated, itemOf } from '@/lib/quiz/entry';
import type { Item } from '@/lib/quiz/item';
import { readRefs, refOfItem, reviewLesson, writeRefs } from '@/lib/quiz/item-ref';
import type { Standing } from '@/lib/quiz/present';
import { dayOf, now } from './clock';
import { database, isDuplicate } from './db';
import { livingLearner } from './learner';
import { keepPaceOf } from './pace';
import { Refusal } from './refusal';
import { reviewItems } from './review';
import { isThere } from './review-pool';

/** A stored answer, as the database gives it. */
export interface StoredAnswer {
  readonly item: string;
  readonly tryNumber: number;
  readonly response: string;
  readonly shown: string;
  readonly sure: boolean;
  readonly submission: string;
  readonly correct: boolean;
  readonly points: number;
  readonly hintsUsed: number | null;
  readonly misconceptions: string | null;
  readonly variant: string | null;
  readonly itemHash: string | null;
}

export interface StoredAttempt {
  readonly id: string;
  readonly learnerId: string;
  readonly lesson: string;
  readonly number: number;
  readonly seed: string;
  readonly items: string | null;
  readonly createdAt: Date;
  readonly answers: readonly StoredAnswer[];
  readonly hints: readonly { readonly item: string }[];
}

/** An entry under the id by which the attempt asks it: a lesson's own, or the ref of a review. */
export interface Asked {
  readonly id: string;
  readonly entry: Entry;
}

/** What every read of an attempt takes along. */
export const withEvidence = {
  answers: { orderBy: { tryNumber: 'asc' } },
  hints: { select: { item: true } },
} as const;

/** Refuses a lesson without a quiz; `review` has one, whoever asks. */
export function checkQuiz(lesson: string): void {
  if (lesson !== reviewLesson && outlineOf(lesson).length === 0) throw new Refusal('unknown-lesson');
}

/** The ids of what an attempt asks, in its order. What the course no longer has is left out. No run is played for that. */
function askedIds({ lesson, items }: Pick<StoredAttempt, 'lesson' | 'items'>): readonly string[] {
  if (lesson !== reviewLesson) return outlineOf(lesson).map(({ id }) => id);
  return readRefs(items)
    .map(({ ref }) => ref)
    .filter(isThere);
}

/** What an attempt asks, in its order. */
export const entriesOf = (attempt: Pick<StoredAttempt, 'lesson' | 'items'>): readonly Asked[] =>
  askedIds(attempt).flatMap((id) => entryIn(attempt.lesson, id) ?? []);

export function askedIn(attempt: StoredAttempt, id: string): Asked {
  const asked = askedIds(attempt).includes(id) ? entryIn(attempt.lesson, id) : undefined;
  if (!asked) throw new Refusal('unknown-item');
  return asked;
}

function entryIn(lesson: string, id: string): Asked | undefined {
  const entry = entryOfRef(lesson === reviewLesson ? id : refOfItem(lesson, id));
  return entry && { id, entry };
}

/** The entry that is asked at a try, and which variant of it: null for one that has none. */
export interface AskedItem {
  readonly item: Item;
  readonly variant: string | null;
}

/** A hash: a variant is told to whoever exports their answers, the seed of an attempt to nobody. */
export function itemAt({ seed }: StoredAttempt, { id, entry }: Asked, tryNumber: number): AskedItem {
  const text = `${seed}/${id}/${tryNumber}`;
  const variant = isGenerated(entry) ? createHash('sha256').update(text).digest('hex').slice(0, 16) : null;
  return { item: itemOf(entry, variant), variant };
}

/** Tries are counted by their answers: one each, and after a right one there is no further. */
export function standingOf(
  answers: readonly Pick<StoredAnswer, 'item' | 'correct'>[],
  item: string,
): Standing {
  const own = answers.filter((answer) => answer.item === item);
  return { tries: own.length, solved: own.some((answer) => answer.correct) };
}

const latest = (learner: string, lesson: string): Promise<StoredAttempt | null> =>
  database().attempt.findFirst({
    where: { learnerId: learner, lesson },
    orderBy: { number: 'desc' },
    include: withEvidence,
  });

/** The learner's open attempt of a lesson; begins it if there is none. */
export const openAttempt = async (learner: string, lesson: string): Promise<StoredAttempt> =>
  (await latest(learner, lesson)) ?? begin(learner, lesson, 1, null);

/**
 * The learner's hour of review: the open one, as long as it is of the learner's today and something in it is not right yet; else a
 * new one of what is due. Undefined when nothing is.
 */
export async function openReview(
  learner: string,
  utcOffsetMinutes: number,
): Promise<StoredAttempt | undefined> {
  const today = dayOf(now(), utcOffsetMinutes);
  const open = await latest(learner, reviewLesson);
  if (open && dayOf(open.createdAt, utcOffsetMinutes) === today && openIn(open) > 0) return open;
  const refs = await reviewItems(learner, today);
  if (refs.length === 0) return undefined;
  return begin(learner, reviewLesson, (open?.number ?? 0) + 1, writeRefs(refs));
}

/** How many questions of the learner's hour of review are not right yet; none when it is of another day of theirs. */
export async function openInReview(learner: string | undefined, utcOffsetMinutes: number): Promise<number> {
  const open = learner === undefined ? null : await latest(learner, reviewLesson);
  const today = dayOf(now(), utcOffsetMinutes);
  return open && dayOf(open.createdAt, utcOffsetMinutes) === today ? openIn(open) : 0;
}

const openIn = (attempt: StoredAttempt): number =>
  askedIds(attempt).filter((id) => !standingOf(attempt.answers, id).solved).length;

async function begin(
  learnerId: string,
  lesson: string,
  number: number,
  items: string | null,
): Promise<StoredAttempt> {
  keepPaceOf('attempt', learnerId);
  const own = { learnerId, lesson, number, items };
  const data = { ...own, id: randomUUID(), seed: randomBytes(16).toString('hex'), createdAt: now() };
  try {
    return { ...(await database().attempt.create({ data })), answers: [], hints: [] };
  } catch (error) {
    // Another request of the same learner began it meanwhile.
    const begun = isDuplicate(error) ? await latest(learnerId, lesson) : null;
    if (begun) return begun;
    throw error;
  }
}

/** Asked again of the database where it seems not: the learner may have been merged since the request was read. */
const isOf = async (owner: string, learner: string): Promise<boolean> =>
  owner === learner || owner === (await livingLearner(learner));

/** An attempt of this learner in this lesson, open or not: what was answered offline yesterday still arrives. */
export async function attemptOf(
  learner: string | undefined,
  lesson: string,
  attempt: string,
): Promise<StoredAttempt> {
  if (learner === undefined) throw new Refusal('unknown-attempt');
  const found = await database().attempt.findUnique({ where: { id: attempt }, include: withEvidence });
  if (found?.lesson !== lesson || !(await isOf(found.learnerId, learner)))
    throw new Refusal('unknown-attempt');
  return found;
}
