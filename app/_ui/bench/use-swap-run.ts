'use client';
import type { SwapChoice } from '@/lib/lab/swap-test/choice';
import type { SwapRun } from '@/lib/lab/swap-test/run';
import type { LabView } from '@/lib/lab/view';
import type { SessionClient } from '../lab/session-client';
import { useAnswer } from './use-answer';

/** What the clients found up to the second that is shown; undefined before the engine has said so. A second or a command later there is more to tell. */
export function useSwapRun(
  client: SessionClient,
  choice: SwapChoice,
  { nowMs, score }: LabView,
  isReady: boolean,
): SwapRun | undefined {
  const second = Math.floor(nowMs / 1_000);
  const done = score.commands.map(({ atMs }) => atMs).join(' ');
  return useAnswer<SwapRun | undefined>(
    () => client.ask('swapTest', choice),
    isReady,
    [client, choice, second, done],
    undefined,
  );
}
