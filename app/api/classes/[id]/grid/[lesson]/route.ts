import { lessonItems } from '@/lib/server/class-items';
import { currentLearner } from '@/lib/server/learner';
import { keepPace } from '@/lib/server/pace';
import { route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

/** `LessonItems`: what the class answered first to each item of the lesson. */
export const GET = route<{ id: string; lesson: string }>(async (request, { id, lesson }, locale) => {
  const viewer = await currentLearner(request);
  keepPace('grid', request, viewer);
  return { body: await lessonItems(viewer, id, lesson, locale) };
});
