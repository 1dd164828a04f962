import 'server-only';
import { believedRunOf } from '@/lib/course/believed';
import { getMisconception } from '@/lib/course/generators';
import { authored, type Response } from '@/lib/quiz/answer';
import { isGenerated, itemOf } from '@/lib/quiz/entry';
import { type Item, optionCount } from '@/lib/quiz/item';
import { stateOf } from '@/lib/quiz/present';
import type { AnswerResult, BelievedAnswer } from '@/lib/quiz/public';
import { answerResult } from '@/lib/quiz/result';
import { score } from '@/lib/quiz/score';
import { validate } from '@/lib/quiz/validate';
import { dayAt } from '@/lib/review/day';
import { ratingOf } from '@/lib/review/rate';
import type { Locale, Text } from '@/lib/text';
import { type Asked, itemAt, type StoredAnswer, type StoredAttempt, standingOf } from './attempts';
import { database } from './db';
import { itemHash } from './item-hash';
import { canBeReviewed } from './review-pool';

/** By concept: the day on which it comes back. */
export type DueDays = ReadonlyMap<string, string>;

/** Of every concept of a learner that a review can ask. */
export async function dueDaysOf(learnerId: string): Promise<DueDays> {
  const cards = await database().reviewCard.findMany({
    where: { learnerId },
    select: { concept: true, due: true },
  });
  const asked = cards.filter(({ concept }) => canBeReviewed(concept));
  return new Map(asked.map(({ concept, due }) => [concept, dayAt(due)]));
}

const changed: Text = {
  en: 'This question has changed since you answered it. Your answer counts as it was judged then.',
  zh: '你作答之后，这道题改过了。你的答案仍按当时的判定计分。',
};

/**
 * What is told of an answer that is kept, as it was at that try: later tries do not change it. Whether it was right, and its points, are
 * those of then. Where the question has changed since, so that they no longer follow from it, nothing is said of its parts.
 */
export function resultOf(
  attempt: StoredAttempt,
  asked: Asked,
  stored: StoredAnswer,
  dueDays: DueDays,
  locale: Locale,
): AnswerResult {
  const item = itemThen(attempt, asked, stored);
  const { correct, points } = stored;
  const others = attempt.answers.filter((one) => one.tryNumber < stored.tryNumber);
  const standing = standingOf([...others, stored], asked.id);
  const same = asksTheSame(item, asked, stored);
  const believed = believedOf(stored, same ? item : undefined, locale);
  const dueDay = isRated(item, stored) ? dueDays.get(item.concept) : undefined;
  return {
    ...(same
      ? answerResult(item, { ...same, correct, points, standing }, locale)
      : { correct, points, options: [], explanation: changed[locale], state: stateOf(standing) }),
    item: asked.id,
    ...(same && item.kind !== 'lab' && { given: same.response }),
    ...(believed.length > 0 && { believed }),
    ...(dueDay !== undefined && { dueDay }),
  };
}

/** The item that an answer answered: the variant of then. */
export const itemThen = (attempt: StoredAttempt, asked: Asked, { variant, tryNumber }: StoredAnswer): Item =>
  variant === null ? itemAt(attempt, asked, tryNumber).item : itemOf(asked.entry, variant);

/** What stood at each place when an item was answered; undefined where it now has other options. */
export function shownThen(item: Item, { shown }: StoredAnswer): readonly number[] | undefined {
  const places: readonly number[] = JSON.parse(shown);
  const count = optionCount(item) + (item.kind === 'match' ? item.stems.length : 0);
  const isEach = places.toSorted((a, b) => a - b).every((index, at) => index === at);
  return isEach && places.length === count ? places : undefined;
}

interface Answered {
  readonly response: Response;
  readonly shown: readonly number[];
}

/**
 * The answer, if what was judged then still follows from the item: it is the same, or its author mended words and the same answer would
 * be judged the same. A variant that is drawn otherwise is another question, whatever its key.
 */
export function asksTheSame(
  item: Item,
  { entry }: Pick<Asked, 'entry'>,
  stored: StoredAnswer,
): Answered | undefined {
  const response: Response = JSON.parse(stored.response);
  const shown = shownThen(item, stored);
  if (!shown) return undefined;
  if (stored.itemHash === itemHash(item)) return { response, shown };
  if (isGenerated(entry) || !isAnswerTo(item, response)) return undefined;
  const { correct, points } = score(item, authored(item, shown, response));
  return correct === stored.correct && points === stored.points ? { response, shown } : undefined;
}

const isAnswerTo = (item: Item, response: Response): boolean =>
  item.kind === 'lab'
    ? response.every((goal) => typeof goal === 'number' && goal < item.goals.length)
    : validate(item, response) === undefined;

const isRated = ({ kind }: Item, { tryNumber, correct, points, hintsUsed }: StoredAnswer): boolean =>
  ratingOf({ kind, tryNumber, correct, points, hintsUsed: hintsUsed ?? 0 }) !== undefined;

/** What the wrong parts come from, with the run in which it shows where there is one. */
function believedOf(
  { misconceptions }: StoredAnswer,
  item: Item | undefined,
  locale: Locale,
): readonly BelievedAnswer[] {
  const ids: readonly string[] = JSON.parse(misconceptions ?? '[]');
  return ids.flatMap((id) => {
    const misconception = getMisconception(id);
    if (!misconception) return [];
    const run = item && believedRunOf(item, id);
    return [{ text: misconception.text[locale], ...(run && { run }) }];
  });
}
