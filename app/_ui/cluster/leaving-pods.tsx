'use client';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Drawn } from './changed';
import styles from './scene.module.css';
import type { Marked, PlacedPod } from './scene-layout';
import { Pod } from './scene-pod';

/** How long a mark takes to dissolve, ms; scene.module.css has the same number. */
const dissolveMs = 240;

/** A Pod where it is: on another node it is another mark, for Pods do not move. */
export const placeOf = ({ pod }: PlacedPod) => `${pod.uid} ${pod.node ?? ''}`;

/**
 * Marks that the last drawing had and this one has not, where they stood, while they dissolve. Cells come and go in
 * one step: a thousand of them would be movement without a meaning.
 */
export function LeavingPods({ layout }: { readonly layout: Marked }) {
  const last = useRef(layout);
  const [leaving, setLeaving] = useState<Marked>();
  useLayoutEffect(() => {
    const before = last.current;
    last.current = layout;
    if (before.mode === 'cells' || before.mode !== layout.mode || before.width !== layout.width) return;
    const stay = new Set(layout.pods.map(placeOf));
    const gone = before.pods.filter((placed) => !stay.has(placeOf(placed)));
    if (gone.length > 0) setLeaving({ ...before, pods: gone });
  }, [layout]);
  useEffect(() => {
    if (leaving === undefined) return;
    const timer = setTimeout(() => setLeaving(undefined), dissolveMs);
    return () => clearTimeout(timer);
  }, [leaving]);
  return (
    <Drawn value={noNews}>
      {leaving?.pods.map((placed) => (
        <g key={placeOf(placed)} className={styles.leave}>
          <Pod placed={{ ...placed, side: 'none' }} layout={leaving} selected={false} />
        </g>
      ))}
    </Drawn>
  );
}

/** What leaves is no change to point at. */
const noNews = { current: false };
