'use client';
import { useEffect, useState } from 'react';
import type { SwapChoice } from '@/lib/lab/swap-test/choice';
import type { SwapRun } from '@/lib/lab/swap-test/run';
import type { LabView } from '@/lib/lab/view';
import type { SessionClient } from '../lab/session-client';

/** What the clients found up to the second that is shown; undefined before the engine has said so. */
export function useSwapRun(
  client: SessionClient,
  choice: SwapChoice,
  { nowMs, score }: LabView,
  isReady: boolean,
): SwapRun | undefined {
  const [run, setRun] = useState<SwapRun>();
  const second = Math.floor(nowMs / 1_000);
  const done = score.commands.map(({ atMs }) => atMs).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a second or a command later there is more to tell
  useEffect(() => {
    if (!isReady) return;
    let isOld = false;
    client.ask('swapTest', choice).then(
      (told) => !isOld && setRun(told),
      () => undefined,
    );
    return () => {
      isOld = true;
    };
  }, [client, choice, isReady, second, done]);
  return run;
}
