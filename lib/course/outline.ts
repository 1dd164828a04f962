import type { Text } from '../text';

/** A lesson as the table of contents names it. `slug` is its folder in content/ and its place in an address. */
export interface LessonEntry {
  readonly slug: string;
  readonly title: Text;
  /** The question that the lesson answers. */
  readonly question: Text;
}

export interface Part {
  readonly title: Text;
  readonly lessons: readonly LessonEntry[];
}

/** What content/course.ts exports: the parts in order, each with its lessons in order. */
export type Course = readonly Part[];

export const defineCourse = (course: Course): Course => course;
