'use client';
import { useCallback, useState } from 'react';
import type { LabView } from '@/lib/lab/view';

/** The goals of a lab as they stand; the same value while nothing about them changes, so that they are not drawn at every frame. */
export function useGoals(first: LabView) {
  const [goals, setGoals] = useState(first.goals);
  const onView = useCallback((view: LabView) => {
    setGoals((old) => (JSON.stringify(old) === JSON.stringify(view.goals) ? old : view.goals));
  }, []);
  return { goals, onView };
}
