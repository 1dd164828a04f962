'use client';
import { useEffect, useState } from 'react';
import type { Pod } from '@/lib/cluster/objects';
import type { LabView } from '@/lib/lab/view';
import type { SessionClient } from '../lab/session-client';

/**
 * The Pods of the shown moment as objects; `first` until the engine has told them. They are asked for again when anything of the
 * Pods or of what was done is another one.
 */
export function usePods(
  client: SessionClient,
  { pods, events, score }: Pick<LabView, 'pods' | 'events' | 'score'>,
  isReady: boolean,
  first: readonly Pod[],
): readonly Pod[] {
  const [known, setKnown] = useState(first);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a part of the view that is another one is the sign to ask again
  useEffect(() => {
    if (!isReady) return;
    let isOld = false;
    client.ask('list', 'Pod').then(
      (objects) => !isOld && setKnown(objects as readonly Pod[]),
      () => undefined,
    );
    return () => {
      isOld = true;
    };
  }, [client, isReady, pods, events, score.commands]);
  return known;
}
