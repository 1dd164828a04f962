import 'server-only';
import { z } from 'zod';
import { isGenerated } from '@/lib/quiz/entry';
import { reviewLesson } from '@/lib/quiz/item-ref';
import { publicItem, tryNumberOf } from '@/lib/quiz/present';
import type { PublicItem, PublicQuiz } from '@/lib/quiz/public';
import { placesOf } from '@/lib/quiz/shuffle';
import type { Locale } from '@/lib/text';
import {
  type Asked,
  askedIn,
  attemptOf,
  entriesOf,
  itemAt,
  openAttempt,
  openReview,
  type StoredAttempt,
  standingOf,
} from './attempts';
import { now } from './clock';
import { database, isDuplicate, isOrphan } from './db';
import { Refusal } from './refusal';
import { type DueDays, dueDaysOf, itemThen, resultOf, shownThen } from './stored-results';

const id = z.string().min(1).max(100);

export const hintRequest = z.strictObject({ attempt: id, item: id, number: z.int().min(1).max(100) });

/** A lesson's quiz as this learner's open attempt stands; begins the attempt if there is none. */
export async function openQuiz(learner: string, lesson: string, locale: Locale): Promise<PublicQuiz> {
  return publicQuiz(await openAttempt(learner, lesson), locale);
}

/** The learner's hour of review, begun anew when there is something to ask. Without any items where nothing is due. */
export async function reviewQuiz(
  learner: string | undefined,
  utcOffsetMinutes: number,
  locale: Locale,
): Promise<PublicQuiz> {
  const attempt = learner === undefined ? undefined : await openReview(learner, utcOffsetMinutes);
  return attempt ? publicQuiz(attempt, locale) : { attempt: '', lesson: reviewLesson, items: [] };
}

async function publicQuiz(attempt: StoredAttempt, locale: Locale): Promise<PublicQuiz> {
  const dueDays = await dueDaysOf(attempt.learnerId);
  const items = entriesOf(attempt).map((asked) => publicEntry(attempt, asked, dueDays, locale));
  return { attempt: attempt.id, lesson: attempt.lesson, items };
}

/** The item of the try that is open; once one was right, the item of that try, with what was said of it. */
function publicEntry(attempt: StoredAttempt, asked: Asked, dueDays: DueDays, locale: Locale): PublicItem {
  const standing = standingOf(attempt.answers, asked.id);
  const tryNumber = tryNumberOf(standing);
  const right = attempt.answers.find((one) => one.item === asked.id && one.correct);
  const item = right ? itemThen(attempt, asked, right) : itemAt(attempt, asked, tryNumber).item;
  const shown = (right && shownThen(item, right)) ?? placesOf(item, attempt.seed, tryNumber);
  return {
    ...publicItem(item, shown, standing, locale),
    id: asked.id,
    ...(isGenerated(asked.entry) && { isGenerated: true }),
    ...(right && { result: resultOf(attempt, asked, right, dueDays, locale) }),
  };
}

/** Hint `number` of an item, from 1, and how many are left after it: of the variant whose try is open. That it was taken is kept, once. */
export async function hint(
  learner: string | undefined,
  lesson: string,
  request: z.infer<typeof hintRequest>,
  locale: Locale,
): Promise<{ text: string; left: number }> {
  const attempt = await attemptOf(learner, lesson, request.attempt);
  const asked = askedIn(attempt, request.item);
  const { hints } = itemAt(attempt, asked, tryNumberOf(standingOf(attempt.answers, asked.id))).item;
  const text = hints[request.number - 1];
  if (!text) throw new Refusal('unknown-hint');
  try {
    const data = { attemptId: attempt.id, item: request.item, number: request.number };
    await database().hintTaken.create({ data: { ...data, createdAt: now() } });
  } catch (error) {
    if (isOrphan(error)) throw new Refusal('unknown-attempt');
    if (!isDuplicate(error)) throw error;
  }
  return { text: text[locale], left: hints.length - request.number };
}
