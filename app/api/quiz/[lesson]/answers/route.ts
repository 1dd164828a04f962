import { answer, answerRequest } from '@/lib/server/answers';
import { checkQuiz } from '@/lib/server/attempts';
import { currentLearner } from '@/lib/server/learner';
import { keepPace } from '@/lib/server/pace';
import { readJson } from '@/lib/server/read-json';
import { route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

/** `AnswerRequest` in, `AnswerResult` out; the same submission counts once. */
export const POST = route<{ lesson: string }>(async (request, { lesson }, locale) => {
  checkQuiz(lesson);
  const sent = await readJson(request, answerRequest);
  const learner = await currentLearner(request);
  keepPace('answer', request, learner, sent.submission);
  return { body: await answer(learner, lesson, sent, locale) };
});
