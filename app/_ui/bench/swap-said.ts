import type { SwapChoice } from '@/lib/lab/swap-test/choice';
import type { SwapRun } from '@/lib/lab/swap-test/run';
import { reasonOf, type SwapVerdict, verdictOf } from '@/lib/lab/swap-test/verdict';
import { fill } from '../fill';
import type { SwapWords } from './swap-words';

export interface SwapSaid {
  readonly verdict: SwapVerdict | undefined;
  readonly sentence: string;
  readonly because: string;
  /** Whether the test is passed, failed, or not over. */
  readonly result: string;
}

/** What a run came to, in words: the sentence, why it came so, and the result of the test. */
export function saidOf(run: SwapRun | undefined, choice: SwapChoice, words: SwapWords): SwapSaid {
  const verdict = run && verdictOf(run);
  if (run === undefined || verdict === undefined)
    return { verdict, sentence: words.asleep, because: words.reasons.notYet, result: words.open };
  const { is, request, isBeforeSwap, passes, counts } = verdict;
  const form =
    is === 'refused' && passes
      ? words.onlyMoments
      : (isBeforeSwap &&
          is !== 'nothing' &&
          is !== 'waiting' &&
          is !== 'unswapped' &&
          words.unprovoked[is]) ||
        words.verdicts[is];
  const values = { client: request?.client ?? '', pod: request?.pod ?? '', count: counts.refused };
  const isOpen = run.swaps === 0 && (is === 'waiting' || is === 'unswapped');
  return {
    verdict,
    sentence: fill(form, values),
    because: words.reasons[reasonOf(verdict, choice)],
    result: isOpen ? words.open : passes ? words.passes : words.fails,
  };
}
