'use client';
import { type RefObject, useEffect } from 'react';

/** Pauses when nobody sees the figure: it left the screen, or the tab is hidden. */
export function usePausing(figure: RefObject<HTMLElement | null>, pause: () => void): void {
  useEffect(() => {
    const box = figure.current;
    const onHidden = () => document.hidden && pause();
    document.addEventListener('visibilitychange', onHidden);
    const observer =
      box === null || typeof IntersectionObserver === 'undefined'
        ? undefined
        : new IntersectionObserver((entries) => entries.some((entry) => !entry.isIntersecting) && pause());
    if (box !== null) observer?.observe(box);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      observer?.disconnect();
    };
  }, [figure, pause]);
}
