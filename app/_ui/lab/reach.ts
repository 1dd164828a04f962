'use client';
import { type RefObject, useEffect } from 'react';
import type { SessionClient } from './session-client';

/** What may be done in a figure by something that stands beside it and knows its session. */
interface Reach {
  readonly select: (key: string) => void;
  readonly seek: (atMs: number) => void;
  readonly pause: () => void;
}

const reaches = new WeakMap<SessionClient, Reach>();

/** Lets what stands beside a figure select an object in it and go to a moment of it; the figure comes into sight then. */
export function useReach(
  client: SessionClient,
  box: RefObject<HTMLElement | null>,
  select: Reach['select'],
  { seek, pause }: Pick<Reach, 'seek' | 'pause'>,
): void {
  useEffect(() => {
    const reach: Reach = {
      pause,
      select: (key) => {
        select(key);
        const object = box.current?.querySelector(`[data-key="${CSS.escape(key)}"]`);
        object?.scrollIntoView({ block: 'nearest' });
      },
      seek: (atMs) => {
        seek(atMs);
        if (!isTopSeen(box.current)) box.current?.scrollIntoView({ block: 'start' });
      },
    };
    reaches.set(client, reach);
    return () => {
      if (reaches.get(client) === reach) reaches.delete(client);
    };
  }, [client, box, select, seek, pause]);
}

/** The sentence and the scene stand at the top of a figure. */
function isTopSeen(box: HTMLElement | null): boolean {
  const { top } = box?.getBoundingClientRect() ?? { top: 0 };
  return top >= 0 && top < window.innerHeight / 2;
}

export const selectIn = (client: SessionClient, key: string): void => reaches.get(client)?.select(key);
export const pauseIn = (client: SessionClient): void => reaches.get(client)?.pause();
export const seekIn = (client: SessionClient, atMs: number): void => reaches.get(client)?.seek(atMs);
