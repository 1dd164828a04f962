import 'server-only';
import { getLabs } from './labs';
import type { Lesson } from './lessons';
import { outlineOf } from './quiz';

/** What can be done in a lesson, by id. It says which items there are, and nothing of their keys. */
export function stepsOf({ slug, sections }: Lesson) {
  return {
    slug,
    sections,
    items: outlineOf(slug).map(({ id }) => id),
    labs: getLabs(slug)?.labs.map((lab) => lab.id) ?? [],
  };
}
