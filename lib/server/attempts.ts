import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { getQuiz } from '@/lib/course/quiz';
import { authored, type Response } from '@/lib/quiz/answer';
import type { Item, LessonQuiz } from '@/lib/quiz/item';
import { publicItem, type Standing, tryNumberOf } from '@/lib/quiz/present';
import type { AnswerRequest, AnswerResult, PublicQuiz } from '@/lib/quiz/public';
import { answerResult } from '@/lib/quiz/result';
import { score } from '@/lib/quiz/score';
import { placesOf } from '@/lib/quiz/shuffle';
import { validate } from '@/lib/quiz/validate';
import type { Locale } from '@/lib/text';
import { database, isDuplicate, isOrphan } from './db';
import { itemHash } from './item-hash';
import { livingLearner } from './learner';
import { Refusal } from './refusal';

const MAX_PLACES = 50;
const MAX_TEXTS = 20;
const LONGEST_TEXT = 1_000;
const id = z.string().min(1).max(100);

export const answerRequest = z.strictObject({
  attempt: id,
  item: id,
  tryNumber: z.int().min(1).max(10_000),
  response: z.union([z.array(z.int()).max(MAX_PLACES), z.array(z.string().max(LONGEST_TEXT)).max(MAX_TEXTS)]),
  sure: z.boolean(),
  submission: z.string().min(8).max(100),
}) satisfies z.ZodType<AnswerRequest>;

export const hintRequest = z.strictObject({ attempt: id, item: id, number: z.int().min(1).max(100) });

/** A stored answer, as the database gives it. */
interface StoredAnswer {
  readonly item: string;
  readonly tryNumber: number;
  readonly response: string;
  readonly shown: string;
  readonly sure: boolean;
  readonly submission: string;
  readonly correct: boolean;
  readonly points: number;
}

interface StoredAttempt {
  readonly id: string;
  readonly seed: string;
  readonly answers: readonly StoredAnswer[];
  readonly hints: readonly { readonly item: string }[];
}

const withEvidence = { answers: true, hints: { select: { item: true } } } as const;

export function quizOf(lesson: string): LessonQuiz {
  const quiz = getQuiz(lesson);
  if (!quiz) throw new Refusal('unknown-lesson');
  return quiz;
}

/** The quiz as this learner's open attempt stands; begins the attempt if there is none. */
export async function openQuiz(learner: string, lesson: string, locale: Locale): Promise<PublicQuiz> {
  const quiz = quizOf(lesson);
  const attempt = await openAttempt(learner, lesson);
  const items = quiz.items.map((item) => {
    const standing = standingOf(attempt.answers, item.id);
    const shown = placesOf(item, attempt.seed, tryNumberOf(standing));
    const right = attempt.answers.find((one) => one.item === item.id && one.correct);
    return {
      ...publicItem(item, shown, standing, locale),
      ...(right && { result: resultOf(attempt.answers, right, item, locale) }),
    };
  });
  return { attempt: attempt.id, lesson, items };
}

async function openAttempt(learner: string, lesson: string): Promise<StoredAttempt> {
  const db = database();
  const find = () =>
    db.attempt.findFirst({
      where: { learnerId: learner, lesson },
      orderBy: { number: 'desc' },
      include: withEvidence,
    });
  const open = await find();
  if (open) return open;
  const data = {
    id: randomUUID(),
    learnerId: learner,
    lesson,
    number: 1,
    seed: randomBytes(16).toString('hex'),
  };
  try {
    return { ...(await db.attempt.create({ data })), answers: [], hints: [] };
  } catch (error) {
    // Another request of the same learner began it meanwhile.
    const begun = isDuplicate(error) ? await find() : null;
    if (begun) return begun;
    throw error;
  }
}

