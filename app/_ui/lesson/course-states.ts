import type { LessonProgress } from '@/lib/quiz/public';
import { countSteps, type LessonSteps } from './steps';

/**
 * Where a learner stands with a lesson: `done`, all of it; `begun`, some of it; `next`, nothing of it, but all that it needs is done;
 * `later`, it needs others first; `unwritten`, it can't be done by anybody.
 */
export type LessonState = 'done' | 'begun' | 'next' | 'later' | 'unwritten';

/** A lesson as the map knows it: what it builds on, and what can be done in it when it is written. */
export interface MapLesson {
  readonly slug: string;
  readonly number: number;
  readonly needs: readonly string[];
  readonly steps?: LessonSteps;
}

/** Every section read, every item of the quiz answered, every lab solved. */
export const isDone = (steps: LessonSteps, progress: LessonProgress): boolean =>
  steps.sections.every((section) => progress.sections.includes(section)) &&
  steps.items.every((item) => (progress.items[item] ?? 'new') !== 'new') &&
  steps.labs.every((lab) => progress.labs.includes(lab));

/**
 * The state of each lesson, by slug; the lessons in the order of the course. One that is not written holds nobody up: instead of it,
 * what it needs must be done.
 */
export function courseStates(
  lessons: readonly MapLesson[],
  progressOf: (slug: string) => LessonProgress,
): ReadonlyMap<string, LessonState> {
  const states = new Map<string, LessonState>();
  const cleared = new Set<string>();
  for (const { slug, needs, steps } of lessons) {
    const isOpen = needs.every((need) => cleared.has(need));
    const state = steps ? stateOf(steps, progressOf(slug), isOpen) : 'unwritten';
    states.set(slug, state);
    if (state === 'done' || (state === 'unwritten' && isOpen)) cleared.add(slug);
  }
  return states;
}

function stateOf(steps: LessonSteps, progress: LessonProgress, isOpen: boolean): LessonState {
  if (isDone(steps, progress)) return 'done';
  const isBegun =
    countSteps(steps, progress).done > 0 ||
    steps.items.some((item) => (progress.items[item] ?? 'new') !== 'new');
  if (isBegun) return 'begun';
  return isOpen ? 'next' : 'later';
}
