import { answer, answerRequest } from '@/lib/server/answers';
import { checkQuiz } from '@/lib/server/attempts';
import { currentLearner } from '@/lib/server/learner';
import { readJson } from '@/lib/server/read-json';
import { route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

/** `AnswerRequest` in, `AnswerResult` out; the same submission counts once. */
export const POST = route<{ lesson: string }>(async (request, { lesson }, locale) => {
  checkQuiz(lesson);
  const sent = await readJson(request, answerRequest);
  return { body: await answer(await currentLearner(request), lesson, sent, locale) };
});
