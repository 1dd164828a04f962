import { hint, hintRequest, quizOf } from '@/lib/server/attempts';
import { currentLearner } from '@/lib/server/learner';
import { readJson } from '@/lib/server/read-json';
import { route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

/** `{ attempt, item, number }` in, numbers from 1; `{ text, left }` out. */
export const POST = route<{ lesson: string }>(async (request, { lesson }, locale) => {
  quizOf(lesson);
  const sent = await readJson(request, hintRequest);
  return { body: await hint(await currentLearner(request), lesson, sent, locale) };
});
