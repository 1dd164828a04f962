import 'server-only';
import { generatorsOf, getGenerator, getGenerators } from '@/lib/course/generators';
import { outlineOf, quizLessons } from '@/lib/course/quiz';
import { lessonRef, refOfItem } from '@/lib/quiz/item-ref';

/** What a review can ask of a concept, by ref: a generator's id, or `LESSON/ITEM`. Both in the order of the course. */
export interface ReviewPool {
  readonly generators: readonly string[];
  readonly items: readonly string[];
}

/** What can be asked of a concept in a few minutes: all its generators and authored items, but no labs. */
export function poolOf(concept: string): ReviewPool {
  const itemsIn = (lesson: string) =>
    outlineOf(lesson).filter((one) => one.concept === concept && isShort(one.kind));
  return {
    generators: generatorsOf(concept).map(({ id }) => id),
    items: quizLessons().flatMap((lesson) => itemsIn(lesson).map(({ id }) => refOfItem(lesson, id))),
  };
}

/** An item that a review can ask: no lab, and nothing that a generator draws, since that is asked by the generator itself. */
const isShort = (kind: string): boolean => kind !== 'lab' && kind !== 'generated';

export function canBeReviewed(concept: string): boolean {
  const { generators, items } = poolOf(concept);
  return generators.length + items.length > 0;
}

/** Concepts that some item asks, in a lesson or in a review. */
export const askedConcepts = (): ReadonlySet<string> =>
  new Set([...getGenerators(), ...quizLessons().flatMap(outlineOf)].map(({ concept }) => concept));

/** The item of a stored answer by the ref that a review asks it under: what a generator drew in a lesson is the generator's. */
export const refOf = (lesson: string, item: string): string =>
  lesson === 'review' ? item : (entryOf(lesson, item)?.generator ?? refOfItem(lesson, item));

/** Whether the course still has what a ref names; plays no run for that. */
export function isThere(ref: string): boolean {
  const named = lessonRef(ref);
  return named ? entryOf(named.lesson, named.item) !== undefined : getGenerator(ref) !== undefined;
}

export const isLab = (lesson: string, item: string): boolean => entryOf(lesson, item)?.kind === 'lab';

const entryOf = (lesson: string, item: string) => outlineOf(lesson).find(({ id }) => id === item);
