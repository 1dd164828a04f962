import type { Locale } from '@/lib/text';
import { answerQueue } from './answer-queue';
import { quizApi, type Unreachable } from './quiz-api';
import { allWaiting, type LessonAnswer, waitingAnswers } from './waiting-answers';

type Claim = (lesson: string, item: string) => boolean;

const claims = new Set<Claim>();

/** While a quiz is on the page, it sends the answers for its own items, and nobody else does; returns how to give them back. */
export function claimAnswers(isOwn: Claim): () => void {
  claims.add(isOwn);
  return () => void claims.delete(isOwn);
}

const isClaimed = (lesson: string, item: string) => [...claims].some((isOwn) => isOwn(lesson, item));

/**
 * Sends the answers that wait for a quiz of another page, the earliest first. One that the server does not take is kept for its
 * quiz to offer it again. Returns after how many ms it should be tried again; undefined when nothing of it is left to be sent.
 */
export async function sendOthers(locale: Locale): Promise<number | undefined> {
  const others = allWaiting().filter(
    ({ lesson, answer }) => !answer.isOffered && !isClaimed(lesson, answer.request.item),
  );
  const done = await Promise.all(others.map((one) => sendOne(one, locale)));
  const pauses = done.flatMap((failed) => (failed ? [failed.retryAfterMs ?? usualPauseMs] : []));
  return pauses.length === 0 ? undefined : Math.max(...pauses);
}

const usualPauseMs = 20_000;

/** What kept it from arriving; undefined when it is not to be sent again. */
async function sendOne({ lesson, answer }: LessonAnswer, locale: Locale): Promise<Unreachable | undefined> {
  const { item, submission } = answer.request;
  const waiting = waitingAnswers(lesson);
  const sent = await answerQueue.send(async () =>
    // Another tab may have sent it while this one waited for its turn.
    waiting.find(item)?.request.submission === submission
      ? quizApi(lesson, locale).answer(answer.request)
      : undefined,
  );
  if (sent?.kind === 'unreachable') return sent;
  if (sent?.kind === 'judged' || sent?.kind === 'alreadyAnswered') {
    waiting.forget(item, submission);
    window.dispatchEvent(new CustomEvent('podium:progress', { detail: { lesson } }));
  } else if (sent !== undefined) waiting.keep({ ...answer, isOffered: true });
  return undefined;
}
