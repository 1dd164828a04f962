import 'server-only';
import { generatorsOf, getGenerators } from '@/lib/course/generators';
import { getQuiz, quizLessons } from '@/lib/course/quiz';

/** What a review can ask of a concept, by ref: a generator's id, or `LESSON/ITEM`. Both in the order of the course. */
export interface ReviewPool {
  readonly generators: readonly string[];
  readonly items: readonly string[];
}

/** An answer's item by the ref that a review would ask it under. */
export function refOf(lesson: string, item: string): string {
  if (lesson === 'review') return item;
  return `${lesson}/${item}`;
}

/** What can be asked of a concept in a few minutes: all its generators and authored items, but no labs. */
export function poolOf(concept: string): ReviewPool {
  const generators = generatorsOf(concept).map(({ id }) => id);
  return { generators, items: itemRefs().get(concept) ?? [] };
}

export function canBeReviewed(concept: string): boolean {
  const { generators, items } = poolOf(concept);
  return generators.length + items.length > 0;
}

/** Concepts that some item asks, in a lesson or in a review. */
export function askedConcepts(): ReadonlySet<string> {
  const items = quizLessons().flatMap((lesson) => getQuiz(lesson)?.items ?? []);
  return new Set([...getGenerators(), ...items].map(({ concept }) => concept));
}

function itemRefs(): ReadonlyMap<string, readonly string[]> {
  const refs = new Map<string, string[]>();
  for (const lesson of quizLessons())
    for (const { id, kind, concept } of getQuiz(lesson)?.items ?? [])
      if (kind !== 'lab') refs.set(concept, [...(refs.get(concept) ?? []), refOf(lesson, id)]);
  return refs;
}
