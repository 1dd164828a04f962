import type {
  ConceptName,
  KnownConcept,
  KnownTry,
  RatedDay,
  ReviewedConcept,
  ReviewState,
} from '@/lib/review/public';
import type { Knowledge, KnowledgeReason } from '@/lib/statistics/knowledge';

export const today = '2026-11-26';

export const lesson = { slug: 'a', title: 'Lesson A', isWritten: true };
export const other = { slug: 'b', title: 'Lesson B', isWritten: false };

const name = (concept: string, of: ConceptName['lesson'] = lesson): ConceptName => ({
  concept,
  title: `About ${concept}`,
  lesson: of,
});

export const rated = (
  day: string,
  rating: RatedDay['rating'],
  reason: RatedDay['reason'],
  intervalDays: number,
): RatedDay => ({ day, rating, reason, intervalDays });

export const dayAfter = (days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export const reviewed = (
  concept: string,
  inDays: number,
  more: Partial<ReviewedConcept> = {},
): ReviewedConcept => ({
  ...name(concept),
  dueDay: dayAfter(inDays),
  inDays,
  retrievability: 0.87,
  requestedRetention: 0.9,
  stabilityDays: 9.4,
  difficulty: 5.3,
  reviews: 2,
  lapses: 0,
  ratings: [rated('2026-11-13', 'good', 'right', 11), rated('2026-11-11', 'hard', 'rightWithHint', 2)],
  ...more,
});

export const state = (
  due: readonly ReviewedConcept[],
  later: readonly ReviewedConcept[] = [],
  open = 0,
): ReviewState => ({ today, due, later, open });

export const reason = (
  rule: KnowledgeReason['rule'],
  holds: boolean,
  has: number,
  needs: number,
  tries: readonly string[] = [],
): KnowledgeReason => ({ rule, holds, has, needs, tries });

export const aTry = (id: string, day: string, more: Partial<KnownTry> = {}): KnownTry => ({
  id,
  day,
  isRight: true,
  isAided: false,
  where: 'lesson',
  ...more,
});

export const known = (
  concept: string,
  state: Knowledge,
  more: Partial<KnownConcept> = {},
  of = lesson,
): KnownConcept => ({
  ...name(concept, of),
  state,
  because: [reason('wasTried', state !== 'new', state === 'new' ? 0 : 1, 1, ['t1'])],
  tries: state === 'new' ? [] : [aTry('t1', '2026-11-25')],
  ...more,
});
