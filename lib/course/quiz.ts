import 'server-only';
import statefulset from '@/content/statefulset-identity-and-order/quiz';
import type { LessonQuiz } from '@/lib/quiz/item';

const byLesson: Readonly<Record<string, LessonQuiz>> = { 'statefulset-identity-and-order': statefulset };

/** The items of a lesson with their keys; undefined for a lesson without a quiz. */
export const getQuiz = (slug: string): LessonQuiz | undefined =>
  Object.hasOwn(byLesson, slug) ? byLesson[slug] : undefined;

/** Lessons that have a quiz. */
export const quizLessons = (): readonly string[] => Object.keys(byLesson);
