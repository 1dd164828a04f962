import { leaveClass, placesOf } from '@/lib/server/classes';
import { currentLearner } from '@/lib/server/learner';
import { checkOrigin } from '@/lib/server/read-json';
import { route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

/** The asker leaves the class; `{ places }` out, those that are left. Of a class that they are not in nothing is told. */
export const DELETE = route<{ id: string }>(async (request, { id }) => {
  checkOrigin(request);
  const learner = await currentLearner(request);
  await leaveClass(learner, id);
  return { body: { places: learner === undefined ? [] : await placesOf(learner) } };
});
