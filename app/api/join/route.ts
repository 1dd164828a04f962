import { z } from 'zod';
import { clientAddress } from '@/lib/server/client-address';
import { inEvenTime } from '@/lib/server/even-time';
import { joinDoors } from '@/lib/server/join-doors';
import { checkJoin, joinClass } from '@/lib/server/joining';
import { currentLearner, learnerForWriting } from '@/lib/server/learner';
import { readJson } from '@/lib/server/read-json';
import { route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

const sent = z.strictObject({ code: z.string().max(100), nickname: z.string().max(1_000) });

/** `{ code, nickname }` in, `JoinedClass` out: the four words this once. A learner is made for who may come in, and for nobody else. */
export const POST = route(async (request) => {
  const { code, nickname } = await readJson(request, sent);
  return joinDoors().guard(clientAddress(request), code, () =>
    inEvenTime(async () => {
      await checkJoin(await currentLearner(request), code, nickname);
      const { id, setCookie } = await learnerForWriting(request);
      return { body: await joinClass(id, code, nickname), setCookie };
    }),
  );
});
