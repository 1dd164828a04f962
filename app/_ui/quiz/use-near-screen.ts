import { type RefObject, useEffect, useRef } from 'react';

/** How far from the screen an element counts as near. */
const near = '600px 0px';

/** Calls `come` once: when the element comes near the screen, or at once if `isUrgent` says so. */
export function useNearScreen(
  element: RefObject<HTMLElement | null>,
  isUrgent: () => boolean,
  come: () => Promise<void>,
) {
  const hasCome = useRef(false);
  useEffect(() => {
    const once = () => {
      if (hasCome.current) return;
      hasCome.current = true;
      void come();
    };
    if (element.current === null || typeof IntersectionObserver === 'undefined' || isUrgent()) return once();
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) once();
      },
      { rootMargin: near },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, isUrgent, come]);
}
