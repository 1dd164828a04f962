import { dayOf, now, utcOffsetOf } from '@/lib/server/clock';
import { currentLearner } from '@/lib/server/learner';
import { reviewState } from '@/lib/server/review';
import { route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

/** `ReviewState` of the learner's today, by `?utcOffset=` in minutes: nothing for somebody new; makes no learner. */
export const GET = route(async (request, _params, locale) => {
  const today = dayOf(now(), utcOffsetOf(request));
  return { body: await reviewState(await currentLearner(request), today, locale) };
});
