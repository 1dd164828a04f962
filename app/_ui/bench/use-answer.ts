'use client';
import { useEffect, useState } from 'react';

/**
 * What the engine answers to a question once it is ready, and again whenever a sign is another one; until the first answer
 * `first`. An answer that another question has overtaken is dropped; that the engine is lost is told by the figure.
 */
export function useAnswer<Value>(
  ask: () => Promise<Value>,
  isReady: boolean,
  signs: readonly unknown[],
  first: Value,
): Value {
  const [answer, setAnswer] = useState(first);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signs say when the question is another one
  useEffect(() => {
    if (!isReady) return;
    let isOld = false;
    ask().then(
      (told) => !isOld && setAnswer(told),
      () => undefined,
    );
    return () => {
      isOld = true;
    };
  }, [isReady, ...signs]);
  return answer;
}
