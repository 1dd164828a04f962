import { classLearners, removeLearner } from '@/lib/server/classes';
import { currentLearner } from '@/lib/server/learner';
import { checkOrigin } from '@/lib/server/read-json';
import { route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

/** Takes a learner out of the class, by their place in it; `{ learners }` out. */
export const DELETE = route<{ id: string; learner: string }>(async (request, { id, learner }) => {
  checkOrigin(request);
  const viewer = await currentLearner(request);
  await removeLearner(viewer, id, learner);
  return { body: { learners: await classLearners(viewer, id) } };
});
