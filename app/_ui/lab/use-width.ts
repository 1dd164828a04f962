'use client';
import { type RefObject, useLayoutEffect, useState } from 'react';

/** Taken for an element that has no width yet, px: it is not shown, or nothing lays it out. */
const unmeasured = 960;

/** Width of an element's content in px as it is now; undefined on the server and before it was measured. */
export function useWidth(element: RefObject<HTMLElement | null>): number | undefined {
  const [width, setWidth] = useState<number>();
  useLayoutEffect(() => {
    const box = element.current;
    if (box === null) return;
    const measure = () => {
      const style = getComputedStyle(box);
      const inside =
        box.clientWidth -
        (Number.parseFloat(style.paddingLeft) || 0) -
        (Number.parseFloat(style.paddingRight) || 0);
      setWidth((old) => (inside > 0 ? Math.round(inside) : (old ?? unmeasured)));
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
