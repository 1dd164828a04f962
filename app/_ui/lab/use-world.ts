'use client';
import { useEffect, useRef, useState } from 'react';
import type { World } from '@/lib/network/world';
import type { LabControl } from './use-lab';

/** While a cluster runs its network is asked for at most so often, ms. */
const betweenMs = 250;

interface Known {
  readonly world: World;
  readonly text: string;
}

/**
 * The network of the shown moment; undefined until the engine has told it. It is asked for again when anything but the time
 * has changed, and it stays the same value as long as it says the same.
 */
export function useWorld({ view, status, world }: Pick<LabControl, 'view' | 'status' | 'world'>) {
  const [known, setKnown] = useState<Known>();
  const askedAt = useRef(Number.NEGATIVE_INFINITY);
  const isReady = status === 'ready';
  const { pods, nodes, services, workloads, events, futures } = view;
  const { commands } = view.score;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a part of the view that is another one is the sign to ask again
  useEffect(() => {
    if (!isReady) return;
    const wait = Math.max(0, askedAt.current + betweenMs - Date.now());
    const timer = setTimeout(() => {
      askedAt.current = Date.now();
      const tell = (now: World) => {
        const text = JSON.stringify(now);
        setKnown((old) => (old?.text === text ? old : { world: now, text }));
      };
      world().then(tell, () => undefined);
    }, wait);
    return () => clearTimeout(timer);
  }, [isReady, world, pods, nodes, services, workloads, events, commands, futures.length]);
  return known?.world;
}
