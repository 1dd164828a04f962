import statefulset from '@/content/statefulset-identity-and-order/lab';
import type { LessonLabs } from '../lab/scenario';

const byLesson: Readonly<Record<string, LessonLabs>> = { 'statefulset-identity-and-order': statefulset };

/** Scenarios, predictions and labs of a lesson; undefined for a lesson without any. */
export const getLabs = (slug: string): LessonLabs | undefined =>
  Object.hasOwn(byLesson, slug) ? byLesson[slug] : undefined;
