'use client';

import { useEffect, useState } from 'react';
import { markRead } from './progress-store';

/** A section counts as read when it was on the screen for this long, ms, and its end was reached. */
const readAfterMs = 3_000;
const tickMs = 500;
/** The line that decides where the reader is, as a share of the screen's height from above. */
const eyeLine = 0.35;

const elementsOf = (ids: readonly string[]): readonly HTMLElement[] =>
  ids.map((id) => document.getElementById(id)).filter((element) => element !== null);

/** Follows the reader through a lesson: says which section is at eye level, and marks sections as read. */
export function useReading(lesson: string, ids: readonly string[]): string | undefined {
  const [here, setHere] = useState<string>();

  useEffect(() => {
    const elements = elementsOf(ids);
    const place = () => {
      const line = window.innerHeight * eyeLine;
      const atEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
      const passed = elements.filter((element) => element.getBoundingClientRect().top <= line);
      setHere((atEnd ? elements.at(-1) : passed.at(-1))?.id ?? elements[0]?.id);
    };
    let frame = 0;
    const onScroll = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(place);
    };
    place();
    window.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('resize', onScroll);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', onScroll);
      window.removeEventListener('resize', onScroll);
    };
  }, [ids]);

  useEffect(() => {
    const onScreen = new Set<Element>();
    const seenMs = new Map<Element, number>();
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) onScreen.add(target);
        else onScreen.delete(target);
      }
    });
    for (const element of elementsOf(ids)) observer.observe(element);
    const timer = setInterval(() => {
      if (document.visibilityState !== 'visible') return;
      for (const element of onScreen) {
        const seen = (seenMs.get(element) ?? 0) + tickMs;
        seenMs.set(element, seen);
        if (seen < readAfterMs || element.getBoundingClientRect().bottom > window.innerHeight + 1) continue;
        onScreen.delete(element);
        observer.unobserve(element);
        markRead(lesson, element.id);
      }
    }, tickMs);
    return () => {
      clearInterval(timer);
      observer.disconnect();
    };
  }, [lesson, ids]);

  return here;
}
