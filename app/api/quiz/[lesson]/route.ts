import { openQuiz, quizOf } from '@/lib/server/attempts';
import { learnerForWriting } from '@/lib/server/learner';
import { route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

/** `PublicQuiz`: begins or continues the learner's attempt. */
export const GET = route<{ lesson: string }>(async (request, { lesson }, locale) => {
  quizOf(lesson);
  const { id, setCookie } = await learnerForWriting(request);
  return { body: await openQuiz(id, lesson, locale), setCookie };
});
