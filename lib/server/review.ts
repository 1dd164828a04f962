import 'server-only';
import { getConcept } from '@/lib/course/concepts';
import { getLesson } from '@/lib/course/lessons';
import type { ItemRef } from '@/lib/quiz/item-ref';
import { momentOf } from '@/lib/review/day';
import type { ConceptName, ReviewedConcept, ReviewState } from '@/lib/review/public';
import { whyThisDate } from '@/lib/review/why';
import type { Locale } from '@/lib/text';
import { database } from './db';
import { canBeReviewed, poolOf, refOf } from './review-pool';

/** Concepts that one review asks at most: what takes five minutes. */
export const mostConcepts = 12;

/**
 * What is due for a learner on a day of theirs and what comes later, with all that the dates are made of. Concepts that the course no
 * longer has, or that no review can ask, are left out. Nothing for somebody new.
 */
export async function reviewState(
  learner: string | undefined,
  today: string,
  locale: Locale,
): Promise<Omit<ReviewState, 'open'>> {
  if (learner === undefined) return { today, due: [], later: [] };
  const cards = await database().reviewCard.findMany({
    where: { learnerId: learner },
    include: { logs: { include: { answer: { select: { correct: true, hintsUsed: true } } } } },
    orderBy: [{ due: 'asc' }, { id: 'asc' }],
  });
  const concepts = cards.flatMap((card): ReviewedConcept[] => {
    const name = canBeReviewed(card.concept) ? conceptName(card.concept, locale) : undefined;
    return name ? [{ ...name, ...whyThisDate(card, card.logs, card.concept, today) }] : [];
  });
  return {
    today,
    due: concepts.filter(({ inDays }) => inDays <= 0),
    later: concepts.filter(({ inDays }) => inDays > 0),
  };
}

/** A concept as a reader sees it; undefined for one that the course does not have. */
export function conceptName(id: string, locale: Locale): ConceptName | undefined {
  const concept = getConcept(id);
  const lesson = concept && getLesson(concept.lesson);
  if (!lesson) return undefined;
  const { slug, title, written } = lesson;
  return {
    concept: id,
    title: concept.title[locale],
    lesson: { slug, title: title[locale], isWritten: written },
  };
}

/**
 * The entries of a new review attempt on a learner's day: of each concept that is due then one, the longest due first, at most 12; empty
 * when nothing is due. A generator goes before authored items, since it shows another variant; of several, the one that was seen
 * longest ago or never.
 */
export async function reviewItems(learner: string, today: string): Promise<readonly ItemRef[]> {
  const cards = await database().reviewCard.findMany({
    where: { learnerId: learner, due: { lte: momentOf(today) } },
    orderBy: [{ due: 'asc' }, { id: 'asc' }],
    select: { concept: true },
  });
  const due = cards
    .map(({ concept }) => concept)
    .filter((concept) => canBeReviewed(concept) && getConcept(concept))
    .slice(0, mostConcepts);
  const seen = due.length > 0 ? await seenAt(learner, due) : new Map<string, number>();
  return due.map((concept) => {
    const { generators, items } = poolOf(concept);
    const pool = generators.length > 0 ? generators : items;
    const ages = pool.map((ref) => seen.get(ref) ?? Number.NEGATIVE_INFINITY);
    return { ref: pool[ages.indexOf(Math.min(...ages))] as string, concept };
  });
}

/** When each item of some concepts was last answered, by ref, ms. */
async function seenAt(learner: string, concepts: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const answers = await database().answer.findMany({
    where: { concept: { in: [...concepts] }, attempt: { learnerId: learner } },
    select: { item: true, createdAt: true, attempt: { select: { lesson: true } } },
    orderBy: { createdAt: 'asc' },
  });
  return new Map(
    answers.map(({ item, createdAt, attempt }) => [refOf(attempt.lesson, item), Number(createdAt)]),
  );
}
