import { getLabs } from './labs';
import type { Lesson } from './lessons';

/** What can be done in a lesson, by id. It says how many items there are, and nothing of their keys. */
export function stepsOf(lesson: Lesson) {
  return {
    slug: lesson.slug,
    sections: lesson.sections,
    items: [] as readonly string[],
    labs: getLabs(lesson.slug)?.labs.map((lab) => lab.id) ?? [],
  };
}
