'use client';

import { courseStates, type LessonState, type MapLesson } from './course-states';
import { progressIn, useProgress } from './progress-store';

/** Where this browser's learner stands with each lesson, by slug. Nothing is done on the server and until the first answer. */
export function useCourseStates(lessons: readonly MapLesson[]): ReadonlyMap<string, LessonState> {
  const view = useProgress();
  return courseStates(lessons, (slug) => progressIn(view, slug));
}
