'use client';
import type { Pod } from '@/lib/cluster/objects';
import type { LabView } from '@/lib/lab/view';
import type { SessionClient } from '../lab/session-client';
import { useAnswer } from './use-answer';

/**
 * The Pods of the shown moment as objects; `first` until the engine has told them. They are asked for again when anything of the
 * Pods or of what was done is another one.
 */
export const usePods = (
  client: SessionClient,
  { pods, events, score }: Pick<LabView, 'pods' | 'events' | 'score'>,
  isReady: boolean,
  first: readonly Pod[],
): readonly Pod[] =>
  useAnswer(
    () => client.ask('list', 'Pod') as Promise<readonly Pod[]>,
    isReady,
    [client, pods, events, score.commands],
    first,
  );
