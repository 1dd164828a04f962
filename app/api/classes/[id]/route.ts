import { z } from 'zod';
import { classView, deleteClassroom, renameClassroom } from '@/lib/server/classes';
import { currentLearner } from '@/lib/server/learner';
import { checkOrigin, readJson } from '@/lib/server/read-json';
import { route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

const sent = z.strictObject({ name: z.string().max(1_000) });

/** `ClassView`, for who may read the class. */
export const GET = route<{ id: string }>(async (request, { id }) => ({
  body: await classView(await currentLearner(request), id),
}));

/** `{ name }` in: the class is called so. `ClassView` out. */
export const PATCH = route<{ id: string }>(async (request, { id }) => {
  const { name } = await readJson(request, sent);
  const viewer = await currentLearner(request);
  await renameClassroom(viewer, id, name);
  return { body: await classView(viewer, id) };
});

/** Ends the class; what its learners did stays theirs. */
export const DELETE = route<{ id: string }>(async (request, { id }) => {
  checkOrigin(request);
  await deleteClassroom(await currentLearner(request), id);
  return { body: {} };
});
