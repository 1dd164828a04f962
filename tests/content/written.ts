import lessons from '@/content/lessons';
import type { LessonContent } from '@/lib/course/lesson-content';
import { getLesson, type Lesson } from '@/lib/course/lessons';
import type { Lab, Scenario } from '@/lib/lab/scenario';

export interface Written extends LessonContent {
  readonly slug: string;
  readonly lesson: Lesson;
}

/** Every lesson that is written, with what belongs to it. */
export const written: readonly Written[] = Object.entries(lessons).map(([slug, content]) => {
  const lesson = getLesson(slug);
  if (!lesson) throw new Error(`content/lessons.ts names ${slug}, which is not in content/course.ts`);
  return { slug, lesson, ...content };
});

/** Labs are scenarios too. */
export const scenariosOf = ({ labs }: LessonContent): readonly (Scenario | Lab)[] => [
  ...labs.scenarios,
  ...labs.labs,
];

export function scenarioOf(content: LessonContent, id: string): Scenario {
  const all = scenariosOf(content);
  const found = all.find((scenario) => scenario.id === id);
  if (!found) throw new Error(`no scenario "${id}" in lab.ts; it has ${all.map((one) => one.id).join(', ')}`);
  return found;
}
