'use client';
import { useSyncExternalStore } from 'react';
import type { LabView } from '@/lib/lab/view';
import type { SessionClient } from './session-client';

const nothing = () => () => undefined;

/**
 * A part of what a session shows. Whoever uses it is drawn again only when that part is another value, not at every frame;
 * `part` must give the same value for the same view. Undefined without a session.
 */
export function useShown<Part>(
  client: SessionClient | undefined,
  part: (view: LabView) => Part,
): Part | undefined {
  const now = () => (client ? part(client.shown().view) : undefined);
  return useSyncExternalStore(client?.subscribe ?? nothing, now, now);
}
