import { z } from 'zod';
import { createJoinCode } from '@/lib/server/join-codes';
import { currentLearner } from '@/lib/server/learner';
import { keepPace } from '@/lib/server/pace';
import { readJson } from '@/lib/server/read-json';
import { route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

const sent = z.strictObject({ days: z.number(), maxUses: z.number().optional() });

/** `{ days, maxUses? }` in; `NewJoinCode` out, the one time that the code is shown. */
export const POST = route<{ id: string }>(async (request, { id }) => {
  const { days, maxUses } = await readJson(request, sent);
  const viewer = await currentLearner(request);
  keepPace('newCode', request, viewer);
  return { body: await createJoinCode(viewer, id, { days, ...(maxUses !== undefined && { maxUses }) }) };
});
