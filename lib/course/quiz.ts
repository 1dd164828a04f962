import 'server-only';
import lessons from '@/content/lessons';
import type { AuthoredQuiz } from '@/lib/quiz/authored';
import { derive } from '@/lib/quiz/derive';
import { type Entry, generatedEntry, type LessonQuiz } from '@/lib/quiz/entry';
import { lessonRef } from '@/lib/quiz/item-ref';
import { getGenerator } from './generators';
import { getLabs } from './labs';

const derived = new Map<string, LessonQuiz>();

/** The entries of a lesson with their keys, runs played where a key comes from one; undefined for a lesson without a quiz. */
export function getQuiz(slug: string): LessonQuiz | undefined {
  if (!Object.hasOwn(lessons, slug)) return undefined;
  const known = derived.get(slug);
  if (known) return known;
  const items = lessons[slug]?.quiz.items.map((item) => entryFor(item, slug)) ?? [];
  derived.set(slug, { items });
  return { items };
}

/** Throws for an author's mistake. */
function entryFor(item: AuthoredQuiz['items'][number], slug: string): Entry {
  const file = `content/${slug}/quiz.ts`;
  if (item.kind !== 'generated') return derive(item, { file, ...getLabs(slug) });
  const generator = getGenerator(item.generator);
  if (!generator)
    throw new Error(
      `${file} item ${item.id}: a generated entry names a generator: "${item.generator}" is none of content/generators`,
    );
  return generatedEntry(item.id, generator);
}

/**
 * What a ref names (lib/quiz/item-ref.ts): a generator as an entry of its own, or an entry of a lesson's quiz. Undefined for one that the
 * course does not have, or has no longer.
 */
export function entryOfRef(ref: string): Entry | undefined {
  const named = lessonRef(ref);
  if (named) return getQuiz(named.lesson)?.items.find(({ id }) => id === named.item);
  const generator = getGenerator(ref);
  return generator && generatedEntry(ref, generator);
}

/** Lessons that have a quiz. */
export const quizLessons = (): readonly string[] => Object.keys(lessons);

/** An entry by its author's words alone, without its key. */
export interface OutlinedEntry extends Pick<Entry, 'id' | 'kind' | 'concept'> {
  /** Id of the generator that draws it. */
  readonly generator?: string;
}

/** What a lesson's quiz asks, in its order; unlike `getQuiz` it plays no run for that. Empty for a lesson without a quiz. */
export function outlineOf(slug: string): readonly OutlinedEntry[] {
  if (!Object.hasOwn(lessons, slug)) return [];
  return (lessons[slug]?.quiz.items ?? []).map((item) => {
    if (item.kind !== 'generated') return { id: item.id, kind: item.kind, concept: item.concept };
    const { id, kind, generator } = item;
    return { id, kind, concept: getGenerator(generator)?.concept ?? '', generator };
  });
}
