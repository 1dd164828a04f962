import { reviewLesson } from '@/lib/quiz/item-ref';
import { checkQuiz } from '@/lib/server/attempts';
import { utcOffsetOf } from '@/lib/server/clock';
import { currentLearner, learnerForWriting } from '@/lib/server/learner';
import { openQuiz, reviewQuiz } from '@/lib/server/quizzes';
import { checkOrigin } from '@/lib/server/read-json';
import { route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

/**
 * `PublicQuiz`: begins or continues the learner's attempt. Of `review`, with `?utcOffset=` in minutes, what is due on the learner's
 * today: nothing for somebody new, of whom no learner is made. As it writes, it answers pages of this site alone.
 */
export const GET = route<{ lesson: string }>(async (request, { lesson }, locale) => {
  checkOrigin(request);
  checkQuiz(lesson);
  if (lesson === reviewLesson)
    return { body: await reviewQuiz(await currentLearner(request), utcOffsetOf(request), locale) };
  const { id, setCookie } = await learnerForWriting(request);
  return { body: await openQuiz(id, lesson, locale), setCookie };
});
