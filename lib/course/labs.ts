import 'server-only';
import lessons from '@/content/lessons';
import type { LessonLabs, Scenario } from '../lab/scenario';

/** Scenarios, predictions and labs of a lesson; undefined for a lesson without any. */
export const getLabs = (slug: string): LessonLabs | undefined =>
  Object.hasOwn(lessons, slug) ? lessons[slug]?.labs : undefined;

/** The figure of the home page: a deleted Pod's successor is just being started. */
export function homeScenario(): Scenario {
  const scenario = getLabs('statefulset-identity-and-order')?.scenarios.find(({ id }) => id === 'delete-one');
  if (!scenario)
    throw new Error('The home page shows the scenario "delete-one", which lab.ts of lesson 7 does not have');
  return { ...scenario, openAtMs: 14_300 };
}
