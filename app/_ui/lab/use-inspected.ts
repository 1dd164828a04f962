'use client';
import { useEffect, useRef, useState } from 'react';
import type { ObjectView } from '@/lib/lab/view';
import type { LabControl } from './use-lab';

/** While a cluster runs an opened object is asked for at most so often, ms. */
const betweenMs = 250;

/**
 * What is known of the selected object, as the shown moment has it; undefined when none is selected or it is not there. The
 * engine is asked again when anything but the time has changed.
 */
export function useInspected(
  { view, status, inspect }: Pick<LabControl, 'view' | 'status' | 'inspect'>,
  selected: string | undefined,
): ObjectView | undefined {
  const [known, setKnown] = useState<{ readonly key: string; readonly object: ObjectView | undefined }>();
  const asked = useRef<{ readonly key: string; readonly at: number }>(undefined);
  const isReady = status === 'ready';
  const { pods, nodes, workloads, claims, services, events, machine, why } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a part of the view that is another one is the sign to ask again
  useEffect(() => {
    if (selected === undefined || !isReady) return;
    const before = asked.current?.key === selected ? asked.current.at : Number.NEGATIVE_INFINITY;
    const wait = Math.max(0, before + betweenMs - Date.now());
    const timer = setTimeout(() => {
      asked.current = { key: selected, at: Date.now() };
      const tell = (object: ObjectView | undefined) => setKnown({ key: selected, object });
      inspect(selected).then(tell, () => undefined);
    }, wait);
    return () => clearTimeout(timer);
  }, [selected, isReady, inspect, pods, nodes, workloads, claims, services, events, machine, why]);
  return known !== undefined && known.key === selected ? known.object : undefined;
}
