import { checkFresh, eraseRequest } from '@/lib/server/accounts';
import { eraseLearner } from '@/lib/server/erase';
import { currentLearner, forgetCookie, learnerForWriting } from '@/lib/server/learner';
import { checkSection, markRead, progressOf, sectionRequest } from '@/lib/server/progress';
import { readJson, readOptionalJson } from '@/lib/server/read-json';
import { route } from '@/lib/server/route';
import { forgetSession, signedIn } from '@/lib/server/session';

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

/**
 * Deletes everything of the learner, the account with all its sessions too, and makes the browser forget them. `{ erased }`: whether there was
 * anybody. An account needs more than a session that was opened long ago: refuses `fresh-session-needed` unless `{ password }` is sent.
 */
export const DELETE = route(async (request) => {
  const { password } = await readOptionalJson(request, eraseRequest);
  const session = await signedIn(request);
  if (session) await checkFresh(request, session, password);
  const learner = await currentLearner(request);
  if (learner !== undefined) await eraseLearner(learner);
  const setCookie = [forgetCookie(request), ...(session ? [forgetSession(request)] : [])];
  return { body: { erased: learner !== undefined }, setCookie };
});
