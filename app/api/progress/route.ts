import { eraseLearner } from '@/lib/server/erase';
import { currentLearner, forgetCookie, learnerForWriting } from '@/lib/server/learner';
import { checkSection, markRead, progressOf, sectionRequest } from '@/lib/server/progress';
import { checkOrigin, readJson } from '@/lib/server/read-json';
import { route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

/** `Progress`: empty for somebody new; makes no learner. */
export const GET = route(async (request) => ({ body: await progressOf(await currentLearner(request)) }));

/** `{ lesson, section }` in: the section was read. `Progress` out. */
export const POST = route(async (request) => {
  const sent = await readJson(request, sectionRequest);
  checkSection(sent);
  const { id, setCookie } = await learnerForWriting(request);
  await markRead(id, sent);
  return { body: await progressOf(id), setCookie };
});

/** Deletes everything of the learner and makes the browser forget them. `{ erased }`: whether there was anybody. */
export const DELETE = route(async (request) => {
  checkOrigin(request);
  const learner = await currentLearner(request);
  if (learner !== undefined) await eraseLearner(learner);
  return { body: { erased: learner !== undefined }, setCookie: forgetCookie(request) };
});
