import type { Text } from '../text';

/** A lesson as the table of contents names it. `slug` is its folder in content/ and its place in an address. */
export interface LessonEntry {
  readonly slug: string;
  readonly title: Text;
  /** The question that the lesson answers. */
  readonly question: Text;
  /** The claims of the study notes that the lesson teaches; each belongs to one lesson. */
  readonly claims: readonly string[];
  /** Slugs of the lessons that it builds on, all of them before it. */
  readonly needs: readonly string[];
}

/** `defineClaimIds('pod', 1, 3)`: pod-01, pod-02, pod-03, as the notes number them. */
export const defineClaimIds = (topic: string, first: number, last: number): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, at) => `${topic}-${String(first + at).padStart(2, '0')}`);

export interface Part {
  readonly title: Text;
  readonly lessons: readonly LessonEntry[];
}

/** What content/course.ts exports: the parts in order, each with its lessons in order. */
export type Course = readonly Part[];

export const defineCourse = (course: Course): Course => course;
