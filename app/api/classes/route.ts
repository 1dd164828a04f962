import { z } from 'zod';
import { classesOf, createClassroom } from '@/lib/server/classes';
import { currentLearner } from '@/lib/server/learner';
import { keepPace } from '@/lib/server/pace';
import { readJson } from '@/lib/server/read-json';
import { route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

const sent = z.strictObject({ name: z.string().max(1_000) });

/** `ClassList`: the classes that the asker may read, and those that they are in; makes no learner. */
export const GET = route(async (request) => ({ body: await classesOf(await currentLearner(request)) }));

/** `{ name }` in, `ClassSummary` out. */
export const POST = route(async (request) => {
  const { name } = await readJson(request, sent);
  const viewer = await currentLearner(request);
  keepPace('newClass', request, viewer);
  return { body: await createClassroom(viewer, name) };
});
