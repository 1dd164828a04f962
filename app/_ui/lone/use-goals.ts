'use client';
import { useCallback, useState } from 'react';
import type { LabView } from '@/lib/lab/view';

type Goals = Pick<LabView, 'goals' | 'fitting'>;

const goalsOf = ({ goals, fitting }: LabView): Goals => ({ goals, ...(fitting && { fitting }) });

/**
 * The goals of a lab as they stand, and which hints fit; the same value while nothing about them changes, so that they are not
 * drawn at every frame.
 */
export function useGoals(first: LabView) {
  const [known, setKnown] = useState(() => goalsOf(first));
  const onView = useCallback((view: LabView) => {
    const next = goalsOf(view);
    setKnown((old) => (JSON.stringify(old) === JSON.stringify(next) ? old : next));
  }, []);
  return { goals: known.goals, fitting: known.fitting, onView };
}
