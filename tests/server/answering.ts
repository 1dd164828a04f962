import { dayAt } from '@/lib/review/day';
import { database } from '@/lib/server/db';
import { type RatedAnswer, rateAnswer } from '@/lib/server/ratings';

/** What an answer is, where it matters to a test; without it right at the first try, without hints. */
export interface Answered {
  readonly concept: string;
  /** `2026-11-26T09:00`, UTC. */
  readonly at: string;
  /** The learner's own date; the one of `at` if not said. */
  readonly day?: string;
  readonly lesson?: string;
  readonly item?: string;
  readonly variant?: string;
  readonly kind?: string;
  readonly tryNumber?: number;
  readonly correct?: boolean;
  readonly points?: number;
  readonly hintsUsed?: number;
}

let count = 0;

export async function putLearner(id: string): Promise<string> {
  await database().learner.create({ data: { id } });
  return id;
}

/** A new attempt of its own for each answer, so that no two tries are one. */
async function putAttempt(learnerId: string, lesson: string): Promise<string> {
  count += 1;
  const id = `attempt-${count}`;
  await database().attempt.create({ data: { id, learnerId, lesson, number: count, seed: 'seed' } });
  return id;
}

/** Keeps an answer and rates it in one transaction, as the routes do; resolves with the answer and the day that was said. */
export async function answered(
  learner: string,
  { concept, at, ...more }: Answered,
): Promise<{ answer: RatedAnswer; dueDay: string | undefined }> {
  const createdAt = new Date(`${at}Z`);
  const { lesson = 'sets', item = 'one', variant = null, kind = 'single', day = dayAt(createdAt) } = more;
  const { tryNumber = 1, correct = true, points = correct ? 1 : 0, hintsUsed = 0 } = more;
  const attemptId = await putAttempt(learner, lesson);
  const stored = { attemptId, item, variant, concept, tryNumber, correct, points, hintsUsed, createdAt, day };
  const sent = { response: '[]', shown: '[]', sure: true, submission: `submission ${attemptId}` };
  return database().$transaction(async (tx) => {
    const { id } = await tx.answer.create({ data: { ...stored, ...sent } });
    const answer = { id, concept, kind, tryNumber, correct, points, hintsUsed, createdAt, day };
    return { answer, dueDay: await rateAnswer(tx, learner, answer) };
  });
}

export const cardOf = (learnerId: string, concept: string) =>
  database().reviewCard.findUnique({
    where: { learnerId_concept: { learnerId, concept } },
    include: { logs: { orderBy: { id: 'asc' } } },
  });
