import 'server-only';
import { z } from 'zod';
import { authored } from '@/lib/quiz/answer';
import type { Item } from '@/lib/quiz/item';
import { tryNumberOf } from '@/lib/quiz/present';
import type { AnswerRequest, AnswerResult } from '@/lib/quiz/public';
import { score } from '@/lib/quiz/score';
import { placesOf } from '@/lib/quiz/shuffle';
import { validate } from '@/lib/quiz/validate';
import type { Locale } from '@/lib/text';
import {
  type Asked,
  type AskedItem,
  askedIn,
  attemptOf,
  itemAt,
  type StoredAnswer,
  type StoredAttempt,
  standingOf,
} from './attempts';
import { dayOf, now, utcOffset } from './clock';
import { database, isDuplicate, isOrphan, type Transaction } from './db';
import { itemHash } from './item-hash';
import { rateAnswer } from './ratings';
import { Refusal } from './refusal';
import { dueDaysOf, resultOf } from './stored-results';

const MAX_PLACES = 50;
const MAX_TEXTS = 20;
const LONGEST_TEXT = 1_000;
const id = z.string().min(1).max(100);

export const answerRequest: z.ZodType<AnswerRequest> = z.strictObject({
  attempt: id,
  item: id,
  tryNumber: z.int().min(1).max(10_000),
  response: z.union([z.array(z.int()).max(MAX_PLACES), z.array(z.string().max(LONGEST_TEXT)).max(MAX_TEXTS)]),
  sure: z.boolean(),
  submission: z.string().min(8).max(100),
  utcOffsetMinutes: utcOffset,
});

/**
 * Grades an answer and keeps it, once. The same submission again gives the same result. What cannot be graded is refused and the try
 * stays open. Two answers for one try: the database's unique index takes one, the other is told `already-answered` with the result
 * that counts.
 */
export async function answer(
  learner: string | undefined,
  lesson: string,
  request: AnswerRequest,
  locale: Locale,
): Promise<AnswerResult> {
  const attempt = await attemptOf(learner, lesson, request.attempt);
  const asked = askedIn(attempt, request.item);
  const stored = await storedResult(attempt, asked, request, locale);
  if (stored) return stored;
  const standing = standingOf(attempt.answers, asked.id);
  if (standing.solved || request.tryNumber !== tryNumberOf(standing)) throw new Refusal('try-not-open');
  const open = itemAt(attempt, asked, request.tryNumber);
  const invalid = validate(open.item, request.response);
  if (invalid) throw new Refusal(invalid);

  const row = answerRow(attempt, asked, open, request);
  try {
    const dueDays = await database().$transaction((tx) => keepAnswer(tx, row, open.item));
    return resultOf(attempt, asked, row, dueDays, locale);
  } catch (error) {
    if (isOrphan(error)) throw new Refusal('unknown-attempt');
    if (!isDuplicate(error)) throw error;
    const meanwhile = await attemptOf(learner, lesson, request.attempt);
    const winner = await storedResult(meanwhile, asked, request, locale);
    if (winner) return winner;
    throw error;
  }
}

interface AnswerRow extends StoredAnswer {
  readonly attemptId: string;
  readonly hintsUsed: number;
  readonly concept: string;
  readonly createdAt: Date;
  readonly day: string;
}

/** An answer of this moment as it is graded, to be kept. */
export function answerRow(
  { id: attemptId, seed, hints }: StoredAttempt,
  asked: Asked,
  { item, variant }: AskedItem,
  sent: Pick<AnswerRequest, 'tryNumber' | 'response' | 'sure' | 'submission' | 'utcOffsetMinutes'>,
): AnswerRow {
  const { tryNumber, response, sure, submission, utcOffsetMinutes } = sent;
  const shown = placesOf(item, seed, tryNumber);
  const { correct, points, misconceptions } = score(item, authored(item, shown, response));
  const createdAt = now();
  return {
    ...{ attemptId, item: asked.id, tryNumber, sure, submission, variant, correct, points, createdAt },
    response: JSON.stringify(response),
    shown: JSON.stringify(shown),
    hintsUsed: hints.filter((hint) => hint.item === asked.id).length,
    misconceptions: JSON.stringify(misconceptions),
    concept: item.concept,
    itemHash: itemHash(item),
    day: dayOf(createdAt, utcOffsetMinutes),
  };
}

/** Keeps an answer and rates its concept with it, both or neither. Resolves with the day on which the concept comes back. */
export async function keepAnswer(tx: Transaction, row: AnswerRow, { kind, concept }: Item) {
  // Whose it is is asked after the write: until then the learner may have been merged.
  const { id: answerId, attempt } = await tx.answer.create({
    data: row,
    select: { id: true, attempt: { select: { learnerId: true } } },
  });
  const dueDay = await rateAnswer(tx, attempt.learnerId, { ...row, id: answerId, kind });
  return new Map(dueDay === undefined ? [] : [[concept, dueDay]]);
}

/**
 * The result of this very submission, if it is stored. Refuses a submission that was used for another answer, and a try that
 * another submission has answered.
 */
async function storedResult(
  attempt: StoredAttempt,
  asked: Asked,
  request: AnswerRequest,
  locale: Locale,
): Promise<AnswerResult | undefined> {
  const same = attempt.answers.find((one) => one.submission === request.submission);
  if (same && !isSameAnswer(same, request)) throw new Refusal('submission-reused');
  const taken = attempt.answers.find((one) => one.item === asked.id && one.tryNumber === request.tryNumber);
  const stored = same ?? taken;
  if (!stored) return undefined;
  const result = resultOf(attempt, asked, stored, await dueDaysOf(attempt.learnerId), locale);
  if (!same) throw new Refusal('already-answered', { result });
  return result;
}

const isSameAnswer = (stored: StoredAnswer, request: AnswerRequest): boolean =>
  stored.item === request.item &&
  stored.tryNumber === request.tryNumber &&
  stored.sure === request.sure &&
  stored.response === JSON.stringify(request.response);
