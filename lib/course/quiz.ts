import 'server-only';
import lessons from '@/content/lessons';
import { derive } from '@/lib/quiz/derive';
import type { LessonQuiz } from '@/lib/quiz/item';
import { getLabs } from './labs';

const derived = new Map<string, LessonQuiz>();

/** The items of a lesson with their keys, runs played where a key comes from one; undefined for a lesson without a quiz. */
export function getQuiz(slug: string): LessonQuiz | undefined {
  if (!Object.hasOwn(lessons, slug)) return undefined;
  const known = derived.get(slug);
  if (known) return known;
  const labs = getLabs(slug);
  const file = `content/${slug}/quiz.ts`;
  const items = lessons[slug]?.quiz.items.map((item) => derive(item, { file, ...labs })) ?? [];
  derived.set(slug, { items });
  return { items };
}

/** Lessons that have a quiz. */
export const quizLessons = (): readonly string[] => Object.keys(lessons);
