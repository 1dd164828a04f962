import 'server-only';
import statefulset from '@/content/statefulset-identity-and-order/lab';
import type { LessonLabs, Scenario } from '../lab/scenario';

const byLesson: Readonly<Record<string, LessonLabs>> = { 'statefulset-identity-and-order': statefulset };

/** Scenarios, predictions and labs of a lesson; undefined for a lesson without any. */
export const getLabs = (slug: string): LessonLabs | undefined =>
  Object.hasOwn(byLesson, slug) ? byLesson[slug] : undefined;

/** The figure of the home page: a deleted Pod's successor is just being started. */
export function homeScenario(): Scenario {
  const scenario = statefulset.scenarios.find(({ id }) => id === 'delete-one');
  if (!scenario)
    throw new Error('The home page shows the scenario "delete-one", which lab.ts of lesson 7 does not have');
  return { ...scenario, openAtMs: 14_300 };
}
