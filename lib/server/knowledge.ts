import 'server-only';
import { getConcepts } from '@/lib/course/concepts';
import { dayAt } from '@/lib/review/day';
import type { KnowledgeOfConcepts, KnownConcept, KnownTry } from '@/lib/review/public';
import { retrievabilityOn } from '@/lib/review/why';
import { type FirstTry, knowledgeOf } from '@/lib/statistics/knowledge';
import type { Locale } from '@/lib/text';
import { database } from './db';
import { conceptName } from './review';
import { askedConcepts, canBeReviewed, isLab, refOf } from './review-pool';

/** A stored first try, as the database gives it. */
export interface StoredTry {
  readonly id: number;
  readonly item: string;
  readonly variant: string | null;
  readonly createdAt: Date;
  readonly day: string | null;
  readonly correct: boolean;
  readonly hintsUsed: number | null;
  readonly attempt: { readonly lesson: string };
}

/** A check of a lab that does not solve it is work, not an answer (lib/review/rate.ts). */
export const countsAsTry = ({ item, correct, attempt }: StoredTry): boolean =>
  correct || !isLab(attempt.lesson, item);

/** As lib/statistics takes it. The day is the server's, in UTC, where the learner's own was not noted. */
export const firstTryOf = (stored: StoredTry): FirstTry => ({
  id: String(stored.id),
  variant: [refOf(stored.attempt.lesson, stored.item), ...(stored.variant ? [stored.variant] : [])].join('/'),
  atMs: Number(stored.createdAt),
  day: stored.day ?? dayAt(stored.createdAt),
  isRight: stored.correct,
  isAided: (stored.hintsUsed ?? 0) > 0,
});

/**
 * What a learner knows on a day of theirs: every concept that can be asked, in the order of the course, by the first tries at its items in
 * lessons and reviews. Everything is new for somebody new.
 */
export async function knowledgeOn(
  learner: string | undefined,
  today: string,
  locale: Locale,
): Promise<KnowledgeOfConcepts> {
  const { tries, cards } = await evidenceOf(learner);
  const asked = askedConcepts();
  const concepts = getConcepts().flatMap(({ id }): KnownConcept[] => {
    const name = asked.has(id) ? conceptName(id, locale) : undefined;
    if (!name) return [];
    const own = tries.filter(({ concept }) => concept === id);
    const card = cards.find(({ concept }) => concept === id);
    const known = knowledgeOf(own.map(firstTryOf), card && retrievabilityOn(card, today));
    const lessons = new Map(own.map((one) => [String(one.id), one.attempt.lesson]));
    return [
      {
        ...name,
        state: known.state,
        because: known.because,
        tries: known.tries.map((one): KnownTry => {
          const { id: tryId, day, isRight, isAided } = one;
          const where = lessons.get(tryId) === 'review' ? 'review' : 'lesson';
          return { id: tryId, day, isRight, isAided, where };
        }),
        ...(card && canBeReviewed(id) && { dueDay: dayAt(card.due) }),
      },
    ];
  });
  return { today, concepts };
}

async function evidenceOf(learner: string | undefined) {
  if (learner === undefined) return { tries: [], cards: [] };
  const db = database();
  const [tries, cards] = await Promise.all([
    db.answer.findMany({
      where: { tryNumber: 1, concept: { not: null }, attempt: { learnerId: learner } },
      include: { attempt: { select: { lesson: true } } },
    }),
    db.reviewCard.findMany({ where: { learnerId: learner } }),
  ]);
  return { tries: tries.filter(countsAsTry), cards };
}
