import { z } from 'zod';
import type { CameBack } from '@/lib/class/public';
import { placesOf } from '@/lib/server/classes';
import { clientAddress } from '@/lib/server/client-address';
import { inEvenTime } from '@/lib/server/even-time';
import { joinDoors } from '@/lib/server/join-doors';
import { comeBack } from '@/lib/server/joining';
import { cookieFor, currentLearner } from '@/lib/server/learner';
import { readJson } from '@/lib/server/read-json';
import { type Outcome, route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

const sent = z.strictObject({ words: z.string().max(200), takesAlong: z.boolean().optional() });

/**
 * `{ words, takesAlong? }` in, `CameBack` out. Where this browser has done something by itself, it is asked first whether that comes
 * along; nothing has changed until then.
 */
export const POST = route(async (request) => {
  const { words, takesAlong } = await readJson(request, sent);
  return joinDoors().guard(clientAddress(request), words, () =>
    inEvenTime(async (): Promise<Outcome> => {
      const back = await comeBack(await currentLearner(request), words, takesAlong);
      if ('asks' in back) return { body: { state: 'asks', done: back.asks } satisfies CameBack };
      const { learner, wasOther } = back;
      const body: CameBack = { state: 'back', places: await placesOf(learner), wasOther };
      return { body, setCookie: cookieFor(learner, request) };
    }),
  );
});
