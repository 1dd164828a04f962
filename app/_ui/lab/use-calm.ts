'use client';
import { useEffect, useRef, useState } from 'react';
import type { LabView } from '@/lib/lab/view';
import { canvasAbove } from '../cluster/cluster-scale';

/** Lists of a large cluster are brought up to date at most so often, ms: as often as one can read. */
const betweenMs = 250;

/**
 * The view for what is read and not watched: the list of objects, the outline. Of a cluster of many Pods it follows the one that is
 * shown at intervals, and at once after a rest, so that hundreds of rows are not drawn in each frame.
 */
export function useCalm(view: LabView): LabView {
  const [calm, setCalm] = useState(view);
  const since = useRef(Number.NEGATIVE_INFINITY);
  const isMany = view.pods.length > canvasAbove;
  useEffect(() => {
    if (!isMany) return;
    const wait = Math.max(0, since.current + betweenMs - Date.now());
    const timer = setTimeout(() => {
      since.current = Date.now();
      setCalm(view);
    }, wait);
    return () => clearTimeout(timer);
  }, [view, isMany]);
  return isMany && calm.pods.length > canvasAbove ? calm : view;
}
