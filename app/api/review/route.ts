import type { ReviewState } from '@/lib/review/public';
import { openInReview } from '@/lib/server/attempts';
import { dayOf, now, utcOffsetOf } from '@/lib/server/clock';
import { currentLearner } from '@/lib/server/learner';
import { reviewState } from '@/lib/server/review';
import { route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

/** `ReviewState` of the learner's today, by `?utcOffset=` in minutes: nothing for somebody new; makes no learner. */
export const GET = route(async (request, _params, locale) => {
  const utcOffset = utcOffsetOf(request);
  const learner = await currentLearner(request);
  const state = await reviewState(learner, dayOf(now(), utcOffset), locale);
  const body: ReviewState = { ...state, open: await openInReview(learner, utcOffset) };
  return { body };
});
