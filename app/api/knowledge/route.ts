import { dayOf, now, utcOffsetOf } from '@/lib/server/clock';
import { knowledgeOn } from '@/lib/server/knowledge';
import { currentLearner } from '@/lib/server/learner';
import { route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

/** `KnowledgeOfConcepts` on the learner's today, by `?utcOffset=` in minutes: all new for somebody new; makes no learner. */
export const GET = route(async (request, _params, locale) => {
  const today = dayOf(now(), utcOffsetOf(request));
  return { body: await knowledgeOn(await currentLearner(request), today, locale) };
});
