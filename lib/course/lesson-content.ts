import type { LessonLabs } from '../lab/scenario';
import type { AuthoredQuiz } from '../quiz/authored';
import type { Claim } from './claim';
import type { Fact } from './fact';

/** What belongs to a lesson beside its text: the files of its folder. */
export interface LessonContent {
  readonly claims: readonly Claim[];
  readonly labs: LessonLabs;
  readonly quiz: AuthoredQuiz;
  /** Numbers that its text says and a run knows. */
  readonly facts: readonly Fact[];
}

/** By slug: every lesson that is written. */
export type WrittenLessons = Readonly<Record<string, LessonContent>>;

export const defineLessons = (lessons: WrittenLessons): WrittenLessons => lessons;
