'use client';
import { type ComponentProps, useLayoutEffect, useRef, useState } from 'react';

type SidewaysProps = ComponentProps<'div'> & {
  readonly as?: 'div' | 'pre' | 'ol';
  /** What the box holds, for who comes to it by keyboard, where nothing in it says so. */
  readonly label?: string;
};

/**
 * A box of the class `sideways` (base.css) that is a stop of the keyboard, in each browser, as long as there is more in it than
 * it shows.
 */
export function Sideways({ as = 'div', label, ...props }: SidewaysProps) {
  const Box = as as 'div';
  const box = useRef<HTMLDivElement>(null);
  const [hasMore, setHasMore] = useState(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () =>
      setHasMore(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight);
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const group = label === undefined ? {} : { role: 'group', 'aria-label': label };
  return <Box ref={box} {...props} {...(hasMore && { tabIndex: 0, ...group })} />;
}
