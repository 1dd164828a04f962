'use client';
import { useEffect, useLayoutEffect, useRef } from 'react';

/** Room below the last line within which the log still counts as read to its end, px. */
const nearEndPx = 40;

/** Keeps the end of the log in sight as it grows, unless its reader has scrolled up. `size` is another one whenever it has grown. */
export function useFollowing(size: number) {
  const box = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  useEffect(() => {
    const scroller = box.current;
    const note = () => {
      if (scroller)
        follows.current = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < nearEndPx;
    };
    scroller?.addEventListener('scroll', note, { passive: true });
    return () => scroller?.removeEventListener('scroll', note);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the log has grown when its size is another
  useLayoutEffect(() => {
    if (follows.current && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [size]);
  return {
    box,
    toEnd: () => {
      follows.current = true;
    },
  };
}
