import type { LessonProgress } from '@/lib/quiz/public';

/** `proven`: shown by an answer or a run; `partly`: some of it; `read`: read, not asked; `toCome`: neither. */
export type StepState = 'proven' | 'partly' | 'read' | 'toCome';

/** What can be done in a lesson: what a progress record is measured against. Ids only, no keys. */
export interface LessonSteps {
  readonly slug: string;
  readonly sections: readonly string[];
  readonly items: readonly string[];
  readonly labs: readonly string[];
}

export const noProgress: LessonProgress = { sections: [], items: {}, labs: [] };

const isRight = (progress: LessonProgress, item: string): boolean =>
  progress.items[item] === 'firstTry' || progress.items[item] === 'later';

/** What an activity shows for the section that holds it: all of it, some of it, or nothing yet. */
function shown(done: number, of: number): StepState | undefined {
  if (of === 0 || done === 0) return undefined;
  return done === of ? 'proven' : 'partly';
}

/**
 * One state a section, in order: the lane of a lesson. The sections `quiz` and `lab` are proven by answers and runs;
 * a section of text is proven when the whole quiz is, since the quiz asks about all of them.
 */
export function laneOf(steps: LessonSteps, progress: LessonProgress = noProgress): readonly StepState[] {
  const right = steps.items.filter((item) => isRight(progress, item)).length;
  const answered = steps.items.some((item) => (progress.items[item] ?? 'new') !== 'new');
  const solved = steps.labs.filter((lab) => progress.labs.includes(lab)).length;
  const quiz = shown(right, steps.items.length) ?? (answered ? 'partly' : undefined);
  return steps.sections.map((section) => {
    const read: StepState = progress.sections.includes(section) ? 'read' : 'toCome';
    if (section === 'quiz') return quiz ?? read;
    if (section === 'lab') return shown(solved, steps.labs.length) ?? read;
    return read === 'read' && quiz === 'proven' ? 'proven' : read;
  });
}

/** Steps done and steps there are: sections read, items answered rightly, labs solved. Unknown ids count for nothing. */
export function countSteps(
  steps: LessonSteps,
  progress: LessonProgress = noProgress,
): { readonly done: number; readonly of: number } {
  const done =
    steps.sections.filter((section) => progress.sections.includes(section)).length +
    steps.items.filter((item) => isRight(progress, item)).length +
    steps.labs.filter((lab) => progress.labs.includes(lab)).length;
  return { done, of: steps.sections.length + steps.items.length + steps.labs.length };
}
