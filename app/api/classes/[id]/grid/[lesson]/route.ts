import { lessonItems } from '@/lib/server/class-items';
import { currentLearner } from '@/lib/server/learner';
import { route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

/** `LessonItems`: what the class answered first to each item of the lesson. */
export const GET = route<{ id: string; lesson: string }>(async (request, { id, lesson }, locale) => ({
  body: await lessonItems(await currentLearner(request), id, lesson, locale),
}));