/** Tries are counted by their answers: one each, and after a right one there is no further. */
export function standingOf(answers: readonly StoredAnswer[], item: string): Standing {
  const own = answers.filter((answer) => answer.item === item);
  return { tries: own.length, solved: own.some((answer) => answer.correct) };
}

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
  const item = itemOf(lesson, request.item);
  const attempt = await attemptOf(learner, lesson, request.attempt);
  const stored = storedResult(attempt, item, request, locale);
  if (stored) return stored;
  const standing = standingOf(attempt.answers, item.id);
  if (standing.solved || request.tryNumber !== tryNumberOf(standing)) throw new Refusal('try-not-open');
  const invalid = validate(item, request.response);
  if (invalid) throw new Refusal(invalid);

  const shown = placesOf(item, attempt.seed, request.tryNumber);
  const row = gradedRow(item, shown, request, attempt.hints);
  try {
    await database().answer.create({ data: row });
  } catch (error) {
    if (isOrphan(error)) throw new Refusal('unknown-attempt');
    if (!isDuplicate(error)) throw error;
    const meanwhile = await attemptOf(learner, lesson, request.attempt);
    const winner = storedResult(meanwhile, item, request, locale);
    if (winner) return winner;
    throw error;
  }
  return resultOf([...attempt.answers, row], row, item, locale);
}

function gradedRow(
  item: Item,
  shown: readonly number[],
  { attempt: attemptId, response, ...sent }: AnswerRequest,
  hints: StoredAttempt['hints'],
) {
  const { correct, points, misconceptions } = score(item, authored(item, shown, response));
  return {
    ...sent,
    attemptId,
    response: JSON.stringify(response),
    shown: JSON.stringify(shown),
    correct,
    points,
    hintsUsed: hints.filter((hint) => hint.item === item.id).length,
    misconceptions: JSON.stringify(misconceptions),
    concept: item.concept,
    itemHash: itemHash(item),
  };
}

/**
 * The result of this very submission, if it is stored. Refuses a submission that was used for another answer, and a try that
 * another submission has answered.
 */
function storedResult(
  attempt: StoredAttempt,
  item: Item,
  request: AnswerRequest,
  locale: Locale,
): AnswerResult | undefined {
  const same = attempt.answers.find((one) => one.submission === request.submission);
  if (same) {
    if (!isSameAnswer(same, request)) throw new Refusal('submission-reused');
    return resultOf(attempt.answers, same, item, locale);
  }
  const taken = attempt.answers.find((one) => one.item === item.id && one.tryNumber === request.tryNumber);
  if (taken)
    throw new Refusal('already-answered', { result: resultOf(attempt.answers, taken, item, locale) });
  return undefined;
}

const isSameAnswer = (stored: StoredAnswer, request: AnswerRequest): boolean =>
  stored.item === request.item &&
  stored.tryNumber === request.tryNumber &&
  stored.sure === request.sure &&
  stored.response === JSON.stringify(request.response);

/** The result as it was at that try: later tries do not change it. */
function resultOf(
  answers: readonly StoredAnswer[],
  stored: StoredAnswer,
  item: Item,
  locale: Locale,
): AnswerResult {
  const until = answers.filter((one) => one.tryNumber <= stored.tryNumber);
  const { correct, points } = stored;
  const response: Response = JSON.parse(stored.response);
  const shown: readonly number[] = JSON.parse(stored.shown);
  const standing = standingOf(until, item.id);
  return answerResult(item, { response, shown, correct, points, standing }, locale);
}

/** Hint `number` of an item, from 1, and how many are left after it. That it was taken is kept, once. */
export async function hint(
  learner: string | undefined,
  lesson: string,
  request: z.infer<typeof hintRequest>,
  locale: Locale,
): Promise<{ text: string; left: number }> {
  const { hints } = itemOf(lesson, request.item);
  const { id: attemptId } = await attemptOf(learner, lesson, request.attempt);
  const text = hints[request.number - 1];
  if (!text) throw new Refusal('unknown-hint');
  try {
    await database().hintTaken.create({ data: { attemptId, item: request.item, number: request.number } });
  } catch (error) {
    if (isOrphan(error)) throw new Refusal('unknown-attempt');
    if (!isDuplicate(error)) throw error;
  }
  return { text: text[locale], left: hints.length - request.number };
}

function itemOf(lesson: string, itemId: string): Item {
  const item = quizOf(lesson).items.find((one) => one.id === itemId);
  if (!item) throw new Refusal('unknown-item');
  return item;
}

/** Asked again of the database where it seems not: the learner may have been merged since the request was read. */
const isOf = async (owner: string, learner: string): Promise<boolean> =>
  owner === learner || owner === (await livingLearner(learner));

async function attemptOf(
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
