import { type ProgressView, progressIn } from '@/app/_ui/lesson/progress-store';
import { countSteps, type LessonSteps } from '@/app/_ui/lesson/steps';

export interface NumberedLesson extends LessonSteps {
  readonly number: number;
  readonly title: string;
  readonly href: string;
}

export interface ToDo {
  readonly kind: 'goOn' | 'begin';
  readonly lesson: NumberedLesson;
}

/** One thing to do when nothing is due: the latest lesson that is begun and not done, else the first that is not begun; none is left when all are done. */
export function toDoInstead(lessons: readonly NumberedLesson[], view: ProgressView): ToDo | undefined {
  const counts = lessons.map((lesson) => ({ lesson, ...countSteps(lesson, progressIn(view, lesson.slug)) }));
  const open = counts.findLast(({ done, of }) => done > 0 && done < of);
  if (open) return { kind: 'goOn', lesson: open.lesson };
  const next = counts.find(({ done }) => done === 0);
  return next && { kind: 'begin', lesson: next.lesson };
}
