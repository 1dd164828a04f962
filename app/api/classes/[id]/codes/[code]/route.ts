import { joinCodes, revokeJoinCode } from '@/lib/server/join-codes';
import { currentLearner } from '@/lib/server/learner';
import { checkOrigin } from '@/lib/server/read-json';
import { route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

/** Ends a code, by its id; `{ codes }` out. Who came in by it stays. */
export const DELETE = route<{ id: string; code: string }>(async (request, { id, code }) => {
  checkOrigin(request);
  const viewer = await currentLearner(request);
  await revokeJoinCode(viewer, id, code);
  return { body: { codes: await joinCodes(viewer, id) } };
});
