import { checkQuiz } from '@/lib/server/attempts';
import { currentLearner } from '@/lib/server/learner';
import { keepPace } from '@/lib/server/pace';
import { hint, hintRequest } from '@/lib/server/quizzes';
import { readJson } from '@/lib/server/read-json';
import { route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

/** `{ attempt, item, number }` in, numbers from 1; `{ text, left }` out. */
export const POST = route<{ lesson: string }>(async (request, { lesson }, locale) => {
  checkQuiz(lesson);
  const sent = await readJson(request, hintRequest);
  const learner = await currentLearner(request);
  keepPace('hint', request, learner);
  return { body: await hint(learner, lesson, sent, locale) };
});
